"""Who may know a small cell: the other hidden cells that are changed in every table that would clear them."""

from collections import defaultdict
from collections.abc import Callable

import numpy as np

from celosia.disclosure.exchange import Labels, dimensions, pieces
from celosia.disclosure.family import Knowledge
from celosia.disclosure.search import Flags
from celosia.disclosure.solver import Floats
from celosia.disclosure.witness import Judge, Scope, whole


class Alibis:
    """For each small cell, the cells that changed in every table that brings it to k: who knows one of those may know it.

    `shared` has a row for each of the columns `small`. Of a cell that is `excused`, a total under k, no more is asked than
    that some table leaves it as it is and the small cell not. Of cells that are `lost` anyway nothing is asked.
    """

    def __init__(self, scope: Scope, truth: tuple[int, ...], k: int, lost: frozenset[int] = frozenset()) -> None:
        component = scope.component
        self.k = k
        self.codes = dimensions(scope.knowledge.family, component)
        self.matrix = component.matrix()
        self.truth: Floats = np.array([truth[cell] for cell in component.cells], dtype=np.float64)
        asked = np.array([cell not in scope.knowledge.latent | lost for cell in component.cells])
        self.small: Labels = np.flatnonzero((self.truth > 0) & (self.truth < k) & asked)
        self.shared: Flags = np.ones((len(self.small), len(self.truth)), dtype=bool)
        self.shared[np.arange(len(self.small)), self.small] = False
        above = _above(scope.knowledge)
        excusing = [above(component.cells[column]) for column in self.small]
        self.excused: Flags = np.array([[cell in totals for cell in component.cells] for totals in excusing], dtype=bool)
        self.excused = self.excused.reshape(self.shared.shape) & (self.truth < k)
        self._judge = Judge(scope)

    @property
    def open(self) -> Labels:
        """The rows of small cells that somebody may still know."""
        return np.flatnonzero(self.shared.any(axis=1))

    def suspects(self, row: int, goal: int) -> Flags:
        """Who may still know a small cell, and is cleared by a table that brings it to `goal`, and by no lesser one."""
        excused = self.excused[row]
        suspects: Flags = self.shared[row] & (~excused if goal >= self.k else excused)
        return suspects

    def add(self, table: Floats) -> None:
        """Take in a table, and each piece of its change by itself."""
        for columns in pieces(self.matrix, table - self.truth):
            rows = np.flatnonzero(np.isin(self.small, columns))
            if len(rows):
                part = self.truth.copy()
                part[columns] = table[columns]
                self._clear(rows, part)

    def _clear(self, rows: Labels, table: Floats) -> None:
        up = table[self.small[rows]] >= self.k
        cleared = (table == self.truth) & (self.excused[rows] | up[:, None])
        known = whole(table)
        if (self.shared[rows] & cleared).any() and known is not None and self._judge.agrees(known):
            self.shared[rows] &= ~cleared


def _above(knowledge: Knowledge) -> Callable[[int], frozenset[int]]:
    """All totals that hold a cell, and their totals; where counts may be negative, a total bounds none of its parts."""
    totals: dict[int, set[int]] = defaultdict(set)
    for equation in knowledge.family.equations:
        if all(knowledge.lower[part] >= 0 for part in equation.parts):
            for part in equation.parts:
                totals[part].add(equation.total)

    def above(cell: int) -> frozenset[int]:
        reached, found = set[int](), [cell]
        while found:
            new = totals[found.pop()] - reached
            reached |= new
            found += new
        return frozenset(reached)

    return above
