"""Which words lead to which entries, and how well: the rows of the index, with the synonyms already in them. Pure.

What can be settled once, here, is not left to the browser of whoever searches: a synonym is one word more that leads to an
entry, so that it costs nothing to look it up.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from celosia.locales.stems import Stems
from celosia.model import Synonym
from celosia.render.search.entry import SECTIONS, Entry

Found = dict[int, int]
"""The entries that a word leads to, by their place, each with its points."""

_TITLE, _NAMED, _MENTIONED = 6, 4, 2
_SHORT = {1: 12, 2: 6, 3: 4}
"""What a title of so few words is worth more: one that is nothing but what is looked for."""
_REST = 2
_FIRST = 3
"""The words with which a title begins say best what it is about."""
_MEANT = 0.6
"""What a synonym is worth beside the word itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The entries by their sections, and for each stem, in order, those that it leads to."""

    entries: tuple[Entry, ...]
    stems: Mapping[str, Found]


def build(entries: Iterable[Entry], synonyms: Iterable[Synonym], rules: Stems) -> Index:
    """The index of some entries in one language."""
    order = {section: place for place, section in enumerate(SECTIONS)}
    placed = tuple(sorted(entries, key=lambda entry: order[entry.section]))
    found: dict[str, Found] = {}
    cut = _Cutter(rules=rules, known={})
    for place, entry in enumerate(placed):
        for stem, points in _points(entry, cut).items():
            found.setdefault(stem, {})[place] = points
    _add(found, tuple(_meant(found, synonyms, cut)))
    return Index(entries=placed, stems={stem: found[stem] for stem in sorted(found)})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cutter:
    """The stems of texts; those of a word are found once, since entries share most of their words."""

    rules: Stems
    known: dict[str, str]

    def stems(self, text: str) -> list[str]:
        known, found = self.known, []
        for word in self.rules.split(text):
            if word not in known:
                known[word] = "" if word in self.rules.empty else self.rules.stem(word)
            if known[word]:
                found.append(known[word])
        return found


def _points(entry: Entry, cut: _Cutter) -> dict[str, int]:
    points: dict[str, int] = dict.fromkeys(cut.stems(" | ".join(entry.mentions)), _MENTIONED)
    points |= dict.fromkeys(filter(_is_plain, cut.stems(entry.text)), _NAMED)
    points |= dict.fromkeys(cut.stems(" | ".join(entry.names)), _NAMED)
    title = cut.stems(entry.title)
    points |= dict.fromkeys(title, _TITLE + _SHORT.get(len(title), _REST))
    points |= {stem: points[stem] + _REST for stem in title[:_FIRST]}
    return {stem: max(1, round(one * entry.worth)) for stem, one in points.items()}


def _is_plain(stem: str) -> bool:
    """Whether it is no number: the figures of a sentence are no names of what it is about."""
    return stem.isalpha()


def _meant(found: Mapping[str, Found], synonyms: Iterable[Synonym], cut: _Cutter) -> Iterator[tuple[str, Found]]:
    """Each word of a synonym with the entries that mention what it means."""
    for synonym in synonyms:
        entries: Found = {}
        for phrase in synonym.mean:
            _merge(entries, _mentioning(found, cut.stems(phrase)))
        for stem in dict.fromkeys(stem for phrase in synonym.words for stem in cut.stems(phrase)):
            yield stem, {place: max(1, round(points * _MEANT)) for place, points in entries.items()}


def _mentioning(found: Mapping[str, Found], stems: list[str]) -> Found:
    """The entries that all of some words lead to, with the points of the weakest."""
    first, *others = (found.get(stem, {}) for stem in stems) if stems else ({},)
    return {
        place: min(points, *(one[place] for one in others), points)
        for place, points in first.items()
        if all(place in one for one in others)
    }


def _add(found: dict[str, Found], more: Iterable[tuple[str, Found]]) -> None:
    for stem, entries in more:
        if entries:
            _merge(found.setdefault(stem, {}), entries)


def _merge(into: Found, more: Found) -> None:
    for place, points in more.items():
        into[place] = max(points, into.get(place, 0))
