"""Dates in order, versions in order, and periods that may stand in one table. Pure."""

from collections.abc import Iterator
from datetime import date

from celosia.check.place import cell, descriptor
from celosia.model import Dataset, Finding, PeriodOfTime, Place, Table


def dates(dataset: Dataset) -> Iterator[Finding]:
    """Issued before modified, the changelog newest first, and its first entry the version that is published.

    The dates of a linked dataset are its publisher's and may be wrong; its changelog is ours.
    """
    if dataset.origin is None and date.min not in {dataset.issued, dataset.modified} and dataset.modified < dataset.issued:
        yield Finding(code="modified-before-issued", where=descriptor(dataset))
    if not dataset.changes:
        return
    where = Place(path=f"datasets/{dataset.id}/changes.yaml")
    newest = dataset.changes[0]
    if dataset.version and newest.version and newest.version != dataset.version:
        details = (("version", dataset.version), ("newest", newest.version))
        yield Finding(code="version-differs", where=where, details=details)
    if dataset.origin is None and date.min not in {newest.date, dataset.modified} and newest.date > dataset.modified:
        yield Finding(code="change-after-modified", where=where)
    for newer, older in zip(dataset.changes, dataset.changes[1:], strict=False):
        if newer.date < older.date or _number(newer.version) <= _number(older.version):
            yield Finding(code="changes-order", where=where, details=(("version", older.version),))


def periods(dataset: Dataset) -> Iterator[Finding]:
    """Periods that can be read, and of one kind: cumulative figures never stand beside yearly ones."""
    for table in dataset.tables:
        column = table.with_concept("time-period")
        if column is None:
            continue
        read = [(row, _read(str(value))) for row, value in enumerate(table.values(column.name)) if value is not None]
        for row, period in read:
            if period is None:
                yield Finding(code="bad-period-cell", where=cell(dataset, table, row, column.name))
        yield from _mixed(dataset, table, [(row, period) for row, period in read if period is not None])


def _mixed(dataset: Dataset, table: Table, read: list[tuple[int, PeriodOfTime]]) -> Iterator[Finding]:
    cumulative = [row for row, period in read if period.is_cumulative]
    if cumulative and len(cumulative) < len(read):
        yield Finding(code="mixed-periods", where=cell(dataset, table, cumulative[0]))


def _read(text: str) -> PeriodOfTime | None:
    try:
        return PeriodOfTime.parse(text)
    except ValueError:
        return None


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part)
