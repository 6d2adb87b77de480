"""Microdata disguised as a table (rule R10): headers, cells and shapes that only rows about single persons have. Pure.

Every table is looked at, of whatever kind. What is found stops the build unless somebody reviewed the column, and signed and
dated it, in `celosia.reviewed`. Which words: lexicon.toml; which values: `identity` and `trace`; which shapes: `record`.
"""

from collections.abc import Iterator

from celosia.check.identity import documents
from celosia.check.lexicon import allowed_in_directory, guarded_in_measure
from celosia.check.place import cell, descriptor
from celosia.check.record import is_guarded, shape_of_column, shapes, spread
from celosia.check.seen import Seen, Sighting
from celosia.check.trace import traces, traces_of_records
from celosia.model import Column, Dataset, Finding, Review, Role, Table

_WARNINGS = frozenset({"personal-mailbox"})


def microdata(dataset: Dataset) -> Iterator[Finding]:
    """No table holds rows about single persons, whatever it is called; each column that looks so was reviewed."""
    found = tuple(finding for table in dataset.tables for finding in _in_table(dataset, table))
    accepted = {(review.table, review.column) for review in dataset.reviewed}
    yield from (finding for finding in found if (finding.where.table, finding.where.column) not in accepted)
    looked_at = {(finding.where.table, finding.where.column) for finding in found}
    for review in dataset.reviewed:
        yield from _stale(dataset, review, looked_at)


def _in_table(dataset: Dataset, table: Table) -> Iterator[Finding]:
    guarded = is_guarded(dataset, table)
    for position, column in enumerate(table.columns):
        seen = Seen.of(table, position)
        if _announces(dataset, table, seen):
            yield Finding(code="personal-header", where=descriptor(dataset, table, column.name))
        for sighting in _sightings(seen, directory=_is_directory(dataset), guarded=guarded):
            yield _sighted(dataset, table, column, sighting)
        yield from _shaped(dataset, table, seen, guarded=guarded)
    if guarded:
        for code, name in shapes(dataset, table):
            yield Finding(code=code, where=cell(dataset, table, column=name))


def _sightings(seen: Seen, *, directory: bool, guarded: bool) -> Iterator[Sighting]:
    yield from documents(seen, directory=directory)
    yield from traces(seen, directory=directory)
    if guarded:
        yield from traces_of_records(seen)


def _announces(dataset: Dataset, table: Table, seen: Seen) -> bool:
    """Whether the header says that persons are told apart; a directory may say how its institutions are called and reached.

    A short code list under such a header is of categories («con documento, sin documento»); one with about a code a row is not.
    """
    kinds = seen.kinds
    if _is_directory(dataset):
        kinds = frozenset(kind for kind in kinds if not allowed_in_directory(kind))
    if seen.column.role is Role.MEASURE:
        kinds = frozenset(kind for kind in kinds if guarded_in_measure(kind))
    if seen.column.concept == "url":
        kinds -= {"place"}
    if seen.is_bound:
        return bool(kinds - _OF_CATEGORIES) and seen.listed > max(_FEW, _SPREAD * len(table.rows))
    return bool(kinds)


_OF_CATEGORIES = frozenset({"name", "contact", "place", "network"})
_FEW = 10
_SPREAD = 0.3


def _is_directory(dataset: Dataset) -> bool:
    return dataset.kind == "directory"


def _sighted(dataset: Dataset, table: Table, column: Column, sighting: Sighting) -> Finding:
    code, row, kind = sighting
    where = cell(dataset, table, row, column.name) if row >= 0 else descriptor(dataset, table, column.name)
    details = (("kind", kind),) if kind else ()
    return Finding(code=code, where=where, details=details, severity="warning" if code in _WARNINGS else "error")


def _shaped(dataset: Dataset, table: Table, seen: Seen, *, guarded: bool) -> Iterator[Finding]:
    where = descriptor(dataset, table, seen.column.name)
    if guarded:
        yield from (Finding(code=code, where=where) for code in shape_of_column(table, seen))
    elif spread(table, seen):
        yield Finding(code="many-codes", where=where)


def _stale(dataset: Dataset, review: Review, looked_at: set[tuple[str | None, str | None]]) -> Iterator[Finding]:
    """A review of a column in which nothing is found, or that is older than the dataset, is to be done again."""
    where = descriptor(dataset)
    details = (("key", "celosia.reviewed"), ("name", f"{review.table}.{review.column}"))
    if (review.table, review.column) not in looked_at:
        yield Finding(code="review-of-nothing", where=where, details=details, severity="warning")
    elif review.date < dataset.modified:
        yield Finding(code="review-outdated", where=where, details=details, severity="warning")
