"""Cells that tell each other: know one, and the equations give the other, whatever the values are.

In every change that the equations allow such cells change in proportion; so they do from each witness to the next, which
shows who may be kin. Whether two are is asked of a linear program: hold one still, and see whether the other can move.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from math import gcd

import numpy as np

from celosia.disclosure.component import Component
from celosia.disclosure.derivation import derive, shortest
from celosia.disclosure.solver import Answer, Deadline, Floats, Program
from celosia.disclosure.witness import Table

_FAR = 1000
_MOVED = 0.5
_DIGITS = 6

Family = dict[int, int]
"""Columns that have changed in proportion so far, each with its share."""


def kin(
    component: Component, tables: tuple[Table, ...], wanted: Callable[[int], bool], deadline: Deadline
) -> Iterator[tuple[int, frozenset[int]]]:
    """Each wanted cell that another one tells, and the equations by which it does.

    Raises `NotProvenError` where the solver cannot be trusted, or is out of time.
    """
    free = _free(component)
    program, left = Program(free.matrix()), _families(tables)
    while left:
        family = left.pop()
        first, second, *_ = family
        if any(wanted(component.cells[column]) for column in family):
            held = _holding(free, second)
            matrix = held.matrix()
            answer = program.maximise(matrix.limits(component.cost(component.cells[first])), deadline.left())
            if answer.values[first] > _MOVED:
                left += _split(family, first, answer.values)
                continue
            equations = _why(held, component.cells[first], answer)
            yield from ((component.cells[one], equations) for one in (first, second) if wanted(component.cells[one]))
            left += _of_several([{column: share for column, share in family.items() if column != first}])


def _why(held: Component, cell: int, answer: Answer) -> frozenset[int]:
    """The equations that hold a cell still; all of them, where the weights of the solver do not prove it."""
    found = derive(held, cell, 1, answer.duals)
    return shortest(held, cell, 1, found).equations if found and found.most <= 0 else frozenset(held.equations)


def _free(component: Component) -> Component:
    """The changes that the lines allow, whatever the values are."""
    bounds = (_FAR,) * len(component.cells)
    lines = tuple(replace(line, right=0) for line in component.lines)
    return replace(component, lines=lines, lower=tuple(-bound for bound in bounds), upper=bounds)


def _holding(free: Component, column: int) -> Component:
    lower, upper = list(free.lower), list(free.upper)
    lower[column] = upper[column] = 0
    return replace(free, lower=tuple(lower), upper=tuple(upper))


def _families(tables: tuple[Table, ...]) -> list[Family]:
    """Columns whose changes from the first table on are multiples of the same whole numbers."""
    changes = np.array(tables, dtype=np.int64)[1:] - np.array(tables[0], dtype=np.int64)
    families: dict[tuple[int, ...], Family] = defaultdict(dict)
    for column, change in enumerate(changes.T.tolist()):
        share = gcd(*change) * next((1 if one > 0 else -1 for one in change if one), 0)
        if share:
            families[tuple(one // share for one in change)][column] = share
    return _of_several(families.values())


def _split(family: Family, first: int, change: Floats) -> list[Family]:
    """Those that a change which moves the first still moves in proportion: with the first, with the second, or otherwise."""
    parts: dict[float, Family] = defaultdict(dict)
    for column, share in family.items():
        ratio = float(change[column] * family[first] / (share * change[first]))
        parts[round(ratio, _DIGITS) + 0.0][column] = share
    return _of_several(parts.values())


def _of_several(families: Iterable[Family]) -> list[Family]:
    return [family for family in families if len(family) > 1]
