"""A line in time: figures joined only where nothing is missing, nothing competes and no break lies between. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from celosia.charts.bars import bars
from celosia.charts.drawing import Drawing
from celosia.charts.form import form
from celosia.charts.gutter import Name, gutter, gutter_width
from celosia.charts.heading import SHAPES, Heading, Sign, heading, signs_of
from celosia.charts.observation import Observation, axis_title, observations
from celosia.charts.palette import HUES
from celosia.charts.placement import Label, place
from celosia.charts.plane import Plane, break_height, break_rules, break_texts, gap_texts
from celosia.charts.series import Series, missing, series
from celosia.charts.sheet import Frame, Layout, Sheet
from celosia.charts.small_multiples import small_multiples
from celosia.charts.stroke import (
    band_texts,
    hidden_signs,
    line_marks,
    point_marks,
    protected_bands,
    said_of_lines,
    scene,
    span_marks,
)
from celosia.charts.typography import width
from celosia.locales import format_period

_FULL = 0.9
_MANY = 15
_DENSE = 13


def line(drawing: Drawing, sheet: Sheet) -> Layout:
    """Lay a line chart out; bars or small multiples where figures cannot stand on one axis of time."""
    found = observations(drawing)
    kind = form("line", drawing, found)
    if kind != "line":
        return bars(drawing, sheet) if kind == "bars" else small_multiples(drawing, sheet)
    plane = Plane.of(drawing, sheet, found)
    lines = series(found, plane.calendar)
    if len(lines) > 1 and not sheet.is_narrow:
        plane = replace(plane, right=gutter_width([one.label for one in lines], sheet))
    head = heading(axis_title(drawing), _signs(plane, lines), plane.sheet, plane.left, lift=break_height(plane))
    return _layout(plane, lines, head)


def _layout(plane: Plane, lines: Sequence[Series], head: Heading) -> Layout:
    names, marks = gutter(_names(plane, lines), plane.sheet, plane.width)
    is_alone = len(lines) == 1
    said = (*gap_texts(plane, missing(lines, plane.calendar)), *(band_texts(plane, lines[0]) if is_alone else ()))
    labels = place(_labels(plane, lines), scene(plane, lines, said))
    return Layout(
        kind="line",
        template="line",
        sheet=plane.sheet,
        frame=Frame(
            width=plane.width,
            height=plane.sheet.plot,
            left=plane.left,
            right=plane.right,
            top=head.height,
            bottom=plane.sheet.size + 14,
        ),
        params=plane.params,
        marks={
            "bands": protected_bands(lines[0]) if is_alone else (),
            "breaks": break_rules(plane),
            "spans": span_marks(lines),
            "lines": line_marks(plane, lines),
            "points": point_marks(lines, is_small=plane.across(1) - plane.across(0) < _DENSE),
            "texts": (*head.texts, *break_texts(plane), *said, *labels, *names),
            "signs": (*head.signs, *marks, *(() if is_alone else hidden_signs(plane, lines))),
        },
    )


def _signs(plane: Plane, lines: Sequence[Series]) -> tuple[Sign, ...]:
    named = () if len(lines) == 1 or not plane.sheet.is_narrow else lines
    return (
        *(
            Sign(text=one.label, shape=SHAPES[number], fill=HUES[number], stroke=HUES[number])
            for number, one in enumerate(named)
        ),
        *signs_of(said_of_lines(lines, missing(lines, plane.calendar)), plane.lang),
    )


def _names(plane: Plane, lines: Sequence[Series]) -> tuple[Name, ...]:
    if len(lines) == 1 or plane.sheet.is_narrow:
        return ()
    return tuple(
        Name(
            text=one.label,
            y=plane.down(one.points[-1][1].value or 0) if one.points else 0,
            color=HUES[number],
            shape=SHAPES[number],
        )
        for number, one in enumerate(lines)
    )


def _labels(plane: Plane, lines: Sequence[Series]) -> Iterator[Label]:
    written: set[tuple[float, float]] = set()
    for slot, one, is_required in _worth_saying(plane, lines):
        x, y = plane.across(slot), plane.down(one.value or 0)
        if (x, y) not in written:
            written.add((x, y))
            yield Label(x=x, y=y, text=one.said, note=_part(one, plane), size=plane.sheet.size, is_required=is_required)


def _worth_saying(plane: Plane, lines: Sequence[Series]) -> Iterator[tuple[int, Observation, bool]]:
    for one_line in lines:
        yield from ((slot, one, True) for slot, one in one_line.partial)
        yield from ((slot, one, True) for slot, one in one_line.single if one.is_marked_in_words)
    for one_line in lines:
        if one_line.single:
            yield (*one_line.single[-1], len(lines) == 1)
    for one_line in lines:
        by_value = sorted(one_line.single, key=lambda pair: pair[1].value or 0)
        yield from ((slot, one, False) for slot, one in (*by_value[-1:], *by_value[:1], *one_line.single[:1]))
        yield from ((slot, one, False) for slot, ones in one_line.competing for one in (ones[-1], ones[0]))
    points = [pair for one_line in lines for pair in one_line.points]
    if len(points) <= _MANY and sum(width(one.said, plane.sheet.size, bold=True) for _, one in points) < plane.width * _FULL:
        yield from ((slot, one, False) for slot, one in points)


def _part(one: Observation, plane: Plane) -> str:
    """The months that a figure holds for, if not the whole year."""
    if one.period is None or not plane.calendar.is_part(one.period):
        return ""
    return format_period(one.period.text, plane.lang, short=True)
