"""A file of a dataset, with its columns, as the Perfil Nacional describes it. Pure."""

from datetime import date
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from celosia.model import Column, Dataset, LinkedField, Table
from celosia.vocabularies.perfil_ar.code import field_type
from celosia.vocabularies.rdf import iri
from celosia.vocabularies.record import Distribution, Record
from celosia.vocabularies.status import about_codes

_KEPT = frozenset({"identifier", "title", "accessURL", "downloadURL", "issued"})


def distribution(one: Distribution, record: Record) -> dict[str, object]:
    """The file. What nobody told is left out, but for the required fields."""
    dataset = record.dataset
    name = PurePosixPath(urlsplit(one.url).path).name
    told = {
        "identifier": one.identifier or f"{dataset.id}.{one.name}",
        "title": one.title.es,
        "description": one.description.es,
        "accessURL": iri(one.page),
        "downloadURL": iri(one.url),
        "type": one.type,
        "format": one.format.rpartition(".")[2].upper() if dataset.origin is None else one.format,
        "mediaType": one.media_type,
        "fileName": name,
        "byteSize": one.size,
        "hash": one.sha512,
        "license": license_of(dataset),
        "issued": (one.issued or dataset.issued).isoformat(),
        "modified": _modified(one, dataset),
        "field": _columns(one, dataset),
    }
    return {key: value for key, value in told.items() if value not in (None, "") or key in _KEPT}


def fields(table: Table) -> list[dict[str, object]]:
    """The columns: `title` is the name in the file, `description` says what it means."""
    return [_field(column) for column in table.columns]


def license_of(dataset: Dataset) -> str:
    """The licence, by its address where it has one."""
    return (dataset.license.url or dataset.license.title) if dataset.states("license") else ""


def _columns(one: Distribution, dataset: Dataset) -> list[dict[str, object]] | None:
    """Of a table its columns, of a file of ours that is no table none, of a linked one what its publisher says."""
    if one.table:
        return fields(one.table)
    return [_linked(field) for field in one.fields] or ([] if dataset.origin is None else None)


def _linked(field: LinkedField) -> dict[str, object]:
    told = {"title": field.name, "type": field.type, "description": field.description, "units": field.unit}
    return {name: value for name, value in told.items() if value}


def _field(column: Column) -> dict[str, object]:
    described = column.description or about_codes(column) or column.title
    told: dict[str, object] = {"title": column.name, "type": field_type(column), "description": described.es}
    return told | ({"units": column.unit} if column.unit else {})


def _modified(one: Distribution, dataset: Dataset) -> str:
    day: date | None = one.modified or (dataset.modified if dataset.states("modified") else None)
    return day.isoformat() if day else ""
