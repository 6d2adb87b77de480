"""The values that DCAT-AP asks for in one form only: days, periods, places, licences, people. Pure."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from celosia.model import LangString, License, PeriodOfTime, Site, Territory
from celosia.vocabularies.dcat.authority import COUNTRIES, authority
from celosia.vocabularies.rdf import Literal, Node, Statement, iri, texts

PUBLISHER_TYPES = "http://purl.org/adms/publishertype/"


def day(name: str, value: date | None) -> tuple[Statement, ...]:
    """A property whose value is a day."""
    return () if value is None else ((name, Literal(text=value.isoformat(), type="xsd:date")),)


def link(name: str, target: str) -> tuple[Statement, ...]:
    """A property whose value is an address, if there is one."""
    return ((name, target),) if target else ()


def period_node(address: str, period: PeriodOfTime) -> Node:
    """A period, both ends included (`dct:PeriodOfTime`)."""
    ends = (*day("dcat:startDate", period.start), *day("dcat:endDate", period.end))
    return Node(iri=address, types=("dct:PeriodOfTime",), statements=ends)


def document(address: str) -> Node:
    """A page or a file that explains: the shapes want its class."""
    return Node(iri=address, types=("foaf:Document",), statements=())


def statement_node(address: str, kind: str, label: LangString) -> Node:
    """Something that is said in words: of rights, or of where data come from."""
    return Node(iri=address, types=(kind,), statements=texts("rdfs:label", label))


def agent_node(address: str, name: str, type_: str | None = None) -> Node:
    """Somebody of whom the name is known, and what kind of body it is where a descriptor says so."""
    said = (*texts("foaf:name", LangString(es=name)), *agent_type(type_))
    return Node(iri=address, types=("foaf:Agent",), statements=said)


def agent_type(type_: str | None) -> tuple[Statement, ...]:
    """The kind of body."""
    return link("dct:type", f"{PUBLISHER_TYPES}{type_}" if type_ else "")


def agent_type_nodes(types: Iterable[str | None]) -> Iterator[Node]:
    """Each kind of body as the concept that the shapes want, which are told nothing from outside."""
    for type_ in dict.fromkeys(found for found in types if found):
        label = Literal(text=re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type_), lang="en")
        yield Node(iri=f"{PUBLISHER_TYPES}{type_}", types=("skos:Concept",), statements=(("skos:prefLabel", label),))


def publisher_iri(site: Site) -> str:
    """Who publishes the catalogue."""
    return f"{site.url}#publisher"


def license_iri(license_: License) -> str:
    """The licence in the authority table, or else its own address; empty where it has neither."""
    return authority("licence", license_.code) if license_.code else iri(license_.url)


def license_nodes(license_: License) -> Iterator[Node]:
    """A licence that is in no table must say what it is."""
    if license_.url and not license_.code:
        said = (*texts("dct:title", LangString(es=license_.title)),)
        yield Node(iri=iri(license_.url), types=("dct:LicenseDocument",), statements=said)


def place_iri(code: str, site: Site) -> str:
    """The address of an area: the authority table's for a country of it, ours for any other."""
    return authority("country", COUNTRIES[code]) if code in COUNTRIES else f"{site.url}#place-{code}"


def place_nodes(codes: Iterable[str], site: Site, territories: Iterable[Territory]) -> Iterator[Node]:
    """The areas that are in no authority table, with their ISO 3166 code and name."""
    names = {territory.code: territory.name for territory in territories}
    for code in codes:
        if code not in COUNTRIES:
            known = (("dct:identifier", Literal(text=code)), *texts("skos:prefLabel", names.get(code)))
            yield Node(iri=place_iri(code, site), types=("dct:Location",), statements=known)
