"""Which figures of a family are hidden: the pattern of the last release where it still protects, else a new one. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from celosia.protect.case import Case
from celosia.protect.gate import exposures
from celosia.protect.pattern import find_pattern
from celosia.protect.primary import primaries
from celosia.protect.problem import Pattern, Problem, default_costs
from celosia.protect.solver import SolverError

Reason = Literal["refused-too-many-dimensions", "refused-unprotectable", "refused-loss", "refused-not-proven"]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Suppressed:
    """The positions that are hidden. `gap`: how far from the least loss at most; none where an accepted pattern was kept."""

    hidden: frozenset[int]
    gap: float | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Failed:
    """Why the family cannot be published as planned, and the positions that it hangs on; `loss` tells worse from bad."""

    reason: Reason
    cells: frozenset[int]
    loss: float = 0.0


def suppress(case: Case) -> Suppressed | Failed:
    """Protect a family, or say why not. Never anything that the gate has not let through."""
    crossed = _too_many_dimensions(case)
    if crossed:
        return Failed(reason="refused-too-many-dimensions", cells=crossed)
    primary = frozenset() if case.k is None else primaries(case.confidential, case.plan, case.k) - case.earlier.fixed
    kept = _kept(case, primary)
    if kept is not None and not exposures(case, kept):
        return _within_loss(case, Suppressed(hidden=kept, gap=None))
    nothing: frozenset[int] = frozenset()
    if not primary and not case.earlier.sealed & case.confidential.published and not exposures(case, nothing):
        return Suppressed(hidden=nothing, gap=0.0)
    try:
        pattern = find_pattern(_problem(case, primary))
    except SolverError:
        return Failed(reason="refused-not-proven", cells=primary)
    if pattern.status == "refused":
        return Failed(reason="refused-unprotectable", cells=frozenset(pattern.unprotectable) or primary)
    return _judged(case, pattern)


def loss(case: Case, hidden: frozenset[int]) -> float:
    """The largest share of a table's figures that is hidden."""
    return max((share for share, _ in _losses(case, hidden)), default=0.0)


def _losses(case: Case, hidden: frozenset[int]) -> Iterator[tuple[float, frozenset[int]]]:
    for table in case.confidential.tables:
        cells = frozenset(cell for _, cell in table.rows) - case.confidential.impossible
        yield len(cells & hidden) / max(1, len(cells)), cells


def _judged(case: Case, pattern: Pattern) -> Suppressed | Failed:
    hidden = (pattern.hidden | case.earlier.sealed) & case.confidential.published
    exposed = exposures(case, hidden)
    if exposed:
        return Failed(reason="refused-not-proven", cells=frozenset(exposure.cell for exposure in exposed))
    return _within_loss(case, Suppressed(hidden=hidden, gap=pattern.gap))


def _within_loss(case: Case, found: Suppressed) -> Suppressed | Failed:
    lost = [(share, cells) for share, cells in _losses(case, found.hidden) if share > case.policy.loss]
    if not lost:
        return found
    cells = frozenset(cell for _, table in lost for cell in table)
    return Failed(reason="refused-loss", cells=cells & found.hidden, loss=sum(share for share, _ in lost))


def _kept(case: Case, primary: frozenset[int]) -> frozenset[int] | None:
    """The last release's pattern, where it hides every sensitive figure of today's tables and there are no new ones."""
    published = case.confidential.published
    kept = (case.earlier.pattern | case.earlier.sealed) & published
    if not published <= case.earlier.seen | case.confidential.impossible or not primary & published <= kept:
        return None
    return kept


def _problem(case: Case, primary: frozenset[int]) -> Problem:
    confidential = case.confidential
    free = case.unseen | case.earlier.sealed
    costs = default_costs(confidential.family, confidential.values)
    return Problem(
        family=confidential.family,
        values=confidential.values,
        primary=primary,
        fixed=case.earlier.fixed,
        impossible=confidential.impossible,
        latent=case.unseen,
        cost=tuple(0 if cell in free else cost for cell, cost in enumerate(costs)),
        k=case.k or 1,
        zeros=case.policy.zeros,
        insider=case.policy.insider,
        budget=case.budget,
    )


def _too_many_dimensions(case: Case) -> frozenset[int]:
    """Rule R5: persons are not crossed by more than so many dimensions, time and fixed codes included."""
    if case.k is None:
        return frozenset()
    planned = ((table, table.source.planned) for table in case.confidential.tables)
    wide = [table for table, plan in planned if len(plan.dimensions) + len(plan.fixed) > case.policy.dimensions]
    return frozenset(cell for table in wide for _, cell in table.rows)
