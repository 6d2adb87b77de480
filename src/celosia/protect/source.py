"""The confidential source, read row by row and counted on the way: only counts stay in memory. Pure.

No message of this module has a text that was read in the source: a category may be a name.
"""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NoReturn

from celosia.errors import ProtectionRefusedError
from celosia.model import Finding, PeriodOfTime, Place, Report
from celosia.model.nearest import nearest, shown
from celosia.model.plan import Granularity, Plan, PlannedDimension, PlannedTable

Codes = tuple[str, ...]
Texts = tuple[str, ...]
Tell = Callable[[int], None]

_COUNT = re.compile(r"[0-9]{1,15}")
_STEP = 10_000


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SourceTable:
    """How many there are with each cross of codes (in the order of `planned.dimensions`). Confidential: it has no repr.

    `told` is what the rows of a cross say in the columns that `planned.told` names.
    """

    planned: PlannedTable
    counts: Mapping[Codes, int]
    told: Mapping[Codes, tuple[Texts, ...]] = field(default_factory=dict)


class _UncodedError(ValueError):
    """A text of the source has no code; it is not in the message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counting:
    """A planned table over the positions of the source's columns; parts of a split column come after them."""

    planned: PlannedTable
    filters: tuple[tuple[int, frozenset[str]], ...]
    split: int | None
    columns: tuple[tuple[int, Callable[[str], str]], ...]
    repeated: tuple[int, ...]
    counts: Counter[Codes]
    told: dict[Codes, tuple[Texts, ...]]


def read(plan: Plan, lines: Iterable[str], tell: Tell) -> tuple[SourceTable, ...]:
    """Count the rows for every table of the plan. `ProtectionRefusedError` where a row cannot be understood."""
    rows = csv.reader(lines, delimiter=plan.source.delimiter, strict=True)
    try:
        header = next(rows, [])
        counting = tuple(_counting(plan, table, header) for table in plan.tables)
        _count(plan, header, rows, counting, tell)
    except csv.Error:
        _refuse("source-unreadable", plan, row=rows.line_num)
    except UnicodeError:
        _refuse("source-encoding", plan, row=rows.line_num + 1)
    for table in counting:
        if not table.counts:
            raise ProtectionRefusedError(Report.of([Finding(code="source-empty", where=_table(plan, table.planned))]))
    return tuple(SourceTable(planned=table.planned, counts=table.counts, told=table.told) for table in counting)


def _counting(plan: Plan, table: PlannedTable, header: list[str]) -> _Counting:
    names = (*header, *(table.split.into if table.split else ()))
    where = (*plan.source.where, *table.where)
    return _Counting(
        planned=table,
        filters=tuple((_position(plan, table, names, column), frozenset(texts)) for column, texts in where),
        split=_position(plan, table, names, table.split.column) if table.split else None,
        columns=tuple(
            (_position(plan, table, names, column), _coder(plan.dimension(name))) for name, column in table.dimensions
        ),
        repeated=tuple(_position(plan, table, names, column) for column in table.told),
        counts=Counter(),
        told={},
    )


def _position(plan: Plan, table: PlannedTable, names: tuple[str, ...], column: str) -> int:
    if column in names:
        return names.index(column)
    near = nearest(column, names)
    details = (("name", shown(column)), *((("nearest", shown(near)),) if near else ()))
    raise ProtectionRefusedError(Report.of([Finding(code="source-column", where=_table(plan, table), details=details)]))


def _count(plan: Plan, header: list[str], rows: Iterator[list[str]], counting: tuple[_Counting, ...], tell: Tell) -> None:
    weight = _weight(plan, header, counting[0].planned)
    number = 1
    for number, row in enumerate(rows, 2):
        if row and len(row) != len(header):
            _refuse("source-row", plan, row=number)
        if row:
            for table in counting:
                _add(plan, table, row, number, weight)
        if number % _STEP == 0:
            tell(_STEP)
    tell(number % _STEP)


def _weight(plan: Plan, header: list[str], table: PlannedTable) -> int | None:
    return None if plan.source.count is None else _position(plan, table, tuple(header), plan.source.count)


def _add(plan: Plan, table: _Counting, row: list[str], number: int, weight: int | None) -> None:
    if table.split is not None and table.planned.split:
        if not all(row[position] in texts for position, texts in table.filters if position < len(row)):
            return
        parts = row[table.split].split(table.planned.split.separator)
        if len(parts) != len(table.planned.split.into):
            _refuse("source-split", plan, row=number, column=table.planned.split.column)
        row = [*row, *(part.strip() for part in parts)]
    for position, texts in table.filters:
        if row[position] not in texts:
            return
    try:
        codes = tuple([code(row[position]) for position, code in table.columns])
    except _UncodedError:
        _refuse_text(plan, table, row, number)
    if table.repeated:
        table.told[codes] = (*table.told.get(codes, ()), tuple(row[position] for position in table.repeated))
    if weight is None:
        table.counts[codes] += 1
    elif _COUNT.fullmatch(row[weight]):
        table.counts[codes] += int(row[weight])
    else:
        _refuse("source-count", plan, row=number, column=plan.source.count)


def _coder(dimension: PlannedDimension) -> Callable[[str], str]:
    if dimension.time:
        return _period_coder(dimension.time)
    codes, default = dict(dimension.codes), dimension.default

    def code(text: str) -> str:
        found = codes.get(text) or codes.get(text.strip(), default)
        if found is None:
            raise _UncodedError
        return found

    return code


def _period_coder(granularity: Granularity) -> Callable[[str], str]:
    known: dict[str, str] = {}

    def code(text: str) -> str:
        if text not in known:
            known[text] = _cut(text.strip(), granularity)
        return known[text]

    return code


def _cut(text: str, granularity: Granularity) -> str:
    """The year or the month of a period, or the period as it stands.

    >>> _cut("2024-03-31", "month")
    '2024-03'
    """
    try:
        period = PeriodOfTime.parse(text[: len("2024-03-31")] if granularity != "stated" else text)
    except ValueError:
        raise _UncodedError from None
    start, end = period.start.isoformat(), period.end.isoformat()
    length = {"year": len("2024"), "month": len("2024-03"), "stated": None}[granularity]
    if length is None:
        return text
    if start[:length] != end[:length]:
        raise _UncodedError
    return start[:length]


def _refuse_text(plan: Plan, table: _Counting, row: list[str], number: int) -> NoReturn:
    """Name the first column whose text has no code."""
    for (name, column), (position, code) in zip(table.planned.dimensions, table.columns, strict=True):
        try:
            code(row[position])
        except _UncodedError:
            period = plan.dimension(name).time is not None
            _refuse("source-period" if period else "source-uncoded", plan, row=number, column=column, name=name)
    raise AssertionError


def _refuse(code: str, plan: Plan, *, row: int, column: str | None = None, name: str | None = None) -> NoReturn:
    where = Place(path=plan.source.path, row=row, column=column)
    details = () if name is None else (("name", name),)
    raise ProtectionRefusedError(Report.of([Finding(code=code, where=where, details=details)])) from None


def _table(plan: Plan, table: PlannedTable) -> Place:
    return Place(path=plan.path, table=f"{table.dataset}/{table.name}")
