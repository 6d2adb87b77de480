"""What can be found of what was promised: agreements, commitments with their milestones, events. Pure."""

from collections.abc import Iterator
from dataclasses import replace

from celosia.derive import CommitmentPublication, EventPublication, MilestoneTold, Publication
from celosia.model import Agreement
from celosia.render.promised import EVENTS
from celosia.render.search.entry import Entry, entry, spoken
from celosia.render.views.commitment import answer
from celosia.render.views.facet import years
from celosia.render.views.reading import Reading
from celosia.render.views.text import stated, told
from celosia.render.views.verified import anchor
from celosia.render.words import KINDS, STATUSES, word

_PART = 0.7


def promise_entries(publication: Publication, reading: Reading) -> Iterator[Entry]:
    """Everything that somebody promised, and what was held for it."""
    for one in publication.commitments:
        yield _commitment(one, reading)
        yield from (_milestone(one, milestone, reading) for milestone in one.milestones)
    yield from (_agreement(one.agreement, reading) for one in publication.agreements)
    yield from (_event(one, reading) for one in publication.events)


def _commitment(one: CommitmentPublication, reading: Reading) -> Entry:
    lang, commitment = reading.lang, one.commitment
    names = (
        commitment.code,
        commitment.programme.text(lang),
        reading.territory(commitment.country).text,
        commitment.summary.text(lang),
        *years(commitment.period),
    )
    mentions = (
        *spoken((*commitment.owners, *commitment.supporters), lang),
        *(milestone.milestone.promise.text(lang) for milestone in one.milestones),
    )
    url = f"commitments/{commitment.id}/index.html"
    known = told(commitment.title, lang)
    title = replace(known, text=f"{commitment.code} · {known.text}")
    return entry("commitments", title, url, answer(one, reading), names, mentions)


def _milestone(one: CommitmentPublication, milestone: MilestoneTold, reading: Reading) -> Entry:
    lang, commitment, promised = reading.lang, one.commitment, milestone.milestone
    number = reading.word("milestone {number}").format(number=promised.number)
    names = (
        *(part.title.text(lang) for part in promised.breakdowns),
        reading.territory(commitment.country).text,
    )
    mentions = (
        *spoken(promised.owners, lang),
        commitment.title.text(lang),
        *((reading.word(EVENTS[promised.meets]),) if promised.meets else ()),
        *((promised.note.text(lang),) if promised.note else ()),
    )
    told_of = entry(
        "commitments",
        stated(f"{commitment.code} · {number}"),
        f"commitments/{commitment.id}/index.html#{anchor(promised.number)}",
        promised.promise.text(lang),
        names,
        mentions,
    )
    return replace(told_of, worth=_PART)


def _agreement(agreement: Agreement, reading: Reading) -> Entry:
    """An agreement, by its parties, its countries, its years and its subject."""
    lang = reading.lang
    parties = ", ".join(party.name.text(lang) for party in agreement.parties)
    instrument = agreement.instrument.text(lang)
    names = (
        *(reading.territory(code).text for code in (*agreement.countries, *agreement.territories)),
        agreement.subject.text(lang),
        *years(agreement.signed),
        *years(agreement.in_force),
        *(approval.text for approval in agreement.approvals),
    )
    mentions = (word(KINDS, agreement.kind, lang), word(STATUSES, agreement.status.code, lang))
    text = f"{instrument}: {parties}" if parties else instrument
    url = f"agreements/{agreement.id}/index.html"
    return entry("agreements", told(agreement.title, lang), url, text, names, mentions)


def _event(one: EventPublication, reading: Reading) -> Entry:
    lang, event = reading.lang, one.event
    text = f"{reading.word(EVENTS[event.kind])} · {reading.day(event.date)}"
    names = (*years(event.date), *spoken(event.organisers, lang), reading.territory(event.country).text)
    mentions = (*spoken(event.participants, lang), *(code for code, _ in event.answers))
    return entry("events", told(event.title, lang), f"events/index.html#{event.id}", text, names, mentions)
