"""The years of which a table of figures says nothing while others of its dataset do. Pure."""

from collections.abc import Iterable, Iterator

from celosia.model import PeriodOfTime, Role, Table

Years = tuple[int, int]
"""The first and the last of years that follow each other."""


def years_without(table: Table, tables: tuple[Table, ...]) -> tuple[Years, ...]:
    """Runs of years that a yearly table has no row of, among those from the first to the last of all the yearly `tables`.

    A row counts whatever it says: a hidden figure is told of by its mark. A table of one year, or of periods of several
    years, has no gaps.
    """
    told = _years(table)
    if len(told) < 2:  # noqa: PLR2004 - one year is a table's subject, not a part of a series
        return ()
    known = told.union(*(_years(other) for other in tables))
    return tuple(_runs(year for year in range(min(known), max(known) + 1) if year not in told))


def _years(table: Table) -> frozenset[int]:
    """The years of a yearly table of figures; none of any other table."""
    column = table.with_concept("time-period")
    if column is None or not table.with_role(Role.MEASURE):
        return frozenset()
    years = {PeriodOfTime.parse(str(value)).year for value in table.values(column.name) if value is not None}
    return frozenset() if None in years else frozenset(year for year in years if year)


def _runs(years: Iterable[int]) -> Iterator[Years]:
    first = last = 0
    for year in years:
        if last and year > last + 1:
            yield first, last
        if not last or year > last + 1:
            first = year
        last = year
    if last:
        yield first, last
