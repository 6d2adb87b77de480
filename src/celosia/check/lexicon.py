"""Words that announce data of a person, in the header of a column or in its cells. Pure; lexicon.toml has the words."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_WORD = re.compile(r"[a-z0-9]+")
_NAME = re.compile(r"[^\W\d_]++(?:['’.-][^\W\d_]*+)*+(?:,? [^\W\d_]++(?:['’.-][^\W\d_]*+)*+){1,5}+")
_LONGEST_NAME = 80


def fold(text: str) -> str:
    """A text without accents, in lower case.

    >>> fold("Dirección")
    'direccion'
    """
    return "".join(part for part in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(part))


@lru_cache(maxsize=4096)
def announced(header: str) -> frozenset[str]:
    """The kinds of personal data that a header announces, by whole words.

    >>> sorted(announced("Nro. de documento")), sorted(announced("documentos")), sorted(announced("tipo_documento"))
    (['document'], [], [])
    """
    words = _innocent().sub(" ", _words(header))
    return frozenset(kind for kind, pattern in _headers().items() if pattern.search(words))


@lru_cache(maxsize=4096)
def tells_age(header: str) -> bool:
    """Whether a header says that a column holds ages, and not their average.

    >>> tells_age("edad"), tells_age("edad_promedio"), tells_age("unidad")
    (True, False, False)
    """
    words = _words(header)
    age = _read()["age"]
    return bool(_any(tuple(age["words"])).search(words)) and not _any(tuple(age["averages"])).search(words)


def allowed_in_directory(kind: str) -> bool:
    """Whether a directory of institutions may announce that kind."""
    return kind in _read()["directory"]["allowed"]


def guarded_in_measure(kind: str) -> bool:
    """Whether that kind in the name of a measure is more than a word for what it counts."""
    return kind in _read()["measure"]["guarded"]


@lru_cache(maxsize=4096)
def mailbox(domain: str) -> str:
    """Whose a mailbox is, by its domain: `official`, `personal` or `other`.

    >>> mailbox("jus.gob.ar"), mailbox("gmail.com"), mailbox("ejemplo.org")
    ('official', 'personal', 'other')
    """
    labels = domain.lower().split(".")
    endings = {".".join(labels[start:]) for start in range(len(labels))}
    listed: Mapping[str, list[str]] = _read()["mailbox"]
    if domain.lower() in listed["personal"]:
        return "personal"
    return "official" if endings & set(listed["official"]) else "other"


def names_person(text: str) -> bool:
    """Whether a text reads as the name of a person: a common first name and another, in capitals, and nothing else.

    >>> names_person("Inventada Pérez, María"), names_person("María Inventada"), names_person("Santa Fe"), names_person("María")
    (True, True, False, False)
    """
    if len(text) > _LONGEST_NAME or not _NAME.fullmatch(text):
        return False
    surname, comma, rest = text.partition(",")
    if fold((rest if comma else surname).split()[0]) not in _given():
        return False
    own = [word for word in text.replace(",", " ").split() if fold(word) not in _particles()]
    return len(own) > 1 and all(word[0].isupper() for word in own)


def phrases() -> Mapping[str, tuple[str, ...]]:
    """Every phrase of the header lexicon by its kind."""
    return {kind: tuple(listed) for kind, listed in _read()["header"].items()}


def _words(header: str) -> str:
    """The words of a header that count, one space apart and around."""
    return f" {' '.join(word for word in _WORD.findall(fold(header)) if word not in _little())} "


@cache
def _headers() -> Mapping[str, re.Pattern[str]]:
    return {kind: _any(listed) for kind, listed in phrases().items()}


@cache
def _innocent() -> re.Pattern[str]:
    return _any(tuple(_read()["innocent"]))


@cache
def _any(listed: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(listed, key=len, reverse=True)
    return re.compile(rf"(?<= )(?:{'|'.join(map(re.escape, longest_first))})(?= )")


@cache
def _little() -> frozenset[str]:
    return frozenset(_read()["little"])


@cache
def _given() -> frozenset[str]:
    return frozenset(_read()["given"]["names"].split())


@cache
def _particles() -> frozenset[str]:
    return frozenset(_read()["given"]["particles"])


@cache
def _read() -> Mapping[str, Any]:
    return tomllib.loads(files("celosia.check").joinpath("lexicon.toml").read_text(encoding="utf-8"))
