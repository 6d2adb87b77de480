"""What the list of comparisons shows. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from celosia.derive import ComparisonPublication
from celosia.model import LangString
from celosia.render.comparing import CLASSES, MEANINGS
from celosia.render.views.facet import Card, Facet, facet
from celosia.render.views.reading import Reading
from celosia.render.views.text import Text, stated, told
from celosia.render.words import N_, word

_ANSWER = N_("In {m} of the {n} comparisons, no source says why the figures differ.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """A view that brings the systems of a country together."""

    title: Text
    href: str
    summary: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonsView:
    """The cards of all comparisons, the facets to choose by, and what each class means."""

    doors: tuple[Door, ...]
    cards: tuple[Card, ...]
    facets: tuple[Facet, ...]
    classes: tuple[tuple[str, str], ...]


def comparisons_view(
    comparisons: tuple[ComparisonPublication, ...], crosswalks: tuple[tuple[str, LangString, LangString], ...], reading: Reading
) -> ComparisonsView:
    """The view of the list."""
    tags = [_tags(one, reading) for one in comparisons]
    labels = (("kind", N_("Why they differ")), ("country", N_("Country")), ("topic", N_("Topic")))
    facets = (facet(name, reading.word(label), (tag[name] for tag in tags)) for name, label in labels)
    return ComparisonsView(
        doors=tuple(
            Door(
                title=told(title, reading.lang),
                href=reading.address.page(f"comparisons/{id_}/"),
                summary=told(summary, reading.lang),
            )
            for id_, title, summary in crosswalks
        ),
        cards=tuple(_card(one, tag, reading) for one, tag in zip(comparisons, tags, strict=True)),
        facets=tuple(one for one in facets if one),
        classes=tuple(
            (word(CLASSES, code, reading.lang), reading.word(MEANINGS[code]))
            for code in CLASSES
            if any(one.comparison.kind == code for one in comparisons)
        ),
    )


def answer(comparisons: tuple[ComparisonPublication, ...], reading: Reading) -> str:
    """The first sentence of the page: how many differences nobody explains."""
    unexplained = sum(one.comparison.kind == "unexplained" for one in comparisons)
    return reading.word(_ANSWER).format(m=unexplained, n=len(comparisons))


def _tags(one: ComparisonPublication, reading: Reading) -> Mapping[str, Mapping[str, Text]]:
    comparison, lang = one.comparison, reading.lang
    return {
        "kind": {comparison.kind: stated(word(CLASSES, comparison.kind, lang))},
        "country": {comparison.country: reading.territory(comparison.country)},
        "topic": {comparison.topic: told(one.topic, lang)},
    }


def _card(one: ComparisonPublication, tags: Mapping[str, Mapping[str, Text]], reading: Reading) -> Card:
    comparison, lang = one.comparison, reading.lang
    return Card(
        title=told(comparison.title, lang),
        href=reading.address.page(f"comparisons/{comparison.id}/"),
        kicker=f"{reading.territory(comparison.country).text} · {one.topic.text(lang)}",
        summary=told(one.sentence, lang),
        notes=(stated(word(CLASSES, comparison.kind, lang)),),
        status=None,
        status_word="",
        tokens=tuple((name, " ".join(values)) for name, values in tags.items()),
    )
