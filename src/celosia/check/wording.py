"""Words that hurt people, hide the crime or say more than was counted; wording.toml has them, each with its guide. Pure."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from celosia.check.said import Said, page_place, said_in_catalog, said_in_dataset
from celosia.model import Catalog, Dataset, Finding, Place

_PLAIN = str.maketrans("áéíóúüàèìòùç", "aeiouuaeiouc")  # not «ñ»: it is another letter
_SOMEBODY_ELSES = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"\n]*\"|`[^`]*`|\]\([^)]*\)|<[^>]*>|https?://\S+")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n\s*\n")
_SOURCES_OWN = re.compile(
    r"(?:^|\.)(?:title|categories|sources|status|parties|documents|claims\[\d+\]\.text)(?=[\[.]|$)"
)  # not ours to word: titles, names of categories, what somebody says of an agreement or a commitment


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What not to write in a language, what to write instead and why; `unless` is found in a sentence that may."""

    id: str
    lang: str
    pattern: re.Pattern[str]
    why: Mapping[str, str]
    instead: Mapping[str, str]
    guides: tuple[str, ...]
    unless: re.Pattern[str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Misworded:
    """A rule that a text breaks, and the words that do."""

    rule: Rule
    words: str


def dataset_wording(dataset: Dataset) -> Iterator[Finding]:
    """The texts of a descriptor, of its translation and of its changelog."""
    yield from _told(said_in_dataset(dataset))


def catalog_wording(catalog: Catalog) -> Iterator[Finding]:
    """The texts of catalog.yaml, of what it holds besides datasets, and of the pages that people wrote."""
    yield from _told(said_in_catalog(catalog))
    for page in catalog.pages:
        yield from (_finding(found, page_place(page), "body") for found in misworded(page.body, page.lang))


@lru_cache(maxsize=8192)
def misworded(text: str, lang: str) -> tuple[Misworded, ...]:
    """What a text says that should be said otherwise. Quotations, code and addresses are left alone.

    >>> [(one.rule.id, one.words) for one in misworded("Aumentó la trata, según «trata de blancas».", "es")]
    [('sube-la-trata', 'Aumentó la trata')]
    """
    own = _SOMEBODY_ELSES.sub(lambda found: "·" * len(found[0]), text).lower().translate(_PLAIN)
    if not _any(lang).search(own):
        return ()
    bounds = (0, *(end.end() for end in _SENTENCE.finditer(own)), len(own))
    return tuple(
        Misworded(rule=rule, words=" ".join(text[found.start() : found.end()].split()))
        for rule in rules()
        if rule.lang == lang
        for start, end in pairwise(bounds)
        if (found := rule.pattern.search(own, start, end)) and not (rule.unless and rule.unless.search(own, start, end))
    )


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule of the list."""
    return tuple(_rule(node) for node in _read()["rule"])


@cache
def guides() -> Mapping[str, Mapping[str, Any]]:
    """Every guide of the list by its name."""
    listed: Mapping[str, Mapping[str, Any]] = _read()["guides"]
    return listed


def _told(said: Iterable[Said]) -> Iterator[Finding]:
    for one in said:
        if one.lang and not _SOURCES_OWN.search(one.key):
            yield from (_finding(found, one.where, one.key) for found in misworded(one.text, one.lang))


def _finding(found: Misworded, where: Place, key: str) -> Finding:
    rule = found.rule
    told = {f"{name}_{lang}": text[lang] for name, text in (("why", rule.why), ("instead", rule.instead)) for lang in text}
    guide = guides()[rule.guides[0]]["title"]
    details = (("key", key), ("words", found.words), ("guide", guide), *sorted(told.items()))
    return Finding(code="wording", where=where, details=details, severity="warning")


def _rule(node: Mapping[str, Any]) -> Rule:
    return Rule(
        id=node["id"],
        lang=node["lang"],
        pattern=_whole(node["words"]),
        why=node["why"],
        instead=node["instead"],
        guides=tuple(node["guides"]),
        unless=re.compile(node["unless"]) if "unless" in node else None,
    )


def _whole(patterns: Iterable[str]) -> re.Pattern[str]:
    """Any of the patterns, as whole words; a space is any space, also the end of a line."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)".replace(" ", r"\s+"))


@cache
def _any(lang: str) -> re.Pattern[str]:
    """What any rule of a language looks for, to pass over most texts at once."""
    return _whole(words for node in _read()["rule"] if node["lang"] == lang for words in node["words"])


@cache
def _read() -> Mapping[str, Any]:
    return tomllib.loads(files("celosia.check").joinpath("wording.toml").read_text(encoding="utf-8"))
