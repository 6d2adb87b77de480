"""A table's CSV in the words of CSV on the Web: the metadata that a program finds beside the file. Pure.

Follows the W3C recommendations of 17 December 2015 (Metadata Vocabulary for Tabular Data; §5.1 and §6.4).
"""

from collections.abc import Mapping

from celosia.model import Column, Dataset, LangString, Site, Table
from celosia.vocabularies.citation import landing_page

_BASES = {"integer": "integer", "number": "number", "date": "date", "year": "gYear", "string": "string"}
_FACETS = ("minimum", "maximum", "minLength", "maxLength")


def csvw(table: Table, dataset: Dataset, site: Site) -> dict[str, object]:
    """The metadata document of `<table>.csv`, which stands beside it as `<table>.csv-metadata.json`."""
    columns = [_column(column, table) for column in table.columns]
    schema: dict[str, object] = {"columns": columns}
    if table.primary_key:
        schema["primaryKey"] = list(table.primary_key)
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "es"}],
        "url": f"{table.name}.csv",
        "dc:title": _texts(table.title),
        **({"dc:description": _texts(table.description)} if table.description else {}),
        "dc:isPartOf": {"@id": landing_page(dataset, site)},
        "dc:publisher": dataset.publisher,
        "dc:license": {"@id": dataset.license.url},
        "dc:modified": {"@value": dataset.modified.isoformat(), "@type": "xsd:date"},
        "dialect": {"delimiter": ",", "encoding": "utf-8", "header": True},
        "tableSchema": schema,
    }


def _column(column: Column, table: Table) -> dict[str, object]:
    """`titles` is the header as it stands in the file; the words for people are in `dc:title`."""
    described = {"dc:description": _texts(column.description)} if column.description else {}
    return {
        "name": column.name,
        "titles": column.name,
        "dc:title": _texts(column.title),
        **described,
        "datatype": _datatype(column),
        "null": list(table.missing_values),
        "required": dict(column.constraints).get("required") is True,
    }


def _datatype(column: Column) -> str | dict[str, object]:
    constraints = dict(column.constraints)
    if column.type == "boolean":
        return {"base": "boolean", "format": "true|false"}
    base = _BASES.get(column.type, "string")
    facets: dict[str, object] = {name: constraints[name] for name in _FACETS if name in constraints}
    if base == "string" and "pattern" in constraints:
        facets["format"] = constraints["pattern"]
    return {"base": base, **facets} if facets else base


def _texts(text: LangString) -> object:
    """A text by language (§5.1.5, as a common property: an array of language-tagged values)."""
    spoken: list[Mapping[str, str]] = [{"@value": text.es, "@language": "es"}]
    return [*spoken, {"@value": text.en, "@language": "en"}] if text.en else text.es
