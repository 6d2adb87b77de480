"""Charts that can be drawn, and that can be read: what each kind asks of its table. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from celosia.check.place import descriptor
from celosia.model import Cell, Chart, Dataset, Finding, Role, Row, Table
from celosia.model.chart import ChartKind
from celosia.model.nearest import nearest, shown

_MOST_COLOURS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    """How many dimensions a kind takes, and what the first one must be."""

    least: int
    most: int
    axis: str | None = None
    coloured: bool = False


_RULES: Mapping[ChartKind, _Rule] = {
    "line": _Rule(least=1, most=2, axis="time-period", coloured=True),
    "bars": _Rule(least=1, most=1),
    "stacked-bars": _Rule(least=2, most=2, coloured=True),
    "small-multiples": _Rule(least=2, most=2, axis="time-period"),
    "dot-range": _Rule(least=1, most=2, coloured=True),
    "tile-map": _Rule(least=1, most=1, axis="ref-area"),
    "timeline": _Rule(least=1, most=2, axis="time-period"),
}


def charts(dataset: Dataset) -> Iterator[Finding]:
    """What is wrong with each declared chart; a chart of an unknown table or column is looked at no further."""
    for chart in dataset.charts:
        table = next((table for table in dataset.tables if table.name == chart.table), None)
        if table is None:
            names = (table.name for table in dataset.tables)
            yield _finding("chart-unknown-table", dataset, chart, *_near(chart.table, names))
            continue
        unknown = tuple(_columns(dataset, chart, table))
        yield from unknown or _rules(dataset, chart, table)


def _columns(dataset: Dataset, chart: Chart, table: Table) -> Iterator[Finding]:
    names = [column.name for column in table.columns]
    measures = [column.name for column in table.with_role(Role.MEASURE)]
    for name in (*chart.dimensions, *(part.column for part in chart.where)):
        if name not in names:
            yield _finding("chart-unknown-column", dataset, chart, *_near(name, names))
        elif name in measures and name in chart.dimensions:
            yield _finding("chart-dimension-is-measure", dataset, chart, ("name", name))
    if chart.measure and chart.measure not in measures:
        yield _finding("chart-unknown-measure", dataset, chart, *_near(chart.measure, measures))


def _rules(dataset: Dataset, chart: Chart, table: Table) -> Iterator[Finding]:
    rule = _RULES[chart.kind]
    if not rule.least <= len(chart.dimensions) <= rule.most:
        expected = str(rule.least) if rule.least == rule.most else f"{rule.least}-{rule.most}"
        yield _finding("chart-dimensions", dataset, chart, ("expected", expected), ("found", str(len(chart.dimensions))))
    elif rule.axis and table.column(chart.dimensions[0]).concept != rule.axis:
        yield _finding("chart-axis", dataset, chart, ("expected", rule.axis), ("name", chart.dimensions[0]))
    elif table.rows:
        yield from _drawn(dataset, chart, table)


def _drawn(dataset: Dataset, chart: Chart, table: Table) -> Iterator[Finding]:
    rows = _filtered(chart, table)
    measure = table.index(chart.measure)
    if all(row[measure] is None for row in rows):
        yield _finding("chart-empty", dataset, chart)
    if _RULES[chart.kind].coloured and len(chart.dimensions) > 1:
        colours = _colours(chart, table, rows)
        if colours > _MOST_COLOURS:
            yield _finding("chart-colours", dataset, chart, ("found", str(colours)))


def _filtered(chart: Chart, table: Table) -> tuple[Row, ...]:
    kept = [(table.index(part.column), part.values) for part in chart.where]
    return tuple(row for row in table.rows if all(_written(row[position]) in values for position, values in kept))


def _colours(chart: Chart, table: Table, rows: tuple[Row, ...]) -> int:
    """The categories that will be drawn: parts are drawn without their total where they are stacked."""
    column = table.column(chart.dimensions[1])
    found = {row[table.index(column.name)] for row in rows}
    return len(found - {column.total_code}) if chart.kind == "stacked-bars" else len(found)


def _written(value: Cell) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def _near(name: str, names: Iterator[str] | list[str]) -> tuple[tuple[str, str], ...]:
    near = nearest(name, names)
    return (("name", shown(name)), *((("nearest", near),) if near else ()))


def _finding(code: str, dataset: Dataset, chart: Chart, *details: tuple[str, str]) -> Finding:
    return Finding(code=code, where=descriptor(dataset), details=(("chart", shown(chart.name)), *details))
