"""Linear and integer programs that fail closed: what HiGHS says is believed only with its status and its residuals checked.

The one owner of highspy on the attacker's side. One thread, no presolve, and primal simplex: after a change of objective
the last vertex is still feasible, so each program starts where the one before it ended.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from time import monotonic
from typing import Literal

import highspy
import numpy as np
from numpy.typing import NDArray

from celosia.errors import CelosiaError

Floats = NDArray[np.float64]

_RESIDUAL = 1e-6
_PRIMAL_SIMPLEX = 4
_STATUS = highspy.HighsModelStatus


class NotProvenError(CelosiaError):
    """The solver gave no answer that can be trusted: a time-out, an unset status, not-a-number, rows that do not hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What is pushed, and how far each column may go."""

    cost: Floats
    lower: Floats
    upper: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Rows of equal columns, `rows @ x = right`, in compressed form, and the bounds of the columns."""

    starts: NDArray[np.int32]
    columns: NDArray[np.int32]
    coefficients: Floats
    right: Floats
    lower: Floats
    upper: Floats

    def limits(self, cost: Floats) -> Limits:
        """The bounds of the columns, as copies that may be narrowed."""
        return Limits(cost=cost, lower=self.lower.copy(), upper=self.upper.copy())

    def residual(self, values: Floats) -> float:
        """How far `values` are from obeying the rows and the bounds."""
        sums = np.zeros(len(self.right))
        np.add.at(sums, np.repeat(np.arange(len(self.right)), np.diff(self.starts)), self.coefficients * values[self.columns])
        parts = (np.abs(sums - self.right), self.lower - values, values - self.upper)
        return max((float(part.max()) for part in parts if part.size), default=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a program gave. `values` and `duals` are empty where it is infeasible; a program of integers has no duals.

    `feasible` is an integer table found before the time ran out: a witness like any other, proof of no bound.
    """

    status: Literal["optimal", "infeasible", "feasible"]
    values: Floats
    duals: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A moment after which nothing more is proven."""

    moment: float

    @classmethod
    def after(cls, seconds: float) -> "Deadline":
        """`seconds` from now."""
        return cls(moment=monotonic() + seconds)

    def left(self, most: float = float("inf")) -> float:
        """Seconds that are left, `most` of them. Raises `NotProvenError` where none are."""
        seconds = min(self.moment - monotonic(), most)
        if seconds <= 0:
            message = "out of time"
            raise NotProvenError(message)
        return seconds


class Program:
    """A program over a matrix, kept warm from one objective to the next. `engine` makes the solver."""

    def __init__(self, matrix: Matrix, *, integer: bool = False, engine: Callable[[], highspy.Highs] = highspy.Highs) -> None:
        _one_thread()
        self.matrix = matrix
        self._integer = integer
        self._highs = engine()
        for option, value in _options(integer=integer):
            self._highs.setOptionValue(option, value)
        self._highs.passModel(_model(matrix, integer=integer))

    def maximise(self, limits: Limits, seconds: float, *, gap: float = 0.0) -> Answer:
        """The values within limits that make `cost @ x` greatest. Raises `NotProvenError` unless the answer can be trusted."""
        size = len(limits.cost)
        every = np.arange(size, dtype=np.int32)
        self._highs.changeColsBounds(size, every, limits.lower, limits.upper)
        self._highs.changeColsCost(size, every, -limits.cost)
        self._highs.setOptionValue("time_limit", self._highs.getRunTime() + seconds)
        if self._integer:
            self._highs.setOptionValue("mip_rel_gap", gap)
        self._highs.run()
        return self._answer()

    def _answer(self) -> Answer:
        status = self._highs.getModelStatus()
        nothing = np.empty(0)
        if status == _STATUS.kInfeasible:
            return Answer(status="infeasible", values=nothing, duals=nothing)
        solution = self._highs.getSolution()
        values, duals = np.array(solution.col_value), -np.array(solution.row_dual)
        if status == _STATUS.kOptimal:
            return Answer(status="optimal", values=self._checked(values), duals=nothing if self._integer else _finite(duals))
        if status == _STATUS.kTimeLimit and self._integer and solution.value_valid:
            return Answer(status="feasible", values=self._checked(values), duals=nothing)
        raise NotProvenError(str(status))

    def _checked(self, values: Floats) -> Floats:
        if len(values) != len(self.matrix.lower) or self.matrix.residual(_finite(values)) > _RESIDUAL:
            message = "the rows do not hold"
            raise NotProvenError(message)
        return values


def _finite(values: Floats) -> Floats:
    if not np.isfinite(values).all():
        message = "not a number"
        raise NotProvenError(message)
    return values


@cache
def _one_thread() -> None:
    """Without this HiGHS answers NotSet where another library has used another number of threads before."""
    highspy.Highs.resetGlobalScheduler(True)


def _options(*, integer: bool) -> tuple[tuple[str, bool | int | float | str], ...]:
    common = (("output_flag", False), ("threads", 1), ("parallel", "off"), ("random_seed", 0))
    if integer:
        return (*common, ("mip_feasibility_tolerance", 1e-7))
    return (*common, ("presolve", "off"), ("solver", "simplex"), ("simplex_strategy", _PRIMAL_SIMPLEX))


def _model(matrix: Matrix, *, integer: bool) -> highspy.HighsLp:
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(matrix.lower), len(matrix.right)
    model.col_cost_ = np.zeros(len(matrix.lower))
    model.col_lower_, model.col_upper_ = matrix.lower, matrix.upper
    model.row_lower_ = model.row_upper_ = matrix.right
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_, model.a_matrix_.index_ = matrix.starts, matrix.columns
    model.a_matrix_.value_ = matrix.coefficients
    if integer:
        model.integrality_ = [highspy.HighsVarType.kInteger] * len(matrix.lower)
    return model
