"""Where bands and long periods cut each other: what two tables with other cuts give away together. Pure.

Women of 18 to 25 in one table and of 18 to 30 in another leave those of 26 to 30; 2018 to 2020 in one and 2018 to 2021 in
another leave 2021. Nobody published these, and everybody knows them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from celosia.disclosure.claim import Cell
from celosia.disclosure.family import Key
from celosia.disclosure.span import Band, bands, refinement, years


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A published cell, at a position, and the keys of the smallest bands that make it up; some of them nobody published."""

    total: int
    parts: tuple[Key, ...]
    dimension: str


def cuts(cells: Sequence[Cell], times: Collection[str | None]) -> Iterator[Cut]:
    """Every cell that others cut, with all else being equal; rival claims are left alone."""
    beside: dict[tuple[str, Key], dict[str, int]] = defaultdict(dict)
    rivals = {cell.key for cell in cells if cell.claim}
    for position, cell in enumerate(cells):
        for number, (dimension, code) in enumerate(cell.key if cell.key not in rivals else ()):
            beside[dimension, cell.key[:number] + cell.key[number + 1 :]][code] = position
    for (dimension, rest), codes in sorted(beside.items()):
        for made in _accounts(cells, codes) if dimension in times else (bands(dimension, codes),):
            for code, parts in refinement(made).items():
                told = tuple(tuple(sorted((*rest, (dimension, part)))) for part in parts)
                yield Cut(total=codes[code], parts=told, dimension=dimension)


def _accounts(cells: Sequence[Cell], codes: Mapping[str, int]) -> Iterator[Mapping[str, Band]]:
    """The periods that one source gives: what another says of a longer one is another account."""
    sources = {source for position in codes.values() for source in cells[position].sources}
    for source in sorted(sources, key=str):
        yield years([code for code, position in codes.items() if source in cells[position].sources])
