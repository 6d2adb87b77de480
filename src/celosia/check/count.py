"""Counts too small to be shown: the threshold of each unit (rules R1 to R3), and the waivers that let one stand. Pure."""

from collections.abc import Iterable, Iterator

from celosia.check.place import about, cell, descriptor
from celosia.disclosure.rule import counts, rows_of, threshold, waived
from celosia.model import Catalog, Dataset, Finding, Place, Table, Waiver
from celosia.model.counted import Unit
from celosia.model.nearest import nearest, shown

_FLOOR = 5
_LEAST_WAIVED = 3
_PROTECTED = ("persons", "households")


def small_counts(dataset: Dataset) -> Iterator[Finding]:
    """No table shows a count under its threshold without a signed waiver, and none a count of 1 or 2 with one."""
    for table in dataset.tables:
        for measure, unit in counts(table):
            k = threshold(dataset, table, unit)
            allowed = waived(dataset, table, measure)
            for row, value in enumerate(table.values(measure.name) if k is not None else ()):
                if not isinstance(value, int | float) or not 0 < value < (k or 0):
                    continue
                where = cell(dataset, table, row, measure.name)
                if row not in allowed:
                    yield Finding(code="small-count", where=where, details=(("unit", unit), ("k", str(k))))
                elif value < _LEAST_WAIVED:
                    yield Finding(code="waiver-too-small", where=where)


def waivers(dataset: Dataset) -> Iterator[Finding]:
    """Each waiver leads to one cell, and to one that needs it."""
    for number, waiver in enumerate(dataset.waivers, 1):
        table = next((table for table in dataset.tables if table.name == waiver.table), None)
        if table is None:
            names = [table.name for table in dataset.tables]
            key = f"celosia.waivers[{number}].table"
            details = about(key, shown(waiver.table), nearest(waiver.table, names))
            yield Finding(code="unknown-table", where=descriptor(dataset), details=details)
        elif not _is_needed(dataset, table, waiver):
            where = descriptor(dataset, table)
            yield Finding(code="waiver-of-nothing", where=where, details=(("key", f"celosia.waivers[{number}]"),))


def thresholds(catalog: Catalog) -> Iterator[Finding]:
    """Neither the catalogue nor an exception puts the threshold of people under the floor."""
    yield from _low(catalog.policy.thresholds, Place(path="catalog.yaml"))
    for dataset in catalog.datasets:
        own = tuple(pair for pair in dataset.policy.thresholds if pair not in catalog.policy.thresholds)
        yield from _low(own, descriptor(dataset))


def populations(dataset: Dataset) -> Iterator[Finding]:
    """Each population of its own is of a table that there is."""
    names = [table.name for table in dataset.tables]
    for name, _ in dataset.populations:
        if name not in names:
            details = about("celosia.disclosure.populations", shown(name), nearest(name, names))
            yield Finding(code="unknown-table", where=descriptor(dataset), details=details)


def _low(written: Iterable[tuple[Unit, int]], where: Place) -> Iterator[Finding]:
    for unit, k in written:
        if unit in _PROTECTED and k < _FLOOR:
            yield Finding(code="threshold-too-low", where=where, details=(("unit", unit), ("least", str(_FLOOR))))


def _is_needed(dataset: Dataset, table: Table, waiver: Waiver) -> bool:
    rows = rows_of(table, waiver)
    measures = {column.name: unit for column, unit in counts(table)}
    if len(rows) != 1 or waiver.measure not in measures:
        return False
    value = table.values(waiver.measure)[rows[0]]
    k = threshold(dataset, table, measures[waiver.measure])
    return isinstance(value, int | float) and k is not None and 0 < value < k
