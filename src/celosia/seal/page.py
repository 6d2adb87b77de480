"""The tables of a page beside those that they show: a figure where one is published, nothing behind one that is not. Pure."""

import re
from collections.abc import Iterator, Mapping

from celosia.model import Column, Finding, Place, Role, Table
from celosia.seal.number import joined, numbers
from celosia.seal.readers.html import Cell, tables
from celosia.seal.told import hidden_rows

_DIGIT = re.compile(r"\d")
_FIRST = 2


def check_tables(page: str, shown: Mapping[str, Table], path: str) -> Iterator[Finding]:
    """Each table of a page that has the id of a published one. `shown`: tables by the id that they have in pages."""
    for name, head, rows in tables(page, shown):
        yield from _check(shown[name], head, rows, path)


def _check(table: Table, head: tuple[str, ...], rows: tuple[tuple[Cell, ...], ...], path: str) -> Iterator[Finding]:
    """A page may show the first rows only, and the columns in an order of its own; it says each measure under its title."""
    places = {
        column: place for column in table.with_role(Role.MEASURE) for place, text in enumerate(head) if _names(column, text)
    }
    figures = [
        column for column in table.with_role(Role.MEASURE) if any(cell is not None for cell in table.values(column.name))
    ]
    if len(rows) > len(table.rows) or any(column not in places for column in figures):
        yield _finding("leak-rows", table, path)
        return
    hidden = set(hidden_rows(table))
    for number, cells in enumerate(rows):
        row = table.rows[number]
        known = {str(cell) for cell in row if cell is not None}
        for place, cell in enumerate(cells):
            column = next((column for column, where in places.items() if where == place), None)
            value = row[table.index(column.name)] if column else None
            if (column and not _says(cell, value)) or any(not _is_own(*pair, known) for pair in cell.attributes):
                yield _finding("leak-cell", table, path, number, column.name if column else None)
    looks = {
        _look(cells[place])
        for number, cells in enumerate(rows)
        if number in hidden
        for place in places.values()
        if place < len(cells) and _is_gap(table, number, place, places)
    }
    if len(looks) > 1:
        yield _finding("leak-difference", table, path)


def _names(column: Column, text: str) -> bool:
    """Whether a heading is a column's: its title, then perhaps its unit."""
    return any(text == title or text.startswith(f"{title} (") for title in (column.title.es, column.title.en) if title)


def _says(cell: Cell, value: object) -> bool:
    """Whether a cell says a figure, or no figure at all where there is none."""
    if not isinstance(value, int | float):
        return value is not None or not _DIGIT.search(cell.written)
    return any(float(value) in number.values for number in numbers(joined(cell.text)))


def _is_own(name: str, value: str, known: set[str]) -> bool:
    """What an attribute of a cell holds: its value to sort by, or words without a figure."""
    if name in ("href", "class", "lang", "scope", "rel", "id", "colspan", "rowspan", "headers"):
        return True
    return not _DIGIT.search(value) or value in known


def _is_gap(table: Table, number: int, place: int, places: Mapping[Column, int]) -> bool:
    return any(where == place and table.rows[number][table.index(column.name)] is None for column, where in places.items())


def _look(cell: Cell) -> str:
    return repr((cell.text, tuple(pair for pair in cell.attributes if pair[0] not in ("id", "headers"))))


def _finding(code: str, table: Table, path: str, number: int | None = None, column: str | None = None) -> Finding:
    row = None if number is None else number + _FIRST
    return Finding(code=code, where=Place(path=path, table=table.name, row=row, column=column), details=(("part", "table"),))
