"""The figure of the whole country that may stand beside a territory's: one published row, or none. Pure.

No figure is made here. A row stands beside another where the same dataset has the same measure, the same period and the same
classes for the whole country, and only one row does.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from celosia.model import Cell, Column, Dataset, Role, Row, Table

Key = tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """The country's figure: a row of a table of the same dataset."""

    table: Table
    row: Row


@dataclass(frozen=True, kw_only=True)
class Whole:
    """The tables of a dataset as somebody looks in them for the figure of the whole country; not in the `placed` ones."""

    dataset: Dataset
    placed: frozenset[str]

    @cached_property
    def rows(self) -> dict[tuple[str, ...], Mapping[Key, list[Row]]]:
        """Each table by some of its columns, kept once it was asked for."""
        return {}

    def beside(self, table: Table, place: Column, country: str) -> "Nationals":
        """Where the country's figures are that may stand beside a table's."""
        return Nationals(whole=self, table=table, place=place, country=country)

    def keyed(self, table: Table, names: tuple[str, ...]) -> Mapping[Key, list[Row]]:
        """A table's rows by the values of some columns, in their order."""
        if (table.name, *names) not in self.rows:
            positions = [table.index(name) for name in names]
            found: dict[Key, list[Row]] = {}
            for row in table.rows:
                found.setdefault(tuple(row[position] for position in positions), []).append(row)
            self.rows[table.name, *names] = found
        return self.rows[table.name, *names]


@dataclass(frozen=True, slots=True, kw_only=True)
class Nationals:
    """The country's figures for a table: in the table itself, or in one of the same classes but for the place."""

    whole: Whole
    table: Table
    place: Column
    country: str

    def of(self, row: Row, measure: Column) -> Beside | None:
        """The country's row for a row, where there is exactly one."""
        classes = tuple(name for name in _classes(self.table) if name != self.place.name)
        key = tuple(row[self.table.index(name)] for name in classes)
        return self._same_table(classes, key) or self._other_table(classes, key, measure)

    def _same_table(self, classes: tuple[str, ...], key: Key) -> Beside | None:
        totals = {self.country, *((self.place.total_code,) if self.place.total_code else ())}
        keyed = self.whole.keyed(self.table, (*classes, self.place.name))
        rows = [row for total in sorted(totals) for row in keyed.get((*key, total), ())]
        return Beside(table=bare(self.table), row=rows[0]) if len(rows) == 1 else None

    def _other_table(self, classes: tuple[str, ...], key: Key, measure: Column) -> Beside | None:
        """A table of the same classes, and no other, that is about this country alone."""
        if self.whole.dataset.spatial != (self.country,):
            return None
        tables = (other for other in self.whole.dataset.tables if other.name not in self.whole.placed)
        others = [other for other in tables if other is not self.table and _counts_the_same(other, classes, measure)]
        rows = [(other, row) for other in others for row in self.whole.keyed(other, classes).get(key, ())]
        return Beside(table=bare(rows[0][0]), row=rows[0][1]) if len(rows) == 1 else None


def _counts_the_same(other: Table, classes: tuple[str, ...], measure: Column) -> bool:
    if set(_classes(other)) != set(classes):
        return False
    return any((one.name, one.unit, one.type) == (measure.name, measure.unit, measure.type) for one in other.columns)


def _classes(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in table.with_role(Role.DIMENSION) if column.concept != "identifier")


def bare(table: Table) -> Table:
    """A table without its rows and its bytes."""
    return replace(table, rows=(), body=b"")
