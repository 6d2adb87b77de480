"""The solver, held to its word: one thread, no chatter, and an answer only where it says that it has one."""

from collections.abc import Sequence
from dataclasses import dataclass

import highspy
import numpy as np
from numpy.typing import NDArray

from celosia.errors import CelosiaError

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

Status = highspy.HighsModelStatus
INFINITY: float = highspy.kHighsInf

_PRIMAL_SIMPLEX = 4


class SolverError(CelosiaError):
    """The solver did not finish with an answer. Whatever was asked counts as unproven."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Sparse rows: `index[start[r]:start[r + 1]]` are the columns of row r, `value` their coefficients."""

    start: Ints
    index: Ints
    value: Floats
    columns: int

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.start) - 1


def rows(entries: Sequence[tuple[Sequence[int], Sequence[float]]], columns: int) -> Rows:
    """Rows out of pairs of columns and coefficients."""
    return Rows(
        start=np.concatenate([[0], np.cumsum([len(index) for index, _ in entries], dtype=np.int64)]).astype(np.int64),
        index=np.array([column for index, _ in entries for column in index], dtype=np.int64),
        value=np.array([one for _, values in entries for one in values], dtype=np.float64),
        columns=columns,
    )


def new_solver(matrix: Rows, cost: Floats, bounds: tuple[Floats, Floats], right: tuple[Floats, Floats]) -> highspy.Highs:
    """A solver that holds the program min cost·x, right[0] <= matrix·x <= right[1], within bounds."""
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = matrix.columns, matrix.count
    program.col_cost_ = cost
    program.col_lower_, program.col_upper_ = bounds
    program.row_lower_, program.row_upper_ = right
    program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    program.a_matrix_.start_ = matrix.start
    program.a_matrix_.index_ = matrix.index
    program.a_matrix_.value_ = matrix.value
    solver: highspy.Highs = highspy.Highs()  # type: ignore[no-untyped-call]  # highspy's own lack
    for option, value in (("output_flag", False), ("threads", 1), ("random_seed", 0)):
        _sure(solver.setOptionValue(option, value), option)
    _sure(solver.passModel(program), "passModel")
    return solver


def run(solver: highspy.Highs, *accepted: highspy.HighsModelStatus) -> highspy.HighsModelStatus:
    """Solve; the status, which is optimal or one that the caller accepts.

    Time-outs, NotSet (another library used other threads), unbounded and whatever else may come are no answers.
    """
    outcome = solver.run()
    status = solver.getModelStatus()
    if outcome == highspy.HighsStatus.kError or status not in (Status.kOptimal, *accepted):
        message = f"HiGHS ended with {solver.modelStatusToString(status)}"
        raise SolverError(message)
    return status


def columns(solver: highspy.Highs) -> Floats:
    """The values of all columns."""
    return np.array(solver.getSolution().col_value, dtype=np.float64)


def information(solver: highspy.Highs) -> highspy.HighsInfo:
    """Objective and bounds of the last answer."""
    return solver.getInfo()


def duals(solver: highspy.Highs) -> Floats:
    """The multipliers of all rows."""
    return np.array(solver.getSolution().row_dual, dtype=np.float64)


def set_bounds(solver: highspy.Highs, index: Ints, lower: Floats, upper: Floats) -> None:
    """New bounds of some columns."""
    _sure(solver.changeColsBounds(len(index), index.astype(np.int32), lower, upper), "changeColsBounds")


def set_costs(solver: highspy.Highs, index: Ints, cost: Floats) -> None:
    """New costs of some columns."""
    _sure(solver.changeColsCost(len(index), index.astype(np.int32), cost), "changeColsCost")


def set_option(solver: highspy.Highs, name: str, value: float | str) -> None:
    """An option, by the name that HiGHS gives it."""
    _sure(solver.setOptionValue(name, value), name)


def warm(solver: highspy.Highs) -> highspy.Highs:
    """Set for many questions that differ in costs and bounds: primal simplex goes on from the last answer."""
    set_option(solver, "presolve", "off")
    set_option(solver, "simplex_strategy", _PRIMAL_SIMPLEX)
    return solver


def from_scratch(solver: highspy.Highs) -> None:
    """Forget the last answer. From no deviation at all, dual simplex needs few steps for a short move."""
    set_option(solver, "presolve", "off")
    _sure(solver.clearSolver(), "clearSolver")


def integral(solver: highspy.Highs, count: int, *, wanted: bool = True) -> None:
    """Make the first `count` columns integer, or no longer so."""
    kind = np.full(count, int(wanted), dtype=np.uint8)
    _sure(solver.changeColsIntegrality(count, np.arange(count, dtype=np.int32), kind), "changeColsIntegrality")


def add_rows(solver: highspy.Highs, added: Rows, lower: Floats, upper: Floats) -> None:
    """More rows."""
    outcome = solver.addRows(
        added.count,
        lower,
        upper,
        len(added.index),
        added.start[:-1].astype(np.int32),
        added.index.astype(np.int32),
        added.value,
    )
    _sure(outcome, "addRows")


def _sure(outcome: highspy.HighsStatus, what: str) -> None:
    if outcome == highspy.HighsStatus.kError:
        message = f"HiGHS refused {what}"
        raise SolverError(message)
