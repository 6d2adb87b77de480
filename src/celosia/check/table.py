"""Tables that hold what their descriptor says: rows, the declared header, a role's own properties. Pure."""

import csv
import io
from collections.abc import Iterator

from celosia.check.place import cell, descriptor
from celosia.model import Column, Dataset, Finding, Role, Table
from celosia.model.nearest import nearest, shown

_RESERVED = frozenset({"datapackage", "index"})
_NUMBERS = frozenset({"integer", "number"})


def tables(dataset: Dataset) -> Iterator[Finding]:
    """Empty tables, headers that differ, columns that do not say enough. `load` tells of files that cannot be read."""
    for table in dataset.tables:
        if table.name in _RESERVED:
            yield Finding(code="reserved-table-name", where=cell(dataset, table), details=(("name", table.name),))
        if table.body:
            yield from _header(dataset, table)
            if not table.rows and header(table) == [column.name for column in table.columns]:
                yield Finding(code="empty-table", where=cell(dataset, table))
        for column in table.columns:
            yield from _column(dataset, table, column)
        yield from _concepts(dataset, table)


def header(table: Table) -> list[str]:
    """The first line of a table's file."""
    text = table.body.decode("utf-8", errors="replace").removeprefix("\ufeff")
    return next(csv.reader(io.StringIO(text, newline="")), [])


def _header(dataset: Dataset, table: Table) -> Iterator[Finding]:
    found, expected = header(table), [column.name for column in table.columns]
    if found == expected or "" in expected:
        return
    where = cell(dataset, table, -1)
    for name in sorted({name for name in found if found.count(name) > 1}):
        yield Finding(code="repeated-column", where=where, details=(("name", shown(name)),))
    for name in expected:
        if name not in found:
            yield Finding(code="missing-column", where=where, details=_near(name, set(found) - set(expected)))
    for name in found:
        if name not in expected:
            yield Finding(code="extra-column", where=where, details=_near(name, set(expected) - set(found)))
    if sorted(found) == sorted(expected):
        yield Finding(code="column-order", where=where, details=(("expected", ", ".join(expected)),))


def _column(dataset: Dataset, table: Table, column: Column) -> Iterator[Finding]:
    where = descriptor(dataset, table, column.name)
    if column.role is Role.MEASURE and not column.unit:
        yield Finding(code="measure-without-unit", where=where)
    if column.role is Role.MEASURE and column.type not in _NUMBERS:
        yield Finding(code="measure-not-a-number", where=where)
    if column.concept == "time-period" and column.type not in {"string", "year", "date"}:
        yield Finding(code="period-type", where=where)


def _concepts(dataset: Dataset, table: Table) -> Iterator[Finding]:
    """Each row of figures says where it comes from."""
    if dataset.kind == "statistics" and table.with_role(Role.MEASURE) and table.with_concept("source") is None:
        yield Finding(code="no-source-column", where=descriptor(dataset, table))


def _near(name: str, names: set[str]) -> tuple[tuple[str, str], ...]:
    near = nearest(name, names)
    return (("name", shown(name)), *((("nearest", shown(near)),) if near else ()))
