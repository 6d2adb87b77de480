"""Why a cell cannot be higher, or lower: the equations that say so, added up in exact fractions.

Any weights on the equations give a bound that holds (weak duality of linear programs); those of the solver give the best
one. They are read as fractions and added up anew, so the bound is true whatever the solver did.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor

import numpy as np

from celosia.disclosure.component import Component, Line
from celosia.disclosure.solver import Floats, NotProvenError, Program

_DENOMINATOR = 1000
_LONGEST = 30
_SECONDS = 5.0
_NEGLIGIBLE = 1e-7

Weighted = list[tuple[Line, Fraction]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """The most that sign · cell can be, in whole numbers, and the equations that prove it."""

    most: int
    equations: frozenset[int]


def derive(component: Component, cell: int, sign: int, duals: Floats) -> Derivation | None:
    """The bound on sign · cell that follows from weights on the lines; none where none follows."""
    used = _weighted(component, duals)
    most = _bound(component, {cell: sign}, used)
    return None if most is None else Derivation(most=floor(most), equations=_equations(line for line, _ in used))


def best(component: Component, cell: int, sign: int) -> Derivation | None:
    """The best bound on sign · cell that the lines give; none where nothing bounds it, or the solver cannot be trusted."""
    matrix = component.matrix()
    try:
        answer = Program(matrix).maximise(matrix.limits(component.cost(cell, sign)), _SECONDS)
    except NotProvenError:
        return None
    return derive(component, cell, sign, answer.duals) if answer.status == "optimal" else None


def shortest(component: Component, cell: int, sign: int, found: Derivation) -> Derivation:
    """The same bound from as few lines as can be: each is left out in turn, and put back where it was needed."""
    lines = [line for line in component.lines if line.equations <= found.equations]
    kept = found
    for line in lines if len(lines) <= _LONGEST else ():
        fewer = [other for other in lines if other is not line and other.equations <= kept.equations]
        shorter = best(lines_of(component, fewer, cell), cell, sign)
        if shorter is not None and shorter.most <= found.most and len(shorter.equations) < len(kept.equations):
            kept = shorter
    return kept


def lines_of(component: Component, lines: list[Line], cell: int) -> Component:
    """Some lines of a component, and the cells that they speak of; `cell` is one of them in any case."""
    wanted = {cell, *(other for line in lines for other, _ in line.terms)}
    kept = [position for position, other in enumerate(component.cells) if other in wanted]
    return Component(
        cells=tuple(component.cells[position] for position in kept),
        lines=tuple(lines),
        lower=tuple(component.lower[position] for position in kept),
        upper=tuple(component.upper[position] for position in kept),
    )


def contradiction(component: Component) -> tuple[int, ...]:
    """Equations that cannot all hold, of a component without any table (Farkas' lemma); all, where no weights prove it."""
    elastic = _elastic(component)
    matrix = elastic.matrix()
    cost = np.array([-1.0 if cell < 0 else 0.0 for cell in elastic.cells])
    try:
        duals = Program(matrix).maximise(matrix.limits(cost), _SECONDS).duals
    except NotProvenError:
        return component.equations
    for sign in (1, -1):
        used = _weighted(component, sign * duals)
        nothing = _bound(component, {}, used)
        if nothing is not None and nothing < 0:
            return tuple(sorted(_equations(line for line, _ in used)))
    return component.equations


def _weighted(component: Component, duals: Floats) -> Weighted:
    heavy = [(line, dual) for line, dual in zip(component.lines, duals, strict=True) if abs(dual) > _NEGLIGIBLE]
    return [(line, Fraction(float(dual)).limit_denominator(_DENOMINATOR)) for line, dual in heavy]


def _bound(component: Component, pushed: Mapping[int, int], used: Weighted) -> Fraction | None:
    """Σ weight · right, and for what is left of each cell the most that its bounds allow; none where nothing bounds it."""
    left: dict[int, Fraction] = defaultdict(Fraction)
    bound = Fraction(0)
    for cell, sign in pushed.items():
        left[cell] += sign
    for line, weight in used:
        bound += weight * line.right
        for cell, coefficient in line.terms:
            left[cell] -= weight * coefficient
    for cell, lower, upper in zip(component.cells, component.lower, component.upper, strict=True):
        rest = left.get(cell)
        if rest:
            limit = upper if rest > 0 else lower
            if limit is None:
                return None
            bound += rest * limit
    return bound


def _equations(lines: Iterable[Line]) -> frozenset[int]:
    return frozenset(position for line in lines for position in line.equations)


def _elastic(component: Component) -> Component:
    """The same with a surplus and a lack for each line (numbered below nought), so that there is a table for sure."""
    count = len(component.lines)
    lines = tuple(
        Line(terms=((-1 - 2 * place, 1), (-2 - 2 * place, -1), *line.terms), right=line.right, equations=line.equations)
        for place, line in enumerate(component.lines)
    )
    return Component(
        cells=(*(-1 - place for place in range(2 * count)), *component.cells),
        lines=lines,
        lower=(*([0] * 2 * count), *component.lower),
        upper=(*([None] * 2 * count), *component.upper),
    )
