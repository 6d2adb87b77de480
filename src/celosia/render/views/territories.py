"""What the list of territories shows: what there is of each, and how the sources' own places were placed. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from celosia.derive.territory import PlacementPublication, TerritoryCard
from celosia.locales.stems import folded
from celosia.model import PlacedValue
from celosia.render.views.reading import Reading
from celosia.render.views.text import Link, Text, reference, told
from celosia.render.words import MATCHES, N_, count, word

_WIDEST, _TALLEST = 8, 12
"""The tiles for which the style sheet has a place."""

_ANSWER = N_("This catalogue has published figures on {m} of the {n} territories of this page.")
_DATASETS = (N_("figures in 1 dataset"), N_("figures in {n} datasets"))
_CONTACTS = (N_("1 contact for help"), N_("{n} contacts for help"))
_AGREEMENTS = (N_("1 agreement"), N_("{n} agreements"))


@dataclass(frozen=True, slots=True, kw_only=True)
class TerritoryEntry:
    """A territory in the list; `has_figures` where any are published."""

    link: Link
    notes: tuple[str, ...]
    has_figures: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A territory in the schematic index: its short name in its place."""

    short: str
    name: Text
    href: str
    column: int
    row: int
    has_figures: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryView:
    """The territories of a country, by name; `tiles` where each of them has a place in the index."""

    id: str
    title: Text
    tiles: tuple[Tile, ...]
    entries: tuple[TerritoryEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedView:
    """A place of the source and where its figures are shown."""

    label: Text
    territory: Text | None
    match: str
    reason: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementView:
    """A mapping in words, so that anybody can contest it."""

    id: str
    title: Text
    note: Text
    placed: tuple[PlacedView, ...]
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TerritoriesView:
    """The list below the words of its page."""

    countries: tuple[CountryView, ...]
    placements: tuple[PlacementView, ...]


def territories_view(
    cards: tuple[TerritoryCard, ...], placements: tuple[PlacementPublication, ...], reading: Reading
) -> TerritoriesView:
    """The view of the list, the countries in the catalogue's order."""
    codes = dict.fromkeys(card.country for card in cards)
    return TerritoriesView(
        countries=tuple(_country(code, [card for card in cards if card.country == code], reading) for code in codes),
        placements=tuple(_placement(one, reading) for one in placements),
    )


def answer(view: TerritoriesView, reading: Reading) -> str:
    """The first sentence of the page: of how many territories there are figures.

    It names no territory: beside a name whose figures are hidden, the seal takes any number for one of them.
    """
    entries = [entry for country in view.countries for entry in country.entries]
    return reading.word(_ANSWER).format(m=sum(entry.has_figures for entry in entries), n=len(entries))


def _country(code: str, cards: list[TerritoryCard], reading: Reading) -> CountryView:
    by_name = sorted(cards, key=lambda card: folded(card.territory.name.text(reading.lang)))
    return CountryView(
        id=code.lower(),
        title=reading.territory(code),
        tiles=tuple(_tiles(by_name, reading)),
        entries=tuple(_entry(card, reading) for card in by_name),
    )


def _tiles(cards: list[TerritoryCard], reading: Reading) -> Iterator[Tile]:
    """All of them or none: half a map would be wrong. In the order in which they are seen: row by row."""
    if not all(_is_placed(card) for card in cards):
        return
    for card in sorted(cards, key=lambda card: (card.territory.row or 1, card.territory.column or 1)):
        area = card.territory
        yield Tile(
            short=area.short or area.code,
            name=told(area.name, reading.lang),
            href=_href(card, reading),
            column=area.column or 1,
            row=area.row or 1,
            has_figures=card.datasets > 0,
        )


def _is_placed(card: TerritoryCard) -> bool:
    area = card.territory
    return bool(area.short and area.column and area.row and area.column <= _WIDEST and area.row <= _TALLEST)


def _entry(card: TerritoryCard, reading: Reading) -> TerritoryEntry:
    return TerritoryEntry(
        link=Link(text=told(card.territory.name, reading.lang), href=_href(card, reading)),
        notes=tuple(_notes(card, reading)),
        has_figures=card.datasets > 0,
    )


def _notes(card: TerritoryCard, reading: Reading) -> Iterable[str]:
    yield count(card.datasets, _DATASETS, reading.lang) if card.datasets else reading.word("no published figures found")
    if card.contacts:
        yield count(card.contacts, _CONTACTS, reading.lang)
    if card.agreements:
        yield count(card.agreements, _AGREEMENTS, reading.lang)


def _href(card: TerritoryCard, reading: Reading) -> str:
    return reading.address.page(f"territories/{card.territory.code.lower()}/")


def _placement(one: PlacementPublication, reading: Reading) -> PlacementView:
    labels = dict(one.labels)
    return PlacementView(
        id=f"placement-{one.placement.id}",
        title=told(one.placement.title, reading.lang),
        note=told(one.placement.note, reading.lang),
        placed=tuple(
            _placed(value, told(labels[value.value], reading.lang), reading)
            for value in one.placement.values
            if value.value in labels
        ),
        sources=tuple(reference(source.title, source.url, reading.lang) for source in one.placement.sources),
    )


def _placed(value: PlacedValue, label: Text, reading: Reading) -> PlacedView:
    return PlacedView(
        label=label,
        territory=reading.territory(value.territory) if value.territory else None,
        match=word(MATCHES, value.match, reading.lang),
        reason=told(value.reason, reading.lang) if value.reason else None,
    )
