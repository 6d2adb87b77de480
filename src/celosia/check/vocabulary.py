"""Codes that are of no list: countries, areas, frequencies, themes. Pure."""

from collections.abc import Iterator, Mapping

from celosia.check.authority import areas, codes, countries, is_area
from celosia.check.place import about, cell, descriptor
from celosia.model import Agreement, Catalog, Column, Dataset, Finding, Place, Table
from celosia.model.nearest import nearest, shown


def dataset_codes(dataset: Dataset) -> Iterator[Finding]:
    """The codes of a descriptor and of the columns that hold areas."""
    where = descriptor(dataset)
    if dataset.frequency and dataset.frequency not in codes("frequencies"):
        yield _unknown(where, "celosia.frequency", dataset.frequency, codes("frequencies"))
    for theme in dataset.themes:
        if theme and theme not in codes("themes"):
            yield _unknown(where, "celosia.themes", theme, codes("themes"))
    for area in dataset.spatial:
        if area and not is_area(area):
            yield _unknown(where, "celosia.spatial", area, areas())
    for table in dataset.tables:
        yield from _areas(dataset, table)
        yield from _categories(dataset, table)


def catalog_codes(catalog: Catalog) -> Iterator[Finding]:
    """The codes of catalog.yaml and of the agreements."""
    where = Place(path="catalog.yaml")
    for territory in catalog.territories:
        if territory.code and not is_area(territory.code):
            yield _unknown(where, "territories.code", territory.code, areas())
    for line in catalog.site.help_lines:
        if line.country and line.country not in countries():
            yield _unknown(where, "help_lines.country", line.country, countries())
    for agreement in catalog.agreements:
        yield from _agreement(agreement)
    for folder, things in (("commitments", catalog.commitments), ("events", catalog.events)):
        for one in things:
            if one.country and one.country not in countries():
                place = Place(path=f"{folder}/{one.id}.yaml")
                yield _unknown(place, "country", one.country, countries())


def _agreement(agreement: Agreement) -> Iterator[Finding]:
    where = Place(path=f"agreements/{agreement.id}.yaml")
    named = [("countries", code) for code in agreement.countries]
    named += [("parties.country", party.country) for party in agreement.parties if party.country]
    for key, code in named:
        if code and code not in countries():
            yield _unknown(where, key, code, countries())


def _unknown(where: Place, key: str, code: str, known: frozenset[str]) -> Finding:
    return Finding(code="unknown-code", where=where, details=about(key, shown(code), nearest(code, known)))


def _areas(dataset: Dataset, table: Table) -> Iterator[Finding]:
    """Beside codes of areas a column may have words that it declares: regions of this catalogue, «sin-dato»."""
    for column in table.columns:
        if column.concept != "ref-area":
            continue
        words = {code.value for code in column.codes if code.value.islower()}
        for row, value in enumerate(table.values(column.name)):
            if value is not None and str(value) not in words and not is_area(str(value)):
                yield Finding(code="unknown-area", where=cell(dataset, table, row, column.name))


def _categories(dataset: Dataset, table: Table) -> Iterator[Finding]:
    """Readers of today ignore `categories`, so the same values stand in `constraints.enum` (Data Package 2)."""
    for column in table.columns:
        where = descriptor(dataset, table, column.name)
        values = {code.value for code in column.codes}
        listed = dict(column.constraints).get("enum")
        if values and isinstance(listed, tuple) and {str(value) for value in listed} != values:
            yield Finding(code="enum-differs", where=where)
        if column.total_code is not None and column.total_code not in _taken(table, column, values):
            yield Finding(code="unknown-total", where=where, details=(("name", shown(column.total_code)),))
        for code in sorted(_orphans(column)):
            yield Finding(code="unknown-parent", where=where, details=(("name", shown(code)),))


def _orphans(column: Column) -> set[str]:
    """The categories whose parent is no category, or leads back to them."""
    parents = dict(column.parents)
    known = {code.value for code in column.codes}
    return {code for code, parent in column.parents if parent not in known or code in _above(parent, parents)}


def _above(code: str, parents: Mapping[str, str]) -> set[str]:
    found = {code}
    while code in parents and parents[code] not in found:
        code = parents[code]
        found.add(code)
    return found


def _taken(table: Table, column: Column, values: set[str]) -> set[str]:
    return values or {str(value) for value in table.values(column.name)}
