"""Stacked bars in time: a column for each year, the names of the parts beside the last one. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from celosia.charts.drawing import Drawing
from celosia.charts.gutter import Name, gutter, gutter_width
from celosia.charts.heading import heading
from celosia.charts.observation import Observation, axis_title
from celosia.charts.palette import HUES, ON_HUES
from celosia.charts.placement import words
from celosia.charts.plane import Plane, break_height, break_rules, break_texts, gap_texts
from celosia.charts.series import missing, series
from celosia.charts.sheet import Frame, Layout, Mark, Sheet
from celosia.charts.stack import Part, key, marks_of, stacks
from celosia.charts.typography import width

_HALF = 0.38
Placed = tuple[int, Part]


def stacked_columns(drawing: Drawing, sheet: Sheet, found: Sequence[Observation], groups: Sequence[str]) -> Layout:
    """Lay the columns out; `found` is whole."""
    piles = stacks(found, groups)
    plane = Plane.of(drawing, sheet, found, max(pile[-1].end for pile in piles))
    if not sheet.is_narrow:
        plane = replace(plane, right=gutter_width([one.group_label for one in found], sheet))
    placed = tuple(
        (plane.calendar.slot(part.observation.period), part) for pile in piles for part in pile if part.observation.period
    )
    head = heading(
        axis_title(drawing),
        key(found, groups, drawing.lang, names=sheet.is_narrow),
        sheet,
        plane.left,
        lift=break_height(plane),
    )
    texts, signs = ((), ()) if sheet.is_narrow else gutter(_names(placed, plane), sheet, plane.width)
    gaps = gap_texts(plane, missing(series(found, plane.calendar), plane.calendar))
    return Layout(
        kind="stacked-bars",
        template="columns",
        sheet=sheet,
        frame=Frame(
            width=plane.width, height=sheet.plot, left=plane.left, right=plane.right, top=head.height, bottom=sheet.size + 14
        ),
        params=plane.params,
        marks={
            "columns": tuple(_column(slot, part) for slot, part in placed),
            "breaks": break_rules(plane),
            "texts": (*head.texts, *break_texts(plane), *gaps, *texts, *_figures(placed, plane), *_flags(piles, plane)),
            "signs": (*head.signs, *signs),
        },
    )


def _names(placed: Sequence[Placed], plane: Plane) -> tuple[Name, ...]:
    last = max(slot for slot, _ in placed)
    return tuple(
        Name(
            text=part.observation.group_label,
            y=plane.down((part.start + part.end) / 2),
            color=HUES[part.number],
            shape="square",
        )
        for slot, part in placed
        if slot == last
    )


def _column(slot: int, part: Part) -> Mark:
    return {
        "start": slot - _HALF,
        "end": slot + _HALF,
        "low": part.start,
        "high": part.end,
        "color": HUES[part.number],
        "tip": dict(part.observation.tip),
    }


def _flags(piles: Sequence[Sequence[Part]], plane: Plane) -> Iterator[Mark]:
    """The marks of a column's figures, over it."""
    for pile in piles:
        period, marks = pile[-1].observation.period, marks_of(pile)
        if marks and period:
            x, y = plane.across(plane.calendar.slot(period)), plane.down(pile[-1].end) - 8
            yield words(x, y, marks, plane.sheet.size, align="center", weight="bold")


def _figures(placed: Sequence[Placed], plane: Plane) -> Iterator[Mark]:
    size = plane.sheet.size - 1
    thick = plane.across(plane.calendar.first + 2 * _HALF) - plane.across(plane.calendar.first)
    for slot, part in placed:
        text, high = part.observation.figure, plane.down(part.start) - plane.down(part.end)
        if width(text, size) + 4 < thick and high > size + 3:
            y = plane.down((part.start + part.end) / 2)
            yield words(plane.across(slot), y, text, size, align="center", color=ON_HUES[part.number])
