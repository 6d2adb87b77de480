"""What single lines ask of a pattern: cuts that need no attacker, and hold most of what a pattern costs.

No hidden variable stands alone in a line, nor beside one other where an insider may know that one; and what a target needs,
the rest of each of its lines must be able to give (Fischetti and Salazar 2001, bridge-less and capacity constraints).
"""

from collections.abc import Iterator

import numpy as np

from celosia.protect.cut import Cut
from celosia.protect.problem import Problem, line_minimum
from celosia.protect.solver import Floats, Ints
from celosia.protect.system import Line, System
from celosia.protect.target import Target

_CLEAR = 1e-4


class Lines:
    """The rules of the lines of a system."""

    def __init__(self, problem: Problem, system: System) -> None:
        self._system = system
        sensitive = [any(variable in system.primary for variable, _ in line) for line in system.lines]
        self._minimum = [line_minimum(problem, sensitive=one) for one in sensitive]
        self._loose = [number for number, line in enumerate(system.lines) if self._is_loose(number, line)]

    def first(self) -> Iterator[Cut]:
        """The numbers of hidden variables in lines that hold firm ones."""
        for number in self._loose:
            variables = np.array([variable for variable, _ in self._system.lines[number]])
            firm = [variable for variable in variables.tolist() if variable in self._system.firm]
            if firm:
                others = variables[variables != firm[0]]
                yield Cut(variables=others, shares=np.ones(len(others)), target=firm[0], due=self._minimum[number] - 1.0)

    def numbers(self, weight: Floats) -> Iterator[Cut]:
        """Where a fractional pattern leaves a variable with too few others in a line."""
        for number in self._loose:
            variables = np.array([variable for variable, _ in self._system.lines[number]])
            heavy, least = weight[variables], self._minimum[number]
            total = float(heavy.sum())
            for place in np.flatnonzero(total - heavy < (least - 1) * heavy - _CLEAR):
                others = np.delete(variables, place)
                yield Cut(variables=others, shares=np.ones(len(others)), target=int(variables[place]), due=least - 1.0)
            if least > 2:  # noqa: PLR2004 - without the heaviest other one, one must be left
                yield from self._without_heaviest(variables, heavy)

    def capacities(self, weight: Floats, target: Target) -> Iterator[tuple[Cut, int | None]]:
        """Where the rest of a line cannot give what a target needs, with the insider against whom it cannot."""
        for number in self._system.lines_of[target.variable]:
            for cut, insider in self._capacity(self._system.lines[number], weight, target):
                if cut.lack(weight) > _CLEAR:
                    yield cut, insider

    def _is_loose(self, number: int, line: Line) -> bool:
        """Whether the firm variables do not already make up its number."""
        return sum(variable in self._system.firm for variable, _ in line) < self._minimum[number]

    def _without_heaviest(self, variables: Ints, heavy: Floats) -> Iterator[Cut]:
        order = np.argsort(-heavy, kind="stable")
        rest = float(heavy.sum()) - float(heavy[order[0]])
        for place in order[1:]:
            if rest - heavy[place] < heavy[place] - _CLEAR:
                others = np.delete(variables, [place, order[0]])
                yield Cut(variables=others, shares=np.ones(len(others)), target=int(variables[place]))

    def _capacity(self, line: Line, weight: Floats, target: Target) -> Iterator[tuple[Cut, int | None]]:
        own = dict(line)[target.variable]
        others = np.array([variable for variable, _ in line if variable != target.variable])
        signs = np.array([sign for variable, sign in line if variable != target.variable])
        shares = np.zeros(len(others))
        for direction, reach in target.sides:
            down = np.minimum(self._system.room[others] / reach, 1.0)
            shares = np.maximum(shares, np.where(signs * own * direction < 0, 1.0, down))
        yield _cut(others, shares, target), None
        if target.robust:
            insider = int(np.argmax(shares * weight[others]))
            shares[insider] = 0.0
            yield _cut(others, shares, target), int(others[insider])


def _cut(others: Ints, shares: Floats, target: Target) -> Cut:
    kept = shares > 0
    return Cut(variables=others[kept], shares=shares[kept], target=target.variable)
