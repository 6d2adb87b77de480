"""What single lines ask of a pattern: cuts that need no attacker, and hold most of what a pattern costs.

No hidden variable stands alone in a line, nor beside one other where an insider may know that one; and what a target needs,
the rest of each of its lines must be able to give (Fischetti and Salazar 2001, bridge-less and capacity constraints).
"""

from collections.abc import Iterable, Iterator

import numpy as np

from celosia.protect.cut import Cut
from celosia.protect.problem import Problem, line_minimum
from celosia.protect.solver import Floats, Ints, Rows, rows
from celosia.protect.system import System
from celosia.protect.target import Target

_CLEAR = 1e-4


class Numbers:
    """How many hidden variables a line with a hidden one must have."""

    def __init__(self, problem: Problem, system: System) -> None:
        self._firm = system.firm
        sensitive = [any(variable in system.primary for variable, _ in line) for line in system.lines]
        minimum = [line_minimum(problem, sensitive=one) for one in sensitive]
        lines = [[variable for variable, _ in line] for line in system.lines]
        loose = [number for number, line in enumerate(lines) if len(system.firm.intersection(line)) < minimum[number]]
        self._minimum = np.array([minimum[number] for number in loose], dtype=np.int64)
        self._lines = rows([(lines[number], [1.0] * len(lines[number])) for number in loose], system.size)

    def first(self) -> Iterator[Cut]:
        """The rule for the lines that hold firm variables: these need no fractional pattern to be broken."""
        for row, minimum in enumerate(self._minimum.tolist()):
            variables = _of(self._lines, row)
            firm = [variable for variable in variables.tolist() if variable in self._firm]
            if firm:
                yield _rest(variables, firm[:1], minimum - 1.0)

    def broken(self, weight: Floats) -> Iterator[Cut]:
        """Where a fractional pattern leaves a variable with too few others in a line, all of them or all but the heaviest."""
        if not len(self._minimum):
            return
        heavy, starts = weight[self._lines.index], self._lines.start[:-1]
        row = np.repeat(np.arange(self._lines.count), np.diff(self._lines.start))
        total, most, needed = (
            np.add.reduceat(heavy, starts)[row],
            np.maximum.reduceat(heavy, starts)[row],
            self._minimum[row] - 1.0,
        )
        for place in np.flatnonzero(total - heavy < needed * heavy - _CLEAR):
            yield _rest(_of(self._lines, row[place]), [int(self._lines.index[place])], float(needed[place]))
        alone = (needed > 1) & (heavy < most) & (total - most - heavy < heavy - _CLEAR)
        for place in np.flatnonzero(alone):
            variables = _of(self._lines, row[place])
            heaviest = int(variables[np.argmax(weight[variables])])
            yield _rest(variables, [int(self._lines.index[place]), heaviest], 1.0)


class Capacities:
    """What the rest of a line can give to a target."""

    def __init__(self, system: System, targets: Iterable[Target]) -> None:
        self._targets = [target for target in targets for _ in system.lines_of[target.variable]]
        lines = [line for target in dict.fromkeys(self._targets) for line in system.lines_of[target.variable]]
        entries = [_shares(system, target, line) for target, line in zip(self._targets, lines, strict=True)]
        self._rows = rows(entries, system.size)
        self._variables = np.array([target.variable for target in self._targets], dtype=np.int64)
        self._robust = np.array([target.robust for target in self._targets], dtype=bool)

    def broken(self, weight: Floats) -> Iterator[tuple[Cut, Target, int | None]]:
        """Where a line cannot give enough; the insider against whom it cannot, unless it cannot at all."""
        if not self._targets:
            return
        given = self._rows.value * weight[self._rows.index]
        total, most = (of.reduceat(given, self._rows.start[:-1]) for of in (np.add, np.maximum))
        due = weight[self._variables] - _CLEAR
        for row in np.flatnonzero(total - np.where(self._robust, most, 0.0) < due):
            place = slice(self._rows.start[row], self._rows.start[row + 1])
            variables, shares, target = self._rows.index[place], self._rows.value[place], self._targets[row]
            if total[row] < due[row]:
                yield Cut(variables=variables, shares=shares, target=target.variable), target, None
            else:
                known = int(np.argmax(given[place]))
                rest = Cut(variables=np.delete(variables, known), shares=np.delete(shares, known), target=target.variable)
                yield rest, target, int(variables[known])


def _shares(system: System, target: Target, number: int) -> tuple[list[int], list[float]]:
    line = system.lines[number]
    own = dict(line)[target.variable]
    others = [(variable, sign) for variable, sign in line if variable != target.variable]
    shares = [max(_share(system, one, own * sign * way, reach) for way, reach in target.sides) for one, sign in others]
    kept = [(variable, share) for (variable, _), share in zip(others, shares, strict=True) if share > 0]
    return [variable for variable, _ in kept], [share for _, share in kept]


def _share(system: System, variable: int, direction: int, reach: int) -> float:
    """What a variable can give of a reach: any of it where it must go up for that, its room where it must go down."""
    return 1.0 if direction < 0 else min(1.0, int(system.room[variable]) / reach)


def _of(lines: Rows, row: int) -> Ints:
    return lines.index[lines.start[row] : lines.start[row + 1]]


def _rest(variables: Ints, without: list[int], due: float) -> Cut:
    """The rest of a line owes something to the first of those left out."""
    others = variables[~np.isin(variables, without)]
    return Cut(variables=others, shares=np.ones(len(others)), target=without[0], due=due)
