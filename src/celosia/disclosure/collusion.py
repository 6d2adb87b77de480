"""The insider's attack itself, with the true values at hand: each hidden cell known, against each small one (model iv).

A small cell is safe from whoever knows another one if some table leaves that one at its true value and brings the small one
to k. Few tables clear many pairs, for exchanges that start from the truth leave most cells as they are.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from math import ceil

import numpy as np

from celosia.disclosure.exchange import Labels, deal, dimensions, exchange, pieces
from celosia.disclosure.exposure import Exposure
from celosia.disclosure.search import Flags, Search
from celosia.disclosure.solver import Deadline, Floats, NotProvenError
from celosia.disclosure.witness import Judge, Scope, whole

_SWEEPS = 6
_PATIENCE = 12
_LITTLE = 0.02
_IDLE = 2


class Alibis:
    """For each small cell, the cells that changed in every table that brings it to k: who knows one of those may know it."""

    def __init__(self, scope: Scope, truth: Floats, k: int) -> None:
        latent = np.array([cell in scope.knowledge.latent for cell in scope.component.cells])
        self.truth = truth
        self.small: Labels = np.flatnonzero((truth > 0) & (truth < k) & ~latent)
        self.shared: Flags = np.ones((len(self.small), len(truth)), dtype=bool)
        self.shared[np.arange(len(self.small)), self.small] = False
        self.k = k
        self._judge = Judge(scope)
        self.matrix = scope.component.matrix()

    @property
    def open(self) -> Labels:
        """The rows of small cells that somebody may still know."""
        return np.flatnonzero(self.shared.any(axis=1))

    def add(self, table: Floats) -> None:
        """Take in a table, and each piece of its change by itself."""
        for columns in pieces(self.matrix, table - self.truth):
            rows = np.flatnonzero(np.isin(self.small, columns) & (table[self.small] >= self.k))
            if len(rows):
                part = self.truth.copy()
                part[columns] = table[columns]
                self._clear(rows, part)

    def _clear(self, rows: Labels, table: Floats) -> None:
        cleared = self.shared[rows] & (table != self.truth)
        known = whole(table)
        if (cleared != self.shared[rows]).any() and known is not None and self._judge.agrees(known):
            self.shared[rows] = cleared


def betrayed(scope: Scope, truth: tuple[int, ...], k: int, deadline: Deadline) -> Iterator[Exposure]:
    """The small cells of a component that somebody who knows one other hidden cell knows, or knows to be under k."""
    values = np.array([truth[cell] for cell in scope.component.cells], dtype=np.float64)
    alibis = Alibis(scope, values, k)
    with suppress(NotProvenError):
        _sweep(scope, alibis, deadline)
    for row in alibis.open:
        cell = scope.component.cells[alibis.small[row]]
        try:
            equations = _settle(scope, alibis, int(row), deadline)
        except NotProvenError:
            yield Exposure(cell=cell, verdict="unproven", low=None, high=None, equations=())
        else:
            if equations is not None:
                yield Exposure(cell=cell, verdict="insider", low=None, high=None, equations=equations)


def _sweep(scope: Scope, alibis: Alibis, deadline: Deadline) -> None:
    """From the truth, push some of the open cells at a time, until that clears little."""
    codes, chance = dimensions(scope.knowledge.family, scope.component), np.random.default_rng(0)
    idle = 0
    while idle < _IDLE and len(alibis.open):
        before, table = int(alibis.shared.sum()), alibis.truth
        wanted = alibis.small[alibis.open]
        wanted = chance.choice(wanted, ceil(len(wanted) * chance.choice((0.1, 0.3, 1.0))), replace=False)
        limits = alibis.matrix.limits(np.zeros(len(table)))
        limits.cost[wanted] = chance.uniform(0.5, 1.5, len(wanted))
        limits.upper[wanted] = np.minimum(limits.upper[wanted], alibis.k)
        for _ in range(_SWEEPS):
            table = exchange(alibis.matrix, deal(codes, chance), table, limits, deadline.left())
            alibis.add(table)
        idle = 0 if before - alibis.shared.sum() > _LITTLE * before else idle + 1


def _settle(scope: Scope, alibis: Alibis, row: int, deadline: Deadline) -> tuple[int, ...] | None:
    """The equations by which somebody knows a small cell; none where nobody does."""
    _alone(scope, alibis, row, deadline)
    column = int(alibis.small[row])
    for other in np.flatnonzero(alibis.shared[row]):
        if alibis.shared[row, other]:
            search = Search(_knowing(scope, int(other), int(alibis.truth[other])), deadline)
            search.witnesses.propose(alibis.truth)
            found = search.most(column, 1, alibis.k)
            if found.most < alibis.k:
                return tuple(sorted(found.equations))
            for table in search.witnesses.tables:
                alibis.add(np.array(table, dtype=np.float64))
    if alibis.shared[row].any():
        message = "a table was found that clears nobody"
        raise NotProvenError(message)
    return None


def _alone(scope: Scope, alibis: Alibis, row: int, deadline: Deadline) -> None:
    """Try to bring one cell to k with everybody who may know it as he is."""
    codes, chance = dimensions(scope.knowledge.family, scope.component), np.random.default_rng(row)
    held, column = alibis.shared[row], int(alibis.small[row])
    limits = alibis.matrix.limits(scope.component.cost(scope.component.cells[column]))
    limits.lower[held], limits.upper[held] = alibis.truth[held], alibis.truth[held]
    limits.upper[column] = min(limits.upper[column], alibis.k)
    table = alibis.truth
    for _ in range(_PATIENCE):
        table = exchange(alibis.matrix, deal(codes, chance), table, limits, deadline.left())
        if table[column] >= alibis.k:
            alibis.add(table)
            return


def _knowing(scope: Scope, column: int, value: int) -> Scope:
    """What is left to know once one cell is known."""
    component = scope.component
    lower, upper = list(component.lower), list(component.upper)
    lower[column] = upper[column] = value
    return replace(scope, component=replace(component, lower=tuple(lower), upper=tuple(upper)))
