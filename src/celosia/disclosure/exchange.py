"""Moves of whole numbers in large tables: cells fall into groups between which nothing passes, so that small programs are left.

Whatever the groups are, what changes within each of them and keeps its part of every line keeps the line. Groups are a few
codes of one dimension: between two layers of a three-way table the programs are networks, whose vertices are whole.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from celosia.disclosure.component import Component
from celosia.disclosure.family import Family
from celosia.disclosure.solver import Floats, Limits, Matrix, NotProvenError, Program
from celosia.disclosure.witness import whole

Labels = NDArray[np.int64]

_INERTIA = 0.01
_SECONDS = 30.0
_ROUNDING = 2.0
_GAP = 0.3
_FEWEST, _MOST = 2, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Columns of a matrix that exchange among themselves only, and the parts of lines that hold them."""

    columns: NDArray[np.int64]
    starts: NDArray[np.int32]
    places: NDArray[np.int32]
    coefficients: Floats

    def changes(self, table: Floats, limits: Limits) -> Matrix:
        """What each column can gain, then what each can lose, so that every part of a line keeps its sum."""
        size, columns = len(self.columns), self.columns
        return Matrix(
            starts=2 * self.starts,
            columns=np.stack([self.places, self.places + np.int32(size)], axis=1).ravel(),
            coefficients=np.stack([self.coefficients, -self.coefficients], axis=1).ravel(),
            right=np.zeros(len(self.starts) - 1),
            lower=np.zeros(2 * size),
            upper=np.concatenate([limits.upper[columns] - table[columns], table[columns] - limits.lower[columns]]),
        )


def exchange(matrix: Matrix, labels: Labels, table: Floats, limits: Limits, inertia: Floats | float = _INERTIA) -> Floats:
    """The table after each group has moved as far as it can the way that it is pushed, changing no more than it must.

    `inertia` is what a change costs. A group whose vertex is not whole is moved by an integer program.
    """
    after, inertia = table.copy(), np.broadcast_to(inertia, table.shape)
    for block in blocks(matrix, labels):
        cost, drag = limits.cost[block.columns], inertia[block.columns]
        if cost.any():
            changes = block.changes(table, limits)
            push = changes.limits(np.concatenate([cost - drag, -cost - drag]))
            gain, loss = np.split(_whole(changes, push), 2)
            after[block.columns] += np.rint(gain - loss)
    return after


def _whole(changes: Matrix, push: Limits) -> Floats:
    """The best changes if they are whole, else good ones that are; none at all where none are found."""
    values = Program(changes).maximise(push, _SECONDS).values
    if whole(values) is not None:
        return values
    try:
        return Program(changes, integer=True).maximise(push, _ROUNDING, gap=_GAP).values
    except NotProvenError:
        return np.zeros_like(values)


def deal(dimensions: tuple[Labels, ...], chance: np.random.Generator) -> Labels:
    """Groups of a few codes of one dimension, both drawn by lot."""
    codes = dimensions[chance.integers(len(dimensions))]
    order: Labels = chance.permutation(int(codes.max()) + 1) // chance.integers(_FEWEST, _MOST + 1)
    return order[codes]


def dimensions(family: Family, component: Component) -> tuple[Labels, ...]:
    """For each dimension the number of each cell's code; to be a total is a code of its own."""
    codes = [dict(family.keys[cell]) for cell in component.cells]
    names = sorted({name for code in codes for name in code})
    found = [np.unique([code.get(name, "") for code in codes], return_inverse=True)[1] for name in names]
    return tuple(labels for labels in found if labels.max() > 0) or (np.arange(len(component.cells)),)


def blocks(matrix: Matrix, labels: Labels) -> Iterator[Block]:
    """The columns that can change at all within their groups, apart from each other."""
    columns = matrix.columns.astype(np.int64)
    lines = np.repeat(np.arange(len(matrix.right)), np.diff(matrix.starts))
    parts = np.unique(lines * (int(labels.max()) + 1) + labels[columns], return_inverse=True)[1]
    alive = _alive(parts, columns, len(labels))
    parts, columns, coefficients = parts[alive], columns[alive], matrix.coefficients[alive]
    leader = _leaders(parts, columns, len(labels))[columns]
    order = np.lexsort((parts, leader))
    edges = np.flatnonzero(np.diff(leader[order])) + 1
    for chosen in np.split(order, edges) if len(order) else ():
        members, places = np.unique(columns[chosen], return_inverse=True)
        starts = np.flatnonzero(np.diff(parts[chosen], prepend=-1, append=-1)).astype(np.int32)
        yield Block(columns=members, starts=starts, places=places.astype(np.int32), coefficients=coefficients[chosen])


def pieces(matrix: Matrix, change: Floats) -> Iterator[Labels]:
    """The columns of a change that keeps all lines, in pieces of which each keeps them by itself."""
    columns = matrix.columns.astype(np.int64)
    lines = np.repeat(np.arange(len(matrix.right)), np.diff(matrix.starts))
    moved = change[columns] != 0
    leader = _leaders(lines[moved], columns[moved], len(change))
    for first in np.unique(leader[change != 0]):
        yield np.flatnonzero((leader == first) & (change != 0))


def _alive(parts: Labels, columns: Labels, size: int) -> NDArray[np.bool_]:
    """The terms of columns that are not alone in any part of a line: who is alone cannot change."""
    free = np.ones(size, dtype=bool)
    while True:
        alive = free[columns]
        alone = (np.bincount(parts[alive], minlength=int(parts.max(initial=0)) + 1) == 1)[parts] & alive
        if not alone.any():
            return alive
        free[columns[alone]] = False


def _leaders(parts: Labels, columns: Labels, size: int) -> Labels:
    """For each column the first of those that it hangs together with."""
    leader = np.arange(size)
    while True:
        first = np.full(int(parts.max(initial=0)) + 1, size)
        np.minimum.at(first, parts, leader[columns])
        closer = leader.copy()
        np.minimum.at(closer, columns, first[parts])
        if (closer == leader).all():
            return leader
        leader = closer
