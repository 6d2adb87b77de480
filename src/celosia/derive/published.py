"""What the tables of the catalogue answer, and how late: each year of a required breakdown, the days since the last. Pure.

Nothing here knows the clock: what is late is late on the catalogue's own day.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from celosia.model import Catalog, Dataset, LangString, PeriodOfTime, Role, Row, Table
from celosia.model.commitment import Breakdown, Rows, Where
from celosia.vocabularies.status import PROTECTED, marks_of

Mark = Literal["published", "mixed", "part", "share", "protected", "none"]
_MONTHS = 12
_STRENGTH: tuple[Mark, ...] = ("published", "part", "share")
_SHARE = "%"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A table that answers a breakdown, as a page names it."""

    dataset: str
    table: str
    title: LangString


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakdownYears:
    """A required breakdown: what was published of each year, and by which tables."""

    name: str
    title: LangString
    marks: tuple[tuple[int, Mark], ...]
    answers: tuple[Answer, ...]

    @property
    def is_never(self) -> bool:
        """Whether no table of the catalogue has a row for it, in any year."""
        return all(mark == "none" for _, mark in self.marks)

    def years(self, *marks: Mark) -> tuple[int, ...]:
        """The years that have one of these marks."""
        return tuple(year for year, mark in self.marks if mark in marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """How old a piece of evidence is: its last day, and how late the next update is by the promised rhythm.

    `due` and `overdue` are none where no rhythm was promised, or nothing is dated.
    """

    last: date
    days: int
    due: date | None
    overdue: int | None


def table_of(catalog: Catalog, dataset: str, table: str) -> Table | None:
    """A table by its names, or none."""
    found = next((one for one in catalog.datasets if one.id == dataset), None)
    return next((one for one in found.tables if one.name == table), None) if found else None


def breakdown_years(breakdown: Breakdown, years: range, catalog: Catalog) -> BreakdownYears:
    """What was published of a breakdown in each of these years."""
    seen: dict[int, set[Mark]] = {year: set() for year in years}
    answers: list[Answer] = []
    for rows in breakdown.tables:
        table = table_of(catalog, rows.dataset, rows.table)
        if table is not None:
            answers.append(Answer(dataset=rows.dataset, table=rows.table, title=table.title))
            for year, mark in _marks(table, rows.where):
                if year in seen:
                    seen[year].add(mark)
    marks = tuple((year, _strongest(found)) for year, found in seen.items())
    return BreakdownYears(name=breakdown.name, title=breakdown.title, marks=marks, answers=tuple(answers))


def first_year(breakdowns: Iterable[Breakdown], catalog: Catalog) -> int | None:
    """The first year that any of the tables speaks of."""
    tables = (table_of(catalog, rows.dataset, rows.table) for breakdown in breakdowns for rows in breakdown.tables)
    years = [period.year for table in tables if table for period in table.periods() if period.year]
    return min(years, default=None)


def matching(table: Table, where: Where) -> tuple[Row, ...]:
    """The rows of a table that have these values."""
    if not {name for name, _ in where} <= {column.name for column in table.columns}:
        return ()
    kept = [(table.index(name), value) for name, value in where]
    return tuple(row for row in table.rows if all(str(row[position]) == value for position, value in kept))


def last_day(dataset: Dataset, table: str | None, where: Where) -> date | None:
    """The last day that the rows speak of: of the dataset, or of a table, or of its rows."""
    tables = [one for one in dataset.tables if table in (None, one.name)]
    return max((period.end for one in tables for period in _periods(one, where if table else ())), default=None)


def last_checked(catalog: Catalog, place: tuple[str, str, str]) -> date | None:
    """The last date in a column of dates; none where no row has one."""
    dataset, name, column = place
    table = table_of(catalog, dataset, name)
    if table is None or column not in {one.name for one in table.columns}:
        return None
    return max((value for value in table.values(column) if isinstance(value, date)), default=None)


def freshness(last: date, months: int | None, today: date) -> Freshness:
    """How old something is on a day. A period that has not ended yet is not old: none of its days is counted.

    >>> freshness(date(2025, 7, 31), 6, date(2026, 11, 21))
    Freshness(last=datetime.date(2025, 7, 31), days=478, due=datetime.date(2026, 1, 31), overdue=294)
    """
    due = after(last, months) if months else None
    overdue = max(0, (today - due).days) if due else None
    return Freshness(last=last, days=max(0, (today - last).days), due=due, overdue=overdue)


def after(day: date, months: int) -> date:
    """The day so many months later; the last of the month where a day was the last of its own, or there is no such day.

    >>> after(date(2019, 12, 31), 6), after(date(2020, 6, 30), 6)
    (datetime.date(2020, 6, 30), datetime.date(2020, 12, 31))
    """
    whole = day.year * _MONTHS + day.month - 1 + months
    year, month = divmod(whole, _MONTHS)
    last = monthrange(year, month + 1)[1]
    is_last = day.day == monthrange(day.year, day.month)[1]
    return date(year, month + 1, last if is_last else min(day.day, last))


def figure(catalog: Catalog, rows: Rows, measure: str) -> float | None:
    """The published figure of the one row that is named; none where it is hidden, or where there is not just one."""
    table = table_of(catalog, rows.dataset, rows.table)
    found = matching(table, rows.where) if table else ()
    if table is None or len(found) != 1:
        return None
    value = found[0][table.index(measure)]
    return float(value) if isinstance(value, int | float) else None


def _periods(table: Table, where: Where) -> Iterator[PeriodOfTime]:
    column = table.with_concept("time-period")
    if column is not None:
        position = table.index(column.name)
        yield from (PeriodOfTime.parse(str(row[position])) for row in matching(table, where) if row[position] is not None)


def _marks(table: Table, where: Where) -> Iterator[tuple[int, Mark]]:
    """The mark of each figure of each row that lies in one year; figures of several years together belong to none."""
    time, rows = table.with_concept("time-period"), matching(table, where)
    if time is None:
        return
    for measure in table.with_role(Role.MEASURE):
        for row, status in zip(rows, marks_of(table, measure, rows), strict=True):
            period = PeriodOfTime.parse(str(row[table.index(time.name)]))
            if period.year is None:
                continue
            if status == PROTECTED:
                yield period.year, "protected"
            elif row[table.index(measure.name)] is not None:
                yield period.year, _shown(measure.unit, period)


def _shown(unit: str | None, period: PeriodOfTime) -> Mark:
    if unit == _SHARE:
        return "share"
    return "published" if period.is_full_year else "part"


def _strongest(found: set[Mark]) -> Mark:
    """One mark for a year: the most that was published, and whether something of it is protected."""
    shown = next((mark for mark in _STRENGTH if mark in found), None)
    if shown is None:
        return "protected" if found else "none"
    return "mixed" if "protected" in found else shown
