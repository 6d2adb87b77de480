"""A family of tables as one system of cells and equations (Fischetti and Salazar 2001, linked tables).

Every table that counts the same population in the same unit maps to the same cells, whatever the format, the language or
the release it stands in; every margin and every step of a hierarchy is an equation. That alone is what links tables.
"""

from dataclasses import dataclass

from celosia.model.counted import Unit

Key = tuple[tuple[str, str], ...]
"""Who is counted in a cell: sorted pairs of dimension and code. A dimension that is absent is its total."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Equation:
    """A total and its parts, as positions in `Family.keys`: `total` − Σ `parts` = 0. `line` names it to people."""

    total: int
    parts: tuple[int, ...]
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """All cells of a population, sorted by key, and all that ties them together."""

    unit: Unit
    population: str
    keys: tuple[Key, ...]
    equations: tuple[Equation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What somebody knows of a family: a value where a cell is shown, `None` where it is not, and bounds that always hold.

    `latent` cells are implied by the equations and never were in a table: to know one exactly is no fault in itself, to
    prove that it counts a few persons is. `upper` is `None` where nothing bounds a cell but the equations.
    """

    family: Family
    values: tuple[int | None, ...]
    lower: tuple[int, ...]
    upper: tuple[int | None, ...]
    latent: frozenset[int] = frozenset()

    @property
    def hidden(self) -> tuple[int, ...]:
        """The positions of all cells without a value, latent ones included."""
        return tuple(position for position, value in enumerate(self.values) if value is None)
