"""The rows of a chart as observations: a place on the axis, a group, a figure or the reason why there is none. Pure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from celosia.charts.drawing import Drawing
from celosia.locales import format_number, format_period, gettext
from celosia.model import Cell, Column, PeriodOfTime, Role, Row
from celosia.vocabularies.status import BREAK, PROTECTED, TENTATIVE, Status, reader

_SIGNS = {"aprox": "≈", "cerca de": "≈", "casi": "≈", "más de": ">", "al menos": "≥"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One row (SDMX observation). `value` is none where it is protected or missing; neither is ever a zero.

    `place` is the first dimension, `group` the second, both with their words; `rest` tells rows of the same place apart.
    `status` is the mark that stands beside the figure, or in its place; there always is one where there is no figure.
    `is_partial`: it holds for a part of a year among others that hold for whole ones. `tip` is what the interactive
    drawing says of it: each column's title with the words of its cell.
    """

    place: str
    place_label: str
    group: str
    group_label: str
    rest: str
    period: PeriodOfTime | None
    value: float | None
    figure: str
    status: Status | None
    is_partial: bool
    tip: tuple[tuple[str, str], ...]

    @property
    def is_protected(self) -> bool:
        """Whether the figure is hidden so that nobody can be recognised."""
        return self.status is PROTECTED

    @property
    def is_tentative(self) -> bool:
        """Whether the figure may still change, or was not counted."""
        return self.status in TENTATIVE

    @property
    def is_broken(self) -> bool:
        """Whether it cannot be compared with the figure before it."""
        return self.status is BREAK

    @property
    def is_marked_in_words(self) -> bool:
        """Whether a figure has a mark that no outline shows, so that its words must be there."""
        return self.status is not None and not self.is_tentative

    @property
    def said(self) -> str:
        """What is written for it: the figure, with its mark if it has one, or the mark alone."""
        return " ".join(part for part in (self.figure, self.status.sign if self.status else "") if part)


def observations(drawing: Drawing) -> tuple[Observation, ...]:
    """Each row of the drawing's table, in order."""
    read = _reader(drawing)
    return tuple(map(read, drawing.table.rows))


def axis_title(drawing: Drawing) -> str:
    """What the figures are and in what unit, and when, if one period holds for all: «Víctimas (personas), 2018»."""
    column = drawing.table.column(drawing.chart.measure)
    title = column.title.text(drawing.lang)
    unit = gettext(drawing.lang)(column.unit or "")
    if unit and unit.casefold() not in title.casefold():
        title = f"{title} ({unit})"
    periods = {period.text for period in drawing.table.periods()}
    if len(periods) != 1 or is_in_time(drawing):
        return title
    return f"{title}, {format_period(periods.pop(), drawing.lang)}"


def is_in_time(drawing: Drawing) -> bool:
    """Whether the axis of the chart is a time."""
    return drawing.table.column(drawing.chart.dimensions[0]).concept == "time-period"


def is_cumulative(found: Iterable[Observation]) -> bool:
    """Whether a figure covers several years: then none of them stands on a yearly axis."""
    return any(one.period is not None and one.period.is_cumulative for one in found)


def is_monthly(periods: Iterable[PeriodOfTime]) -> bool:
    """Whether every period is one month: then a month is no part, but the whole."""
    return all(len(period.text) == len("2020-01") for period in periods)


def words(column: Column, cell: Cell, drawing: Drawing) -> str:
    """The words of a cell: its code's, its area's or its period's, or the cell itself."""
    if cell is None:
        return ""
    if column.concept == "time-period":
        return format_period(str(cell), drawing.lang)
    named = column.label(cell, drawing.lang)
    if named is None and column.concept == "ref-area":
        named = next((area.name.text(drawing.lang) for area in drawing.territories if area.code == cell), None)
    return named or str(cell)


def figure(value: float, unit: str | None, lang: str) -> str:
    """A figure with its per cent sign, if it is one: 52 %, 52%."""
    written = format_number(value, lang)
    if unit != "%":
        return written
    return written + ("%" if lang == "en" else "\u202f%")


def _reader(drawing: Drawing) -> Callable[[Row], Observation]:
    table, chart = drawing.table, drawing.chart
    place, *groups = (table.column(name) for name in chart.dimensions)
    time = table.with_concept("time-period")
    others = tuple(column for column in table.with_role(Role.DIMENSION) if column.name not in chart.dimensions[:2])
    varying = tuple(column for column in others if len(set(table.values(column.name))) > 1)
    measure = table.column(chart.measure)
    marks_parts = any(period.is_full_year for period in table.periods()) or (place is time and not is_monthly(table.periods()))

    def concept(row: dict[str, Cell], name: str) -> str:
        column = next((column for column in table.columns if column.concept == name), None)
        cell = row[column.name] if column else None
        return "" if cell is None else str(cell)

    names = [column.name for column in table.columns]
    status_of = reader(table, measure)

    def read(cells: Row) -> Observation:
        row = dict(zip(names, cells, strict=True))
        cell, status = row[measure.name], status_of(cells)
        value = None if (status and status.is_absent) or not isinstance(cell, int | float) else cell
        period = PeriodOfTime.parse(str(row[time.name])) if time and row[time.name] is not None else None
        group = groups[0] if groups else None
        written = "" if value is None else _SIGNS.get(concept(row, "qualifier"), "") + figure(value, measure.unit, drawing.lang)
        named = status.spoken(drawing.lang) if status else ""
        dimensions = (place, *groups, *others)
        return Observation(
            place=str(row[place.name]),
            place_label=words(place, row[place.name], drawing),
            group=str(row[group.name]) if group else "",
            group_label=words(group, row[group.name], drawing) if group else "",
            rest=" · ".join(words(column, row[column.name], drawing) for column in varying),
            period=period,
            value=value,
            figure=written,
            status=status,
            is_partial=marks_parts and period is not None and period.is_partial_year,
            tip=(
                *((column.title.text(drawing.lang), words(column, row[column.name], drawing)) for column in dimensions),
                (measure.title.text(drawing.lang), " ".join(part for part in (written, named) if part)),
            ),
        )

    return read
