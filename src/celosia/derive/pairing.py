"""A table in two states, row by row: the rows of each by what names them. Pure."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from celosia.derive.difference import CellChange, Key, RowChange, Standing
from celosia.model import Role, Row, Table
from celosia.vocabularies.status import Status, marks_of

_NOTHING = Standing()
_REPEATED = "#"
"""In the key of a row whose key others have too: which of them it is. No column is called that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The two states; `names` are the columns that name a row, `before` and `after` give the place of each key."""

    older: Table
    newer: Table
    names: tuple[str, ...]
    before: Mapping[Key, int]
    after: Mapping[Key, int]

    @classmethod
    def of(cls, older: Table, newer: Table) -> "Pair":
        """By the newer one's primary key, or its dimensions, where both have these columns; else by all that both have."""
        shared = {column.name for column in older.columns} & {column.name for column in newer.columns}
        names = newer.primary_key or tuple(column.name for column in newer.with_role(Role.DIMENSION))
        if not names or not shared.issuperset(names):
            names = tuple(column.name for column in newer.columns if column.name in shared)
        return cls(older=older, newer=newer, names=names, before=_keyed(older, names), after=_keyed(newer, names))

    def rows(self) -> Iterator[RowChange]:
        """Rows that are gone, then rows that are new."""
        for key, number in self.before.items():
            if key not in self.after:
                yield RowChange(table=self.newer.name, key=key, kind="removed", period=_period(self.older, number))
        for key, number in self.after.items():
            if key not in self.before:
                yield RowChange(table=self.newer.name, key=key, kind="added", period=_period(self.newer, number))

    def cells(self) -> Iterator[CellChange]:
        """Every cell beside the key that is gone, new or different; a column that comes or goes does so in each row."""
        old, new = _standings(self.older), _standings(self.newer)
        columns = [name for name in dict.fromkeys((*new, *old)) if name not in self.names]
        for key in dict.fromkeys((*self.before, *self.after)):
            for name in columns:
                was, now = _at(old, name, self.before.get(key)), _at(new, name, self.after.get(key))
                if (was or _NOTHING) != (now or _NOTHING):
                    yield self._cell(key, name, was, now)

    def _cell(self, key: Key, name: str, was: Standing | None, now: Standing | None) -> CellChange:
        table, numbers = (self.older, self.before) if now is None else (self.newer, self.after)
        return CellChange(
            table=table.name,
            key=key,
            column=name,
            kind="added" if was is None else "removed" if now is None else "revised",
            old=was,
            new=now,
            period=_period(table, numbers[key]),
            is_figure=table.column(name).role is Role.MEASURE,
        )


def _at(standings: Mapping[str, tuple[Standing, ...]], name: str, number: int | None) -> Standing | None:
    """A cell as it stands; none where there is no such row or column."""
    return standings[name][number] if name in standings and number is not None else None


def _keyed(table: Table, names: tuple[str, ...]) -> Mapping[Key, int]:
    """The place of each row by its key, in an order that the file's has no part in."""
    positions = [table.index(name) for name in names]
    told = [(tuple((name, row[place]) for name, place in zip(names, positions, strict=True)), row) for row in table.rows]
    order = sorted(range(len(told)), key=lambda number: repr(told[number]))
    seen: Counter[Key] = Counter()
    keyed: dict[Key, int] = {}
    for number in order:
        key = told[number][0]
        seen[key] += 1
        keyed[key if seen[key] == 1 else (*key, (_REPEATED, seen[key]))] = number
    return keyed


def _standings(table: Table) -> Mapping[str, tuple[Standing, ...]]:
    """Every cell by its column, figures with their marks."""
    columns = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    return {
        column.name: tuple(map(_standing, values, marks_of(table, column, table.rows)))
        if column.role is Role.MEASURE
        else tuple(Standing(value=value) for value in values)
        for column, values in zip(table.columns, columns, strict=True)
    }


def _standing(value: object, mark: Status | None) -> Standing:
    shown = None if mark is not None and mark.is_absent else value
    return Standing(value=shown, mark=mark.sign if mark else "")  # type: ignore[arg-type]  # a cell of the table


def _period(table: Table, number: int) -> str:
    column = table.with_concept("time-period")
    row: Row = table.rows[number]
    value = None if column is None else row[table.index(column.name)]
    return "" if value is None else str(value)
