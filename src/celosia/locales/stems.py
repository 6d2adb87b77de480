"""How a language is searched: texts cut into words without accents, words cut to their stems. Pure.

The rules are data (`stems.toml`) because the browser of whoever searches goes by the same ones.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_WORD = re.compile(r"[a-z0-9]+")
_DIGIT = re.compile(r"\d")
_GROUP = re.compile(r"\$(\d)")

Rules = tuple[tuple[str, str], ...]
"""Pairs of a pattern and what replaces it, with `$1` for a group, as JavaScript writes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stems:
    """The rules of a language. Of the `stems` the first that fits is used; `empty` are words that say nothing."""

    joins: Rules
    stems: Rules
    shortest: int
    empty: tuple[str, ...]

    def split(self, text: str) -> list[str]:
        """The words of a text without accents or capitals; a number is one word however its thousands are parted.

        >>> stems("es").split("Ley 26.364, «Víctimas»")
        ['ley', '26364', 'victimas']
        """
        for pattern, replacement in self.joins:
            text = _compiled(pattern).sub(_GROUP.sub(r"\\\1", replacement), text)
        return _WORD.findall(folded(text))

    def stem(self, word: str) -> str:
        """What the forms of a word share.

        >>> stems("es").stem("explotaciones"), stems("es").stem("ninas"), stems("en").stem("agencies")
        ('explotacion', 'nin', 'agency')
        """
        if len(word) < self.shortest or _DIGIT.search(word):
            return word
        for pattern, replacement in self.stems:
            found, times = _compiled(pattern).subn(_GROUP.sub(r"\\\1", replacement), word, count=1)
            if times:
                return found
        return word

    def of(self, texts: Iterable[str]) -> Iterator[str]:
        """The stems of some texts, without the words that say nothing."""
        for text in texts:
            for word in self.split(text):
                if word not in self.empty:
                    yield self.stem(word)


@lru_cache(maxsize=8)
def stems(lang: str) -> Stems:
    """The rules of a language."""
    told = tomllib.loads(files("celosia.locales").joinpath("stems.toml").read_text(encoding="utf-8"))
    own = told[lang]
    return Stems(
        joins=_pairs(told["joins"]), stems=_pairs(own["stems"]), shortest=told["shortest"], empty=tuple(own["empty"].split())
    )


def folded(text: str) -> str:
    """A text without accents or capitals: to look for it, to sort names as people do, to make a word of an address.

    >>> folded("Ñandú")
    'nandu'
    """
    lower = text.casefold()
    if lower.isascii():
        return lower
    return "".join(one for one in unicodedata.normalize("NFD", lower) if not unicodedata.combining(one))


def _pairs(rules: Iterable[list[str]]) -> Rules:
    return tuple((pattern, replacement) for pattern, replacement in rules)


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
