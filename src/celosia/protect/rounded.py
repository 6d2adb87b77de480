"""Controlled rounding, the other method: every figure to a multiple of a base, and all sums still add up. Pure."""

from dataclasses import replace

from celosia.disclosure import Knowledge
from celosia.disclosure.attack import attack
from celosia.disclosure.exposure import Exposure
from celosia.protect.case import Case
from celosia.protect.gate import knowledge
from celosia.protect.problem import Problem, default_costs

BASE = 10


def rounded(case: Case, base: int) -> tuple[int, ...] | None:
    """The rounded values by position; none where no rounding adds up within the budget, or where the attacker finds a cell."""
    confidential = case.confidential
    problem = Problem(
        family=confidential.family,
        values=confidential.values,
        primary=frozenset(),
        impossible=confidential.impossible,
        cost=default_costs(confidential.family, confidential.values),
        k=case.k or 1,
        budget=case.budget,
    )
    from celosia.protect.rounding import round_family  # noqa: PLC0415

    values = round_family(problem, base)
    return None if values is None or _exposed(case, values, base) else values


def _exposed(case: Case, values: tuple[int, ...], base: int) -> tuple[Exposure, ...]:
    """What the attacker finds who knows the base: a figure between 0 and base − 1 that may be 0 is what rounding promises."""
    found = attack(_known(case, values, base), case.k, insider=1)
    return tuple(exposure for exposure in found if exposure.verdict != "under-threshold" or exposure.low != 0)


def _known(case: Case, values: tuple[int, ...], base: int) -> Knowledge:
    unseen = case.unseen | case.confidential.impossible
    cells = range(len(values))
    return replace(
        knowledge(case, frozenset(cells)),
        lower=tuple(0 if cell in unseen else max(0, values[cell] - base + 1) for cell in cells),
        upper=tuple(None if cell in unseen else values[cell] + base - 1 for cell in cells),
    )
