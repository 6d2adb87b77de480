"""What every valid pattern obeys: an inequality from the multipliers of an attack that failed to be kept from its end."""

from dataclasses import dataclass

import numpy as np

from celosia.protect.solver import Floats, Ints, columns, duals, new_solver, run, set_bounds, set_costs, warm
from celosia.protect.system import System
from celosia.protect.target import Target

_TOLERANCE = 1e-7
_DENOMINATOR = 720720
"""Multipliers are rounded to this part of one (divisible by 1 to 16): any multipliers give a valid cut, these a clean one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A target asks Σ shares·x >= due · x[target] over the others.

    A share is what a variable can give of what is due, at most all of it (Fischetti and Salazar 2001, capacity constraints).
    """

    variables: Ints
    shares: Floats
    target: int
    due: float = 1.0

    def lack(self, weight: Floats) -> float:
        """By how much a fractional pattern falls short of it."""
        return float(self.due * weight[self.target] - self.shares @ weight[self.variables])


class Cutter:
    """Finds cuts that a fractional pattern violates. It keeps its program warm from one question to the next."""

    def __init__(self, system: System, reach: int) -> None:
        self._system = system
        self._reach = float(reach)
        self._room = system.room.astype(np.float64)
        self._weight = np.zeros(system.size)
        self._bounds = (np.zeros(system.size), np.zeros(system.size))
        zero, none = np.zeros(system.matrix.count), np.zeros(system.size)
        self._program = warm(new_solver(system.matrix, none, (none, none), (zero, zero)))

    def weigh(self, weight: Floats) -> None:
        """Judge the fractional pattern `weight` from now on.

        No deviation counts beyond what is ever due, which finds more cuts. Those found are valid without that.
        """
        self._weight = weight
        self._bounds = (-np.minimum(self._room, self._reach) * weight, self._reach * weight)
        set_bounds(self._program, np.arange(self._system.size), *self._bounds)

    def cut(self, target: Target, excluded: int | None) -> Cut | None:
        """A cut for a target, `excluded` known to the attacker; none where he can be kept from knowing more."""
        shares = np.zeros(self._system.size)
        for sign, reach in target.sides:
            side = self._shares(target.variable, sign * reach, excluded)
            if side is None:
                return None
            shares = np.maximum(shares, side)
        variables = np.flatnonzero(shares)
        return Cut(variables=variables, shares=shares[variables], target=target.variable)

    def _shares(self, variable: int, step: int, excluded: int | None) -> Floats | None:
        program, due = self._program, step * float(self._weight[variable])
        bounded = np.array([variable] if excluded is None else [variable, excluded])
        ends = np.array([due, 0.0][: len(bounded)])
        set_bounds(program, bounded, np.minimum(ends, 0.0), np.maximum(ends, 0.0))
        set_costs(program, bounded[:1], np.array([-1.0 if step > 0 else 1.0]))
        run(program)
        short = abs(columns(program)[variable]) < abs(due) - _TOLERANCE
        multipliers = duals(program)
        set_costs(program, bounded[:1], np.zeros(1))
        set_bounds(program, bounded, self._bounds[0][bounded], self._bounds[1][bounded])
        return self._consequence(multipliers, variable, step, excluded) if short else None

    def _consequence(self, multipliers: Floats, variable: int, step: int, excluded: int | None) -> Floats | None:
        """The multipliers make of all lines one: step·y[variable] = Σ c·y. A y has at most its room downwards, any upwards."""
        matrix, whole = self._system.matrix, np.rint(multipliers * _DENOMINATOR)
        weight = np.bincount(
            matrix.index, weights=np.repeat(whole, np.diff(matrix.start)) * matrix.value, minlength=matrix.columns
        )
        if not weight[variable]:
            return None
        coefficient = -weight / weight[variable] * np.sign(step)
        coefficient[[variable] if excluded is None else [variable, excluded]] = 0.0
        down = np.minimum(-coefficient * self._room / abs(step), 1.0)
        shares: Floats = np.where(coefficient > 0, 1.0, np.where(coefficient < 0, down, 0.0))
        return shares
