"""The marks of lines in time: pieces of line, points, spans between competing figures, hidden places. Pure."""

from collections.abc import Sequence

from celosia.charts.heading import SHAPES, Said
from celosia.charts.observation import Observation
from celosia.charts.palette import HUES, PAPER, WITHHELD
from celosia.charts.placement import Box, Scene, box_of, words
from celosia.charts.plane import MARGIN, Plane
from celosia.charts.series import Gap, Series
from celosia.charts.sheet import Mark
from celosia.vocabularies.status import PROTECTED

_SOLID, _DASHED = (1, 0), (5, 4)
_HALF_POINT = 6
_SIZES = (70, 75, 105, 70)
_SMALL = 0.25
_LOW = 100
_HALF_BAND = 0.32


def line_marks(plane: Plane, lines: Sequence[Series]) -> tuple[Mark, ...]:
    """The two ends of each piece of line; a piece from or to a figure that may change is dashed."""
    return tuple(
        {
            "slot": slot,
            "value": one.value or 0,
            "piece": f"{number} {ends[0][0]}",
            "color": HUES[number],
            "dash": _DASHED if any(end.is_tentative for _, end in ends) else _SOLID,
        }
        for number, one_line in enumerate(lines)
        for ends in one_line.pieces(plane.cuts)
        for slot, one in ends
    )


def point_marks(lines: Sequence[Series], *, is_small: bool = False) -> tuple[Mark, ...]:
    """A point for each figure: hollow where it may change, a hollow diamond where it holds for a part of a year."""
    return tuple(
        _point(slot, one, number, is_part=(slot, one) in one_line.partial, is_small=is_small)
        for number, one_line in enumerate(lines)
        for slot, one in one_line.points
    )


def span_marks(lines: Sequence[Series]) -> tuple[Mark, ...]:
    """A connector from the lowest to the highest of the figures that compete for a place."""
    return tuple(
        {"slot": slot, "low": ones[0].value or 0, "high": ones[-1].value or 0}
        for one_line in lines
        for slot, ones in one_line.competing
    )


def said_of_lines(lines: Sequence[Series], gaps: Sequence[Gap]) -> Said:
    """What these lines need explained, with these places where they have no figure."""
    statuses = {point.status for one in lines for _, point in one.points if point.status}
    hidden = {PROTECTED for one in lines if one.protected}
    return Said(
        statuses=frozenset(statuses | hidden | {status for *_, status in gaps}),
        partial=any(one.partial for one in lines),
        competing=any(one.competing for one in lines),
    )


def protected_bands(one_line: Series) -> tuple[Mark, ...]:
    """A hatched band over each place whose figure is hidden."""
    return tuple({"start": slot - _HALF_BAND, "end": slot + _HALF_BAND, "color": WITHHELD} for slot in one_line.protected)


def band_texts(plane: Plane, one_line: Series) -> tuple[Mark, ...]:
    """The mark of a hidden figure, at the foot of its band."""
    y, size = plane.sheet.plot - plane.sheet.size * 0.7, plane.sheet.size - 1
    return tuple(
        words(plane.across(slot), y, PROTECTED.sign, size, align="center", weight="bold") for slot in one_line.protected
    )


def hidden_signs(plane: Plane, lines: Sequence[Series]) -> tuple[Mark, ...]:
    """A hatched sign on the axis for each line whose figure is hidden there, one above the other."""
    return tuple(
        {
            "x": round(plane.across(slot), 2),
            "y": plane.sheet.plot - 8 - 15 * sum(slot in other.protected for other in lines[:number]),
            "shape": "square",
            "fill": WITHHELD,
            "stroke": HUES[number],
            "size": 80,
        }
        for number, one_line in enumerate(lines)
        for slot in one_line.protected
    )


def scene(plane: Plane, lines: Sequence[Series], said: Sequence[Mark] = ()) -> Scene:
    """What the labels of these lines must not cover; `said` are the texts that stand already."""
    points = [(plane.across(slot), plane.down(one.value or 0)) for one_line in lines for slot, one in one_line.points]
    aside = _HALF_POINT * 3 if plane.sheet.plot > _LOW else 0
    steps = tuple(
        Box(
            left=-plane.left,
            top=plane.down(step) - plane.sheet.size / 2,
            right=0,
            bottom=plane.down(step) + plane.sheet.size / 2,
        )
        for step in plane.steps
    )
    return Scene(
        paper=Box(
            left=-aside,
            top=-12,
            right=plane.width + (MARGIN if aside and plane.right == MARGIN else 6),
            bottom=plane.sheet.plot - 2,
        ),
        boxes=(*steps, *(box_of(mark) for mark in said), *(_around(x, y) for x, y in points)),
        lines=tuple(
            ((plane.across(start[0]), plane.down(start[1].value or 0)), (plane.across(end[0]), plane.down(end[1].value or 0)))
            for one_line in lines
            for start, end in one_line.pieces(plane.cuts)
        )
        + tuple(((plane.across(at), 0.0), (plane.across(at), float(plane.sheet.plot))) for at in plane.cuts),
    )


def _around(x: float, y: float) -> Box:
    return Box(left=x - _HALF_POINT, top=y - _HALF_POINT, right=x + _HALF_POINT, bottom=y + _HALF_POINT)


def _point(slot: int, one: Observation, number: int, *, is_part: bool, is_small: bool) -> Mark:
    is_hollow = is_part or bool(one.is_tentative)
    return {
        "slot": slot,
        "value": one.value or 0,
        "fill": PAPER if is_hollow else HUES[number],
        "stroke": HUES[number] if is_hollow or is_small else PAPER,
        "shape": "diamond" if is_part else SHAPES[number],
        "size": _SIZES[number] * (_SMALL if is_small else 1),
        "tip": dict(one.tip),
    }
