"""What each hidden variable owes: how far an attacker must be able to think it from its value."""

from dataclasses import dataclass

from celosia.protect.problem import Problem
from celosia.protect.system import System


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """`variable` must be able to lie `up` above its value, or `down` below it (one of the two where both are given).

    `robust`: still so for one who knows the true value of any one other hidden variable.
    """

    variable: int
    up: int = 0
    down: int = 0
    robust: bool = False

    @property
    def sides(self) -> tuple[tuple[int, int], ...]:
        """Pairs of direction and distance; to reach one is enough."""
        return tuple((sign, reach) for sign, reach in ((1, self.up), (-1, self.down)) if reach)


def targets(problem: Problem, system: System, variable: int) -> tuple[Target, ...]:
    """What a variable owes once it is hidden.

    Every hidden cell is held to the rule, since nobody is told which are primary: it may not be known exactly, and nobody
    may be able to prove that it is under k. Insiders are asked about both: one who knows a small total can prove whatever
    any table shows that its parts are small, but need not know them.
    """
    if problem.levels:
        return _of_levels(problem, system, variable)
    value, room = int(system.value[variable]), int(system.room[variable])
    robust = problem.insider >= 3 and problem.insider_exact  # noqa: PLR2004 - the rule of three
    primary = variable in system.primary
    small = (Target(variable=variable, up=problem.k - value, robust=robust),) if value < problem.k else ()
    unknown = (Target(variable=variable, up=1, down=min(1, room), robust=robust),) if robust or not small else ()
    lowered = (Target(variable=variable, down=1),) if primary and room else ()
    return small if variable in system.latent else (*small, *unknown, *lowered)


def _of_levels(problem: Problem, system: System, variable: int) -> tuple[Target, ...]:
    if variable not in system.primary:
        return ()
    down, up = (max(problem.levels[cell][side] for cell in system.cells[variable]) for side in (0, 1))
    both = (Target(variable=variable, up=up), Target(variable=variable, down=min(down, int(system.room[variable]))))
    return tuple(target for target in both if target.sides)
