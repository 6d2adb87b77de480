"""The attack on a family of published tables: every hidden cell that somebody can find out, or that is not proven safe.

An attacker, not a believer: all that is not proven safe by verified tables of whole numbers is an exposure.
"""

from celosia.disclosure.exposure import VERDICTS, Exposure
from celosia.disclosure.family import Knowledge
from celosia.disclosure.insider import Suspicion, insiders
from celosia.disclosure.proof import prove
from celosia.disclosure.solver import Deadline


def attack(
    knowledge: Knowledge, k: int | None, *, insider: int = 3, truth: tuple[int, ...] | None = None, budget: float = 60.0
) -> tuple[Exposure, ...]:
    """One exposure for each hidden cell that is not proven safe, in the order of cells; nothing at all where all are safe.

    `k` is the threshold; with none, only exact knowledge is judged. `insider` is the least number of hidden cells in a line
    that may hold a small one (1 or 2 turn the rule off). `truth`, all values of the family in its order, makes the insider's
    attack exact: each hidden cell at its true value against each cell of 1 to k−1; without it (whoever audits has none) the
    shape alone is judged, and any hidden cell that may be small counts as one. `budget` is in seconds: what is not proven by
    then is `unproven`. Bounds of a visible cell are not read: what is seen is known.

    Attack models of the six: (i) bounds from nought; (ii) `lower` of 1 where zeros are never hidden; (iii) `upper`; (iv) the
    insider; (v) and (vi) are more cells, equations and values of the `Knowledge`.
    """
    deadline = Deadline.after(budget)
    proof = prove(knowledge, k, truth=truth, budget=budget)
    found = list(proof.exposures)
    if k is not None:
        found += insiders(proof, Suspicion(knowledge=knowledge, k=k, insider=insider, truth=truth), deadline)
    worst: dict[int, Exposure] = {}
    for exposure in sorted(found, key=lambda exposure: (exposure.cell, VERDICTS.index(exposure.verdict))):
        worst.setdefault(exposure.cell, exposure)
    return tuple(worst.values())
