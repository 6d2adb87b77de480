"""How easy a text is to read, by the formula of its language. It measures words and sentences, not whether they are true. Pure.

Spanish: the index of Flesch-Szigriszt, 206.835 - 62.3 S/P - P/F (F. Szigriszt Pazos, «Sistemas predictivos de
legibilidad del mensaje escrito: fórmula de perspicuidad», 1993), read on the INFLESZ scale (I. Barrio-Cantalejo et al.,
«Validación de la Escala INFLESZ para evaluar la legibilidad de los textos dirigidos a pacientes», An. Sist. Sanit. Navar.
2008; 31(2): 135-152): under 40 very hard, 40 to 55 rather hard, 55 to 65 normal, 65 to 80 fairly easy, above very easy.

English: Reading Ease, 206.835 - 1.015 P/F - 84.6 S/P (R. Flesch, «A new readability yardstick», J. Appl. Psychol. 1948;
32: 221-233): 60 to 70 is standard, 50 to 60 fairly difficult, 30 to 50 difficult.

S syllables, P words, F sentences: only a full stop, a question mark or an exclamation mark ends one (Flesch counts colons
and semicolons too, which would give higher scores). What is written with figures counts as one syllable, as he says.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_FIGURE = re.compile(r"\d")
_END = re.compile(r"[.!?](?=[\s»”)]|$)")
_QU = re.compile(r"qu(?=[eiéí])|gu(?=[eiéí])")
_NUCLEUS = re.compile(r"[iuü]?[aeoáéó][iuüy](?![aeoáéóíú])|[iuü][aeoáéó]|[aeoáéóíú]|[iuü]+|y(?![aeiouáéíóú])")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?<![lr])(?:[^laeiouy]e|[^aeiouytd]ed|[^csxzgaeiouyh]es)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ease:
    """What was counted in a text."""

    lang: str
    syllables: int
    words: int
    sentences: int

    @property
    def score(self) -> float:
        """The reading ease: the higher, the easier."""
        spread, length = self.syllables / self.words, self.words / self.sentences
        if self.lang == "es":
            return 206.835 - 62.3 * spread - length
        return 206.835 - 1.015 * length - 84.6 * spread


def ease(texts: Iterable[str], lang: str) -> Ease | None:
    """The ease of some texts together, each of which ends a sentence; none where there are no words."""
    words, sentences = [], 0
    for text in texts:
        found = _WORD.findall(text)
        words += found
        sentences += max(1, sum(1 for part in _END.split(text) if _WORD.search(part))) if found else 0
    if not words:
        return None
    return Ease(lang=lang, syllables=sum(syllables(word, lang) for word in words), words=len(words), sentences=sentences)


@lru_cache(maxsize=32_768)
def syllables(word: str, lang: str) -> int:
    """The syllables of a word, one at least.

    >>> [syllables(word, "es") for word in ("trata", "víctimas", "denuncia", "país", "que", "guerra", "explotación", "1.372")]
    [2, 3, 3, 2, 1, 2, 4, 1]
    >>> [syllables(word, "en") for word in ("report", "trafficking", "rescued", "case", "people", "named", "145")]
    [2, 3, 2, 1, 2, 1, 1]
    """
    if _FIGURE.search(word):
        return 1
    return max(1, _COUNTS[lang](word.lower()))


def _spanish(word: str) -> int:
    """Each nucleus of vowels: an open vowel with the closed ones beside it, unless an accent parts them."""
    return len(_NUCLEUS.findall(_QU.sub("k", word)))


def _english(word: str) -> int:
    """Each group of vowels, but for a silent ending: near enough for an average, and told as such."""
    return len(_VOWELS.findall(word)) - bool(_SILENT.search(word))


_COUNTS: Mapping[str, Callable[[str], int]] = {"es": _spanish, "en": _english}
