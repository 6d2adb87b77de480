"""A solver that does not answer, or answers nonsense, proves nothing."""

import highspy
import numpy as np
import pytest
from stating import stated

from celosia.disclosure.proof import scopes
from celosia.disclosure.siege import besiege
from celosia.disclosure.solver import Deadline, Matrix, NotProvenError, Program


class Silent(highspy.Highs):
    """Says that it has no status, as HiGHS does where another library has used more threads."""

    def getModelStatus(self) -> highspy.HighsModelStatus:  # noqa: N802 - the solver names it
        return highspy.HighsModelStatus.kNotset


class Slow(highspy.Highs):
    """Is always out of time."""

    def getModelStatus(self) -> highspy.HighsModelStatus:  # noqa: N802 - the solver names it
        return highspy.HighsModelStatus.kTimeLimit


class _Liar(highspy.Highs):
    """Calls optimal what is not even possible."""

    said = 0.0

    def getModelStatus(self) -> highspy.HighsModelStatus:  # noqa: N802 - the solver names it
        return highspy.HighsModelStatus.kOptimal

    def getSolution(self) -> highspy.HighsSolution:  # noqa: N802 - the solver names it
        solution = highspy.HighsSolution()
        solution.col_value = [self.said] * self.getNumCol()
        solution.row_dual = [0.0] * self.getNumRow()
        return solution


class Wrong(_Liar):
    said = 7.0


class Undefined(_Liar):
    said = float("nan")


BAD = [Silent, Slow, Wrong, Undefined]


def _matrix() -> Matrix:
    """x + y = 10, neither negative."""
    return Matrix(
        starts=np.array([0, 2], dtype=np.int32),
        columns=np.array([0, 1], dtype=np.int32),
        coefficients=np.ones(2),
        right=np.array([10.0]),
        lower=np.zeros(2),
        upper=np.full(2, np.inf),
    )


@pytest.mark.parametrize("integer", [False, True])
def test_a_program_gives_the_most(*, integer: bool) -> None:
    matrix = _matrix()
    answer = Program(matrix, integer=integer).maximise(matrix.limits(np.array([1.0, 0.0])), 5)
    assert answer.status == "optimal"
    assert answer.values.tolist() == [10, 0]


def test_a_program_can_be_asked_again_within_other_limits() -> None:
    matrix = _matrix()
    program, limits = Program(matrix), matrix.limits(np.array([1.0, 0.0]))
    limits.upper[0] = 4
    assert [program.maximise(limits, 5).values[0], program.maximise(matrix.limits(np.array([0.0, 1.0])), 5).values[0]] == [4, 0]


def test_a_program_without_any_table_says_so() -> None:
    matrix = _matrix()
    limits = matrix.limits(np.zeros(2))
    limits.upper[:] = 4
    assert Program(matrix).maximise(limits, 5).status == "infeasible"


def test_a_program_without_bound_proves_nothing() -> None:
    matrix = _matrix()
    free = Matrix(
        starts=matrix.starts,
        columns=matrix.columns,
        coefficients=np.array([1.0, -1.0]),
        right=matrix.right,
        lower=matrix.lower,
        upper=matrix.upper,
    )
    with pytest.raises(NotProvenError, match="Unbounded"):
        Program(free).maximise(free.limits(np.array([1.0, 0.0])), 5)


@pytest.mark.parametrize("integer", [False, True])
@pytest.mark.parametrize("engine", [Silent, Wrong, Undefined])
def test_an_answer_that_cannot_be_trusted_is_none(engine: type[highspy.Highs], *, integer: bool) -> None:
    matrix = _matrix()
    with pytest.raises(NotProvenError):
        Program(matrix, integer=integer, engine=engine).maximise(matrix.limits(np.array([1.0, 0.0])), 5)


def test_a_linear_program_that_is_out_of_time_is_no_answer() -> None:
    matrix = _matrix()
    with pytest.raises(NotProvenError, match="TimeLimit"):
        Program(matrix, engine=Slow).maximise(matrix.limits(np.array([1.0, 0.0])), 5)


@pytest.mark.parametrize("engine", BAD)
def test_with_such_a_solver_no_cell_is_safe(engine: type[highspy.Highs]) -> None:
    (scope,) = scopes(stated("t = a + b + c", "u = a + d + e", shown={"t": 60, "u": 61}))
    tables, exposures = besiege(scope, 10, Deadline.after(30), engine=engine)
    assert tables == ()
    assert {exposure.verdict for exposure in exposures} == {"unproven"}
    assert tuple(exposure.cell for exposure in exposures) == scope.component.cells


def test_a_solver_that_fails_later_leaves_the_rest_unproven() -> None:
    (scope,) = scopes(stated("t = a + b + c", "u = a + d + e", shown={"t": 60, "u": 61}))

    class Tired(highspy.Highs):
        answers = 0

        def getModelStatus(self) -> highspy.HighsModelStatus:  # noqa: N802 - the solver names it
            Tired.answers += 1
            return super().getModelStatus() if Tired.answers == 1 else highspy.HighsModelStatus.kNotset

    tables, exposures = besiege(scope, 10, Deadline.after(30), engine=Tired)
    assert len(tables) == 1
    assert {exposure.verdict for exposure in exposures} == {"unproven"}


def test_after_the_deadline_nothing_is_proven() -> None:
    assert 0 < Deadline.after(100).left(5) <= 5
    with pytest.raises(NotProvenError):
        Deadline.after(0).left()
