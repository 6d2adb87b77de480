"""What the page of events shows: each meeting and training that a source states, and what the promises expect. Pure."""

from dataclasses import dataclass

from celosia.derive.commitment import CommitmentPublication, EventPublication
from celosia.locales import format_number
from celosia.model import LangString
from celosia.model.commitment import EventFigure
from celosia.render.promised import EVENTS
from celosia.render.views.facet import Facet, facet
from celosia.render.views.meeting import Meetings, meetings
from celosia.render.views.reading import Reading
from celosia.render.views.text import Fact, Link, Text, reference, stated, told
from celosia.render.words import N_, count

_FACETS = (("kind", N_("Kind")), ("country", N_("Country")), ("year", N_("Year")))
_HIDDEN = N_("protected figure")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """An event with what its sources say of it."""

    id: str
    title: Text
    kind: str
    day: str
    facts: tuple[Fact, ...]
    documents: tuple[Link, ...]
    sources: tuple[Link, ...]
    note: Text | None
    tokens: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """What a commitment promises of events, with the link to its page."""

    commitment: Link
    meetings: Meetings


@dataclass(frozen=True, slots=True, kw_only=True)
class EventsView:
    """The whole page."""

    promised: tuple[Promised, ...]
    events: tuple[EventView, ...]
    facets: tuple[Facet, ...]
    calendar: str


def events_view(
    events: tuple[EventPublication, ...], commitments: tuple[CommitmentPublication, ...], reading: Reading
) -> EventsView:
    """The view of the page of events."""
    tags = [_tags(one, reading) for one in events]
    facets = (facet(name, reading.word(label), (tag[name] for tag in tags)) for name, label in _FACETS)
    return EventsView(
        promised=tuple(_promised(commitments, reading)),
        events=tuple(_event(one, tag, reading) for one, tag in zip(events, tags, strict=True)),
        facets=tuple(one for one in facets if one),
        calendar=reading.address.own("events.ics"),
    )


_FOUND = (
    N_("The sources state one event (a meeting or a training)."),
    N_("The sources state {n} events (meetings or trainings)."),
)


def answer(view: EventsView, reading: Reading) -> str:
    """The first sentence of the page: how many events the sources state, and which promised ones they do not."""
    found = count(len(view.events), _FOUND, reading.lang)
    return " ".join((found, *(_none(one, reading) for one in view.promised if one.meetings.none)))


def _none(one: Promised, reading: Reading) -> str:
    """That nothing was found of a promise, with the promise's name before it."""
    milestone, none = reading.word("milestone {number}").format(number=one.meetings.number), one.meetings.none or ""
    return f"{one.commitment.text.text}, {milestone}: {none[:1].lower()}{none[1:]}"


def _promised(commitments: tuple[CommitmentPublication, ...], reading: Reading) -> list[Promised]:
    return [
        Promised(
            commitment=Link(
                text=stated(publication.commitment.code),
                href=reading.address.page(f"commitments/{publication.commitment.id}/"),
            ),
            meetings=meetings(one, reading),
        )
        for publication in commitments
        for one in publication.milestones
        if one.milestone.meets
    ]


def _tags(one: EventPublication, reading: Reading) -> dict[str, dict[str, Text]]:
    event = one.event
    years = range(event.date.start.year, event.date.end.year + 1)
    return {
        "kind": {event.kind: stated(reading.word(EVENTS[event.kind]))},
        "country": {event.country: reading.territory(event.country)},
        "year": {str(year): stated(str(year)) for year in years},
    }


def _event(one: EventPublication, tags: dict[str, dict[str, Text]], reading: Reading) -> EventView:
    event, _, lang = one.event, reading.word, reading.lang
    facts = [
        Fact(label=_("Organised by"), text=_names(event.organisers, reading)),
        Fact(label=_("Who took part"), text=_names(event.participants, reading)),
        *(_figure(figure, value, reading) for figure, value in one.figures),
    ]
    return EventView(
        id=event.id,
        title=told(event.title, lang),
        kind=_(EVENTS[event.kind]),
        day=reading.day(event.date),
        facts=tuple(facts),
        documents=tuple(reference(source.title, source.url, lang) for source in event.documents),
        sources=tuple(reference(source.title, source.url, lang) for source in event.sources),
        note=told(event.note, lang) if event.note else None,
        tokens=tuple((name, " ".join(values)) for name, values in tags.items()),
    )


def _names(names: tuple[LangString, ...], reading: Reading) -> Text:
    """Names one after the other, or that the sources do not state any."""
    if not names:
        return stated(reading.word("not stated in the sources"))
    return Text(text="; ".join(name.text(reading.lang) for name in names), lang=told(names[0], reading.lang).lang)


def _figure(figure: EventFigure, value: float | None, reading: Reading) -> Fact:
    """A published figure with the link to its table."""
    text = reading.word(_HIDDEN) if value is None else format_number(int(value) if value == int(value) else value, reading.lang)
    href = reading.address.page(f"datasets/{figure.dataset}/", f"table-{figure.table}")
    return Fact(label=figure.label.text(reading.lang), text=stated(text), href=href)
