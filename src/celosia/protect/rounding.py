"""Controlled rounding: every count to a neighbouring multiple of a base, so that all sums still add up and little is moved.

An integer program (Salazar-González 2006): a multiple of the base stays as it is, zero above all (zero-restricted); every other
count goes to the multiple below or above, and the sum of all changes is the least that additivity allows.
"""

import numpy as np

from celosia.disclosure.family import Family
from celosia.protect.problem import Problem
from celosia.protect.solver import (
    INFINITY,
    Floats,
    Ints,
    Rows,
    Status,
    columns,
    information,
    integral,
    new_solver,
    rows,
    run,
    set_option,
)

_CLOSE = 0.05
"""How far from the least sum of changes is near enough: the solver stops there, on a slow machine as on a fast one."""


def round_family(problem: Problem, base: int) -> tuple[int, ...] | None:
    """The rounded values; none where no neighbouring multiples add up, or none were found within the budget.

    Raises SolverError where the solver gives no clear answer.
    """
    floor, rest = np.divmod(np.array(problem.values, dtype=np.int64), base)
    matrix = _equations(problem.family)
    due = -np.add.reduceat(floor[matrix.index] * matrix.value, matrix.start[:-1])
    above = _above(problem, matrix, due, (rest, base))
    if above is None:
        return None
    values = tuple(int(value) for value in (floor + np.rint(above).astype(np.int64)) * base)
    return values if _adds_up(problem.family, values) else None


def _above(problem: Problem, matrix: Rows, due: Floats, over: tuple[Ints, int]) -> Floats | None:
    """For each count whether it goes to the multiple above. `over`: how far it is above the one below, and the base."""
    rest, base = over
    free = (rest > 0).astype(np.float64)
    solver = new_solver(matrix, (base - 2.0 * rest).astype(np.float64), (np.zeros(matrix.columns), free), (due, due))
    integral(solver, matrix.columns)
    solver.changeObjectiveOffset(float(rest.sum()))
    set_option(solver, "mip_rel_gap", _CLOSE)
    set_option(solver, "time_limit", problem.budget)
    status = run(solver, Status.kTimeLimit, Status.kInfeasible)
    if status == Status.kInfeasible or abs(information(solver).objective_function_value) >= INFINITY:
        return None
    return columns(solver)


def _equations(family: Family) -> Rows:
    entries = [([equation.total, *equation.parts], [1.0, *(-1.0 for _ in equation.parts)]) for equation in family.equations]
    return rows(entries, len(family.keys))


def _adds_up(family: Family, values: tuple[int, ...]) -> bool:
    """Whether all equations hold, in exact arithmetic."""
    return all(values[equation.total] == sum(values[part] for part in equation.parts) for equation in family.equations)
