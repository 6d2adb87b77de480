"""Integer tables that agree with all that is published: the only proof that something cannot be known.

A solver proposes a table in floating point; here it is checked in whole numbers against the family's own equations, its
published values and its bounds, and nothing of the solver's is believed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from celosia.disclosure.component import Component
from celosia.disclosure.family import Knowledge
from celosia.disclosure.solver import Floats

Table = tuple[int, ...]
"""A value for each cell of a component, in its order."""

_WHOLE = 1e-6
_LARGEST = 2**53


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """A component in its family: what is `known` of the hidden cells around it, and all `equations` that touch its cells."""

    knowledge: Knowledge
    component: Component
    known: Mapping[int, int]
    equations: tuple[int, ...]


class Witnesses:
    """The verified tables of a component, and how low and how high each cell stands in them."""

    def __init__(self, scope: Scope) -> None:
        self.tables: list[Table] = []
        self.low: NDArray[np.int64] = np.full(len(scope.component.cells), _LARGEST)
        self.high: NDArray[np.int64] = np.full(len(scope.component.cells), -_LARGEST)
        self._judge = Judge(scope)

    @property
    def last(self) -> Floats:
        """The table that came last, to start from."""
        return np.array(self.tables[-1], dtype=np.float64)

    def propose(self, values: Floats) -> bool:
        """Take in a table if it shows something new and agrees with everything; `False` where it is none."""
        table = whole(values)
        if table is None:
            return False
        if not ((self.low > table).any() or (self.high < table).any()):
            return True
        if not self._judge.agrees(table):
            return False
        self.tables.append(table)
        self.low = np.minimum(self.low, table)
        self.high = np.maximum(self.high, table)
        return True


class Judge:
    """The bounds and equations of a scope in whole numbers, read from the family as it was given.

    Nothing that the solver was told is used: each equation is taken anew, its known values added up, its hidden cells kept.
    """

    def __init__(self, scope: Scope) -> None:
        component = scope.component
        self._bounds = [(scope.knowledge.lower[cell], scope.knowledge.upper[cell]) for cell in component.cells]
        place = {cell: position for position, cell in enumerate(component.cells)}
        self._sums = [_sum(scope, place, position) for position in scope.equations]

    def agrees(self, table: Table) -> bool:
        """Whether a table obeys all bounds and all equations that touch the component."""
        value = table.__getitem__
        return all(
            lower <= one and (upper is None or one <= upper) for one, (lower, upper) in zip(table, self._bounds, strict=True)
        ) and all(rest + sum(map(value, totals)) == sum(map(value, parts)) for rest, totals, parts in self._sums)


def whole(values: Floats) -> Table | None:
    """The table in integers, where the values are all but whole."""
    rounded = np.rint(values)
    if not np.isfinite(values).all() or (np.abs(values - rounded) > _WHOLE).any() or (np.abs(rounded) > _LARGEST).any():
        return None
    return tuple(rounded.astype(np.int64).tolist())


def _sum(scope: Scope, place: Mapping[int, int], position: int) -> tuple[int, list[int], list[int]]:
    """An equation as what is known of total − Σ parts, the hidden total if it is, and the hidden parts."""
    equation = scope.knowledge.family.equations[position]
    totals, parts = [equation.total], list(equation.parts)
    rest = sum(_known(scope, cell) for cell in totals if cell not in place)
    rest -= sum(_known(scope, cell) for cell in parts if cell not in place)
    return rest, [place[cell] for cell in totals if cell in place], [place[cell] for cell in parts if cell in place]


def _known(scope: Scope, cell: int) -> int:
    value = scope.knowledge.values[cell]
    return scope.known[cell] if value is None else value
