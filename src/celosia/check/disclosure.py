"""What would point at somebody besides a count: a shelter's address, figures that nobody stands behind. Pure."""

import re
from collections.abc import Iterator

from celosia.check.place import cell
from celosia.model import Catalog, Dataset, Finding, Place, Table

_SHELTER = re.compile(
    r"\b(?:refugio|hogar|albergue|casa de medio camino|casa segura|casa de acogida|shelter|safe house)", re.IGNORECASE
)
_TELLS_KIND = re.compile(r"^(?:tipo|nombre|name|type|kind|categoria|title|titulo)")
_ADDRESS = re.compile(r"^(?:direccion|domicilio|address|calle|ubicacion|lat|lon|coordenadas)")


def shelters(dataset: Dataset) -> Iterator[Finding]:
    """No row that looks like a shelter says where it is."""
    for table in dataset.tables:
        kinds = [column.name for column in table.columns if _TELLS_KIND.match(column.name)]
        addresses = [column.name for column in table.columns if _ADDRESS.match(column.name) and column.concept != "url"]
        if kinds and addresses:
            yield from _located(dataset, table, kinds, addresses)


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


def _located(dataset: Dataset, table: Table, kinds: list[str], addresses: list[str]) -> Iterator[Finding]:
    for row, record in enumerate(table.records()):
        if any(_SHELTER.search(str(record[name] or "")) for name in kinds):
            for name in addresses:
                if record[name] is not None:
                    yield Finding(code="shelter-address", where=cell(dataset, table, row, name))
