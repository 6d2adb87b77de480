"""The difference between two states of a dataset: by names of tables and columns and by primary keys, not by lines. Pure."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import get_args

from celosia.derive.difference import CodeChange, ColumnChange, ColumnKind, Difference, TotalChange, Unsummed
from celosia.derive.pairing import Pair
from celosia.model import Cell, Column, Dataset, Role, Table
from celosia.model.counted import Unit

_MEANING: Mapping[ColumnKind, Callable[[Column], str]] = {
    "type": lambda column: column.type,
    "role": lambda column: column.role.value,
    "unit": lambda column: column.unit or "",
    "concept": lambda column: column.concept or "",
    "total": lambda column: column.total_code or "",
    "title": lambda column: column.title.es,
    "description": lambda column: column.description.es if column.description else "",
}
"""What a column means, in the parts that somebody relies on."""

_TEXTS = ("title", "description", "summary", "keywords", "license", "publisher", "creator", "sources", "spatial", "themes",
          "frequency", "counts", "charts", "withheld")  # fmt: skip
_COUNTED = frozenset(get_args(Unit))


def difference(older: Dataset, newer: Dataset) -> Difference:
    """What differs from an older state to a newer one; the order of the lines of a file is nothing."""
    before, after = ({table.name: table for table in state.tables} for state in (older, newer))
    shared = [(before[name], table) for name, table in after.items() if name in before]
    pairs = [Pair.of(first, second) for first, second in shared if first.rows != second.rows or first.columns != second.columns]
    cells = tuple(change for pair in pairs for change in pair.cells())
    touched = {(change.table, change.column) for change in cells}
    return Difference(
        dataset=newer.id,
        older=older.version,
        newer=newer.version,
        tables_added=tuple(name for name in after if name not in before),
        tables_removed=tuple(name for name in before if name not in after),
        columns=tuple(change for first, second in shared for change in _columns(first, second)),
        codes=tuple(change for first, second in shared for change in _codes(first, second)),
        rows=tuple(change for pair in pairs for change in pair.rows()),
        cells=cells,
        totals=tuple(
            total for first, second in shared for total in _totals(first, second) if (total.table, total.column) in touched
        ),
        texts=tuple(_texts(older, newer)),
        unit_changed=older.counts.unit != newer.counts.unit,
    )


def _columns(older: Table, newer: Table) -> Iterator[ColumnChange]:
    before, after = ({column.name: column for column in table.columns} for table in (older, newer))
    for name, column in before.items():
        if name not in after:
            yield ColumnChange(table=newer.name, column=name, kind="removed", old=column.title.es)
    for name, column in after.items():
        if name not in before:
            yield ColumnChange(table=newer.name, column=name, kind="added", new=column.title.es)
            continue
        for kind, read in _MEANING.items():
            if read(before[name]) != read(column):
                yield ColumnChange(table=newer.name, column=name, kind=kind, old=read(before[name]), new=read(column))
    for kind, old, new in _orders(older, newer):
        if old != new:
            yield ColumnChange(table=newer.name, column="", kind=kind, old=", ".join(old), new=", ".join(new))


def _orders(older: Table, newer: Table) -> Iterator[tuple[ColumnKind, tuple[str, ...], tuple[str, ...]]]:
    """The primary key, and the order of the columns that both have: some read a file by position."""
    yield "key", older.primary_key, newer.primary_key
    names = [tuple(column.name for column in table.columns) for table in (older, newer)]
    shared = set(names[0]) & set(names[1])
    old, new = (tuple(name for name in some if name in shared) for some in names)
    yield "order", old, new


def _codes(older: Table, newer: Table) -> Iterator[CodeChange]:
    known = {column.name: column for column in older.columns}
    for column in newer.columns:
        if column.name not in known:
            continue
        before = {code.value: code.label for code in known[column.name].codes}
        after = {code.value: code.label for code in column.codes}
        for code in dict.fromkeys((*before, *after)):
            old, new = before.get(code), after.get(code)
            told = CodeChange(table=newer.name, column=column.name, code=code, kind="relabelled", old=old, new=new)
            if old is None or new is None:
                yield replace(told, kind="added" if old is None else "removed")
            elif old.es != new.es:
                yield told


def _totals(older: Table, newer: Table) -> Iterator[TotalChange]:
    """What each measure adds up to, where it is another sum than before, or where it may not be added up any more."""
    for column in newer.with_role(Role.MEASURE):
        if column.name not in {other.name for other in older.columns}:
            continue
        (old, why_not), (new, why) = _total(older, column.name), _total(newer, column.name)
        if why or why_not:
            yield TotalChange(table=newer.name, column=column.name, unsummed=why or why_not)
        elif old != new:
            yield TotalChange(table=newer.name, column=column.name, old=old, new=new)


def _total(table: Table, name: str) -> tuple[Cell, Unsummed | None]:
    """The sum of a measure over periods that lie apart, and nothing else: categories may count the same people twice."""
    column, values = table.column(name), table.values(name)
    if column.unit not in _COUNTED:
        return None, "unit"
    if any(value is None for value in values):
        return None, "hidden"
    time = table.with_concept("time-period")
    others = [other for other in table.with_role(Role.DIMENSION) if other != time]
    if any(len(set(table.values(other.name))) > 1 for other in others):
        return None, "classified"
    periods = sorted(table.periods(), key=lambda period: period.start)
    if len(periods) != len(values) and len(values) > 1:
        return None, "classified"
    if any(second.start <= first.end for first, second in pairwise(periods)):
        return None, "overlap"
    return sum(value for value in values if isinstance(value, int | float)), None


def _texts(older: Dataset, newer: Dataset) -> Iterator[str]:
    """The parts of the description that read otherwise, and each table of which only words differ."""
    yield from (name for name in _TEXTS if getattr(older, name) != getattr(newer, name))
    before = {table.name: table for table in older.tables}
    for table in newer.tables:
        if table.name in before and _words(before[table.name]) != _words(table):
            yield f"resources.{table.name}"


def _words(table: Table) -> tuple[object, ...]:
    return (table.title, table.description, {column.name: column for column in table.columns}, table.missing_values)
