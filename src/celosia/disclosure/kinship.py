"""Cells that tell each other: know one, and the equations give the other, whatever the values are.

In every change that the equations allow, such cells change in proportion. A few random changes show the candidates; weights
on the lines, added up in exact fractions, prove them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise

import numpy as np

from celosia.disclosure.component import Component
from celosia.disclosure.derivation import best, shortest
from celosia.disclosure.solver import Floats

_CHANGES = 3
_STILL = 1e-9
_GRID = 1e-6
_FAR = 10**6


def kin(component: Component) -> Iterator[tuple[int, Callable[[], frozenset[int]]]]:
    """Each cell that another one tells, and how to find the equations by which it does."""
    for group in _groups(_changes(component)):
        for column, other in pairwise([*group, group[0]]):
            cell = component.cells[column]
            yield cell, partial(_told, component, cell, component.cells[other])


def _changes(component: Component) -> Floats:
    """Random changes that leave all lines as they are: what is left of random vectors, less their part in the lines."""
    matrix = component.matrix()
    lines = np.zeros((len(component.lines), len(component.cells)))
    np.add.at(lines, (np.repeat(np.arange(len(lines)), np.diff(matrix.starts)), matrix.columns), matrix.coefficients)
    vectors = np.random.default_rng(0).standard_normal((len(component.cells), _CHANGES))
    weights = np.linalg.pinv(lines @ lines.T, hermitian=True) @ (lines @ vectors)
    left: Floats = vectors - lines.T @ weights
    return left


def _groups(changes: Floats) -> list[list[int]]:
    """Columns that change in proportion. Two grids, so that no two equal directions fall apart at the edge of a square."""
    lengths = np.linalg.norm(changes, axis=1)
    moving = np.flatnonzero(lengths > _STILL)
    directions = changes[moving] / lengths[moving, None]
    directions *= np.where(directions[:, :1] < 0, -1.0, 1.0)
    groups = defaultdict(list)
    for offset in (0.0, 0.5):
        for column, square in zip(moving.tolist(), np.floor(directions / _GRID + offset).tolist(), strict=True):
            groups[(offset, *square)].append(column)
    distinct = {tuple(group) for group in groups.values() if len(group) > 1}
    return [list(group) for group in sorted(distinct)]


def _told(component: Component, cell: int, other: int) -> frozenset[int]:
    """The lines that hold a cell still as long as another one is."""
    still = [position for position, known in enumerate(component.cells) if known == other]
    lower = [0 if position in still else -_FAR for position in range(len(component.cells))]
    held = replace(
        component,
        lines=tuple(replace(line, right=0) for line in component.lines),
        lower=tuple(lower),
        upper=tuple(-bound for bound in lower),
    )
    found = best(held, cell, 1)
    return shortest(held, cell, 1, found).equations if found and found.most <= 0 else frozenset(component.equations)
