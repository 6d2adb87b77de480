"""What was published before: the ledger of releases, which nobody can take back (disclosure rule R11)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedCell:
    """One figure as it stood in a table of a release: `value` is none where it was hidden. A total has no code in `key`.

    `base` is that of controlled rounding where the figure was rounded: it lies less than `base` from `value`.
    """

    table: str
    key: tuple[tuple[str, str], ...]
    value: int | None
    base: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One publication of a population, as `releases/<population>.csv` keeps it (docs/project/reference/releases.md)."""

    population: str
    name: str
    date: date
    cells: tuple[ReleasedCell, ...]
