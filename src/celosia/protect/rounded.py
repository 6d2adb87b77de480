"""Controlled rounding, the other method: every figure to a multiple of a base, and all sums still add up. Pure."""

from collections.abc import Iterator
from dataclasses import replace

from celosia.disclosure import Equation, Family, Knowledge
from celosia.disclosure.attack import attack
from celosia.disclosure.exposure import Exposure
from celosia.protect.case import Case
from celosia.protect.gate import knowledge
from celosia.protect.problem import Problem, default_costs
from celosia.protect.rounding import round_family
from celosia.protect.solver import SolverError

BASE = 10


def rounded(case: Case, base: int) -> dict[int, int] | None:
    """The rounded values of published cells; none where nothing adds up within the budget, or the attacker finds a cell.

    What an earlier release rounded keeps its value: two roundings of one figure would narrow it down.
    """
    kept = {cell: value for cell, value in case.earlier.rounded if abs(value - case.confidential.values[cell]) < base}
    values = dict(kept)
    for part in _parts(case.confidential.family):
        published = part & case.confidential.published
        if published <= kept.keys():
            continue
        found = None if published & kept.keys() else _round(case, sorted(part), base)
        if found is None:
            return None
        values.update((cell, value) for cell, value in found.items() if cell in published)
    return None if len(kept) < len(case.earlier.rounded) or _exposed(case, values, base) else values


def _parts(family: Family) -> Iterator[frozenset[int]]:
    """The cells that lines tie together."""
    leader = list(range(len(family.keys)))

    def find(cell: int) -> int:
        while leader[cell] != cell:
            leader[cell] = leader[leader[cell]]
            cell = leader[cell]
        return cell

    for equation in family.equations:
        for part in equation.parts:
            leader[find(part)] = find(equation.total)
    groups: dict[int, list[int]] = {}
    for cell in range(len(leader)):
        groups.setdefault(find(cell), []).append(cell)
    yield from map(frozenset, groups.values())


def _round(case: Case, cells: list[int], base: int) -> dict[int, int] | None:
    whole = case.confidential.family
    position = {cell: number for number, cell in enumerate(cells)}
    equations = tuple(
        Equation(total=position[line.total], parts=tuple(position[part] for part in line.parts), line=line.line)
        for line in whole.equations
        if line.total in position
    )
    family = replace(whole, keys=tuple(whole.keys[cell] for cell in cells), equations=equations)
    values = tuple(case.confidential.values[cell] for cell in cells)
    costs = default_costs(family, values)
    problem = Problem(family=family, values=values, primary=frozenset(), cost=costs, k=case.k or 1, budget=case.budget)
    try:
        found = round_family(problem, base) if equations else tuple(_nearest(value, base) for value in values)
    except SolverError:
        return None
    return None if found is None else dict(zip(cells, found, strict=True))


def _nearest(value: int, base: int) -> int:
    return (value + base // 2) // base * base


def _exposed(case: Case, values: dict[int, int], base: int) -> tuple[Exposure, ...]:
    """What the attacker finds who knows the base: a figure between 0 and base − 1 that may be 0 is what rounding promises."""
    found = attack(_known(case, values, base), case.k, insider=1, budget=case.budget)
    return tuple(exposure for exposure in found if exposure.verdict != "under-threshold" or exposure.low != 0)


def _known(case: Case, values: dict[int, int], base: int) -> Knowledge:
    cells = range(len(case.confidential.values))
    return replace(
        knowledge(case, frozenset(cells)),
        lower=tuple(max(0, values[cell] - base + 1) if cell in values else 0 for cell in cells),
        upper=tuple(values[cell] + base - 1 if cell in values else None for cell in cells),
    )
