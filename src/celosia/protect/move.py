"""Proof that a hidden variable may have another value: another table, in integers, that fits all that is shown.

A table is told by its deviations from the true one: they sum up to zero along each line, are zero where a cell is shown, and
leave no count below what the attacker knows (Fischetti and Salazar 2001, section 3).
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

import highspy
import numpy as np

from celosia.protect.solver import (
    INFINITY,
    Floats,
    Rows,
    Status,
    columns,
    from_scratch,
    integral,
    new_solver,
    run,
    set_bounds,
    set_costs,
)
from celosia.protect.system import System
from celosia.protect.target import Target

_INTEGRAL = 1e-6
_REWARD = 1e6
_AVOIDED = 64.0


@dataclass(frozen=True, kw_only=True)
class Move:
    """Pairs of a variable and by how much it deviates."""

    steps: tuple[tuple[int, int], ...]

    @cached_property
    def support(self) -> frozenset[int]:
        """The variables that deviate."""
        return frozenset(variable for variable, _ in self.steps)


class Mover:
    """Finds moves within a pattern."""

    def __init__(self, system: System) -> None:
        self._system = system
        self._hidden: frozenset[int] = frozenset()
        self._upper = np.zeros(2 * system.size)
        self._price = np.ones(2 * system.size)
        self._program = _both_ways(system)

    def priced(self, price: Floats) -> None:
        """What each variable costs to touch from now on; short moves cost little."""
        self._price = np.concatenate([price, price])
        set_costs(self._program, np.arange(len(self._price)), self._price)

    def within(self, hidden: Iterable[int]) -> None:
        """Only what is `hidden` may deviate from now on."""
        size = self._system.size
        self._hidden = frozenset(hidden)
        mask = np.zeros(size, dtype=bool)
        mask[sorted(self._hidden)] = True
        self._upper = np.concatenate([np.where(mask, INFINITY, 0.0), np.where(mask, self._system.room, 0.0)])
        set_bounds(self._program, np.arange(2 * size), np.zeros(2 * size), self._upper)

    def move(self, target: Target, excluded: int | None, avoided: AbstractSet[int] = frozenset()) -> Move | None:
        """A short move that meets the target without `excluded` and with few of `avoided`; none if none was found."""
        found = (self._short(target.variable, sign * reach, excluded, avoided) for sign, reach in target.sides)
        return next((move for move in found if move), None)

    def integer_move(self, target: Target, excluded: int | None) -> Move | None:
        """Any move that meets the target without `excluded`; none if there is none: the last word, and the slowest."""
        found = (self._integer(target.variable, sign * reach, excluded) for sign, reach in target.sides)
        return next((move for move in found if move), None)

    def _short(self, variable: int, step: int, excluded: int | None, avoided: AbstractSet[int]) -> Move | None:
        size, program = self._system.size, self._program
        own, other = (variable, size + variable) if step > 0 else (size + variable, variable)
        limits = {own: float(abs(step)), other: 0.0}
        if excluded is not None:
            limits |= {excluded: 0.0, size + excluded: 0.0}
        costs = {place: _AVOIDED for one in avoided for place in (one, size + one)} | {own: -_REWARD}
        bounded, priced = np.array(sorted(limits)), np.array(sorted(costs))
        set_bounds(program, bounded, np.zeros(len(bounded)), np.array([limits[place] for place in sorted(limits)]))
        set_costs(program, priced, np.array([costs[place] for place in sorted(costs)]))
        from_scratch(program)
        run(program)
        both = columns(program)
        set_costs(program, priced, self._price[priced])
        set_bounds(program, bounded, np.zeros(len(bounded)), self._upper[bounded])
        deviations = both[:size] - both[size:]
        if abs(deviations[variable]) < abs(step) - _INTEGRAL:
            return None
        return self._checked(deviations, variable, step) or self._integer(variable, step, excluded)

    def _integer(self, variable: int, step: int, excluded: int | None) -> Move | None:
        """An integer program without an objective: the first answer will do."""
        free = np.array(sorted(self._hidden - {excluded}), dtype=np.int64)
        lower, upper = -self._system.room[free].astype(np.float64), np.full(len(free), INFINITY)
        lower[free == variable] = upper[free == variable] = step
        matrix = _restricted(self._system.matrix, free)
        zero = np.zeros(matrix.count)
        program = new_solver(matrix, np.zeros(len(free)), (lower, upper), (zero, zero))
        integral(program, len(free))
        if run(program, Status.kInfeasible) == Status.kInfeasible:
            return None
        deviations = np.zeros(self._system.size)
        deviations[free] = columns(program)
        return self._checked(deviations, variable, step)

    def _checked(self, deviations: Floats, variable: int, step: int) -> Move | None:
        whole = np.rint(deviations)
        if np.abs(whole - deviations).max() > _INTEGRAL:
            return None
        move = Move(steps=tuple((int(one), int(whole[one])) for one in np.flatnonzero(whole)))
        return move if _reaches(move, variable, step) and fits(self._system, move, self._hidden) else None


def fits(system: System, move: Move, hidden: AbstractSet[int]) -> bool:
    """Whether the moved table fits all that is shown, in exact arithmetic."""
    steps = dict(move.steps)
    if not (move.support <= hidden and all(step >= -int(system.room[variable]) for variable, step in move.steps)):
        return False
    touched = {line for variable in steps for line in system.lines_of[variable]}
    return not any(sum(sign * steps.get(variable, 0) for variable, sign in system.lines[line]) for line in touched)


def meets(move: Move, target: Target) -> bool:
    """Whether a move proves what the target asks, insiders aside."""
    return any(_reaches(move, target.variable, sign * reach) for sign, reach in target.sides)


def _reaches(move: Move, variable: int, step: int) -> bool:
    done = dict(move.steps).get(variable, 0)
    return done >= step if step > 0 else done <= step


def _both_ways(system: System) -> highspy.Highs:
    """The least Σ|y| over the moves: each variable as a way up and a way down."""
    size, matrix = system.size, system.matrix
    ways = Rows(
        start=2 * matrix.start,
        index=np.concatenate([matrix.index, matrix.index + size]),
        value=np.concatenate([matrix.value, -matrix.value]),
        columns=2 * size,
    )
    order = np.argsort(np.tile(np.repeat(np.arange(matrix.count), np.diff(matrix.start)), 2), kind="stable")
    ways = Rows(start=ways.start, index=ways.index[order], value=ways.value[order], columns=ways.columns)
    zero, none = np.zeros(matrix.count), np.zeros(2 * size)
    return new_solver(ways, np.ones(2 * size), (none, none), (zero, zero))


def _restricted(matrix: Rows, kept: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Rows:
    at = np.full(matrix.columns, -1)
    at[kept] = np.arange(len(kept))
    inside = at[matrix.index] >= 0
    counts = np.add.reduceat(inside.astype(np.int64), matrix.start[:-1])
    counts = counts[counts > 0]
    start = np.concatenate([[0], np.cumsum(counts)])
    return Rows(start=start, index=at[matrix.index[inside]], value=matrix.value[inside], columns=len(kept))
