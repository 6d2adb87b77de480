"""What an agreement's page shows. What our sources do not say is said to be unknown. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from celosia.derive import AgreementPublication
from celosia.model import Agreement, Party, PeriodOfTime, Site
from celosia.model.agreement import StatusCode
from celosia.render.views.reading import Reading
from celosia.render.views.reuse import ReuseView, agreement_reuse
from celosia.render.views.table import nothing
from celosia.render.views.text import Fact, Link, Text, outward, reference, spanish, stated, told
from celosia.render.words import CONFIDENCES, KINDS, N_, STATUSES, word
from celosia.vocabularies.citation import cited_agreement

_ON = N_("It was signed on {day}; according to its source, {status}.")
_IN = N_("It was signed in {day}; according to its source, {status}.")
_UNDATED = N_("Our sources do not say when it was signed; according to its source, {status}.")
_KNOWN: Mapping[StatusCode, str] = {
    "in-force": N_("it is in force"),
    "approved": N_("at least one approval is on record"),
    "signed": N_("its signature is on record, and nothing later"),
    "in-progress": N_("it is in progress"),
    "ended": N_("it has ended"),
    "unknown": N_("it is not known whether it is in force"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyView:
    """A party, its role and its country, where our sources say them."""

    name: Text
    role: Text | None
    country: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusView:
    """The status in our words and in the source's, as at a date."""

    code: str
    word: str
    text: Text
    as_at: str
    source: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementView:
    """The whole page below its title."""

    facts: tuple[Fact, ...]
    status: StatusView
    parties: tuple[PartyView, ...]
    approvals: tuple[Fact, ...]
    official: Link | None
    sources: tuple[Link, ...]
    confidence: str
    note: Text | None
    reuse: ReuseView


def agreement_view(publication: AgreementPublication, site: Site, document: tuple[str, str], reading: Reading) -> AgreementView:
    """The view of an agreement; `document` is its record for programs, address and SHA-256."""
    agreement = publication.agreement
    return AgreementView(
        facts=_facts(agreement, reading),
        status=_status(agreement, reading),
        parties=tuple(_party(party, reading) for party in agreement.parties),
        approvals=_approvals(publication, reading),
        official=_official(agreement),
        sources=tuple(reference(source.title, source.url, reading.lang) for source in agreement.sources),
        confidence=word(CONFIDENCES, agreement.confidence, reading.lang),
        note=told(agreement.note, reading.lang) if agreement.note else None,
        reuse=agreement_reuse(cited_agreement(agreement, site, reading.lang), document, reading),
    )


def agreement_answer(agreement: Agreement, reading: Reading) -> str:
    """The first sentence of the page: when it was signed, and what is known of it today."""
    status, signed = reading.word(_KNOWN[agreement.status.code]), agreement.signed
    if signed is None:
        return reading.word(_UNDATED).format(status=status)
    note = f" ({agreement.signed_note.text(reading.lang)})" if agreement.signed_note else ""
    message = _ON if signed.start == signed.end else _IN
    return reading.word(message).format(day=f"{reading.day(signed)}{note}", status=status)


def _facts(agreement: Agreement, reading: Reading) -> tuple[Fact, ...]:
    _, lang = reading.word, reading.lang
    signed = _dated(agreement.signed, reading)
    if agreement.signed_note:
        signed = Text(text=f"{signed.text} ({agreement.signed_note.text(lang)})")
    countries = " · ".join(reading.territory(code).text for code in agreement.countries)
    return (
        Fact(label=_("Kind"), text=stated(word(KINDS, agreement.kind, lang))),
        Fact(label=_("Instrument"), text=told(agreement.instrument, lang)),
        Fact(label=_("Country"), text=stated(countries)),
        Fact(label=_("Subject"), text=told(agreement.subject, lang)),
        Fact(label=_("Signed"), text=signed),
        Fact(label=_("Entered into force"), text=_dated(agreement.in_force, reading)),
    )


def _dated(period: PeriodOfTime | None, reading: Reading) -> Text:
    return stated(reading.day(period)) if period else nothing(reading)


def _status(agreement: Agreement, reading: Reading) -> StatusView:
    status = agreement.status
    return StatusView(
        code=status.code,
        word=word(STATUSES, status.code, reading.lang),
        text=told(status.text, reading.lang),
        as_at=reading.day(status.as_at) if status.as_at else reading.word("a date that the source does not state"),
        source=reference(status.source.title, status.source.url, reading.lang),
    )


def _party(party: Party, reading: Reading) -> PartyView:
    country = reading.territory(party.country) if party.country else None
    return PartyView(
        name=told(party.name, reading.lang),
        role=told(party.role, reading.lang) if party.role else None,
        country=None if country and country.text in (party.name.text(reading.lang), party.country) else country,
    )


def _approvals(publication: AgreementPublication, reading: Reading) -> tuple[Fact, ...]:
    norms = {norm.id: norm for norm in publication.norms}
    return tuple(
        Fact(
            label=norms[approval.norm].title if approval.norm in norms else "",
            text=spanish(approval.text, reading.lang),
            href=reading.address.page("norms/", approval.norm) if approval.norm in norms else None,
        )
        for approval in publication.agreement.approvals
    )


def _official(agreement: Agreement) -> Link | None:
    """The official text, by the name of its site."""
    url = agreement.official_url
    return Link(text=Text(text=urlsplit(url).hostname or url), href=outward(url)) if url else None
