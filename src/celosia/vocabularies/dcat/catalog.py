"""The catalogue as a `dcat:Catalog`, its series, and what all datasets refer to: who publishes, and whom to ask. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from celosia.model import LangString, Series, Site, Territory
from celosia.vocabularies.dcat.authority import AUTHORITY, LANGUAGES
from celosia.vocabularies.dcat.value import (
    agent_type,
    agent_type_nodes,
    day,
    document,
    license_iri,
    license_nodes,
    link,
    place_iri,
    place_nodes,
    publisher_iri,
)
from celosia.vocabularies.rdf import Literal, Node, Statement, iri, texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What a catalogue holds: the addresses of its datasets and frozen releases, its days, and the areas that it is about."""

    site: Site
    issued: date
    modified: date
    datasets: tuple[str, ...]
    spatial: tuple[str, ...]
    territories: tuple[Territory, ...] = ()


def catalog_nodes(holdings: Holdings) -> tuple[Node, ...]:
    """The catalogue and its series; the shared nodes are apart."""
    site = holdings.site
    main = Node(iri=f"{site.url}#catalog", types=("dcat:Catalog",), statements=tuple(_said(holdings)))
    series = (_series(one, site) for one in site.series)
    return (
        main,
        document(site.url),
        *series,
        *place_nodes(holdings.spatial, site, holdings.territories),
        *license_nodes(site.license),
    )


def shared_nodes(site: Site) -> tuple[Node, ...]:
    """Who publishes and whom to ask: in every file that refers to them, so that each can be read alone."""
    publisher = site.publisher
    name = LangString(es=publisher.name)
    mailbox = f"mailto:{publisher.email}" if publisher.email else ""
    agent: tuple[Statement, ...] = (
        *texts("foaf:name", name),
        *link("foaf:mbox", mailbox),
        ("foaf:homepage", iri(publisher.url)),
        *agent_type(publisher.type),
    )
    contact: tuple[Statement, ...] = (
        ("vcard:fn", Literal(text=publisher.name)),
        *link("vcard:hasEmail", mailbox),
        ("vcard:hasURL", iri(publisher.url)),
    )
    return (
        Node(iri=publisher_iri(site), types=("foaf:Agent",), statements=agent),
        Node(iri=f"{site.url}#contact", types=("vcard:Kind", "vcard:Organization"), statements=contact),
        document(iri(publisher.url)),
        *agent_type_nodes((publisher.type,)),
    )


def _said(holdings: Holdings) -> Iterator[Statement]:
    site = holdings.site
    yield from texts("dct:title", site.title)
    yield from texts("dct:description", site.description)
    yield "dct:publisher", publisher_iri(site)
    yield "dcat:contactPoint", f"{site.url}#contact"
    yield from (("dct:language", LANGUAGES[lang]) for lang in site.languages)
    yield from link("dct:license", license_iri(site.license))
    yield from day("dct:issued", holdings.issued)
    yield from day("dct:modified", holdings.modified)
    yield from (("dct:spatial", place_iri(code, site)) for code in holdings.spatial)
    yield "dcat:themeTaxonomy", f"{AUTHORITY}data-theme"
    yield "foaf:homepage", site.url
    yield from (("dcat:resource", f"{site.url}#series-{one.id}") for one in site.series)
    yield from (("dcat:dataset", dataset) for dataset in holdings.datasets)


def _series(series: Series, site: Site) -> Node:
    said: tuple[Statement, ...] = (
        *texts("dct:title", series.title),
        *texts("dct:description", series.description),
        ("dct:publisher", publisher_iri(site)),
        ("dcat:contactPoint", f"{site.url}#contact"),
    )
    return Node(iri=f"{site.url}#series-{series.id}", types=("dcat:DatasetSeries",), statements=said)
