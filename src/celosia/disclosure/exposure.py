"""What an attack finds: a hidden cell that is not proven safe, what can be known of it, and the equations that tell it."""

from dataclasses import dataclass
from typing import Literal, get_args

Verdict = Literal["inconsistent", "exact", "under-threshold", "unproven", "insider", "thin-line"]
"""Worst first; a cell has one verdict, the worst.

- `inconsistent`: the equations contradict each other, so nothing that follows from them is safe;
- `exact`: only one value is possible;
- `under-threshold`: every possible value is under k;
- `unproven`: neither a leak nor a proof of safety was found in time;
- `insider`: somebody who knows one other hidden cell knows this one, or knows that it is under k;
- `thin-line`: a line has fewer hidden cells than the insider rule asks for.
"""

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """A cell (a position in the family), its verdict, and the proof.

    `low` and `high` are the ends of the interval that is proven, `None` where that end was not looked for or is not
    known. `equations` are positions in the family of a set that gives the cell away, none of which is idle where a linear
    proof exists; of an `inconsistent` cell, a set that cannot hold (its cell is a visible total where nothing is hidden).
    """

    cell: int
    verdict: Verdict
    low: int | None
    high: int | None
    equations: tuple[int, ...]


def judge(low: int, high: int, k: int | None, *, latent: bool) -> Verdict | None:
    """What is wrong with being able to prove that a cell lies from `low` to `high`.

    A latent cell was never in a table: only a proof that it counts a few persons, and not none, is a leak.

    >>> judge(0, 9, 10, latent=False), judge(7, 7, None, latent=False), judge(0, 10, 10, latent=False)
    ('under-threshold', 'exact', None)
    >>> judge(12, 12, 10, latent=True), judge(0, 9, 10, latent=True), judge(1, 9, 10, latent=True)
    (None, None, 'under-threshold')
    """
    small = k is not None and high < k
    if latent:
        return "under-threshold" if small and low > 0 else None
    if low == high:
        return "exact"
    return "under-threshold" if small else None
