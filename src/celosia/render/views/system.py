"""What the page of a system shows; what our sources do not say is said to be unknown. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from celosia.derive.system import Grounds, Named, SystemCard, SystemPublication
from celosia.model import Promise, Statement
from celosia.render.views.reading import Reading
from celosia.render.views.text import Link, Text, reference, spanish, stated, told
from celosia.render.words import N_

_GROUPS = (
    ("runs", N_("Who runs it")),
    ("registers", N_("What it registers")),
    ("rules", N_("By what rule")),
    ("since", N_("Since when")),
    ("withholds", N_("What was not found published")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """A sentence and what it rests on; `label` is the commitment that it is about, for a promise."""

    text: Text
    basis: tuple[Link, ...]
    label: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """An answer: its sentences, or none where our sources do not say."""

    id: str
    title: str
    statements: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemView:
    """The whole page below its title and its sentence."""

    country: Text | None
    groups: tuple[GroupView, ...]
    datasets: tuple[Link, ...]
    promises: tuple[StatementView, ...]
    every: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemEntry:
    """A system in the list."""

    link: Link
    country: Text | None
    answer: Text
    has_datasets: bool


def system_view(publication: SystemPublication, reading: Reading) -> SystemView:
    """The view of a system."""
    system = publication.system
    return SystemView(
        country=reading.territory(system.country) if system.country else None,
        groups=tuple(
            GroupView(
                id=name,
                title=reading.word(title),
                statements=tuple(_statement(one, publication, reading) for one in getattr(system, name)),
            )
            for name, title in _GROUPS
        ),
        datasets=tuple(_to(one, "datasets", reading) for one in publication.grounds.datasets if one.id in system.datasets),
        promises=tuple(_promise(one, publication, reading) for one in system.promises),
        every=reading.address.page("systems/"),
    )


def system_entry(card: SystemCard, reading: Reading) -> SystemEntry:
    """A system as the list shows it."""
    return SystemEntry(
        link=Link(text=told(card.name, reading.lang), href=reading.address.page(f"systems/{card.id}/")),
        country=reading.territory(card.country) if card.country else None,
        answer=told(card.answer, reading.lang),
        has_datasets=card.datasets > 0,
    )


def _statement(one: Statement, publication: SystemPublication, reading: Reading, label: Link | None = None) -> StatementView:
    return StatementView(text=told(one.text, reading.lang), basis=tuple(basis(one, publication.grounds, reading)), label=label)


def basis(one: Statement, grounds: Grounds, reading: Reading) -> Iterator[Link]:
    """What a statement rests on: norms first, then what the catalogue itself has, then documents."""
    norms, sources = {norm.id: norm for norm in grounds.norms}, {source.id: source for source in grounds.sources}
    for name in one.norms:
        if name in norms:
            yield Link(text=told(norms[name].title, reading.lang), href=reading.address.page("norms/", name))
    yield from (_to(named, "datasets", reading) for named in grounds.datasets if named.id in one.datasets)
    yield from (_to(named, "agreements", reading) for named in grounds.agreements if named.id in one.agreements)
    for name in one.sources:
        if name in sources:
            source = sources[name]
            title = spanish(f"{source.title} ({source.publisher})", reading.lang)
            yield Link(text=title, href=reading.address.page("sources/", name))
    yield from (reference(document.title, document.url, reading.lang) for document in one.links)


def _promise(one: Promise, publication: SystemPublication, reading: Reading) -> StatementView:
    number = f"{one.commitment}, {one.milestone}" if one.milestone else one.commitment
    slug = one.commitment.lower()
    href = reading.address.page(f"commitments/{slug}/") if slug in publication.commitments else None
    return _statement(one.statement, publication, reading, Link(text=stated(number), href=href))


def _to(named: Named, folder: str, reading: Reading) -> Link:
    return Link(text=told(named.title, reading.lang), href=reading.address.page(f"{folder}/{named.id}/"))
