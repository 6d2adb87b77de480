"""A timeline: events at their dates, a lane for each category. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from celosia.charts.drawing import Drawing
from celosia.charts.heading import SHAPES, Heading, Sign, heading
from celosia.charts.observation import words as words_of
from celosia.charts.palette import HUES, SOFT_INK
from celosia.charts.placement import Box, Label, Scene, place, words
from celosia.charts.scale import Scale
from celosia.charts.sheet import Frame, Layout, Mark, Sheet
from celosia.charts.typography import room, wrap
from celosia.locales import format_period, gettext
from celosia.model import PeriodOfTime

_DOT = 12
_SIDE = 14
_LONGEST = 150
_YEAR = 365.2425
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Event:
    lane: str
    period: PeriodOfTime
    label: str
    tip: tuple[tuple[str, str], ...]

    @property
    def year(self) -> float:
        """The middle of its period, as a year with its fraction."""
        middle = self.period.start + (self.period.end - self.period.start) / 2
        return round(middle.year + (middle.timetuple().tm_yday - 1) / _YEAR, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lane:
    number: int
    events: tuple[tuple[_Event, int], ...]
    title: tuple[str, ...]
    top: float
    base: float


def timeline(drawing: Drawing, sheet: Sheet) -> Layout:
    """Lay the lanes out. A row without a date is not drawn: the key says how many there are."""
    events, undated = _events(drawing), _undated(drawing)
    first, last = _span(events)
    across = Scale(low=first, high=last, start=0, end=sheet.width - 2 * _SIDE)
    lanes = tuple(_lanes(events, across, sheet))
    signs = (Sign(text=gettext(drawing.lang)("without a date: {figure}").format(figure=undated), shape=""),) if undated else ()
    head = heading(drawing.table.title.text(drawing.lang), signs, sheet, _SIDE)
    return _layout(sheet, across, lanes, head, drawing.lang)


def _layout(sheet: Sheet, across: Scale, lanes: Sequence[_Lane], head: Heading, lang: str) -> Layout:
    height = lanes[-1].base + _DOT if lanes else sheet.line
    return Layout(
        kind="timeline",
        template="timeline",
        sheet=sheet,
        frame=Frame(width=across.end, height=height, left=_SIDE, right=_SIDE, top=head.height, bottom=sheet.size + 14),
        params={"first": across.low, "last": across.high, "slots": _ticks(across, sheet)},
        marks={
            "points": tuple(_point(event, level, lane) for lane in lanes for event, level in lane.events),
            "texts": (*head.texts, *(mark for lane in lanes for mark in _words(lane, across, sheet, lang))),
            "signs": head.signs,
        },
    )


def _events(drawing: Drawing) -> tuple[_Event, ...]:
    chart, table = drawing.chart, drawing.table
    time, *lanes = (table.column(name) for name in chart.dimensions)
    label = table.column(chart.measure)
    found: list[_Event] = []
    for record in table.records():
        if record[time.name] is None:
            continue
        tip = [
            (column.title.text(drawing.lang), words_of(column, record[column.name], drawing))
            for column in (time, *lanes, label)
        ]
        found.append(
            _Event(
                lane=words_of(lanes[0], record[lanes[0].name], drawing) if lanes else "",
                period=PeriodOfTime.parse(str(record[time.name])),
                label=words_of(label, record[label.name], drawing) if label.type == "string" else "",
                tip=tuple(tip),
            )
        )
    return tuple(sorted(found, key=lambda event: (event.period.start, event.period.end, event.label)))


def _undated(drawing: Drawing) -> int:
    return sum(cell is None for cell in drawing.table.values(drawing.chart.dimensions[0]))


def _span(events: Sequence[_Event]) -> tuple[int, int]:
    years = [event.period.start.year for event in events] or [0]
    return min(years), max(years) + 1


def _lanes(events: Sequence[_Event], across: Scale, sheet: Sheet) -> Iterator[_Lane]:
    names = list(dict.fromkeys(event.lane for event in events))
    top = 0.0
    for number, name in enumerate(sorted(names, key=lambda name: (-sum(event.lane == name for event in events), name))):
        stacked = _stacked([event for event in events if event.lane == name], across)
        title = wrap(f"{name} ({len(stacked)})", sheet.width - 2 * _SIDE, sheet.size) if name else ()
        base = top + len(title) * sheet.line + sheet.line + (max(level for _, level in stacked) + 1) * _DOT
        yield _Lane(number=number, events=stacked, title=title, top=top, base=base)
        top = base + sheet.line


def _stacked(events: Sequence[_Event], across: Scale) -> tuple[tuple[_Event, int], ...]:
    ends: list[float] = []
    placed: list[tuple[_Event, int]] = []
    for event in events:
        x = across(event.year)
        level = next((number for number, end in enumerate(ends) if end <= x), len(ends))
        ends[level : level + 1] = [x + _DOT]
        placed.append((event, level))
    return tuple(placed)


def _ticks(across: Scale, sheet: Sheet) -> list[int]:
    fitting = across.end / (room("2000", sheet.size) + sheet.size)
    step = next((step for step in _STEPS if (across.high - across.low) / step <= fitting), _STEPS[-1])
    return [year for year in range(int(across.low), int(across.high) + 1) if year % step == 0]


def _point(event: _Event, level: int, lane: _Lane) -> Mark:
    number = min(lane.number, len(HUES) - 1)
    y = round(lane.base - (level + 0.5) * _DOT, 2)
    return {"year": event.year, "y": y, "color": HUES[number], "shape": SHAPES[number], "tip": dict(event.tip)}


def _words(lane: _Lane, across: Scale, sheet: Sheet, lang: str) -> Iterator[Mark]:
    for count, text in enumerate(lane.title):
        yield words(-_SIDE + 2, lane.top + (count + 0.6) * sheet.line, text, sheet.size, weight="bold")
    centres = [(across(event.year), lane.base - (level + 0.5) * _DOT, event) for event, level in lane.events]
    boxes = tuple(Box(left=x - 6, top=y - 6, right=x + 6, bottom=y + 6) for x, y, _ in centres)
    paper = Box(left=-_SIDE, top=lane.top + len(lane.title) * sheet.line, right=across.end + _SIDE, bottom=lane.base + 4)
    ends = {0, len(centres) - 1}
    texts = (
        (
            x,
            y,
            event.label if event.label and room(event.label, sheet.size) < _LONGEST else format_period(event.period.text, lang),
        )
        for number, (x, y, event) in enumerate(centres)
        if number in ends or (event.label and room(event.label, sheet.size) < _LONGEST)
    )
    labels = [Label(x=x, y=y, text=text, size=sheet.size, color=SOFT_INK, is_bold=False) for x, y, text in texts]
    yield from place(labels, Scene(paper=paper, boxes=boxes, lines=()))
