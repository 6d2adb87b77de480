"""Dots on a row: what several sources or groups say of the same thing, and how far apart they are. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from celosia.charts.drawing import Drawing
from celosia.charts.heading import SHAPES, Heading, Sign, hatched, heading, said_of, signs_of
from celosia.charts.observation import Observation, axis_title, observations
from celosia.charts.order import in_order, parts
from celosia.charts.palette import HUES, PAPER, SOFT_INK
from celosia.charts.placement import words
from celosia.charts.rows import Rows, rows
from celosia.charts.scale import Scale, ticks
from celosia.charts.sheet import Frame, Layout, Mark, Sheet
from celosia.charts.typography import room, width
from celosia.vocabularies.status import STATUSES

_THICKNESS = 18
_HATCH = 24
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
    right = max((room(one.said, sheet.size, bold=True) for one in found), default=0) + 16 + _aside(found, sheet)
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


def _aside(found: Sequence[Observation], sheet: Sheet) -> float:
    """The room for the marks of figures that are not there, beside the last one that is."""
    hatch = _HATCH + 4 if _hides(found) else 0
    return hatch + room(_absent(found), sheet.size) if any(one.value is None for one in found) else 0


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
            "signs": (*laid.head.signs, *(mark for ones, middle in placed for mark in _gaps(ones, middle, laid))),
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
        "fill": PAPER if one.is_partial or one.is_tentative else HUES[number],
        "stroke": HUES[number] if one.is_partial or one.is_tentative else PAPER,
        "shape": "diamond" if one.is_partial else SHAPES[number],
        "tip": dict(one.tip),
    }


def _figures(ones: Sequence[Observation], middle: float, laid: _Dots) -> tuple[Mark, ...]:
    shown = [one for one in ones if one.value is not None]
    size, left = laid.sheet.size, _after(shown, laid)
    marks = [words(left + (_HATCH + 4 if _hides(ones) else 0), middle, _absent(ones), size, color=SOFT_INK)]
    if shown:
        marks.append(words(laid.across(shown[-1].value or 0) + 10, middle, shown[-1].said, size, weight="bold"))
        low = laid.across(shown[0].value or 0)
        if len(shown) > 1 and low - 10 > room(shown[0].said, size, bold=True):
            marks.append(words(low - 10, middle, shown[0].said, size, align="right", weight="bold"))
    return tuple(mark for mark in marks if mark["text"])


def _gaps(ones: Sequence[Observation], middle: float, laid: _Dots) -> tuple[Mark, ...]:
    """The hatched box of a row's hidden figures, after the last of those that are shown."""
    if not _hides(ones):
        return ()
    box = hatched(_HATCH, middle, _THICKNESS)
    return ({**box, "x": round(_after([one for one in ones if one.value is not None], laid) + _HATCH / 2, 2)},)


def _hides(ones: Sequence[Observation]) -> bool:
    return any(one.is_protected for one in ones)


def _absent(ones: Sequence[Observation]) -> str:
    """The marks of the figures that a row does not have, each once."""
    found = [one.status for one in ones if one.value is None]
    return " ".join(status.sign for status in STATUSES.values() if status in found)


def _after(shown: Sequence[Observation], laid: _Dots) -> float:
    """Where the marks of absent figures begin."""
    if not shown:
        return 4
    return laid.across(shown[-1].value or 0) + 16 + width(shown[-1].said, laid.sheet.size, bold=True)
