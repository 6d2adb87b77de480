"""Figures that a source revised later, in a row beside the first one, which stays: what the first one said. Pure."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from celosia.derive.difference import Key
from celosia.model import Cell, Dataset, Role, Table

REVISED = "revisado"
"""The qualifier of a figure that its source says to have revised (docs: descriptor.md)."""

Figure = tuple[str, Key, str]
"""A cell: its table, the key of its row, its column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """The figure that a later one revises, with the key of its row."""

    key: Key
    value: Cell


def restated(older: Dataset, newer: Dataset) -> Mapping[Figure, First]:
    """What each revised figure of the newer state revises: the one figure of the older state with the same dimensions.

    Rows are claims, each with its own id and source; so a revised figure is another row, and the first one is never changed.
    """
    before = {table.name: table for table in older.tables}
    return dict(pair for table in newer.tables if table.name in before for pair in _in_table(before[table.name], table))


def _in_table(older: Table, newer: Table) -> Iterator[tuple[Figure, First]]:
    column = newer.with_concept("qualifier")
    revised = [row for row in newer.records() if column and row[column.name] == REVISED]
    if not revised:
        return
    names = [dimension.name for dimension in newer.with_role(Role.DIMENSION)]
    same = defaultdict(list)
    for row in older.records():
        same[tuple(row.get(name) for name in names)].append(row)
    for row in revised:
        for measure in newer.with_role(Role.MEASURE):
            first = [one for one in same[tuple(row[name] for name in names)] if one.get(measure.name) is not None]
            if len(first) == 1 and _key(newer, first[0]) != _key(newer, row):
                told = First(key=_key(newer, first[0]), value=first[0][measure.name])
                yield (newer.name, _key(newer, row), measure.name), told


def _key(table: Table, row: Mapping[str, Cell]) -> Key:
    return tuple((name, row.get(name)) for name in table.primary_key)
