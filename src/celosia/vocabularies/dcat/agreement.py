"""An agreement as an `eli:LegalResource`. Neither Argentina nor Peru runs an ELI register, so the address is ours. Pure."""

from collections.abc import Iterator

from celosia.model import Agreement, PeriodOfTime, Site
from celosia.vocabularies.dcat.value import document, link, place_iri
from celosia.vocabularies.rdf import Literal, Node, Statement, iri, texts

_IN_FORCE = {"in-force": "inForce", "ended": "notInForce"}
_FORCE = "http://data.europa.eu/eli/ontology#InForce-"


def agreement_iri(agreement: Agreement, site: Site) -> str:
    """The address of an agreement."""
    return f"{_page(agreement, site)}#agreement"


def agreement_nodes(agreement: Agreement, site: Site) -> tuple[Node, ...]:
    """The agreement, and the pages that it refers to. What our sources do not say is left out."""
    said = tuple(_said(agreement, site))
    main = Node(iri=agreement_iri(agreement, site), types=("eli:LegalResource",), statements=said)
    return (main, document(_page(agreement, site)))


def _said(agreement: Agreement, site: Site) -> Iterator[Statement]:
    yield "eli:id_local", Literal(text=agreement.id)
    yield from texts("dct:title", agreement.title)
    yield from texts("rdfs:comment", agreement.instrument)
    yield from texts("dct:description", agreement.subject)
    yield from _day("eli:date_document", agreement.signed)
    yield from _day("eli:first_date_entry_in_force", agreement.in_force)
    yield from (("eli:jurisdiction", place_iri(code, site)) for code in agreement.countries)
    yield from (one for party in agreement.parties for one in texts("eli:responsibility_of", party.name))
    yield from link("eli:in_force", _force(agreement))
    norms = (approval.norm for approval in agreement.approvals if approval.norm and site.norms)
    yield from (("eli:related_to", f"{site.url}norms/#{norm}") for norm in norms)
    yield "foaf:page", _page(agreement, site)
    yield from link("rdfs:seeAlso", iri(agreement.official_url or ""))
    yield from (("prov:wasDerivedFrom", iri(source.url)) for source in agreement.sources)


def _page(agreement: Agreement, site: Site) -> str:
    return f"{site.url}agreements/{agreement.id}/"


def _day(name: str, period: PeriodOfTime | None) -> Iterator[Statement]:
    """ELI takes days only: a month or a year is in the agreement's own files."""
    if period and period.start == period.end:
        yield name, Literal(text=period.start.isoformat(), type="xsd:date")


def _force(agreement: Agreement) -> str:
    code = _IN_FORCE.get(agreement.status.code)
    return f"{_FORCE}{code}" if code else ""
