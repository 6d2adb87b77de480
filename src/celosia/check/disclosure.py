"""What would point at somebody besides a count: where a shelter is, figures that nobody stands behind. Pure."""

from collections.abc import Iterator

from celosia.check.lexicon import announced
from celosia.check.place import cell
from celosia.check.said import Said, page_place, said_in_catalog, said_in_dataset
from celosia.check.whereabouts import locates, locates_shelter, names_shelter
from celosia.model import Catalog, Column, Dataset, Finding, Place, Table
from celosia.vocabularies.telephone import is_of_a_place

_SOURCES = ("url", "source")


def shelters(dataset: Dataset) -> Iterator[Finding]:
    """No row that looks like a shelter's says where it is, in whatever column, and no text of the dataset does."""
    for table in dataset.tables:
        yield from _located(dataset, table)
    yield from _told(said_in_dataset(dataset))


def shelters_in_texts(catalog: Catalog) -> Iterator[Finding]:
    """Nor does any other text of the catalogue: agreements, systems, commitments, comparisons, pages."""
    yield from _told(said_in_catalog(catalog))
    yield from _told(Said(text=page.body, where=page_place(page), key="body") for page in catalog.pages)


def low_confidence(dataset: Dataset) -> Iterator[Finding]:
    """Rows of low confidence are not published."""
    for table in dataset.tables:
        column = table.with_concept("confidence")
        for row, value in enumerate(table.values(column.name) if column else ()):
            if value == "baja":
                yield Finding(code="low-confidence", where=cell(dataset, table, row, column.name if column else None))


def low_confidence_agreements(catalog: Catalog) -> Iterator[Finding]:
    """Nor are agreements."""
    for agreement in catalog.agreements:
        if agreement.confidence == "baja":
            yield Finding(code="low-confidence", where=Place(path=f"agreements/{agreement.id}.yaml"))


def _told(said: Iterator[Said]) -> Iterator[Finding]:
    for one in said:
        if locates_shelter(one.text):
            yield Finding(code="shelter-in-text", where=one.where, details=(("key", one.key),))


def _located(dataset: Dataset, table: Table) -> Iterator[Finding]:
    named = _rows_of_shelters(table)
    for position, column in enumerate(table.columns if named else ()):
        for row in sorted(named):
            value = table.rows[row][position]
            if value is not None and _tells_where(column, str(value)):
                yield Finding(code="shelter-address", where=cell(dataset, table, row, column.name))


def _rows_of_shelters(table: Table) -> set[int]:
    """The rows in which any text names a shelter; the title of a source may."""
    found: set[int] = set()
    for position, column in enumerate(table.columns):
        if column.type == "string" and column.concept not in _SOURCES and not column.name.startswith("fuente"):
            words = {row[position]: False for row in table.rows}
            words |= {value: names_shelter(_words(column, str(value))) for value in words if value is not None}
            found.update(number for number, row in enumerate(table.rows) if words[row[position]])
    return found


def _words(column: Column, value: str) -> str:
    """A value with the words that readers see for it."""
    labels = [code.label for code in column.codes if code.value == value]
    return " · ".join((value, *(label.es for label in labels), *(label.en or "" for label in labels)))


def _tells_where(column: Column, value: str) -> bool:
    """By the column's header, any value of an address and the telephone of a place; in any column, what reads as one."""
    kinds = announced(column.name) | announced(column.title.es)
    if "place" in kinds and column.concept != "url":
        return True
    if column.concept == "telephone" or "contact" in kinds:
        return is_of_a_place(value) or locates(value)
    return locates(value)
