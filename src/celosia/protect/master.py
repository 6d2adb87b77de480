"""The cheapest pattern that obeys all cuts so far: an integer program that grows (Fischetti and Salazar 2001, section 4)."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from celosia.protect.cut import Cut
from celosia.protect.solver import (
    INFINITY,
    Floats,
    Status,
    add_rows,
    columns,
    integral,
    new_solver,
    rows,
    run,
    set_option,
)
from celosia.protect.system import System


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A pattern that obeys the cuts, and what no pattern that obeys them can undercut. No pattern where time ran out."""

    hidden: frozenset[int] | None
    bound: float


class Master:
    """The program over all patterns of a system."""

    def __init__(self, system: System) -> None:
        self._system = system
        firm = np.array([float(variable in system.firm) for variable in range(system.size)])
        cost = np.where(firm > 0, 0.0, system.cost.astype(np.float64))
        none = np.zeros(0)
        self._program = new_solver(rows([], system.size), cost, (firm, np.ones(system.size)), (none, none))
        set_option(self._program, "mip_rel_gap", 0.0)
        set_option(self._program, "mip_abs_gap", 0.999)

    def add(self, cuts: Iterable[Cut]) -> int:
        """Obey more cuts; how many there were."""
        added = list(cuts)
        if added:
            entries, due = zip(*(self._row(cut) for cut in added), strict=True)
            add_rows(self._program, rows(entries, self._system.size), np.array(due), np.full(len(added), INFINITY))
        return len(added)

    def _row(self, cut: Cut) -> tuple[tuple[list[int], list[float]], float]:
        variables, shares = cut.variables.tolist(), cut.shares.tolist()
        if cut.target in self._system.firm:
            return (variables, shares), cut.due
        return ([*variables, cut.target], [*shares, -cut.due]), 0.0

    def relaxed(self) -> tuple[Floats, float]:
        """The cheapest fractional pattern, and its cost."""
        integral(self._program, self._system.size, wanted=False)
        run(self._program)
        return np.clip(columns(self._program), 0.0, 1.0), float(self._program.getInfo().objective_function_value)

    def whole(self, seconds: float, gap: float = 0.0) -> Answer:
        """The cheapest pattern, to within `gap`."""
        integral(self._program, self._system.size)
        set_option(self._program, "time_limit", self._program.getRunTime() + max(seconds, 0.1))
        set_option(self._program, "mip_rel_gap", gap)
        status = run(self._program, Status.kTimeLimit)
        set_option(self._program, "time_limit", INFINITY)
        information = self._program.getInfo()
        bound = float(information.mip_dual_bound)
        if status == Status.kTimeLimit and not np.isfinite(information.objective_function_value):
            return Answer(hidden=None, bound=bound)
        return Answer(hidden=frozenset(np.flatnonzero(columns(self._program) > 0.5).tolist()), bound=bound)  # noqa: PLR2004
