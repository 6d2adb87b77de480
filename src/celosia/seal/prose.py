"""Whether a text says a figure about persons that nobody published: each number in it must be explained. Pure.

A number is about persons where its sentence names people, or somebody whose figure is hidden. It is explained if it is a
published figure of those whom the sentence names, or can be had from published figures alone: a share of a line, or what the
other figures of the same text add up to. Everything else that is a number (a law, a year, a telephone) is set aside first.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from celosia.seal.lexicon import ELSE, NUMERIC, PERSONS, WORDS, YEAR, fold
from celosia.seal.number import Number, joined, numbers
from celosia.seal.told import Told, by_value, by_who, mentioned, wider

_SENTENCE = re.compile(r"(?<=[.!?;])\s+|[\n·|•]")
_FIGURE = re.compile(rf"[\d%]|\b(?:{'|'.join(WORDS)})\b")
_MOST = 8
_HALF = 0.5000001
_RATIO = re.compile(r"\b(\d+) (?:de cada|out of(?: every)?|in(?: every)?) (\d+)\b")
_NEAR = 5
_CHANGE = re.compile(r"\s?(?:%|puntos|points)?\s?(?:(?:victimas|personas|people|victims) )?(?:mas|menos|more|fewer|less)\b")
_LETTERS = re.compile(rf"\b({'|'.join(WORDS)}) (?:(?:de|of) (?:las|los|ellas|ellos|the|them)? ?)?(?:\w+ )?(?:{PERSONS})\b")


def unexplained(text: str, said: Told) -> int:
    """How many figures about persons in a text nobody published; not which, since a finding quotes none."""
    return _found(text, said) if NUMERIC.search(text) else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    """A sentence without the numbers that count nobody, whom it names, and the published figures of its whole text."""

    text: str
    named: frozenset[tuple[str, str]]
    known: tuple[float, ...]


@lru_cache(maxsize=20_000)
def _found(text: str, said: Told) -> int:
    whole = fold(joined(text))
    if not _is_about(whole, mentioned(whole, said) if said.hidden else frozenset(), said):
        return 0
    plain = _without(_unquoted(whole, said))
    known = _known(plain, said)
    return sum(
        _unexplained(_Sentence(text=plain[start:end], named=mentioned(whole[start:end], said), known=known), said)
        for start, end in _sentences(plain)
        if NUMERIC.search(plain, start, end)
    )


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    ends = [match.end() for match in _SENTENCE.finditer(text)]
    return zip([0, *ends], [*ends, len(text)], strict=True)


def _unquoted(text: str, said: Told) -> str:
    """The text without the figures of the titles of its sources: others have published them, and they count many."""
    for quote in said.quotes:
        if quote in text and all(max(one.values) >= said.least or one.decimals for one in numbers(quote)):
            text = text.replace(quote, _FIGURE.sub(_blank, quote))
    for line in said.lines:
        text = re.sub(rf"\b{re.escape(line)}\b(?! (?:{said.nouns})\b)", "_" * len(line), text)
    return text


def _without(text: str) -> str:
    """The text without the numbers that count nobody. Its length stays, so that places in it stay too."""
    for pattern in ELSE:
        text = pattern.sub(lambda match: _FIGURE.sub(_blank, match[0]), text)
    return YEAR.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return "_" * len(match[0])


def _unexplained(sentence: _Sentence, said: Told) -> int:
    if not _is_about(sentence.text, sentence.named, said):
        return 0
    letters = tuple(WORDS[match[1]] for match in _LETTERS.finditer(sentence.text))
    strangers = [one for one in numbers(sentence.text) if not _is_explained(one, sentence, said)]
    return len(strangers) + sum(not _is_published(float(one), sentence.named, said) for one in letters)


def _is_about(text: str, named: frozenset[tuple[str, str]], said: Told) -> bool:
    """Whether a text names people, or somebody whose figure is hidden."""
    return _people(said.nouns).search(text) is not None or not named.isdisjoint(_hidden(said))


@lru_cache(maxsize=64)
def _people(nouns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{nouns})\b")


@lru_cache(maxsize=64)
def _hidden(said: Told) -> frozenset[tuple[str, str]]:
    """The codes of those whose figure is hidden."""
    return frozenset(code for who in said.hidden for code in who)


def _is_explained(one: Number, sentence: _Sentence, said: Told) -> bool:
    if one.is_percentage:
        return any(_is_published(value, sentence.named, said) for value in one.values) or _is_share(one, sentence, said)
    if any(_is_published(value, sentence.named, said) for value in one.values):
        return True
    if any(_is_near(share, sentence, said) for share in _ratios(one, sentence.text)):
        return True
    is_change = _CHANGE.match(sentence.text, one.end) is not None
    return any(_is_sum(value, sentence.known) and (is_change or value == 0 or value >= said.least) for value in one.values)


def _is_published(value: float, named: frozenset[tuple[str, str]], said: Told) -> bool:
    return any(_fits(who, named) for who in by_value(said).get(value, ()))


def _fits(who: Iterable[tuple[str, str]], named: frozenset[tuple[str, str]]) -> bool:
    """Whether a figure may be about those whom a sentence names: in each column that it names, one of them or all."""
    columns = {column for column, _ in named}
    return all(column not in columns or (column, code) in named for column, code in who)


def _ratios(one: Number, sentence: str) -> Iterable[float]:
    """The share that «1 de cada 4» stands for, where the number is one of its two."""
    for match in _RATIO.finditer(sentence):
        if match.start() <= one.start < match.end() and int(match[2]):
            yield 100 * int(match[1]) / int(match[2])


def _is_near(share: float, sentence: _Sentence, said: Told) -> bool:
    """Whether some published share is as good as that: a ratio of small numbers is never exact."""
    return any(abs(share - other) <= _NEAR for other in _shares(sentence, said))


def _is_share(one: Number, sentence: _Sentence, said: Told) -> bool:
    """Whether it is a percentage of two figures of the text, or of a part in its line."""
    return any(_rounds(share, one) for share in _shares(sentence, said))


def _shares(sentence: _Sentence, said: Told) -> Iterable[float]:
    yield from (100 * part / whole for part, whole in _pairs(sentence.known) if whole)
    yield from _lines(sentence.named, said)


def _pairs(known: Sequence[float]) -> Iterable[tuple[float, float]]:
    yield from ((part, whole) for part in known for whole in known if part != whole)
    yield from ((part - whole, whole) for part in known for whole in known if part != whole)


def _lines(named: frozenset[tuple[str, str]], said: Told) -> Iterable[float]:
    """The share of each published part of those who are named in each published total of its line."""
    figures = by_who(said)
    for who, values in figures.items():
        if _fits(who, named):
            for whole in wider(who):
                yield from (100 * part / all_ for part in values for all_ in figures.get(whole, ()) if all_)


def _rounds(share: float, one: Number) -> bool:
    return any(abs(abs(share) - value) <= _HALF * 10.0**-one.decimals for value in one.values)


def _is_sum(value: float, known: Sequence[float]) -> bool:
    """Whether other figures of the text give it: by a sum, or by a difference."""
    if any(abs(first - second) == value for first, second in combinations(known, 2)):
        return True
    return any(sum(some) == value for size in (2, 3, 4) for some in combinations(known[:_MOST], size))


def _known(text: str, said: Told) -> tuple[float, ...]:
    """The published figures that stand in a text, each once."""
    published = by_value(said)
    return tuple(dict.fromkeys(value for one in numbers(text) for value in one.values if value in published))
