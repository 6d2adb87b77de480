"""Small multiples in time: a panel for each group, all on the same scales. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from celosia.charts.bars import bars
from celosia.charts.drawing import Drawing
from celosia.charts.form import form
from celosia.charts.heading import Heading, Sign, heading, signs_of
from celosia.charts.observation import Observation, axis_title, observations
from celosia.charts.order import parts
from celosia.charts.palette import RULE
from celosia.charts.placement import Label, place, words
from celosia.charts.plane import Plane, break_labels, gap_texts
from celosia.charts.series import Series, missing, series
from celosia.charts.sheet import Frame, Layout, Mark, Sheet
from celosia.charts.stroke import band_texts, line_marks, point_marks, protected_bands, said_of_lines, scene, span_marks
from celosia.charts.typography import wrap

_HEIGHT = 92
_GAP = 30
_BETWEEN = 16
_TOP = 14
_BREAK = "M0,-1.1L0,1.1"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grid:
    columns: int
    panel: Plane
    lines: tuple[Series, ...]
    titles: tuple[tuple[str, ...], ...]
    head: Heading

    @property
    def title_height(self) -> float:
        return max(len(lines) for lines in self.titles) * self.panel.sheet.line + _TOP

    @property
    def row_gap(self) -> float:
        return self.title_height + self.panel.sheet.size + _BETWEEN


def small_multiples(drawing: Drawing, sheet: Sheet) -> Layout:
    """Lay the panels out. Where the axis is no time, or the figures are cumulative, they become bars."""
    found = observations(drawing)
    if form("small-multiples", drawing, found) == "bars":
        return bars(drawing, sheet)
    plane = Plane.of(drawing, sheet, found)
    order = parts(found, drawing)
    lines = tuple(sorted(series(found, plane.calendar), key=lambda one: order.index(one.group)))
    columns = min(len(lines), 2 if sheet.is_narrow else 3)
    side = (sheet.width - plane.left - plane.right - _GAP * (columns - 1)) / columns
    panel = replace(
        plane, sheet=replace(sheet, width=round(side + plane.left + plane.right), plot=_HEIGHT), steps=_fewer(plane.steps)
    )
    titles = tuple(wrap(one.label, side, sheet.size) if one.label else () for one in lines)
    head = heading(axis_title(drawing), _signs(plane, lines), sheet, plane.left, lift=0)
    return _layout(_Grid(columns=columns, panel=panel, lines=lines, titles=titles, head=head), sheet)


def _layout(grid: _Grid, sheet: Sheet) -> Layout:
    count = -(-len(grid.lines) // grid.columns)
    panel = grid.panel
    return Layout(
        kind="small-multiples",
        template="panels",
        sheet=sheet,
        frame=Frame(
            width=panel.width,
            height=_HEIGHT,
            left=panel.left,
            right=sheet.width - panel.left - grid.columns * panel.width - (grid.columns - 1) * _GAP,
            top=grid.head.height + grid.title_height,
            bottom=(count - 1) * (_HEIGHT + grid.row_gap) + sheet.size + 14,
        ),
        params={**panel.params, **_ends(panel)},
        marks={"panels": tuple(_panels(grid))},
        grid=(grid.columns, _GAP, grid.row_gap),
    )


def _panels(grid: _Grid) -> Iterator[Mark]:
    for number, one in enumerate(grid.lines):
        for role, marks in _marks(grid, number, one).items():
            yield from ({**mark, "role": role, "panel": number} for mark in marks)


def _marks(grid: _Grid, number: int, one: Series) -> dict[str, Sequence[Mark]]:
    panel = grid.panel
    lifted = -grid.title_height
    texts: list[Mark] = list(_title(grid, number))
    if number == 0:
        texts += [{**mark, "y": mark["y"] + lifted} for mark in grid.head.texts]  # type: ignore[operator]  # pixels are numbers
    said = (*gap_texts(panel, missing([one], panel.calendar)), *band_texts(panel, one))
    return {
        "breaks": [{"slot": at, "top": 0, "bottom": _HEIGHT} for at in panel.cuts],
        "bands": protected_bands(one),
        "spans": span_marks([one]),
        "lines": line_marks(panel, [one]),
        "points": point_marks([one], is_small=True),
        "texts": [*texts, *said, *place(_labels(panel, one), scene(panel, [one], said))],
        "signs": [{**mark, "y": mark["y"] + lifted} for mark in grid.head.signs] if number == 0 else [],  # type: ignore[operator]  # idem
    }


def _title(grid: _Grid, number: int) -> Iterator[Mark]:
    size, line = grid.panel.sheet.size, grid.panel.sheet.line
    for count, text in enumerate(grid.titles[number]):
        y = -grid.title_height + (count + 0.6) * line
        yield words(0, y, text, size, weight="bold")


def _labels(panel: Plane, one: Series) -> Iterator[Label]:
    highest = sorted(one.points, key=lambda pair: pair[1].value or 0)[-1:]
    written: set[int] = set()
    marked = tuple(pair for pair in one.single if pair[1].is_marked_in_words)
    for slot, found in (*marked, *one.single[-1:], *one.points[-1:], *highest, *one.points[:1]):
        if slot not in written:
            written.add(slot)
            yield _label(panel, slot, found)


def _label(panel: Plane, slot: int, found: Observation) -> Label:
    return Label(x=panel.across(slot), y=panel.down(found.value or 0), text=found.said, size=panel.sheet.size - 1)


def _signs(plane: Plane, lines: Sequence[Series]) -> tuple[Sign, ...]:
    return (
        *signs_of(said_of_lines(lines, [gap for one in lines for gap in missing([one], plane.calendar)]), plane.lang),
        *(Sign(text=text, shape=_BREAK, stroke=RULE) for text in break_labels(plane)),
    )


def _ends(panel: Plane) -> dict[str, object]:
    """The first and the last place of the axis, which is all that a panel has room for."""
    slots = list(dict.fromkeys((panel.calendar.first, panel.calendar.last)))
    return {"slots": slots, "slot_labels": [panel.calendar.label(slot, panel.lang) for slot in slots]}


def _fewer(steps: tuple[float, ...]) -> tuple[float, ...]:
    """Zero, half and the whole where they are among the steps, or only zero and the highest: a panel is low."""
    return tuple(step for step in steps if step * 2 in (0, steps[-1], 2 * steps[-1]))
