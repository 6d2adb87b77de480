"""Bars made of parts that add up to a whole. Pure."""

from collections.abc import Sequence

from celosia.charts.bars import bars
from celosia.charts.drawing import Drawing
from celosia.charts.form import form
from celosia.charts.heading import heading
from celosia.charts.observation import Observation, axis_title, is_cumulative, is_in_time, observations
from celosia.charts.order import in_order, parts
from celosia.charts.palette import HUES, ON_HUES, PAPER
from celosia.charts.placement import words
from celosia.charts.rows import rows
from celosia.charts.scale import Scale
from celosia.charts.sheet import Frame, Layout, Mark, Sheet
from celosia.charts.small_multiples import small_multiples
from celosia.charts.stack import Part, key, marks_of, stacks
from celosia.charts.stacked_columns import stacked_columns
from celosia.charts.typography import width

_THICKNESS = 24
_MARGIN = 14


def stacked_bars(drawing: Drawing, sheet: Sheet) -> Layout:
    """Lay stacked bars out: columns on a yearly axis, rows otherwise; small multiples or bars where parts are no whole."""
    found = observations(drawing)
    kind = form("stacked-bars", drawing, found)
    if kind != "stacked-bars":
        return bars(drawing, sheet) if kind == "bars" else small_multiples(drawing, sheet)
    groups = parts(found, drawing)
    is_yearly = is_in_time(drawing) and not is_cumulative(found)
    if is_yearly and not any(one.is_partial for one in found):
        return stacked_columns(drawing, sheet, found, groups)
    return _rows(drawing, sheet, in_order(found, drawing), groups)


def _rows(drawing: Drawing, sheet: Sheet, found: Sequence[Observation], groups: Sequence[str]) -> Layout:
    piles = stacks(found, groups)
    stood = rows([_name(pile) for pile in piles], sheet, _THICKNESS)
    across = Scale(low=0, high=max(pile[-1].end for pile in piles) or 1, start=0, end=sheet.width - stood.left - _MARGIN)
    head = heading(axis_title(drawing), key(found, groups, drawing.lang, names=True), sheet, stood.left)
    placed = tuple((middle, part) for middle, pile in zip(stood.middles, piles, strict=True) for part in pile)
    return Layout(
        kind="stacked-bars",
        template="bars",
        sheet=sheet,
        frame=Frame(width=across.end, height=stood.height, left=stood.left, right=_MARGIN, top=head.height, bottom=6),
        params={"highest": across.high},
        marks={
            "bars": tuple(_bar(middle, part) for middle, part in placed),
            "texts": (*head.texts, *stood.texts, *_figures(placed, across, sheet)),
            "signs": head.signs,
        },
    )


def _name(pile: Sequence[Part]) -> str:
    one = pile[0].observation
    return " · ".join(part for part in (one.place_label, one.rest, marks_of(pile)) if part)


def _bar(middle: float, part: Part) -> Mark:
    return {
        "start": part.start,
        "end": part.end,
        "top": middle - _THICKNESS / 2,
        "bottom": middle + _THICKNESS / 2,
        "fill": HUES[part.number],
        "stroke": PAPER,
        "dash": (1, 0),
        "tip": dict(part.observation.tip),
    }


def _figures(placed: Sequence[tuple[float, Part]], across: Scale, sheet: Sheet) -> tuple[Mark, ...]:
    return tuple(
        words(
            across((part.start + part.end) / 2),
            middle,
            part.observation.figure,
            sheet.size,
            align="center",
            color=ON_HUES[part.number],
        )
        for middle, part in placed
        if width(part.observation.figure, sheet.size) + 6 < across(part.end) - across(part.start)
    )
