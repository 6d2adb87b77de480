"""How easy the pages are to read, as the page of what was checked shows it. Measured here, not by somebody else. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from celosia.derive.reading import Read, by_kind
from celosia.locales import format_number
from celosia.render.views.reading import Reading
from celosia.render.words import N_

_KINDS: Mapping[str, str] = {
    "docs": N_("Pages of text"),
    "datasets": N_("Datasets"),
    "comparisons": N_("Comparisons"),
    "commitments": N_("Commitments"),
    "systems": N_("Who counts"),
    "glossary": N_("Glossary"),
}
_LANGS = {"es": "Español", "en": "English"}


@dataclass(frozen=True, slots=True, kw_only=True)
class EaseView:
    """A row: a kind of page, its language, how many there are, and the middle and the lowest of their scores."""

    what: str
    lang: str
    language: str
    pages: str
    middle: str
    lowest: str


def ease_views(reads: Iterable[Read], reading: Reading) -> tuple[EaseView, ...]:
    """The rows of the page."""
    return tuple(
        EaseView(
            what=reading.word(_KINDS[found.kind]),
            lang=found.lang,
            language=_LANGS[found.lang],
            pages=format_number(found.pages, reading.lang),
            middle=format_number(round(found.middle), reading.lang),
            lowest=format_number(round(found.lowest), reading.lang),
        )
        for found in by_kind(reads)
    )
