"""The rows of a chart as observations: a place on the axis, a group, a figure or the reason why there is none. Pure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from celosia.charts.drawing import Drawing
from celosia.locales import format_number, format_period, gettext
from celosia.model import Cell, Column, PeriodOfTime, Role

_TENTATIVE = {"P": "provisional", "E": "estimated"}
_SIGNS = {"aprox": "≈", "cerca de": "≈", "casi": "≈", "más de": ">", "al menos": "≥"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One row (SDMX observation). `value` is none where it is withheld or missing; neither is ever a zero.

    `place` is the first dimension, `group` the second, both with their words; `rest` tells rows of the same place apart.
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
    tentative: str
    is_protected: bool
    is_partial: bool
    tip: tuple[tuple[str, str], ...]


def observations(drawing: Drawing) -> tuple[Observation, ...]:
    """Each row of the drawing's table, in order."""
    read = _reader(drawing)
    return tuple(
        read(dict(zip((column.name for column in drawing.table.columns), row, strict=True))) for row in drawing.table.rows
    )


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


def _reader(drawing: Drawing) -> Callable[[dict[str, Cell]], Observation]:
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

    def read(row: dict[str, Cell]) -> Observation:
        status = concept(row, "obs-status")
        cell = row[measure.name]
        protected = status == "Q" or (cell is None and concept(row, "conf-status") not in ("", "F"))
        value = None if protected or not isinstance(cell, int | float) else cell
        period = PeriodOfTime.parse(str(row[time.name])) if time and row[time.name] is not None else None
        group = groups[0] if groups else None
        written = "" if value is None else _SIGNS.get(concept(row, "qualifier"), "") + figure(value, measure.unit, drawing.lang)
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
            tentative=_TENTATIVE.get(status, ""),
            is_protected=protected,
            is_partial=marks_parts and period is not None and period.is_partial_year,
            tip=(
                *((column.title.text(drawing.lang), words(column, row[column.name], drawing)) for column in dimensions),
                (measure.title.text(drawing.lang), written),
            ),
        )

    return read
