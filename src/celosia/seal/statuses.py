"""The rows of a table in the documents for programs: each as published, and beside each figure its own statuses. Pure."""

from collections.abc import Iterator
from dataclasses import replace

from celosia.model import Column, Finding, Place, Role, Row, Table
from celosia.seal.content import Grid, Raw
from celosia.seal.grid import compare
from celosia.vocabularies.status import CONFIDENTIAL, FREE, PROTECTED, reader

_STATUSES = ("OBS_STATUS", "CONF_STATUS")
_FIRST = 2
_NORMAL = "A"


def compare_with_statuses(table: Table, grid: Grid, path: str) -> Iterator[Finding]:
    """Every difference between a grid and the table with its statuses. A hidden figure has Q and C, and no other may."""
    names = tuple(name for column in table.columns for name in _names(column))
    if grid.names != names:
        yield Finding(code="leak-rows", where=Place(path=path, table=table.name), details=(("part", grid.part),))
        return
    own = [names.index(column.name) for column in table.columns]
    plain = replace(
        grid, names=tuple(names[one] for one in own), rows=tuple(tuple(row[one] for one in own) for row in grid.rows)
    )
    yield from compare(table, plain, path)
    for column in table.with_role(Role.MEASURE):
        position = names.index(column.name)
        said = [row[position + 1 : position + 3] for row in grid.rows]
        yield from _unlike(table, column, said, path)


def _names(column: Column) -> tuple[str, ...]:
    return (column.name, *(f"{column.name}.{status}" for status in _STATUSES if column.role is Role.MEASURE))


def _unlike(table: Table, measure: Column, said: list[tuple[Raw, ...]], path: str) -> Iterator[Finding]:
    read = reader(table, measure)
    for number, (row, statuses) in enumerate(zip(table.rows, said, strict=False)):
        mark = read(row)
        expected = (
            {(PROTECTED.code, CONFIDENTIAL)} if mark is PROTECTED else {(mark.code, FREE)} if mark else _plain(table, row)
        )
        if statuses not in expected:
            place = Place(path=path, table=table.name, row=number + _FIRST, column=measure.name)
            yield Finding(
                code="leak-difference" if mark is PROTECTED else "leak-cell", where=place, details=(("part", "rows"),)
            )


def _plain(table: Table, row: Row) -> set[tuple[Raw, ...]]:
    """What may stand beside a figure that carries no mark: its own code, or that it is a normal one."""
    column = table.with_concept("obs-status")
    own = set() if column is None else {(row[table.index(column.name)], FREE)}
    return {(_NORMAL, FREE), *own}
