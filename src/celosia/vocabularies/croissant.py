"""A dataset as Croissant 1.0, which tools of machine learning read: its files and the fields of each. Pure.

Follows MLCommons' specification 1.0. Readers guess types from the values: codes that begin with a zero may lose it there, so
the Data Package stays the description to trust.
"""

from collections.abc import Mapping

from celosia.model import Column, Dataset, Site, Table
from celosia.vocabularies.bibliography import bibtex
from celosia.vocabularies.citation import cited_dataset, landing_page

CONTEXT: Mapping[str, object] = {
    "@language": "es",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
"""The official context, word for word: its readers warn of any other (but for the language, which is the catalogue's)."""

CONFORMS_TO = "http://mlcommons.org/croissant/1.0"

_TYPES = {"integer": "sc:Integer", "number": "sc:Float", "date": "sc:Date", "boolean": "sc:Boolean"}


def croissant(
    dataset: Dataset, site: Site, sums: Mapping[str, tuple[int, str]], *, released: bool = False
) -> dict[str, object]:
    """The description of a dataset; `sums` gives the size and the SHA-256 of each table's CSV by the table's name."""
    return {
        "@context": dict(CONTEXT),
        "@type": "sc:Dataset",
        "name": dataset.id,
        "alternateName": dataset.title.es,
        "description": dataset.description.es,
        "conformsTo": CONFORMS_TO,
        "license": dataset.license.url,
        "url": landing_page(dataset, site),
        "version": dataset.version,
        "datePublished": dataset.issued.isoformat(),
        "dateModified": dataset.modified.isoformat(),
        "creator": {"@type": "sc:Organization", "name": dataset.creator},
        "publisher": {"@type": "sc:Organization", "name": dataset.publisher},
        "citeAs": bibtex(cited_dataset(dataset, site, "es", released=released)).decode(),
        "keywords": [keyword.es for keyword in dataset.keywords],
        "inLanguage": "es",
        "distribution": [_file(table, dataset, site, sums[table.name]) for table in dataset.tables],
        "recordSet": [_records(table) for table in dataset.tables],
    }


def _file(table: Table, dataset: Dataset, site: Site, known: tuple[int, str]) -> dict[str, object]:
    size, checksum = known
    return {
        "@type": "cr:FileObject",
        "@id": f"{table.name}.csv",
        "name": f"{table.name}.csv",
        "description": table.title.es,
        "contentUrl": f"{landing_page(dataset, site)}{table.name}.csv",
        "contentSize": f"{size} B",
        "encodingFormat": "text/csv",
        "sha256": checksum,
    }


def _records(table: Table) -> dict[str, object]:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.title.es,
        "field": [_field(column, table) for column in table.columns],
    }


def _field(column: Column, table: Table) -> dict[str, object]:
    return {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "description": column.title.es,
        "dataType": _TYPES.get(column.type, "sc:Text"),
        "source": {"fileObject": {"@id": f"{table.name}.csv"}, "extract": {"column": column.name}},
    }
