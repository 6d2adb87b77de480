"""A dataset as a Data Package 2 descriptor, which programs read without asking anybody. Pure.

Follows the profiles of datapackage.org 2.0. What the standard has no word for is under `celosia`; the English texts
are under `i18n`, in the form of the catalogue's own `datapackage.en.yaml`.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import PurePosixPath

from celosia.model import (
    Column,
    Counts,
    Dataset,
    LangString,
    License,
    LinkedField,
    LinkedFile,
    Origin,
    RecordLevel,
    Site,
    Table,
)
from celosia.vocabularies.citation import cite, landing_page
from celosia.vocabularies.status import about_codes, shorthand
from celosia.vocabularies.translation import translation

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def data_package(dataset: Dataset, site: Site, files: Mapping[str, bytes], *, released: bool = False) -> dict[str, object]:
    """The descriptor of a dataset. `files` are its CSV files by their path from the descriptor (`data/total.csv`).

    `released`: its version is frozen, so that the citation may lead to it.
    """
    texts = translation(dataset)
    package = {
        "$schema": PROFILE,
        "name": dataset.id,
        "id": landing_page(dataset, site),
        "title": dataset.title.es,
        "description": dataset.description.es,
        "version": dataset.version,
        "created": f"{dataset.issued.isoformat()}T00:00:00Z" if dataset.states("issued") else None,
        "homepage": landing_page(dataset, site),
        "keywords": [keyword.es for keyword in dataset.keywords],
        "licenses": [_license(dataset.license)] if dataset.states("license") else None,
        "sources": _sources(dataset),
        "contributors": _contributors(dataset, site),
        "celosia": _celosia(dataset, site, released=released),
        "i18n": {"en": texts} if texts else {},
        "resources": [*(_resource(table, path, files[path]) for table, path in _placed(dataset, files)), *_links(dataset)],
    }
    return _known(package)


def _sources(dataset: Dataset) -> list[dict[str, str]]:
    """The main documents, then the record-level files that are described and not copied, each address once."""
    titles = {source.url: source.title for source in dataset.sources}
    for file in dataset.record_level:
        titles.setdefault(file.url, file.title.es)
    return [{"title": title, "path": url} for url, title in titles.items()]


def table_schema(table: Table, lang: str = "es") -> dict[str, object]:
    """The columns of a table as a Table Schema 2, with our `role`, `concept`, `unit` and `totalCode`."""
    schema: dict[str, object] = {
        "fields": [_field(column, lang) for column in table.columns],
        "primaryKey": list(table.primary_key),
    }
    return _known(schema) | {"missingValues": [*table.missing_values, *_shorthand(table)]}


def _shorthand(table: Table) -> list[str]:
    """The marks that stand for a lack of figures where people read, so that a copy that was saved from there can be read."""
    if table.with_concept("obs-status") is None:
        return []
    return [sign for sign in shorthand(table) if sign not in table.missing_values]


def _placed(dataset: Dataset, files: Mapping[str, bytes]) -> list[tuple[Table, str]]:
    paths = {PurePosixPath(path).stem: path for path in sorted(files) if path.endswith(".csv")}
    return [(table, paths[table.name]) for table in dataset.tables]


def _resource(table: Table, path: str, body: bytes) -> dict[str, object]:
    resource: dict[str, object] = {
        "name": table.name,
        "type": "table",
        "path": path,
        "title": table.title.es,
        "description": table.description.es if table.description else None,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(body),
        "hash": f"sha256:{sha256(body).hexdigest()}",
        "schema": table_schema(_bearable(table)),
    }
    return _known(resource)


def _bearable(table: Table) -> Table:
    """Without the patterns of columns that may be empty, at whose first empty cell frictionless cannot write a database.

    So datapackage-to-datasette reads every package. The catalogue is held to those patterns, and CSVW has them (`format`).
    """
    return replace(table, columns=tuple(_without_pattern(column) for column in table.columns))


def _without_pattern(column: Column) -> Column:
    if dict(column.constraints).get("required"):
        return column
    return replace(column, constraints=tuple(part for part in column.constraints if part[0] != "pattern"))


def _field(column: Column, lang: str) -> dict[str, object]:
    described = column.description or about_codes(column)
    field: dict[str, object] = {
        "name": column.name,
        "type": column.type,
        "title": column.title.text(lang),
        "description": described.text(lang) if described else None,
        "role": column.role.value,
        "concept": column.concept,
        "unit": column.unit,
        "totalCode": column.total_code,
        "categories": [{"value": code.value, "label": code.label.text(lang)} for code in column.codes],
        "constraints": _constraints(column),
    }
    return _known(field)


def _constraints(column: Column) -> dict[str, object]:
    """With the codes as an `enum` too: readers of today ignore `categories`."""
    codes = {"enum": [code.value for code in column.codes]} if column.codes else {}
    return codes | {name: _plain(value) for name, value in column.constraints}


def _plain(value: object) -> object:
    if isinstance(value, tuple | list):
        return [_plain(member) for member in value]
    return value.isoformat() if isinstance(value, date) else value


def _license(license_: License) -> dict[str, object]:
    return _known({"name": license_.name if license_.code else None, "title": license_.title, "path": license_.url})


def _links(dataset: Dataset) -> list[dict[str, object]]:
    """Files that stay elsewhere are resources with a remote path (Data Package 2, «path or data»)."""
    return [_link(file) for file in dataset.links]


def _link(file: LinkedFile) -> dict[str, object]:
    told: dict[str, object] = {
        "name": file.name,
        "path": file.url,
        "title": file.title.es,
        "description": file.description.es if file.description else None,
        "format": file.format.lower() if file.format else None,
        "mediatype": file.media_type,
        "bytes": file.size,
        "hash": file.hash,
        "homepage": file.access_url,
        "identifier": file.identifier,
        "issued": file.issued.isoformat() if file.issued else None,
        "modified": file.modified.isoformat() if file.modified else None,
        "schema": {"fields": [_linked_field(field) for field in file.fields]} if file.fields else None,
    }
    return _known(told)


def _linked_field(field: LinkedField) -> dict[str, object]:
    return _known({"name": field.name, "type": field.type, "description": field.description, "unit": field.unit})


def _contributors(dataset: Dataset, site: Site) -> list[dict[str, object]]:
    publisher: dict[str, object] = {"title": dataset.publisher, "roles": ["publisher"]}
    if dataset.publisher == site.publisher.name:
        publisher["path"] = site.publisher.url
    creator: dict[str, object] = {"title": dataset.creator, "roles": ["creator"]}
    return [agent for agent, role in ((publisher, "publisher"), (creator, "creator")) if dataset.states(role)]


def _celosia(dataset: Dataset, site: Site, *, released: bool) -> dict[str, object]:
    block: dict[str, object] = {
        "kind": dataset.kind,
        "summary": dataset.summary.es,
        "issued": dataset.issued.isoformat() if dataset.states("issued") else None,
        "modified": dataset.modified.isoformat() if dataset.states("modified") else None,
        "spatial": list(dataset.spatial),
        "themes": list(dataset.themes),
        "frequency": dataset.frequency,
        "related": list(dataset.related),
        "series": list(dataset.series),
        "withheld": dataset.withheld.es if dataset.withheld else None,
        "record_level": [_record_level(file) for file in dataset.record_level],
        "counts": _counts(dataset.counts) if dataset.states("counts") else None,
        "citation": cite(dataset, site, "es", released=released),
        **(_origin(dataset.origin) if dataset.origin else {}),
    }
    return _known(block)


def _origin(origin: Origin) -> dict[str, object]:
    """What the publisher of a linked dataset says of it."""
    contact = origin.contact
    return {
        "identifier": origin.identifier,
        "landing_page": origin.landing_page,
        "temporal": origin.temporal.text if origin.temporal else None,
        "contact": _known({"name": contact.name, "email": contact.email}) if contact else None,
    }


def _record_level(file: RecordLevel) -> dict[str, object]:
    """A file elsewhere with one row a person: no resource of the package, since its bytes are not in it."""
    told = {"name": file.name, "title": file.title.es, "publisher": file.publisher, "url": file.url, "rows": file.rows}
    return _known({**told, "warning": file.warning.es})


def _counts(counts: Counts) -> dict[str, object]:
    texts: dict[str, LangString] = {
        "what": counts.what,
        "event": counts.event,
        "recorder": counts.recorder,
        "definition": counts.definition,
        "includes": counts.includes,
        "excludes": counts.excludes,
        "period_rule": counts.period_rule,
    }
    breaks = [{"at": point.at, "label": point.label.es} for point in counts.breaks]
    return _known({"unit": counts.unit, **{name: text.es for name, text in texts.items()}, "breaks": breaks})


def _known(properties: Mapping[str, object]) -> dict[str, object]:
    """Without what is not known or empty: a property of the standard is left out, never null."""
    return {name: value for name, value in properties.items() if value not in (None, "", [], {})}
