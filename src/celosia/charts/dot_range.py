"""Dots on a row: what several sources or groups say of the same thing, and how far apart they are. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from celosia.charts.drawing import Drawing
from celosia.charts.heading import SHAPES, Heading, Sign, heading, said_of, signs_of
from celosia.charts.observation import Observation, axis_title, observations
from celosia.charts.order import in_order, parts
from celosia.charts.palette import HUES, PAPER, SOFT_INK
from celosia.charts.placement import words
from celosia.charts.rows import Rows, rows
from celosia.charts.scale import Scale, ticks
from celosia.charts.sheet import Frame, Layout, Mark, Sheet
from celosia.charts.typography import room
from celosia.locales import gettext

_THICKNESS = 18
_RANGE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dots:
    lang: str
    sheet: Sheet
    ranges: tuple[tuple[Observation, ...], ...]
    groups: tuple[str, ...]
    stood: Rows
    head: Heading
    steps: tuple[float, ...]
    across: Scale
    right: float


def dot_range(drawing: Drawing, sheet: Sheet) -> Layout:
    """Lay the rows out: a row for each place, a dot for each figure, never their average."""
    found = in_order(observations(drawing), drawing)
    groups = parts(found, drawing)
    if len(groups) > len(HUES):
        groups = ()
    places: dict[tuple[str, str], list[Observation]] = {}
    for one in found:
        places.setdefault((one.place, one.rest), []).append(one)
    stood = rows(
        [" · ".join(part for part in (ones[0].place_label, ones[0].rest) if part) for ones in places.values()],
        sheet,
        _THICKNESS,
    )
    figures = [one.figure for one in found] or [""]
    right = (
        max(room(text, sheet.size, bold=True) for text in figures) + 16 + (24 if any(one.is_protected for one in found) else 0)
    )
    steps = ticks(
        max((one.value or 0 for one in found), default=1), whole=all(float(one.value or 0).is_integer() for one in found)
    )
    return _layout(
        _Dots(
            lang=drawing.lang,
            sheet=sheet,
            ranges=tuple(tuple(sorted(ones, key=lambda one: one.value or 0)) for ones in places.values()),
            groups=groups,
            stood=stood,
            head=heading(axis_title(drawing), _signs(found, groups, drawing.lang), sheet, stood.left),
            steps=steps,
            across=Scale(low=0, high=steps[-1], start=0, end=sheet.width - stood.left - right),
            right=right,
        )
    )


def _layout(laid: _Dots) -> Layout:
    placed = tuple(zip(laid.ranges, laid.stood.middles, strict=True))
    return Layout(
        kind="dot-range",
        template="dots",
        sheet=laid.sheet,
        frame=Frame(
            width=laid.across.end,
            height=laid.stood.height,
            left=laid.stood.left,
            right=laid.right,
            top=laid.head.height,
            bottom=laid.sheet.size + 14,
        ),
        params={"highest": laid.steps[-1], "steps": _labelled(laid)},
        marks={
            "spans": tuple(mark for ones, middle in placed for mark in _span(ones, middle)),
            "points": tuple(
                _point(one, middle, laid.groups) for ones, middle in placed for one in ones if one.value is not None
            ),
            "texts": (
                *laid.head.texts,
                *laid.stood.texts,
                *(mark for ones, middle in placed for mark in _figures(ones, middle, laid)),
            ),
            "signs": laid.head.signs,
        },
    )


def _signs(found: Sequence[Observation], groups: Sequence[str], lang: str) -> tuple[Sign, ...]:
    labels = {one.group: one.group_label for one in found}
    named = groups if len(groups) > 1 else ()
    return (
        *(
            Sign(text=labels[group], shape=SHAPES[number], fill=HUES[number], stroke=HUES[number])
            for number, group in enumerate(named)
        ),
        *signs_of(said_of(found), lang),
    )


def _labelled(laid: _Dots) -> list[float]:
    return list(laid.steps if not laid.sheet.is_narrow else laid.steps[::2])


def _span(ones: Sequence[Observation], middle: float) -> tuple[Mark, ...]:
    values = [one.value for one in ones if one.value is not None]
    return ({"low": values[0], "high": values[-1], "y": middle},) if len(values) >= _RANGE else ()


def _point(one: Observation, middle: float, groups: Sequence[str]) -> Mark:
    number = groups.index(one.group) if one.group in groups else 0
    return {
        "value": one.value or 0,
        "y": middle,
        "fill": PAPER if one.is_partial or one.tentative else HUES[number],
        "stroke": HUES[number] if one.is_partial or one.tentative else PAPER,
        "shape": "diamond" if one.is_partial else SHAPES[number],
        "tip": dict(one.tip),
    }


def _figures(ones: Sequence[Observation], middle: float, laid: _Dots) -> tuple[Mark, ...]:
    say = gettext(laid.lang)
    shown = [one for one in ones if one.value is not None]
    hidden = ["[c]"] if any(one.is_protected for one in ones) else []
    if not shown:
        return (words(4, middle, (hidden or [say("n/a")])[0], laid.sheet.size, color=SOFT_INK),)
    marks = [
        words(
            laid.across(shown[-1].value or 0) + 10,
            middle,
            " ".join((shown[-1].figure, *hidden)),
            laid.sheet.size,
            weight="bold",
        )
    ]
    low = laid.across(shown[0].value or 0)
    if len(shown) > 1 and low - 10 > room(shown[0].figure, laid.sheet.size, bold=True):
        marks.append(words(low - 10, middle, shown[0].figure, laid.sheet.size, align="right", weight="bold"))
    return tuple(marks)
