"""What may be said: the published figures about persons, whom each counts, and the words for whom. Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from itertools import combinations

from celosia.model import Cell, Column, Dataset, Role, Row, Source, Table, Territory
from celosia.seal.lexicon import UNITS, fold
from celosia.seal.number import joined
from celosia.vocabularies.status import PROTECTED, reader

Who = tuple[tuple[str, str], ...]
"""Sorted pairs of column and code; a total has none."""

_WORD = re.compile(r"\w+")
_SHORTEST, _STEM, _ENDING = 4, 2, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What any text of a catalogue may mention: its areas, its sources with their titles, and its help lines.

    `words` are all words with a digit in the catalogue's own labels, for lists of words that are no sentences.
    """

    territories: tuple[Territory, ...] = ()
    sources: tuple[Source, ...] = ()
    lines: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The published figures with those whom they count, the words for each code, and the nouns of what is protected.

    `hidden` are those whose figure is hidden, `labels` the folded words of each (column, code), `least` the smallest count of
    protected units that may be shown, `quotes` the folded titles of sources: others' words, in which a large figure is theirs.
    `digest` stands for all of it, so that asking twice costs little.
    """

    digest: str
    figures: tuple[tuple[float, Who], ...] = field(compare=False, repr=False)
    hidden: tuple[Who, ...] = field(compare=False, repr=False)
    labels: tuple[tuple[str, tuple[str, str]], ...] = field(compare=False, repr=False)
    quotes: tuple[str, ...] = field(compare=False, repr=False)
    words: frozenset[str] = field(compare=False, repr=False)
    lines: tuple[str, ...]
    nouns: str
    least: int


def told(datasets: Iterable[Dataset], around: Around, related: Iterable[Dataset] = ()) -> Told:
    """What some datasets publish. Of the `related` ones, which their texts may quote, no small figure is known."""
    datasets = tuple(datasets)
    least = min((k for dataset in datasets for _, k in dataset.policy.thresholds), default=1)
    quoted = {figure for dataset in related for table in dataset.tables for figure in _figures(table) if figure[0] >= least}
    tables = tuple(table for dataset in datasets for table in dataset.tables)
    units = {column.unit for table in tables for column in table.with_role(Role.MEASURE)}
    figures = tuple(sorted({figure for table in tables for figure in (*_figures(table), *_sums(table))} | quoted))
    hidden = tuple(sorted({who(table, table.rows[number]) for table in tables for number in hidden_rows(table)}))
    labels = tuple(sorted({label for table in tables for label in _labels(table, around.territories)}))
    titles = {source.title for source in around.sources} | {link.title for dataset in datasets for link in dataset.sources}
    quotes = tuple(sorted(fold(joined(title)) for title in titles if any(map(str.isdigit, title))))
    return Told(
        digest=sha256(repr((figures, hidden, labels, quotes, around.words)).encode()).hexdigest(),
        figures=figures,
        hidden=hidden,
        labels=labels,
        quotes=quotes,
        words=frozenset(around.words),
        lines=around.lines,
        nouns="|".join(noun for unit, noun in UNITS.items() if unit in units or unit == "persons"),
        least=least,
    )


def is_guarded(dataset: Dataset) -> bool:
    """Whether a dataset counts what is protected, or hides anything."""
    return any(
        dataset.policy.threshold(column.unit) is not None  # type: ignore[arg-type]  # a unit that is none has no threshold
        for table in dataset.tables
        for column in table.with_role(Role.MEASURE)
    ) or any(hidden_rows(table) for table in dataset.tables)


def hidden_rows(table: Table) -> tuple[int, ...]:
    """The rows in which a measure has no figure because it is protected."""
    found: set[int] = set()
    for column in table.with_role(Role.MEASURE):
        read, position = reader(table, column), table.index(column.name)
        found |= {number for number, row in enumerate(table.rows) if row[position] is None and read(row) is PROTECTED}
    return tuple(sorted(found))


def who(table: Table, row: Row) -> Who:
    """Whom a row counts."""
    dimensions = table.with_role(Role.DIMENSION)
    cells = ((column, row[table.index(column.name)]) for column in dimensions)
    return tuple(sorted((column.name, str(cell)) for column, cell in cells if cell not in (None, column.total_code)))


def wider(one: Who) -> Iterable[Who]:
    """Those who contain them: with one or two dimensions less."""
    for missing in (1, 2):
        yield from combinations(one, len(one) - missing) if len(one) >= missing else ()


@lru_cache(maxsize=64)
def by_value(said: Told) -> Mapping[float, tuple[Who, ...]]:
    """The published figures by their value."""
    found: dict[float, list[Who]] = {}
    for value, one in said.figures:
        found.setdefault(value, []).append(one)
    return {value: tuple(ones) for value, ones in found.items()}


@lru_cache(maxsize=64)
def by_who(said: Told) -> Mapping[Who, tuple[float, ...]]:
    """The published figures by whom they count."""
    found: dict[Who, list[float]] = {}
    for value, one in said.figures:
        found.setdefault(one, []).append(value)
    return {one: tuple(values) for one, values in found.items()}


def mentioned(text: str, said: Told) -> frozenset[tuple[str, str]]:
    """Each (column, code) that a folded text names by its words, with any ending: «Mujer» is named in «mujeres»."""
    words = _WORD.findall(text)
    known = _stems(said)
    return frozenset(
        code
        for place, word in enumerate(words)
        for stems, code in known.get(word[:_SHORTEST], ())
        if len(stems) <= len(words) - place and all(map(_begins, words[place:], stems))
    )


def _begins(word: str, stem: str) -> bool:
    return word == stem if len(stem) < _SHORTEST else word.startswith(stem) and len(word) <= len(stem) + _ENDING


@lru_cache(maxsize=64)
def _stems(said: Told) -> Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, str]], ...]]:
    """The labels as stems of their words, by the first letters of the first."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, str]]]] = {}
    for label, code in said.labels:
        words = _WORD.findall(label)
        stems = tuple(word if len(word) < _SHORTEST else word[: max(_SHORTEST, len(word) - _STEM)] for word in words)
        found.setdefault(stems[0][:_SHORTEST], []).append((stems, code))
    return {first: tuple(ones) for first, ones in found.items()}


def _figures(table: Table) -> Iterable[tuple[float, Who]]:
    for column in table.with_role(Role.MEASURE):
        position = table.index(column.name)
        for row in table.rows:
            value = row[position]
            if isinstance(value, int | float) and not isinstance(value, bool):
                yield float(value), who(table, row)


def _sums(table: Table) -> Iterable[tuple[float, Who]]:
    """What the figures of a line or of a whole table add up to, where none of them is hidden: anybody may add them."""
    for column in table.with_role(Role.MEASURE):
        lines: dict[Who, list[Cell]] = {}
        for row in table.rows:
            one = who(table, row)
            for line in wider(one):
                lines.setdefault(line, []).append(row[table.index(column.name)])
        for line, cells in lines.items():
            values = [cell for cell in cells if isinstance(cell, int | float)]
            if len(values) == len(cells) > 1:
                yield float(sum(values)), line


def _labels(table: Table, territories: tuple[Territory, ...]) -> Iterable[tuple[str, tuple[str, str]]]:
    """The words of the codes that the rows use. A period is no word: every text is full of years."""
    for column in table.with_role(Role.DIMENSION):
        if column.concept != "time-period":
            used = {str(cell) for cell in table.values(column.name) if cell not in (None, column.total_code)}
            for code in sorted(used):
                for words in _words(column, code, territories):
                    if any(character.isalpha() for character in words):
                        yield fold(words), (column.name, code)


def _words(column: Column, code: Cell, territories: tuple[Territory, ...]) -> Iterable[str]:
    texts = [one.label for one in column.codes if one.value == code]
    if column.concept == "ref-area":
        texts += [area.name for area in territories if area.code == code]
    return {word for text in texts for word in (text.es, text.en or "") if word} or {str(code)}
