"""An agreement in the words of schema.org: `Legislation`, which maps to the European Legislation Identifier. Pure.

What our sources do not say is left out. We hold no copy of any text, and whether the one that we link to is authentic we cannot
know: its legal value is not stated.
"""

from collections.abc import Mapping

from celosia.model import Agreement, Party, Site, Territory
from celosia.vocabularies.citation import apa, cited_agreement
from celosia.vocabularies.schema_org import Node, Spot, catalog_link, known, places, publisher, web_page, works

FORCES: Mapping[str, str] = {"in-force": "https://schema.org/InForce", "ended": "https://schema.org/NotInForce"}
"""Only what a source says: a signed or an approved agreement may be in force or not."""

_STATE = "Estado"


def legislation(agreement: Agreement, site: Site, spot: Spot, territories: Mapping[str, Territory]) -> Node:
    """The agreement itself, in the language of the page, which is about it."""
    lang, status = spot.lang, agreement.status
    node: Node = {
        "@type": "Legislation",
        "@id": f"{site.url}agreements/{agreement.id}/#agreement",
        "name": agreement.title.text(lang),
        "url": f"{site.url}agreements/{agreement.id}/",
        "identifier": agreement.id,
        "legislationIdentifier": agreement.id,
        "legislationType": agreement.instrument.text(lang),
        "legislationDate": agreement.signed.text if agreement.signed and "/" not in agreement.signed.text else None,
        "legislationDateOfApplicability": _started(agreement),
        "legislationLegalForce": FORCES.get(status.code),
        "creativeWorkStatus": status.text.text(lang),
        "legislationJurisdiction": places(agreement.countries, territories, lang),
        "legislationPassedBy": [_party(party, lang) for party in agreement.parties],
        "about": {"@type": "Thing", "name": agreement.subject.text(lang)},
        "abstract": agreement.note.text(lang) if agreement.note else None,
        "isBasedOn": works(agreement.sources),
        "encoding": _text(agreement),
        "citation": [{"@type": "Legislation", "name": approval.text} for approval in agreement.approvals],
        "mainEntityOfPage": _record(agreement, site, spot),
    }
    return known(node)


def _record(agreement: Agreement, site: Site, spot: Spot) -> Node:
    """Our record of it, which is what our licence and our citation are of."""
    return web_page(
        spot,
        "ItemPage",
        license=site.license.url,
        publisher=publisher(site),
        isPartOf=catalog_link(site, spot.lang),
        citation=apa(cited_agreement(agreement, site, spot.lang)),
    )


def _started(agreement: Agreement) -> str | None:
    return agreement.in_force.text if agreement.in_force and "/" not in agreement.in_force.text else None


def _party(party: Party, lang: str) -> Node:
    """A State by its government; of any other body we say no more than that it is one."""
    kind = "GovernmentOrganization" if party.role and party.role.es == _STATE else "Organization"
    role = party.role.text(lang) if party.role else None
    return known({"@type": kind, "name": party.name.text(lang), "disambiguatingDescription": role})


def _text(agreement: Agreement) -> Node | None:
    """The official text, where it stands."""
    url = agreement.official_url
    if not url:
        return None
    return {
        "@type": "LegislationObject",
        "contentUrl": url,
        "encodingFormat": "application/pdf" if url.endswith(".pdf") else "text/html",
    }
