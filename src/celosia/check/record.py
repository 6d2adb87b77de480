"""Rows that are persons, cases or reports one by one, whatever their columns are called: the shape tells. Pure."""

import re
from collections import Counter
from collections.abc import Iterator

from celosia.check.lexicon import tells_age
from celosia.check.seen import Seen
from celosia.model import Column, Dataset, Role, Table
from celosia.model.counted import UNITS

GUARDED: frozenset[str] = frozenset({"persons", "households", "cases", "reports", "calls"})
"""What is counted where each unit is somebody's: units whose tables are looked at for single records."""

_COUNTS = frozenset(UNITS)
_FEWEST = 10
_ONES = 0.9
_MOSTLY = 0.5
_MANY_CODES = 200
_MANY_ROWS = 50
_SPREAD = 0.3
_NEAR = 0.01
_NEAR_ONE = 0.05
_AGES = 5
_AGE = re.compile(r"(?:\d{1,2}|1[01]\d)(?:\.0)?(?: (?:años|years|anos))?")
_LONG = 25
_TOLD = 20
_EACH = 0.8
_CLOSED = frozenset({"qualifier", "obs-status", "conf-status", "confidence"})
_FEW_CODES = 20
_FREE = frozenset({"time-period", "ref-area", "source", "comment", "url"})
_LISTED_BY_TYPE = frozenset({"year", "boolean", "date"})

Shape = tuple[str, str | None]
"""The code of a finding and the column that it is about; none where it is the table."""


def is_guarded(dataset: Dataset, table: Table) -> bool:
    """Whether a table counts, or should count, persons or what they did or suffered; or nobody says what it counts."""
    return not {*GUARDED, "unknown"}.isdisjoint(
        {dataset.counts.unit, *(column.unit for column in table.with_role(Role.MEASURE))}
    )


def shapes(dataset: Dataset, table: Table) -> Iterator[Shape]:
    """What the counts, or their absence, say of a guarded table: its rows may be single records."""
    if not table.rows:
        return
    measures = table.with_role(Role.MEASURE)
    counts = [column for column in measures if column.unit in GUARDED]
    if not measures:
        yield "no-count-measure", None
    for column in counts:
        yield from _ones(table, column)
    if not any(column.unit in _COUNTS for column in measures) and _is_a_total(dataset, table):
        yield "rows-equal-total", None


def shape_of_column(table: Table, seen: Seen) -> Iterator[str]:
    """What a column of a guarded table is that an aggregated one never has, the surest first, and no more than one."""
    column = seen.column
    if column.role is not Role.MEASURE and seen.listed > _MANY_CODES and column.concept != "ref-area":
        yield "many-codes"
    elif _is_exact_age(seen):
        yield "exact-age"
    elif _is_free_text(table, seen):
        yield "free-text"
    elif not _is_listed(seen):
        yield "no-code-list"


def spread(table: Table, seen: Seen) -> bool:
    """Whether a dimension without a list has about as many values as the table has rows, and more than 200."""
    column = seen.column
    return (
        column.role is Role.DIMENSION
        and not seen.is_bound
        and column.concept not in {*_FREE, "identifier"}
        and seen.distinct > max(_MANY_CODES, _SPREAD * len(table.rows))
    )


def _ones(table: Table, column: Column) -> Iterator[Shape]:
    """Counts that are 1, or 1 on average: then a row is a record."""
    position = table.index(column.name)
    counted = [value for row in table.rows if isinstance(value := row[position], int | float)]
    if len(counted) < _FEWEST:
        return
    ones = sum(value == 1 for value in counted)
    if ones == len(counted) and _unique_rows(table) > _MOSTLY:
        yield "unique-rows", column.name
    elif ones >= _ONES * len(counted):
        yield "counts-of-one", column.name
    elif len(counted) >= _MANY_ROWS and abs(sum(counted) / len(counted) - 1) <= _NEAR_ONE:
        yield "rows-equal-total", column.name


def _unique_rows(table: Table) -> float:
    """The share of rows that no other row has the dimensions of."""
    positions = [table.index(column.name) for column in table.with_role(Role.DIMENSION)]
    keys = Counter(tuple(row[position] for position in positions) for row in table.rows)
    return sum(times == 1 for times in keys.values()) / len(table.rows)


def _is_a_total(dataset: Dataset, table: Table) -> bool:
    """Whether a table that counts nothing has about as many rows as the dataset counts elsewhere in all."""
    if len(table.rows) < _MANY_ROWS:
        return False
    return any(abs(len(table.rows) - total) <= _NEAR * total for total in _published(dataset))


def _published(dataset: Dataset) -> Iterator[float]:
    for table in dataset.tables:
        for column in table.with_role(Role.MEASURE):
            if column.unit in GUARDED:
                yield from (value for value in table.values(column.name) if isinstance(value, int | float) and value)


def _is_exact_age(seen: Seen) -> bool:
    column = seen.column
    if not (tells_age(column.name) or tells_age(column.title.es) or tells_age(column.title.en or "")):
        return False
    ages = {text for _, text in seen.cells if _AGE.fullmatch(text)}
    return len(ages) >= _AGES and seen.mostly(lambda text: text in ages) is not None


def _is_free_text(table: Table, seen: Seen) -> bool:
    """Sentences; in the column of notes only where nearly each row has its own."""
    column = seen.column
    if column.type != "string" or seen.is_bound or not seen.cells or column.concept in _FREE - {"comment"}:
        return False
    if sum(len(text) for _, text in seen.cells) <= _LONG * len(seen.cells):
        return False
    if column.concept == "comment":
        return len(seen.cells) >= max(_TOLD, _EACH * len(table.rows)) and seen.distinct > _EACH * len(seen.cells)
    return seen.distinct > _MOSTLY * len(seen.cells)


def _is_listed(seen: Seen) -> bool:
    """Whether all that may stand in a column is known beforehand: a code list, or what stands for one."""
    column = seen.column
    if column.role is Role.MEASURE or seen.is_bound or column.type in _LISTED_BY_TYPE or column.concept in _FREE:
        return True
    return seen.own_id or (column.concept in _CLOSED and seen.distinct <= _FEW_CODES)
