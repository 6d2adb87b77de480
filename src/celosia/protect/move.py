"""Proof that a hidden variable may have another value: another table, in integers, that fits all that is shown.

A table is told by its deviations from the true one: they sum up to zero along each line, are zero where a cell is shown, and
leave no count below what the attacker knows (Fischetti and Salazar 2001, section 3).
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from celosia.protect.solver import (
    INFINITY,
    Floats,
    Ints,
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
_ATTEMPTS = 6


@dataclass(frozen=True, kw_only=True)
class Move:
    """Pairs of a variable and by how much it deviates."""

    steps: tuple[tuple[int, int], ...]

    @cached_property
    def by(self) -> Mapping[int, int]:
        """How much each variable deviates."""
        return dict(self.steps)

    @cached_property
    def support(self) -> frozenset[int]:
        """The variables that deviate."""
        return frozenset(self.by)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """Whether a variable can deviate by a step, without another one."""

    variable: int
    step: int
    excluded: int | None


class Mover:
    """Finds moves within a pattern."""

    def __init__(self, system: System, price: Floats | None = None) -> None:
        """`price`: what it costs to touch each variable; short moves cost little. Without it, all cost the same."""
        self._system = system
        self._price = np.ones(system.size) if price is None else price
        self.within(())

    def within(self, hidden: Iterable[int]) -> None:
        """Only what is `hidden` may deviate from now on."""
        self._hidden = frozenset(hidden)
        self._free = np.array(sorted(self._hidden), dtype=np.int64)
        self._at = {variable: place for place, variable in enumerate(self._free.tolist())}
        self._matrix = _restricted(self._system.matrix, self._free)
        self._room = self._system.room[self._free].astype(np.float64)
        price = self._price[self._free]
        self._both = np.concatenate([price, price])
        self._upper = np.concatenate([np.full(len(self._free), INFINITY), self._room])
        zero = np.zeros(self._matrix.count)
        self._program = new_solver(_both_ways(self._matrix), self._both, (0.0 * self._both, self._upper), (zero, zero))

    def move(self, target: Target, excluded: int | None, avoided: AbstractSet[int] = frozenset()) -> Move | None:
        """A short move that meets the target without `excluded` and with few of `avoided`; none if none was found."""
        found = (self._one(target.variable, sign * reach, excluded, avoided) for sign, reach in target.sides)
        return next((move for move in found if move), None)

    def integer_move(self, target: Target, excluded: int | None) -> Move | None:
        """Any move that meets the target without `excluded`; none if there is none: the last word, and the slowest."""
        found = (self._integer(target.variable, sign * reach, excluded) for sign, reach in target.sides)
        return next((move for move in found if move), None)

    def _one(self, variable: int, step: int, excluded: int | None, avoided: AbstractSet[int]) -> Move | None:
        """Most shortest moves are integers; of those that are not, most are when the step is longer or the way another."""
        for attempt in range(_ATTEMPTS):
            longer = step + attempt if step > 0 else max(step - attempt, -int(self._room[self._at[variable]]))
            deviations = self._short(_Question(variable=variable, step=longer, excluded=excluded), avoided, attempt)
            if abs(deviations[self._at[variable]]) < abs(step) - _INTEGRAL:
                return None
            move = self._checked(deviations, variable, step)
            if move is not None:
                return move
        return self._integer(variable, step, excluded)

    def _short(self, asked: _Question, avoided: AbstractSet[int], attempt: int) -> Floats:
        """The deviations, possibly fractional, that come nearest to a step and touch least: at other prices in each attempt."""
        at, size, program = self._at, len(self._free), self._program
        own, other = at[asked.variable], size + at[asked.variable]
        lower, upper, price = np.zeros(2 * size), self._upper.copy(), self._both * (1.0 + attempt * _noise(2 * size))
        for place in avoided:
            price[[at[place], size + at[place]]] *= _AVOIDED
        upper[[own, other]] = (asked.step, 0) if asked.step > 0 else (0, -asked.step)
        price[own if asked.step > 0 else other] = -_REWARD
        if asked.excluded in at:
            upper[[at[asked.excluded], size + at[asked.excluded]]] = 0.0
        everything = np.arange(2 * size)
        set_bounds(program, everything, lower, upper)
        set_costs(program, everything, price)
        from_scratch(program)
        run(program)
        both = columns(program)
        deviations: Floats = both[:size] - both[size:]
        return deviations

    def _integer(self, variable: int, step: int, excluded: int | None) -> Move | None:
        """An integer program without an objective: the first answer will do."""
        size, matrix = len(self._free), self._matrix
        lower, upper = -self._room, np.full(size, INFINITY)
        (lower if step > 0 else upper)[self._at[variable]] = step
        if excluded in self._at:
            lower[self._at[excluded]] = upper[self._at[excluded]] = 0
        zero = np.zeros(matrix.count)
        program = new_solver(matrix, np.zeros(size), (lower, upper), (zero, zero))
        integral(program, size)
        if run(program, Status.kInfeasible) == Status.kInfeasible:
            return None
        return self._checked(columns(program), variable, step)

    def _checked(self, deviations: Floats, variable: int, step: int) -> Move | None:
        whole = np.rint(deviations)
        if np.abs(whole - deviations).max() > _INTEGRAL or abs(whole[self._at[variable]]) < abs(step):
            return None
        places = np.flatnonzero(whole)
        move = Move(steps=tuple(zip(self._free[places].tolist(), whole[places].astype(np.int64).tolist(), strict=True)))
        return move if fits(self._system, move, self._hidden) else None


def fits(system: System, move: Move, hidden: AbstractSet[int]) -> bool:
    """Whether the moved table fits all that is shown, in exact arithmetic."""
    if not (move.support <= hidden and all(step >= -int(system.room[variable]) for variable, step in move.steps)):
        return False
    touched = {line for variable in move.by for line in system.lines_of[variable]}
    return not any(sum(sign * move.by.get(variable, 0) for variable, sign in system.lines[line]) for line in touched)


def meets(move: Move, target: Target) -> bool:
    """Whether a move proves what the target asks, insiders aside."""
    step = move.by.get(target.variable, 0)
    return (0 < target.up <= step) or (0 < target.down <= -step)


def _noise(count: int) -> Floats:
    """Numbers between 0 and 1 that look random and are the same everywhere (multiples of the golden ratio)."""
    noise: Floats = np.mod(np.arange(1, count + 1) * 0.6180339887498949, 1.0)
    return noise


def _both_ways(matrix: Rows) -> Rows:
    """Each variable as a way up and a way down."""
    order = np.argsort(np.tile(np.repeat(np.arange(matrix.count), np.diff(matrix.start)), 2), kind="stable")
    index = np.concatenate([matrix.index, matrix.index + matrix.columns])[order]
    value = np.concatenate([matrix.value, -matrix.value])[order]
    return Rows(start=2 * matrix.start, index=index, value=value, columns=2 * matrix.columns)


def _restricted(matrix: Rows, kept: Ints) -> Rows:
    at = np.full(matrix.columns, -1)
    at[kept] = np.arange(len(kept))
    inside = at[matrix.index] >= 0
    counts = np.add.reduceat(inside.astype(np.int64), matrix.start[:-1])
    counts = counts[counts > 0]
    start = np.concatenate([[0], np.cumsum(counts)])
    return Rows(start=start, index=at[matrix.index[inside]], value=matrix.value[inside], columns=len(kept))
