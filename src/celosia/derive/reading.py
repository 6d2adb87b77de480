"""What people read on each page, apart from tables and names, to tell how easy it is to read. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from statistics import median

from celosia.locales.ease import Ease, ease
from celosia.model import Catalog, LangString, Page

_SKIPPED = re.compile(r"^(?:#{1,6} .*|\|.*|```[\s\S]*?^```)$", re.MULTILINE)
_MARKS = re.compile(r"\]\([^)]*\)|[*_`\[\]]|^[ ]*(?:[-*]|\d+\.) ", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """The prose of a page in one language; `kind` is the folder that the page is in, or `docs` for one that a person wrote."""

    kind: str
    path: str
    lang: str
    texts: tuple[str, ...]

    @property
    def ease(self) -> Ease | None:
        """How easy it is to read."""
        return ease(self.texts, self.lang)


@dataclass(frozen=True, slots=True, kw_only=True)
class KindEase:
    """The pages of a kind in a language: how many there are, and the middle and the lowest of their scores."""

    kind: str
    lang: str
    pages: int
    middle: float
    lowest: float


def reads(catalog: Catalog) -> tuple[Read, ...]:
    """The prose of each page in each language."""
    told = tuple(read for kind, path, texts in _told(catalog) for read in _both(kind, path, tuple(texts)))
    return (*(_page(page) for page in catalog.pages), *told)


def by_kind(pages: Iterable[Read]) -> tuple[KindEase, ...]:
    """The scores of each kind of page and language, in the order in which they come."""
    scores: dict[tuple[str, str], list[float]] = {}
    for page in pages:
        if found := page.ease:
            scores.setdefault((page.kind, page.lang), []).append(found.score)
    return tuple(
        KindEase(kind=kind, lang=lang, pages=len(some), middle=median(some), lowest=min(some))
        for (kind, lang), some in scores.items()
    )


def _told(catalog: Catalog) -> Iterator[tuple[str, str, Iterable[LangString | None]]]:
    for dataset in catalog.datasets:
        counts = dataset.counts
        yield "datasets", dataset.id, (dataset.summary, dataset.description, counts.what, counts.event, counts.includes)
    for one in catalog.comparisons:
        yield "comparisons", one.id, (one.sentence, one.explanation, *one.needed)
    for promised in catalog.commitments:
        yield "commitments", promised.id, (promised.summary, promised.note, *(remark.text for remark in promised.remarks))
    for system in catalog.systems:
        groups = (system.runs, system.registers, system.rules, system.since, system.withholds)
        yield "systems", system.id, (system.answer, *(said.text for group in groups for said in group))
    if catalog.glossary:
        yield "glossary", "", (entry.meaning.text for group in catalog.glossary for entry in group.entries)


def _both(kind: str, path: str, texts: tuple[LangString | None, ...]) -> Iterator[Read]:
    said: Mapping[str, tuple[str, ...]] = {
        "es": tuple(text.es for text in texts if text),
        "en": tuple(text.en for text in texts if text and text.en),
    }
    return (Read(kind=kind, path=path, lang=lang, texts=some) for lang, some in said.items())


def _page(page: Page) -> Read:
    """What a person wrote, without headings, tables, code and marks: each line of a list ends a sentence."""
    lines = _MARKS.sub("", _SKIPPED.sub("", page.body)).splitlines()
    return Read(kind="docs", path=page.path, lang=page.lang, texts=tuple(line for line in lines if line.strip()))
