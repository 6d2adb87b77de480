"""A graph of DCAT 2 or 3 as a harvest. What is said in Spanish is taken first, then what is said in no language. Pure."""

from collections.abc import Iterable, Iterator

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, FOAF, OWL, RDF, Namespace
from rdflib.term import Node

from celosia.model import LangString
from celosia.vocabularies.harvest.harvested import Harvest, HarvestedDataset, HarvestedFile

DCAT = Namespace("http://www.w3.org/ns/dcat#")
SPDX = Namespace("http://spdx.org/rdf/terms#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
SCHEMA = Namespace("http://schema.org/")

_ASKED = {
    **dict.fromkeys(("title", "description", "file.access_url", "catalog.title", "catalog.publisher"), "required"),
    **dict.fromkeys(("files", "publisher", "contact", "contact_email", "keywords", "themes", "places"), "recommended"),
    **dict.fromkeys(("temporal", "frequency", "license", "file.format", "issued", "modified", "identifier"), "recommended"),
}
_NAMES = {
    **{name: f"dct:{name}" for name in ("title", "description", "publisher", "issued", "modified", "license", "temporal")},
    "identifier": "dct:identifier", "files": "dcat:distribution", "contact": "dcat:contactPoint",
    "contact_email": "vcard:hasEmail", "keywords": "dcat:keyword", "themes": "dcat:theme", "places": "dct:spatial",
    "frequency": "dct:accrualPeriodicity", "format": "dct:format", "access_url": "dcat:accessURL", "url": "dcat:downloadURL",
    "landing_page": "dcat:landingPage", "size": "dcat:byteSize", "media_type": "dcat:mediaType",
}  # fmt: skip


def read_dcat(graph: Graph) -> Harvest:
    """The catalogue of a graph, with all datasets that are no older version and no series of another one."""
    catalog = next(iter(_ordered(graph.subjects(RDF.type, DCAT.Catalog))), None)
    older = {
        *graph.objects(None, DCAT.hasVersion),
        *graph.subjects(DCAT.isVersionOf),
        *graph.subjects(RDF.type, DCAT.DatasetSeries),
    }
    found = _ordered({node for node in graph.subjects(RDF.type, DCAT.Dataset) if node not in older})
    publisher = _one(graph, catalog, DCTERMS.publisher)
    return Harvest(
        standard="DCAT",
        title=_words(graph, catalog, DCTERMS.title),
        description=_words(graph, catalog, DCTERMS.description),
        publisher=_name(graph, publisher),
        publisher_email=_email(graph, publisher),
        publisher_url=_address(_one(graph, publisher, FOAF.homepage)) or _address(_one(graph, publisher, FOAF.page)),
        homepage=_address(_one(graph, catalog, FOAF.homepage)),
        license=_text(_one(graph, catalog, DCTERMS.license)),
        modified=_text(_one(graph, catalog, DCTERMS.modified)),
        datasets=tuple(_dataset(graph, node) for node in found),
        asked=_ASKED,
        names=_NAMES,
    )


def _dataset(graph: Graph, node: Node) -> HarvestedDataset:
    contact = _one(graph, node, DCAT.contactPoint)
    files = _ordered(graph.objects(node, DCAT.distribution))
    licenses = [_text(_one(graph, file, DCTERMS.license)) for file in files]
    license_ = _text(_one(graph, node, DCTERMS.license)) or next((found for found in licenses if found), None)
    return HarvestedDataset(
        key=str(node),
        identifier=_text(_one(graph, node, DCTERMS.identifier)) or (str(node) if isinstance(node, URIRef) else None),
        title=_words(graph, node, DCTERMS.title),
        description=_words(graph, node, DCTERMS.description),
        publisher=_name(graph, _one(graph, node, DCTERMS.publisher)),
        publisher_email=_email(graph, _one(graph, node, DCTERMS.publisher)),
        creator=_name(graph, _one(graph, node, DCTERMS.creator)),
        contact=_text(_one(graph, contact, VCARD.fn)),
        contact_email=_email(graph, contact),
        issued=_text(_one(graph, node, DCTERMS.issued)),
        modified=_text(_one(graph, node, DCTERMS.modified)),
        frequency=_text(_one(graph, node, DCTERMS.accrualPeriodicity)),
        themes=tuple(sorted(str(theme) for theme in graph.objects(node, DCAT.theme))),
        keywords=_keywords(graph, node),
        license=license_,
        places=tuple(sorted(str(place) for place in graph.objects(node, DCTERMS.spatial) if isinstance(place, URIRef))),
        temporal=_temporal(graph, _one(graph, node, DCTERMS.temporal)),
        landing_page=_address(_one(graph, node, DCAT.landingPage)),
        version=_text(_one(graph, node, DCAT.version)) or _text(_one(graph, node, OWL.versionInfo)),
        files=tuple(_file(graph, file) for file in files),
    )


def _file(graph: Graph, node: Node) -> HarvestedFile:
    return HarvestedFile(
        identifier=_text(_one(graph, node, DCTERMS.identifier)),
        title=_words(graph, node, DCTERMS.title),
        description=_words(graph, node, DCTERMS.description),
        url=_address(_one(graph, node, DCAT.downloadURL)),
        access_url=_address(_one(graph, node, DCAT.accessURL)),
        format=_last(_one(graph, node, DCTERMS.format)),
        media_type=_media_type(_one(graph, node, DCAT.mediaType)),
        size=_text(_one(graph, node, DCAT.byteSize)),
        hash=_checksum(graph, _one(graph, node, SPDX.checksum)),
        issued=_text(_one(graph, node, DCTERMS.issued)),
        modified=_text(_one(graph, node, DCTERMS.modified)),
        license=_text(_one(graph, node, DCTERMS.license)),
    )


def _ordered(nodes: Iterable[Node]) -> list[Node]:
    """By their text, so that the same graph gives the same harvest."""
    return sorted(nodes, key=lambda node: node.n3())


def _one(graph: Graph, node: Node | None, property_: URIRef) -> Node | None:
    """The first value in the order of its text, so that the same graph gives the same harvest."""
    return None if node is None else next(iter(_ordered(graph.objects(node, property_))), None)


def _words(graph: Graph, node: Node | None, property_: URIRef) -> LangString | None:
    if node is None:
        return None
    said = {
        word.language or "": str(word).strip() for word in _ordered(graph.objects(node, property_)) if isinstance(word, Literal)
    }
    first = said.get("es") or said.get("") or next(iter(said.values()), None)
    return LangString(es=first, en=said.get("en")) if first else None


def _keywords(graph: Graph, node: Node) -> tuple[LangString, ...]:
    """Words of two languages are not paired in a graph: those in Spanish, or else all."""
    said = [word for word in _ordered(graph.objects(node, DCAT.keyword)) if isinstance(word, Literal)]
    kept = [word for word in said if word.language in ("es", None)] or said
    return tuple(LangString(es=str(word)) for word in kept)


def _text(value: Node | None) -> str | None:
    return (str(value).strip() or None) if isinstance(value, Literal | URIRef) else None


def _address(value: Node | None) -> str | None:
    return _text(value)


def _last(value: Node | None) -> str | None:
    """The code at the end of an address of an authority table, or the text."""
    return str(value).rstrip("/").rpartition("/")[2] if isinstance(value, URIRef) else _text(value)


def _media_type(value: Node | None) -> str | None:
    found = _text(value)
    return found.partition("/media-types/")[2] or found if found else None


def _name(graph: Graph, node: Node | None) -> str | None:
    if isinstance(node, Literal):
        return _text(node)
    found = next((words for name in (FOAF.name, SCHEMA.name, VCARD.fn) if (words := _words(graph, node, name))), None)
    return found.es if found else None


def _email(graph: Graph, node: Node | None) -> str | None:
    found = next(_emails(graph, node), None)
    return found.removeprefix("mailto:") if found else None


def _emails(graph: Graph, node: Node | None) -> Iterator[str]:
    return (found for name in (VCARD.hasEmail, FOAF.mbox) if (found := _text(_one(graph, node, name))))


def _temporal(graph: Graph, node: Node | None) -> str | None:
    if isinstance(node, Literal):
        return _text(node)
    start, end = _text(_one(graph, node, DCAT.startDate)), _text(_one(graph, node, DCAT.endDate))
    return f"{start[:10]}/{end[:10]}" if start and end else start


def _checksum(graph: Graph, node: Node | None) -> str | None:
    value, algorithm = _text(_one(graph, node, SPDX.checksumValue)), _last(_one(graph, node, SPDX.algorithm)) or ""
    kind = algorithm.rpartition("_")[2].lower()
    return f"{kind}:{value}" if value and kind.startswith(("sha", "md5")) else value
