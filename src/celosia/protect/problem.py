"""What is to be protected and at what price, and the pattern of hidden cells that does it."""

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass, field
from math import log2
from typing import Literal

from celosia.disclosure.family import Family
from celosia.model.policy import ZeroPolicy

Status = Literal["optimal", "bounded", "refused"]

_SCALE = 16
_TOTAL_WEIGHT = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A family with its true values, and what the rules ask of it; positions are those of `family.keys`.

    `primary` must be hidden, `fixed` were published earlier and cannot be, `impossible` are structural zeros, which
    everybody knows. `latent` cells never stand in a table: nobody sees them, and only to prove that one counts fewer than
    `k` is a fault. `cost` is what it costs to hide each cell, `budget` the seconds after which a good pattern will do.

    `insider` is the least number of hidden cells in a line that holds a sensitive one. With `insider_exact` (and `insider`
    of 3 or more) nobody who knows the true value of one hidden cell can learn another: that is what the number is for, and
    the number alone does not give it.

    `levels` replaces the rule of `k` by the requirement of other tools, for a fair comparison: how far below and above its
    value each primary cell must be able to lie; nothing is then asked of other cells. `lower` replaces what the zero policy
    tells an attacker about hidden cells (at least 1 where zeros are always shown).
    """

    family: Family
    values: tuple[int, ...] = field(repr=False)
    primary: frozenset[int] = field(repr=False)
    cost: tuple[int, ...] = field(repr=False)
    k: int
    fixed: frozenset[int] = frozenset()
    impossible: frozenset[int] = frozenset()
    latent: frozenset[int] = frozenset()
    zeros: ZeroPolicy = "hideable"
    insider: int = 3
    insider_exact: bool = True
    budget: float = 60.0
    levels: tuple[tuple[int, int], ...] = field(default=(), repr=False)
    lower: tuple[int, ...] = field(default=(), repr=False)

    @property
    def bounds(self) -> tuple[int, ...]:
        """The least that an attacker takes each hidden cell to be."""
        return self.lower or (int(self.zeros == "shown"),) * len(self.values)

    @property
    def eligible(self) -> frozenset[int]:
        """The cells that may be hidden."""
        out = self.fixed | self.impossible
        return frozenset(
            cell
            for cell, (value, least) in enumerate(zip(self.values, self.bounds, strict=True))
            if cell not in out and value >= least
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """Which cells to hide: the primary ones and their complements, not told apart.

    `cost` is that of the complements, `bound` what no valid pattern can undercut, `gap` their distance as a share of `cost`.
    `optimal`: proven; `bounded`: valid, the budget ended first; `refused`: there is no valid pattern, and `unprotectable`
    are the primary cells that stay open even when all that may be hidden is hidden.
    """

    _: KW_ONLY
    status: Status
    hidden: frozenset[int] = field(default=frozenset(), repr=False)
    cost: int = 0
    bound: int = 0
    unprotectable: tuple[int, ...] = field(default=(), repr=False)

    @property
    def gap(self) -> float:
        """How far from the optimum the cost may be, at most."""
        return (self.cost - self.bound) / self.cost if self.cost else 0.0


def line_minimum(problem: Problem, *, sensitive: bool) -> int:
    """The least number of hidden cells in a line that holds one. `sensitive`: a primary cell stands in the line."""
    if problem.levels or problem.insider <= 2:  # noqa: PLR2004 - one hidden cell alone in a line is no secret
        return 2
    return problem.insider if sensitive or problem.insider_exact else 2


def default_costs(family: Family, values: Sequence[int]) -> tuple[int, ...]:
    """What it costs to hide each cell: large counts cost more, but only by their logarithm; totals four times that.

    >>> from celosia.disclosure.family import Equation
    >>> line = Equation(total=0, parts=(1, 2), line="all")
    >>> family = Family(unit="persons", population="p", keys=((), (("d", "a"),), (("d", "b"),)), equations=(line,))
    >>> default_costs(family, (7, 0, 7))
    (256, 16, 64)
    """
    totals = {equation.total for equation in family.equations}
    return tuple(
        round(_SCALE * (log2(1 + value) + 1)) * (_TOTAL_WEIGHT if cell in totals else 1) for cell, value in enumerate(values)
    )
