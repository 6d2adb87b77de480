"""Whether a text says a figure about persons that nobody published: each number in it must be explained. Pure.

A number is about persons where its sentence names people, or somebody whose figure is hidden. It is explained if it is a
published figure of those whom the sentence names, or can be had from published figures alone: a share of a line, or what the
other figures of the same text add up to. Everything else that is a number (a law, a year, a telephone) is set aside first.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import combinations

from celosia.seal.lexicon import ELSE, PERSONS, WORDS, YEAR, fold
from celosia.seal.number import Number, joined, numbers
from celosia.seal.told import Told, by_value, by_who, mentioned, wider

_SENTENCE = re.compile(r"(?<=[.!?;])\s+|[\n·|•]")
_QUICK = re.compile(rf"\d|\b(?:{'|'.join(WORDS)})\b", re.IGNORECASE)
"""Nine texts in ten have no number at all."""
_FIGURE = re.compile(rf"[\d%]|\b(?:{'|'.join(WORDS)})\b")
_MOST = 8
_HALF = 0.5000001
_RATIO = re.compile(r"\b(\d+|\w+) (?:de cada|out of(?: every)?|in every) (\d+|\w+)\b")
_CHANGE = re.compile(r"\s?(?:%|puntos|points)?\s?(?:(?:victimas|personas|people|victims) )?(?:mas|menos|more|fewer|less)\b")
_LETTERS = re.compile(rf"\b({'|'.join(WORDS)}) (?:(?:de|of) (?:las|los|ellas|ellos|the|them)? ?)?(?:\w+ )?(?:{PERSONS})\b")


def unexplained(text: str, said: Told) -> int:
    """How many figures about persons in a text nobody published; not which, since a finding quotes none."""
    return _found(text, said) if _QUICK.search(text) else 0


@lru_cache(maxsize=20_000)
def _found(text: str, said: Told) -> int:
    plain = _without(_unquoted(fold(joined(text)), said))
    known = _known(plain, said)
    return sum(_unexplained(sentence, said, known) for sentence in _SENTENCE.split(plain))


def _unquoted(text: str, said: Told) -> str:
    """The text without the figures of the titles of its sources: others have published them, and they count many."""
    for quote in said.quotes:
        if quote in text and all(max(one.values) >= said.least or one.decimals for one in numbers(quote)):
            text = text.replace(quote, _FIGURE.sub("_", quote))
    for line in said.lines:
        text = re.sub(rf"\b{re.escape(line)}\b(?! (?:{said.nouns})\b)", "_", text)
    return text


def _without(text: str) -> str:
    """The text without the numbers that count nobody, each of which leaves its words' first letters out of reach."""
    for pattern in ELSE:
        text = pattern.sub(_blank, text)
    return YEAR.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return _FIGURE.sub("_", match[0])


def _unexplained(sentence: str, said: Told, known: Sequence[float]) -> int:
    found = numbers(sentence)
    letters = tuple(WORDS[match[1]] for match in _LETTERS.finditer(sentence))
    if not (found or letters):
        return 0
    named = mentioned(sentence, said)
    if not (_people(said.nouns).search(sentence) or named & _hidden(said)):
        return 0
    strangers = [one for one in found if not _is_explained(one, sentence, said, known)]
    return len(strangers) + sum(not _is_published(float(one), named, said) for one in letters)


@lru_cache(maxsize=64)
def _people(nouns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{nouns})\b")


@lru_cache(maxsize=64)
def _hidden(said: Told) -> frozenset[tuple[str, str]]:
    """The codes of those whose figure is hidden."""
    return frozenset(code for who in said.hidden for code in who)


def _is_explained(one: Number, sentence: str, said: Told, known: Sequence[float]) -> bool:
    named = mentioned(sentence, said)
    if one.is_percentage or _is_ratio(one, sentence):
        return any(_is_published(value, named, said) for value in one.values) or _is_share(one, named, said, known)
    if any(_is_published(value, named, said) for value in one.values):
        return True
    is_change = _CHANGE.match(sentence, one.end) is not None
    return any(_is_sum(value, known) and (is_change or value == 0 or value >= said.least) for value in one.values)


def _is_published(value: float, named: frozenset[tuple[str, str]], said: Told) -> bool:
    return any(_fits(who, named) for who in by_value(said).get(value, ()))


def _fits(who: Iterable[tuple[str, str]], named: frozenset[tuple[str, str]]) -> bool:
    """Whether a figure may be about those whom a sentence names: in each column that it names, one of them or all."""
    columns = {column for column, _ in named}
    return all(column not in columns or (column, code) in named for column, code in who)


def _is_ratio(one: Number, sentence: str) -> bool:
    return any(match.start() <= one.start < match.end() for match in _RATIO.finditer(sentence))


def _is_share(one: Number, named: frozenset[tuple[str, str]], said: Told, known: Sequence[float]) -> bool:
    """A percentage of two figures of the text, or of a part in its line; «x de cada y» counts as explained with its line."""
    if not one.is_percentage:
        return bool(by_who(said))
    shares = (100 * part / whole for part, whole in _pairs(known) if whole)
    return any(_rounds(share, one) for share in shares) or any(_rounds(share, one) for share in _lines(named, said))


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
