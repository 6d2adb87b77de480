"""What a page that explores a table must know of it: every code that occurs, and no figure. Pure.

The figures reach the page in a file of their own, so a figure that changes makes no page anew.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from celosia.model import Cell, Column, PeriodOfTime, Role, Row, Table
from celosia.vocabularies.status import marks_of

MOST_SERIES = 4
"""As many lines as there are colours."""

_WORDED = frozenset({"source", "qualifier", "confidence", "obs-status", "conf-status"})
_SOME = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A table with as few rows as say which codes and marks it has; a figure in them says only that there is one.

    `rows` is how many it has. `breakdown` is the dimension by which it is first shown, `periods` the first and the last period
    shown then ("" where it has no time).
    """

    table: Table
    rows: int
    breakdown: str
    periods: tuple[str, str]


def outline(table: Table) -> Outline:
    """The outline of a table that has figures."""
    breakdown = _breakdown(table)
    bare = replace(table, rows=tuple(_kept(table)), body=b"")
    return Outline(table=bare, rows=len(table.rows), breakdown=breakdown, periods=_periods(table, breakdown))


def is_worded(column: Column) -> bool:
    """Whether the cells of a column are codes, which are told in words."""
    return column.role is Role.DIMENSION or bool(column.codes) or column.concept in _WORDED


def varied(table: Table) -> tuple[Column, ...]:
    """The dimensions that there is something to choose in."""
    return tuple(column for column in table.with_role(Role.DIMENSION) if len(set(table.values(column.name))) > 1)


def in_time(cells: Iterable[Cell]) -> tuple[str, ...]:
    """Each period once, by its beginning and its end."""
    periods = (PeriodOfTime.parse(str(cell)) for cell in set(cells) if cell is not None)
    return tuple(period.text for period in sorted(periods, key=lambda period: (period.start, period.end, period.text)))


def _kept(table: Table) -> Iterable[Row]:
    """The rows that have something new: a code, a second text, a mark."""
    figures = {table.index(column.name): marks_of(table, column, table.rows) for column in table.with_role(Role.MEASURE)}
    most = [2 if column.role is Role.ATTRIBUTE and not is_worded(column) else len(table.rows) for column in table.columns]
    known: list[set[object]] = [set() for _ in table.columns]
    for number, row in enumerate(table.rows):
        cells = tuple(_class(cell) if place in figures else cell for place, cell in enumerate(row))
        told = [(cell, figures[place][number]) if place in figures else cell for place, cell in enumerate(cells)]
        new = [place for place, one in enumerate(told) if one not in known[place] and len(known[place]) < most[place]]
        for place in new:
            known[place].add(told[place])
        if new:
            yield cells


def _class(cell: Cell) -> Cell:
    return cell if cell is None or cell == 0 else _SOME


def _breakdown(table: Table) -> str:
    """Time, where few enough lines stand on it; else the dimension that has most codes, the last of several."""
    dimensions = varied(table)
    time = table.with_concept("time-period")
    others = [column for column in dimensions if column != time]
    if time in dimensions and time and (not others or _series(table, others) <= MOST_SERIES) and not _is_cumulative(table):
        return time.name
    candidates = others or dimensions or table.with_role(Role.DIMENSION)[:1] or table.columns[:1]
    return max(reversed(candidates), key=lambda column: len(set(table.values(column.name)))).name


def _series(table: Table, columns: list[Column]) -> int:
    """How many lines there are where each dimension that has a total shows it alone."""
    places = [(table.index(column.name), _total(table, column)) for column in columns]
    shown = (row for row in table.rows if all(total in (None, row[place]) for place, total in places))
    return len({tuple(row[place] for place, _ in places) for row in shown})


def _total(table: Table, column: Column) -> str | None:
    return column.total_code if column.total_code in table.values(column.name) else None


def _is_cumulative(table: Table) -> bool:
    return any(period.is_cumulative for period in table.periods())


def _periods(table: Table, breakdown: str) -> tuple[str, str]:
    """All of them on an axis of time; else the one that most rows speak of, the latest of several."""
    time = table.with_concept("time-period")
    if time is None:
        return ("", "")
    every = in_time(table.values(time.name))
    if not every or breakdown == time.name:
        return (every[0], every[-1]) if every else ("", "")
    rows: Mapping[str, int] = Counter(str(cell) for cell in table.values(time.name))
    fullest = max(every, key=lambda period: (rows[period], every.index(period)))
    return (fullest, fullest)
