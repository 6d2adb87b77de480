"""Bars, one for each row of the table, with their figures at their ends. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from celosia.charts.drawing import Drawing
from celosia.charts.heading import Heading, hatched, heading, said_of, signs_of
from celosia.charts.observation import Observation, axis_title, observations
from celosia.charts.order import in_order
from celosia.charts.palette import HUES, PAPER, SOFT_INK
from celosia.charts.placement import words
from celosia.charts.rows import Rows, rows
from celosia.charts.scale import Scale
from celosia.charts.sheet import Frame, Layout, Mark, Sheet
from celosia.charts.typography import room
from celosia.vocabularies.status import NOT_AVAILABLE

_THICKNESS = 20
_HATCH = 34


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bars:
    drawing: Drawing
    sheet: Sheet
    found: tuple[Observation, ...]
    stood: Rows
    head: Heading
    across: Scale
    right: float


def bars(drawing: Drawing, sheet: Sheet) -> Layout:
    """Lay bars out. Rows of the same place stand one under another, told apart by what differs: none is added up."""
    found = in_order(observations(drawing), drawing)
    stood = rows([_name(one) for one in found] or [NOT_AVAILABLE.sign], sheet, _THICKNESS)
    right = max((room(one.said, sheet.size, bold=True) for one in found if one.figure), default=0) + 12
    signs = signs_of(said_of(found), drawing.lang)
    head = heading(axis_title(drawing), signs, sheet, stood.left)
    across = Scale(
        low=0, high=max((one.value or 0 for one in found), default=0) or 1, start=0, end=sheet.width - stood.left - right
    )
    return _layout(_Bars(drawing=drawing, sheet=sheet, found=found, stood=stood, head=head, across=across, right=right))


def _layout(laid: _Bars) -> Layout:
    return Layout(
        kind="bars",
        template="bars",
        sheet=laid.sheet,
        frame=Frame(
            width=laid.across.end,
            height=laid.stood.height,
            left=laid.stood.left,
            right=laid.right,
            top=laid.head.height,
            bottom=6,
        ),
        params={"highest": laid.across.high},
        marks={
            "bars": tuple(_bar(one, middle) for one, middle in _placed(laid) if one.value is not None),
            "texts": (*laid.head.texts, *laid.stood.texts, *(_figure(one, middle, laid) for one, middle in _placed(laid))),
            "signs": (
                *laid.head.signs,
                *(hatched(_HATCH, middle, _THICKNESS) for one, middle in _placed(laid) if one.is_protected),
            ),
        },
    )


def _placed(laid: _Bars) -> Sequence[tuple[Observation, float]]:
    return tuple(zip(laid.found, laid.stood.middles, strict=False))


def _name(one: Observation) -> str:
    return " · ".join(part for part in (one.place_label, one.group_label, one.rest) if part)


def _bar(one: Observation, middle: float) -> Mark:
    is_hollow = one.is_partial or one.is_tentative
    return {
        "start": 0,
        "end": one.value or 0,
        "top": middle - _THICKNESS / 2,
        "bottom": middle + _THICKNESS / 2,
        "fill": PAPER if is_hollow else HUES[0],
        "stroke": HUES[0],
        "dash": (4, 3) if one.is_tentative else (1, 0),
        "tip": dict(one.tip),
    }


def _figure(one: Observation, middle: float, laid: _Bars) -> Mark:
    if one.value is not None:
        return words(laid.across(one.value) + 6, middle, one.said, laid.sheet.size, weight="bold")
    status = one.status or NOT_AVAILABLE
    left = _HATCH + 6 if one.is_protected else 4
    return words(left, middle, status.spoken(laid.drawing.lang), laid.sheet.size, color=SOFT_INK)
