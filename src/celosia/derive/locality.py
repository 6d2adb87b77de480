"""The rows of each territory, as each dataset has them, and as many of them as a page has room for. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate

from celosia.derive.beside import Beside, Nationals, Whole, bare
from celosia.model import (
    Catalog,
    Column,
    Dataset,
    LangString,
    PeriodOfTime,
    PlacedValue,
    Placement,
    Role,
    Row,
    Table,
    Territory,
)

MOST = 240
"""Figures on a page: of more, only the newest of each table; of still more, the first datasets and links to the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A published cell: the row of a table and one of its measures; `national` is the place of the country's in `beside`.

    `placed` is set where the source names a place of its own, and `placement` the mapping that says so.
    """

    row: Row
    measure: str
    national: int | None = None
    placed: PlacedValue | None = None
    placement: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TerritoryTable:
    """A table as far as a territory goes: `table` holds no rows and no bytes; `place` is the column that names territories."""

    table: Table
    place: str
    figures: tuple[Figure, ...]
    beside: tuple[Beside, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TerritoryPart:
    """What a dataset publishes of a territory. `left` counts its figures that the page has no room for."""

    dataset: str
    title: LangString
    what: LangString
    tables: tuple[TerritoryTable, ...]
    left: int = 0


def parts_by_territory(catalog: Catalog, areas: Mapping[str, Territory]) -> Mapping[str, list[TerritoryPart]]:
    """The parts of each territory, by its code, each dataset read once."""
    found: dict[str, list[TerritoryPart]] = {}
    for dataset in catalog.datasets:
        of_dataset: dict[str, list[TerritoryTable]] = {}
        placed = {one.table for placement in catalog.placements for one in placement.columns if one.dataset == dataset.id}
        whole = Whole(dataset=dataset, placed=frozenset(placed))
        for table in dataset.tables if dataset.kind == "statistics" else ():
            for code, told in _of_table(table, whole, catalog.placements, areas):
                of_dataset.setdefault(code, []).append(told)
        for code, tables in of_dataset.items():
            part = TerritoryPart(dataset=dataset.id, title=dataset.title, what=dataset.counts.what, tables=tuple(tables))
            found.setdefault(code, []).append(part)
    return found


def _of_table(
    table: Table, whole: Whole, placements: tuple[Placement, ...], areas: Mapping[str, Territory]
) -> Iterator[tuple[str, TerritoryTable]]:
    """The rows of a table by the territory that they are of."""
    measures = [column for column in table.with_role(Role.MEASURE) if column.type in ("integer", "number")]
    column, placing = _place(table, whole.dataset, placements)
    if column is None or not measures:
        return
    position = table.index(column.name)
    for value, rows in by_value(table.rows, position).items():
        placed = placing.values.get(value) if placing else None
        code = placed.territory if placed else value
        if code is not None and code in areas:
            beside = whole.beside(table, column, areas[code].parent or "")
            yield code, _told(table, column, _Rows(rows=rows, measures=measures, placed=placed, placing=placing), beside)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placing:
    """A mapping with its values by themselves."""

    id: str
    values: Mapping[str, PlacedValue]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rows:
    """The rows of a table that name one place."""

    rows: tuple[Row, ...]
    measures: list[Column]
    placed: PlacedValue | None
    placing: _Placing | None


def _place(table: Table, dataset: Dataset, placements: tuple[Placement, ...]) -> tuple[Column | None, _Placing | None]:
    """The column that names places: one that a mapping names, or the one that stands for the reference area."""
    for placement in placements:
        for one in placement.columns:
            if (one.dataset, one.table) == (dataset.id, table.name):
                values = {value.value: value for value in placement.values}
                return table.column(one.column), _Placing(id=placement.id, values=values)
    return table.with_concept("ref-area"), None


def _told(table: Table, column: Column, found: _Rows, beside: Nationals) -> TerritoryTable:
    numbers: dict[tuple[str, Row], int] = {}
    nationals: list[Beside] = []
    figures = []
    by_own_name = found.placed is None or found.placed.value == found.placed.territory
    for row in _newest_first(table, found.rows):
        for measure in found.measures:
            national = beside.of(row, measure)
            if national and (key := (national.table.name, national.row)) not in numbers:
                numbers[key] = len(nationals)
                nationals.append(national)
            figures.append(
                Figure(
                    row=row,
                    measure=measure.name,
                    national=numbers[national.table.name, national.row] if national else None,
                    placed=None if by_own_name else found.placed,
                    placement=found.placing.id if found.placing and not by_own_name else None,
                )
            )
    return TerritoryTable(table=bare(table), place=column.name, figures=tuple(figures), beside=tuple(nationals))


def _newest_first(table: Table, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """By the end of their periods; rows of the same period stay in the order of the table."""
    column = table.with_concept("time-period")
    if column is None:
        return rows
    position = table.index(column.name)
    return tuple(sorted(rows, key=lambda row: PeriodOfTime.parse(str(row[position])).end, reverse=True))


def fitting(parts: tuple[TerritoryPart, ...]) -> tuple[TerritoryPart, ...]:
    """As much as a page has room for: `MOST` figures."""
    if sum(_size(part) for part in parts) <= MOST:
        return parts
    newest = tuple(_newest(part) for part in parts)
    ends = accumulate(_size(part) for part in newest)
    return tuple(
        part if end <= MOST else replace(part, tables=(), left=part.left + _size(part))
        for part, end in zip(newest, ends, strict=True)
    )


def _newest(part: TerritoryPart) -> TerritoryPart:
    """With the figures of the newest period of each table only."""
    tables = tuple(_latest(told) for told in part.tables)
    kept = replace(part, tables=tables)
    return replace(kept, left=_size(part) - _size(kept))


def _latest(told: TerritoryTable) -> TerritoryTable:
    column = told.table.with_concept("time-period")
    if column is None or not told.figures:
        return told
    position = told.table.index(column.name)
    first = told.figures[0].row[position]
    return replace(told, figures=tuple(figure for figure in told.figures if figure.row[position] == first))


def _size(part: TerritoryPart) -> int:
    return sum(len(told.figures) for told in part.tables)


def by_value(rows: tuple[Row, ...], position: int) -> Mapping[str, tuple[Row, ...]]:
    """Rows by what they have in a column; not those that have nothing there."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        if row[position] is not None:
            found.setdefault(str(row[position]), []).append(row)
    return {value: tuple(some) for value, some in found.items()}
