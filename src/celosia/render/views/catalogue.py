"""What the list of datasets shows. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from celosia.derive import DatasetCard
from celosia.locales import format_date
from celosia.render.views.facet import Card, Facet, by_year, facet, token
from celosia.render.views.reading import Reading
from celosia.render.views.text import Text, spanish, stated, told
from celosia.render.words import KINDS, N_, THEMES, UNITS, count, word

_FACETS = (
    ("country", N_("Country")),
    ("theme", N_("Theme")),
    ("unit", N_("What it counts")),
    ("year", N_("Year")),
    ("source", N_("Source")),
    ("kind", N_("Kind")),
)
_ANSWER = N_("The catalogue has {datasets}, with {tables}.")
_DATASETS = (N_("1 dataset"), N_("{n} datasets"))
_ROWS = (N_("1 row"), N_("{n} rows"))
_TABLES = (N_("1 table"), N_("{n} tables"))
_LINKS = (N_("1 file elsewhere"), N_("{n} files elsewhere"))


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueView:
    """The cards of all datasets and the facets to choose by."""

    cards: tuple[Card, ...]
    facets: tuple[Facet, ...]


def catalogue_view(cards: tuple[DatasetCard, ...], reading: Reading) -> CatalogueView:
    """The view of the list of datasets."""
    tags = [_tags(card, reading) for card in cards]
    facets = (facet(name, reading.word(label), (tag[name] for tag in tags)) for name, label in _FACETS)
    return CatalogueView(
        cards=tuple(_card(card, tag, reading) for card, tag in zip(cards, tags, strict=True)),
        facets=tuple(one for one in facets if one),
    )


def answer(cards: tuple[DatasetCard, ...], reading: Reading) -> str:
    """The first sentence of the page: how many datasets and tables there are."""
    datasets = count(len(cards), _DATASETS, reading.lang)
    tables = count(sum(card.tables for card in cards), _TABLES, reading.lang)
    return reading.word(_ANSWER).format(datasets=datasets, tables=tables)


def countries(codes: tuple[str, ...]) -> tuple[str, ...]:
    """The countries of some territories (ISO 3166-2 starts with 3166-1).

    >>> countries(("AR-A", "AR", "PE"))
    ('AR', 'PE')
    """
    return tuple(dict.fromkeys(code.partition("-")[0] for code in codes))


def _tags(card: DatasetCard, reading: Reading) -> Mapping[str, Mapping[str, Text]]:
    lang = reading.lang
    return {
        "country": {code: reading.territory(code) for code in countries(card.spatial)},
        "theme": {code: stated(word(THEMES, code, lang)) for code in card.themes},
        "unit": {card.unit: stated(word(UNITS, card.unit, lang))},
        "year": by_year(card.coverage),
        "source": {token(card.creator): spanish(card.creator, lang)},
        "kind": {card.kind: stated(word(KINDS, card.kind, lang))},
    }


def _size(card: DatasetCard, lang: str) -> str:
    own = (count(card.tables, _TABLES, lang), count(card.rows, _ROWS, lang)) if card.tables else ()
    return ", ".join((*own, *((count(card.links, _LINKS, lang),) if card.links else ())))


def _card(card: DatasetCard, tags: Mapping[str, Mapping[str, Text]], reading: Reading) -> Card:
    lang = reading.lang
    places = " · ".join(text.text for text in tags["country"].values())
    notes = (
        stated(reading.period(card.coverage.text)) if card.coverage else None,
        spanish(card.creator, lang),
        stated(_size(card, lang)),
        stated(reading.word("updated on {day}").format(day=format_date(card.modified, lang))) if card.dated else None,
    )
    return Card(
        title=told(card.title, lang),
        href=reading.address.page(f"datasets/{card.id}/"),
        kicker=" · ".join(part for part in (places, word(UNITS, card.unit, lang)) if part),
        summary=told(card.summary, lang),
        notes=tuple(note for note in notes if note),
        status=None,
        status_word="",
        tokens=tuple((name, " ".join(values)) for name, values in tags.items()),
    )
