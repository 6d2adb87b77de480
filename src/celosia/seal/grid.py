"""A download beside the table that it is of: the same rows in the same order, and nothing where a figure is hidden. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from celosia.model import Finding, Place, Role, Table
from celosia.seal.content import Grid, Raw
from celosia.seal.told import hidden_rows

_DIGIT = re.compile(r"\d")
_EPOCH = date(1899, 12, 30)
_BLANK = re.compile(r"[\s\ufffd]+")
_FIRST = 2
"""The first row of cells, as a spreadsheet numbers it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Beside:
    """A table, the grid that claims to be it, and the path that a finding names."""

    table: Table
    grid: Grid
    path: str


def compare(table: Table, grid: Grid, path: str) -> Iterator[Finding]:
    """Every difference between a grid and the whole table that it must be."""
    beside = _Beside(table=table, grid=grid, path=path)
    if grid.names != tuple(column.name for column in table.columns) or len(grid.rows) != len(table.rows):
        yield _finding("leak-rows", beside)
        return
    yield from _cells(beside)
    yield from _unlike(beside)


def compare_part(table: Table, grid: Grid, path: str) -> Iterator[Finding]:
    """A chart's rows: some of the rows and columns of the table, in any order that shows nothing (`order.py`)."""
    beside = _Beside(table=table, grid=grid, path=path)
    known = {column.name: position for position, column in enumerate(table.columns)}
    if not grid.names or any(name not in known for name in grid.names):
        yield _finding("leak-rows", beside)
        return
    shown = {tuple(_text(row[known[name]]) for name in grid.names) for row in table.rows}
    for number, row in enumerate(grid.rows):
        if tuple(_text(cell) for cell in row) not in shown:
            yield _finding("leak-cell", beside, number)


def same(cell: Raw, found: Raw) -> bool:
    """Whether a reader got what the table holds; where it holds nothing, whether there is no figure."""
    if cell is None:
        return found is None or (isinstance(found, str) and not _DIGIT.search(found))
    if isinstance(cell, bool):
        return found is cell or str(found).lower() == str(cell).lower()
    if isinstance(cell, int | float):
        return _number(found) == float(cell)
    if isinstance(cell, date):
        return _date(found) == cell
    return _BLANK.sub(" ", str(found)).strip() == _BLANK.sub(" ", cell).strip() or _is_cut(cell, str(found))


def _cells(beside: _Beside) -> Iterator[Finding]:
    for number, (row, found) in enumerate(zip(beside.table.rows, beside.grid.rows, strict=True)):
        if len(row) != len(found):
            yield _finding("leak-rows", beside, number)
            return
        for column, cell, one in zip(beside.table.columns, row, found, strict=True):
            if not same(cell, one):
                yield _finding("leak-cell", beside, number, column.name)


def _unlike(beside: _Beside) -> Iterator[Finding]:
    """All hidden cells must look alike: nobody may tell the small ones from those that protect them (rule R13)."""
    table = beside.table
    rows = hidden_rows(table)
    for column in table.with_role(Role.MEASURE):
        position = table.index(column.name)
        hidden = [number for number in rows if table.rows[number][position] is None]
        looks = {(repr(beside.grid.rows[number][position]), _look(beside.grid, number, position)) for number in hidden}
        if len(looks) > 1:
            yield _finding("leak-difference", beside, column=column.name)


def _look(grid: Grid, number: int, position: int) -> str:
    return grid.looks[number][position] if grid.looks else ""


def _number(found: Raw) -> float | None:
    if isinstance(found, bool) or found is None:
        return None
    try:
        return float(found)  # type: ignore[arg-type]  # a date raises TypeError
    except (TypeError, ValueError):
        return None


def _date(found: Raw) -> date | None:
    if isinstance(found, datetime):
        return found.date()
    if isinstance(found, float):
        return _EPOCH + timedelta(days=found)
    if isinstance(found, str):
        try:
            return date.fromisoformat(found)
        except ValueError:
            return None
    return found if isinstance(found, date) else None


def _is_cut(cell: str, found: str) -> bool:
    """A text longer than a cell of Excel, which says that it is cut."""
    return len(cell) > len(found) > 32_000 and cell.startswith(found[:32_000])  # noqa: PLR2004


def _text(cell: Raw) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _finding(code: str, beside: _Beside, number: int | None = None, column: str | None = None) -> Finding:
    row = None if number is None else number + _FIRST
    place = Place(path=beside.path, table=beside.table.name, row=row, column=column)
    return Finding(code=code, where=place, details=(("part", beside.grid.part),))
