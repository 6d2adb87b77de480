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
        self.scope = scope
        self.tables: list[Table] = []
        self.low: NDArray[np.int64] = np.full(len(scope.component.cells), _LARGEST)
        self.high: NDArray[np.int64] = np.full(len(scope.component.cells), -_LARGEST)

    @property
    def last(self) -> Floats:
        """The table that came last, to start from."""
        return np.array(self.tables[-1], dtype=np.float64)

    def propose(self, values: Floats) -> bool:
        """Take in a table if it is whole and agrees with everything; say whether it did."""
        table = whole(values)
        if table is None or not agrees(self.scope, table):
            return False
        if (self.low > table).any() or (self.high < table).any():
            self.tables.append(table)
            self.low = np.minimum(self.low, table)
            self.high = np.maximum(self.high, table)
        return True


def whole(values: Floats) -> Table | None:
    """The table in integers, where the values are all but whole."""
    rounded = np.rint(values)
    if not np.isfinite(values).all() or (np.abs(values - rounded) > _WHOLE).any() or (np.abs(rounded) > _LARGEST).any():
        return None
    return tuple(int(value) for value in rounded)


def agrees(scope: Scope, table: Table) -> bool:
    """Whether a table obeys bounds, published values and all equations that touch the component.

    Integers throughout, on the family as it was given: nothing that the solver was told is read here.
    """
    guess = {**scope.known, **dict(zip(scope.component.cells, table, strict=True))}
    within = all(_is_within(scope.knowledge, cell, guess[cell]) for cell in scope.component.cells)
    return within and all(_adds_up(scope.knowledge, guess, position) for position in scope.equations)


def _is_within(knowledge: Knowledge, cell: int, value: int) -> bool:
    upper = knowledge.upper[cell]
    return knowledge.lower[cell] <= value and (upper is None or value <= upper)


def _adds_up(knowledge: Knowledge, guess: Mapping[int, int], position: int) -> bool:
    equation = knowledge.family.equations[position]
    return _value(knowledge, guess, equation.total) == sum(_value(knowledge, guess, part) for part in equation.parts)


def _value(knowledge: Knowledge, guess: Mapping[int, int], cell: int) -> int:
    value = knowledge.values[cell]
    return guess[cell] if value is None else value
