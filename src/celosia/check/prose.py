"""Small counts of people in sentences: what no table shows, no text may tell (rule R9). Pure."""

import re
from collections.abc import Iterable, Iterator

from celosia.check.place import cell, descriptor, key_below
from celosia.disclosure.rule import counts, threshold
from celosia.disclosure.told import PEOPLE, prose
from celosia.model import Catalog, Dataset, Finding, Place

_PROTECTED = ("persons", "households")
_WORDS = {
    "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10,
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_COUNT = re.compile(
    rf"(?<![\w.,:/+–-])(?<!\d[ \u00a0\u2009\u202f])([1-9]\d?|{'|'.join(_WORDS)})[ \u00a0\u2009\u202f](?:[a-záéíóúüñ]+ )?"
    rf"(?:{PEOPLE})\b",
    re.IGNORECASE,
)
_ONE = rf"(?:\d+|un[oa]?|one|{'|'.join(_WORDS)})"
_BOUND = re.compile(
    rf"(?:menos de|menor(?:es)? (?:de|que|a)|m[aá]s de|al menos|hasta|desde|entre|{_ONE} (?:a|y|o|to|and|or)|umbral de|cada|"
    r"under|fewer than|less than|more than|over|at least|up to|from|between|threshold of|every|each)\s*$",
    re.IGNORECASE,
)


def dataset_prose(dataset: Dataset) -> Iterator[Finding]:
    """No text of a dataset about people, and no note in its rows, gives a small count that is no published cell."""
    k, known = _known([dataset])
    if k is None:
        return
    for way, text in prose(dataset):
        if _tells(text, k, known):
            details = (("key", _key(way)), ("k", str(k)))
            yield Finding(code="small-count-in-text", where=descriptor(dataset), details=details)
    for table in dataset.tables:
        column = table.with_concept("comment")
        for row, value in enumerate(table.values(column.name) if column else ()):
            if value is not None and _tells(str(value), k, known):
                where = cell(dataset, table, row, column.name if column else None)
                yield Finding(code="small-count-in-text", where=where, details=(("k", str(k)),))


def page_prose(catalog: Catalog) -> Iterator[Finding]:
    """Nor does a page that people wrote, nor the label of a key figure."""
    k, known = _known(catalog.datasets)
    if k is None:
        return
    for page in catalog.pages:
        if any(_tells(line, k, known) for line in page.body.splitlines()):
            where = Place(path=f"docs/{page.lang}/{page.path}index.md")
            yield Finding(code="small-count-in-text", where=where, details=(("k", str(k)),))
    for number, figure in enumerate(catalog.key_figures, 1):
        for text in (figure.label.es, figure.label.en or ""):
            if _tells(text, k, known):
                details = (("key", f"key_figures[{number}].label"), ("k", str(k)))
                yield Finding(code="small-count-in-text", where=Place(path="catalog.yaml"), details=details)


def _known(datasets: Iterable[Dataset]) -> tuple[int | None, frozenset[int]]:
    """The largest threshold of people, and the counts of people that are published."""
    limits: list[int] = []
    known: set[int] = set()
    for dataset in datasets:
        for table in dataset.tables:
            for measure, unit in counts(table):
                k = threshold(dataset, table, unit) if unit in _PROTECTED else None
                if k is not None:
                    limits.append(k)
                    known.update(int(value) for value in table.values(measure.name) if isinstance(value, int | float))
    return max(limits, default=None), frozenset(known)


def _tells(text: str, k: int, known: frozenset[int]) -> bool:
    for match in _COUNT.finditer(text):
        number = _WORDS.get(match[1].casefold()) or int(match[1])
        if number < k and number not in known and not _BOUND.search(text[: match.start()]):
            return True
    return False


def _key(way: tuple[str | int, ...]) -> str:
    """The way to a text, in the words of the files."""
    key = ""
    for step in way:
        key = f"{key}[{step}]" if isinstance(step, int) else key_below(key, step)
    return key
