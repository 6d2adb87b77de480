"""The cheapest pattern of hidden cells that protects a family: cutting planes, to a proven optimum where the budget allows.

Fischetti and Salazar (2001): the master program proposes a pattern, an attacker says what it lacks, and so on until he has
nothing to say. Each pattern is accepted on integer moves alone, verified in exact arithmetic; a solver that does not finish
an attack proves nothing and stops everything.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from time import monotonic

from celosia.protect.cut import Cut
from celosia.protect.evidence import Evidence
from celosia.protect.line import Capacities, Numbers
from celosia.protect.master import Answer, Master
from celosia.protect.problem import Pattern, Problem
from celosia.protect.repair import repaired, trimmed
from celosia.protect.solver import Floats
from celosia.protect.system import System, systems

_STALL = 6
_PROGRESS = 2e-4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """The pattern of one system."""

    hidden: frozenset[int]
    cost: int
    bound: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    """The rules of single lines."""

    numbers: Numbers
    capacities: Capacities

    @classmethod
    def of(cls, problem: Problem, evidence: Evidence) -> "_Rules":
        everything = evidence.open_targets(range(evidence.system.size))
        return cls(numbers=Numbers(problem, evidence.system), capacities=Capacities(evidence.system, everything))

    def broken(self, weight: Floats, evidence: Evidence) -> list[Cut]:
        """The cuts that a fractional pattern violates."""
        given = self.capacities.broken(weight)
        return [*self.numbers.broken(weight), *(cut for cut, target, one in given if evidence.is_possible(target, one))]


def find_pattern(problem: Problem, *, clock: Callable[[], float] = monotonic) -> Pattern:
    """The cheapest valid pattern, or the best one that the budget allows, with what is proven of its cost.

    Raises SolverError where the solver gives no clear answer.
    """
    parts, lost = systems(problem)
    evidences = [Evidence(problem, system) for system in parts]
    unprotectable = sorted(lost.union(*(_unprotectable(evidence) for evidence in evidences)))
    if unprotectable:
        return Pattern(status="refused", unprotectable=tuple(unprotectable))
    end = clock() + problem.budget
    found = [_part(problem, evidence, lambda: end - clock()) for evidence in evidences]
    hidden = frozenset(
        cell for system, part in zip(parts, found, strict=True) for one in part.hidden for cell in system.cells[one]
    )
    cost, bound = sum(part.cost for part in found), sum(part.bound for part in found)
    return Pattern(status="optimal" if bound >= cost else "bounded", hidden=hidden - problem.latent, cost=cost, bound=bound)


def _unprotectable(evidence: Evidence) -> frozenset[int]:
    """The primary cells that stay open with all hidden that may be."""
    evidence.settle()
    system = evidence.system
    return frozenset(cell for variable in evidence.hopeless() for cell in system.cells[variable])


def _part(problem: Problem, evidence: Evidence, left: Callable[[], float]) -> _Part:
    """Root, then one integer program after the other until no cut is left."""
    system = evidence.system
    master, rules = Master(system), _Rules.of(problem, evidence)
    bound = _root(master, rules, evidence, left)
    best: frozenset[int] | None = None
    while True:
        answer = _whole(master, rules, evidence, left)
        bound = max(bound, answer.bound)
        if answer.hidden is None:
            break
        if not master.add(evidence.cuts(answer.hidden)):
            best = _cheaper(system, best, answer.hidden)
            break
        best = _cheaper(system, best, repaired(evidence, answer.hidden))
        if left() <= 0 or price(system, best) <= ceil(bound - _PROGRESS):
            break
    if best is None:
        best = repaired(evidence, system.firm)
    if price(system, best) > ceil(bound - _PROGRESS):
        best = trimmed(evidence, best, left)
    cost = price(system, best)
    return _Part(hidden=best, cost=cost, bound=min(cost, max(0, ceil(bound - _PROGRESS))))


def price(system: System, hidden: frozenset[int]) -> int:
    """What the complements of a pattern cost."""
    return int(sum(system.cost[variable] for variable in hidden - system.firm))


def _cheaper(system: System, best: frozenset[int] | None, other: frozenset[int]) -> frozenset[int]:
    return other if best is None or price(system, other) < price(system, best) else best


def _root(master: Master, rules: _Rules, evidence: Evidence, left: Callable[[], float]) -> float:
    """Cuts for fractional patterns, until they no longer raise the bound: those of single lines first."""
    master.add(rules.numbers.first())
    bound, stalled = 0.0, 0
    while left() > 0 and stalled < _STALL:
        weight, cost = master.relaxed()
        stalled = stalled + 1 if cost < bound + _PROGRESS * max(bound, 1.0) else 0
        bound = max(bound, cost)
        if not master.add(rules.broken(weight, evidence)) and not master.add(evidence.fractional_cuts(weight)):
            break
    return bound


def _whole(master: Master, rules: _Rules, evidence: Evidence, left: Callable[[], float]) -> Answer:
    """The cheapest whole pattern that breaks no rule of a line."""
    while True:
        answer = master.whole(left())
        if answer.hidden is None or left() <= 0 or not master.add(rules.broken(evidence.weight(answer.hidden), evidence)):
            return answer
