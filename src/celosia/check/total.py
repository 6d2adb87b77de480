"""Totals beside their parts: parts never exceed them, and never give a few persons away by subtraction. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from celosia.check.place import cell
from celosia.model import Cell, Column, Dataset, Finding, Role, Row, Table
from celosia.model.counted import Unit

_FEW = 5
_COUNTS = frozenset(get_args(Unit))
_INEXACT = frozenset({"aprox", "más de", "al menos", "casi", "cerca de", "menos de", "hasta"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sum:
    """A total, and what its visible parts leave of it."""

    table: Table
    row: int
    measure: Column
    dimension: str
    remainder: float


def totals(dataset: Dataset) -> Iterator[Finding]:
    """Within the same other dimensions and source; the total in the column itself or in a table with one dimension less.

    An inexact total («más de 100») proves nothing, so it is left alone.
    """
    for found in _sums(dataset):
        where = cell(dataset, found.table, found.row, found.measure.name)
        if found.remainder < 0:
            yield Finding(code="parts-exceed-total", where=where, details=(("dimension", found.dimension),))
        elif 0 < found.remainder < _FEW and found.measure.unit == "persons":
            yield Finding(code="small-remainder", where=where, details=(("dimension", found.dimension),))


def _sums(dataset: Dataset) -> Iterator[_Sum]:
    for table in dataset.tables:
        for measure in table.with_role(Role.MEASURE):
            if measure.unit in _COUNTS:
                for dimension in _dimensions(table):
                    yield from _own(table, measure, dimension)
                    for wider in dataset.tables:
                        yield from _beside(table, wider, measure, dimension)


def _own(table: Table, measure: Column, dimension: Column) -> Iterator[_Sum]:
    position, value = table.index(dimension.name), table.index(measure.name)
    whole = {dimension.total_code, None}
    for group in _groups(table, dimension).values():
        sums = [(number, row) for number, row in group if row[position] in whole]
        parts = [row[value] for _, row in group if row[position] not in whole]
        if len(sums) == 1 and not _is_inexact(table, sums[0][1]):
            remainder = _remainder(sums[0][1][value], parts)
            if remainder is not None:
                yield _Sum(table=table, row=sums[0][0], measure=measure, dimension=dimension.name, remainder=remainder)


def _beside(table: Table, wider: Table, measure: Column, dimension: Column) -> Iterator[_Sum]:
    """The totals of `wider`, which has the same dimensions but one, over the parts in `table`."""
    names = [column.name for column in table.columns if _tells_apart(column) and column != dimension]
    if [column.name for column in wider.columns if _tells_apart(column)] != names or not _measures(wider, measure):
        return
    position, value = table.index(dimension.name), table.index(measure.name)
    groups = _groups(table, dimension)
    others = [wider.index(name) for name in names]
    keys = [tuple(row[other] for other in others) for row in wider.rows]
    for number, (key, row) in enumerate(zip(keys, wider.rows, strict=True)):
        parts = [part[value] for _, part in groups.get(key, ())]
        if keys.count(key) > 1 or _is_inexact(wider, row) or _has_total(groups.get(key, ()), position, dimension):
            continue
        remainder = _remainder(row[wider.index(measure.name)], parts)
        if remainder is not None:
            yield _Sum(table=wider, row=number, measure=measure, dimension=dimension.name, remainder=remainder)


def _has_total(group: Iterable[tuple[int, Row]], position: int, dimension: Column) -> bool:
    return any(row[position] in {dimension.total_code, None} for _, row in group)


def _measures(table: Table, measure: Column) -> bool:
    return any(column.name == measure.name and column.unit == measure.unit for column in table.columns)


def _groups(table: Table, dimension: Column) -> dict[tuple[Cell, ...], list[tuple[int, Row]]]:
    """The rows that differ in one dimension only, with their positions."""
    others = [table.index(column.name) for column in table.columns if _tells_apart(column) and column != dimension]
    groups = defaultdict(list)
    for number, row in enumerate(table.rows):
        groups[tuple(row[position] for position in others)].append((number, row))
    return groups


def _tells_apart(column: Column) -> bool:
    return column.role is Role.DIMENSION or column.concept == "source"


def _dimensions(table: Table) -> tuple[Column, ...]:
    return tuple(column for column in table.with_role(Role.DIMENSION) if column.concept != "time-period")


def _is_inexact(table: Table, row: Row) -> bool:
    column = table.with_concept("qualifier")
    return column is not None and row[table.index(column.name)] in _INEXACT


def _remainder(total: Cell, parts: list[Cell]) -> float | None:
    counted = [part for part in parts if isinstance(part, int | float)]
    return total - sum(counted) if isinstance(total, int | float) and counted else None
