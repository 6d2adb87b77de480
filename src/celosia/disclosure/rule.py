"""What the rules of disclosure say of one table: whom it counts, from which count on it may show, and what it hides. Pure."""

from collections.abc import Iterator, Sequence
from typing import TypeGuard

from celosia.model import Cell, Column, Dataset, Role, Table, Waiver
from celosia.model.counted import UNITS as LISTED
from celosia.model.counted import Unit

UNITS: frozenset[str] = frozenset(LISTED)
_WIDE = 3
_ROWS = 2
_INEXACT = frozenset({"aprox", "más de", "al menos", "casi", "cerca de", "menos de", "hasta"})


def counted(unit: str | None) -> TypeGuard[Unit]:
    """Whether a unit is one of those that are counted, not a share or money.

    >>> counted("persons"), counted("%")
    (True, False)
    """
    return unit in UNITS


def counts(table: Table) -> Iterator[tuple[Column, Unit]]:
    """The measures of a table that count, with what they count."""
    for column in table.with_role(Role.MEASURE):
        if counted(column.unit):
            yield column, column.unit


def total_measure(table: Table, measures: Sequence[tuple[Column, Unit]]) -> Column | None:
    """The measure that is the sum of all others of the table in every row that shows all, of two rows at least; or none.

    Such a table is a wide one: its columns are categories, and whoever reads it adds them up.
    """
    if len(measures) < _WIDE or len({unit for _, unit in measures}) > 1:
        return None
    positions = [table.index(column.name) for column, _ in measures]
    whole = [row for row in table.rows if all(isinstance(row[position], int) for position in positions)]
    for (column, _), position in zip(measures, positions, strict=True):
        sums = [sum(int(str(row[other])) for other in positions if other != position) for row in whole]
        if len(whole) >= _ROWS and sums == [row[position] for row in whole] and any(sums):
            return column
    return None


def is_crossed(table: Table) -> bool:
    """Whether a table tells an attribute of victims."""
    return any(column.sensitive for column in table.columns if column.role is Role.DIMENSION)


def threshold(dataset: Dataset, table: Table, unit: Unit) -> int | None:
    """The least count that a table may show (rule R2), or none where its unit has no threshold."""
    return dataset.policy.threshold(unit, crossed=is_crossed(table))


def population(dataset: Dataset, table: Table, measure: Column) -> str:
    """Whom a measure counts: what the descriptor says, or else the dataset and the measure (docs: releases.md)."""
    own = dict(dataset.populations).get(table.name) or dataset.population
    return own or f"{dataset.id}.{measure.name}"


def is_inexact(table: Table, row: int) -> bool:
    """Whether a row says of itself that it is not the exact figure («más de 100»): it proves nothing."""
    return _of_concept(table, row, "qualifier") in _INEXACT


def is_hidden(table: Table, row: int, measure: Column) -> bool:
    """Whether a figure is withheld to protect people: an empty cell whose row says Q (obs-status) or C (conf-status)."""
    if table.rows[row][table.index(measure.name)] is not None:
        return False
    return _of_concept(table, row, "obs-status") == "Q" or _of_concept(table, row, "conf-status") == "C"


def is_impossible(table: Table, row: int) -> bool:
    """Whether there can be nobody in a row: a structural zero, which everybody knows (M in the obs-status)."""
    return _of_concept(table, row, "obs-status") == "M"


def waived(dataset: Dataset, table: Table, measure: Column) -> dict[int, Waiver]:
    """The rows whose small count a signed waiver shows."""
    found = {}
    for waiver in dataset.waivers:
        if waiver.table == table.name and waiver.measure == measure.name:
            found.update(dict.fromkeys(rows_of(table, waiver), waiver))
    return found


def rows_of(table: Table, waiver: Waiver) -> tuple[int, ...]:
    """The rows that a waiver leads to; none where it names a column that the table lacks."""
    names = {column.name for column in table.columns}
    if not waiver.where or any(name not in names for name, _ in waiver.where):
        return ()
    kept = [(table.index(name), value) for name, value in waiver.where]
    return tuple(
        number for number, row in enumerate(table.rows) if all(str(row[position]) == value for position, value in kept)
    )


def _of_concept(table: Table, row: int, concept: str) -> Cell:
    for position, column in enumerate(table.columns):
        if column.concept == concept:
            return table.rows[row][position]
    return None
