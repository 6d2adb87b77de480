"""A column as the search for microdata sees it: what stands in it, as it is written, and what it may be. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from celosia.check.lexicon import announced
from celosia.model import Cell, Column, Table

SHARE = 0.2
"""The share of a column's cells from which a kind of value is no accident."""

FEWEST = 3
"""The fewest cells of which a share is taken."""

_UNIQUE = 0.9
_FROM_LIST = -1

Sighting = tuple[str, int, str]
"""The code of a finding, the row (−1 for a code list), and what kind of value it is, never the value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A column with its cells as they are written; of a bound column its codes with their words, since the cells are those.

    `listed`: how many values its declared list has, 0 where it has none. `kinds`: the personal data that its name or its
    title announces. `own_id`: it numbers the rows that we publish, not persons.
    """

    column: Column
    cells: tuple[tuple[int, str], ...]
    listed: int
    kinds: frozenset[str]
    own_id: bool

    @classmethod
    def of(cls, table: Table, position: int) -> "Seen":
        """A column of a table, by its position."""
        column = table.columns[position]
        return cls(
            column=column,
            cells=_codes(column) if column.codes else _cells(table, position),
            listed=len(column.codes) or len(_enum(column)),
            kinds=_kinds(column.name, column.title.es, column.title.en or ""),
            own_id=_is_own_id(table, column),
        )

    @property
    def is_bound(self) -> bool:
        """Whether the cells are of a declared list."""
        return self.listed > 0

    @property
    def distinct(self) -> int:
        """How many different cells there are."""
        return len({text for _, text in self.cells})

    @property
    def is_near_unique(self) -> bool:
        """Whether hardly any cell is repeated."""
        return self.distinct >= _UNIQUE * len(self.cells)

    def mostly(self, test: Callable[[str], object], share: float = SHARE) -> int | None:
        """The first row that passes, where at least `share` of the cells and three of them do."""
        if len(self.cells) < FEWEST:
            return None
        hits = [row for row, text in self.cells if test(text)]
        return hits[0] if len(hits) >= max(FEWEST, share * len(self.cells)) else None


@lru_cache(maxsize=4096)
def _kinds(*headers: str) -> frozenset[str]:
    return frozenset().union(*(announced(header) for header in headers))


def _enum(column: Column) -> tuple[object, ...]:
    listed = dict(column.constraints).get("enum")
    return listed if isinstance(listed, tuple) else ()


def _codes(column: Column) -> tuple[tuple[int, str], ...]:
    words = (word for code in column.codes for word in (code.value, code.label.es, code.label.en))
    return tuple((_FROM_LIST, str(word)) for word in words if word)


def _cells(table: Table, position: int) -> tuple[tuple[int, str], ...]:
    return tuple((number, _written(row[position])) for number, row in enumerate(table.rows) if row[position] is not None)


def _is_own_id(table: Table, column: Column) -> bool:
    """Whether it is the first identifier, and the key of its table."""
    if column.concept != "identifier" or table.with_concept("identifier") is not column:
        return False
    return table.primary_key == (column.name,) or dict(column.constraints).get("unique") is True


def _written(value: Cell) -> str:
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() else repr(value)
    return str(value).strip()
