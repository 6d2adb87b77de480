"""Rows stand by what is published of them: an order by the figures would rank the hidden ones. Pure."""

from collections.abc import Callable, Iterator
from itertools import pairwise, permutations

from celosia.model import Cell, Column, Finding, Place, Role, Row, Table
from celosia.seal.told import hidden_rows

_MOST = 5
_ENOUGH = 3
"""Two figures always stand in some order of size."""
Rank = Callable[[Cell], tuple[int, object]]


def check_order(table: Table, path: str) -> Iterator[Finding]:
    """A table with hidden figures must be sorted by its dimensions, one within the other.

    Each may stand in the order of its declared codes, or by the codes themselves, up or down; or in any other order that is
    the same wherever its codes come again, and that no sizes explain.
    """
    if hidden_rows(table) and not _is_by_key(table):
        yield Finding(code="leak-order", where=Place(path=path, table=table.name))


def _is_by_key(table: Table) -> bool:
    keys = tuple(column for column in table.with_role(Role.DIMENSION) if len(set(table.values(column.name))) > 1)
    return len(table.rows) <= 1 or any(_sorts(table, some) for some in permutations(keys[:_MOST]))


def _sorts(table: Table, keys: tuple[Column, ...]) -> bool:
    """Whether the rows are sorted by the first column, then within it by the next, and so on."""
    before: list[int] = []
    for column in keys:
        position = table.index(column.name)
        pairs = [(a, b) for a, b in pairwise(table.rows) if _agree(a, b, before) and a[position] != b[position]]
        if not any(_ascends(pairs, position, rank) for rank in _ranks(table, column)):
            return False
        before.append(position)
    return True


def _agree(one: Row, other: Row, positions: list[int]) -> bool:
    return all(one[position] == other[position] for position in positions)


def _ascends(pairs: list[tuple[Row, Row]], position: int, rank: Rank) -> bool:
    ranked = [(rank(a[position]), rank(b[position])) for a, b in pairs]
    return all(a < b for a, b in ranked) or all(a > b for a, b in ranked)


def _ranks(table: Table, column: Column) -> Iterator[Rank]:
    """The orders that a column's codes may stand in; the total and the gap first or last."""
    codes = {code.value: number for number, code in enumerate(column.codes)}
    for ends in (0, -1, 1):
        yield lambda cell, ends=ends: (_end(cell, column, ends), str(cell))  # type: ignore[misc]
        if codes:
            yield lambda cell, ends=ends: (_end(cell, column, ends), codes.get(str(cell), len(codes)))  # type: ignore[misc]
    first = {cell: number for number, cell in reversed(list(enumerate(table.values(column.name))))}
    if not _is_by_size(table, column):
        yield lambda cell: (0, first[cell])


def _end(cell: Cell, column: Column, ends: int) -> int:
    return ends if cell is None or cell == column.total_code else 0


def _is_by_size(table: Table, column: Column) -> bool:
    """Whether sizes may explain the order of a column: its codes come once only, or the figures go up, or down, everywhere."""
    others = [table.index(one.name) for one in table.with_role(Role.DIMENSION) if one != column]
    measures = [table.index(one.name) for one in table.with_role(Role.MEASURE)]
    lines: dict[tuple[Cell, ...], list[Row]] = {}
    for row in table.rows:
        lines.setdefault(tuple(row[other] for other in others), []).append(row)
    shown = [[row[measure] for row in line if row[measure] is not None] for line in lines.values() for measure in measures]
    enough = [values for values in shown if len(values) >= _ENOUGH]
    return len(lines) == 1 or not enough or any(all(goes(values) for values in enough) for goes in (_rises, _falls))


def _rises(values: list[Cell]) -> bool:
    return all(a <= b for a, b in pairwise(values))  # type: ignore[operator]  # figures all


def _falls(values: list[Cell]) -> bool:
    return all(a >= b for a, b in pairwise(values))  # type: ignore[operator]  # idem
