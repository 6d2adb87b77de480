"""The insider: somebody who knows one hidden cell (a trafficker knows his own victims) and reads others off it (model iv).

From public artefacts the shape alone can be judged: a line with too few hidden cells, and two cells of which either tells
the other. Whoever holds the true values can judge the attack itself: each hidden cell known, against each small one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from celosia.disclosure.derivation import best
from celosia.disclosure.exposure import Exposure, Verdict
from celosia.disclosure.family import Knowledge
from celosia.disclosure.kinship import kin
from celosia.disclosure.proof import Part, Proof

_KNOWS_ONE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspicion:
    """What an insider may be after: cells under `k`. `insider` is the least number of hidden cells in a line."""

    knowledge: Knowledge
    k: int
    insider: int
    truth: tuple[int, ...] | None = field(default=None, repr=False)


def insiders(proof: Proof, suspicion: Suspicion) -> Iterator[Exposure]:
    """The cells that an insider finds out. A rule of fewer than three hidden cells in a line asks nothing of insiders."""
    for part in proof.parts if suspicion.insider >= _KNOWS_ONE else ():
        if part.tables:
            yield from _thin_lines(part, suspicion)
            yield from _kin(part, suspicion)


def _thin_lines(part: Part, suspicion: Suspicion) -> Iterator[Exposure]:
    for line in part.component.lines:
        if len(line.terms) < suspicion.insider:
            for cell, _ in line.terms:
                if _is_wanted(part, suspicion, cell):
                    yield _exposure(cell, "thin-line", line.equations)


def _kin(part: Part, suspicion: Suspicion) -> Iterator[Exposure]:
    lines = [line for line in part.component.lines if len(line.terms) < suspicion.insider]
    thin = frozenset(cell for line in lines for cell, _ in line.terms)
    for cell, equations in kin(part.component, besides=thin):
        if _is_wanted(part, suspicion, cell):
            yield _exposure(cell, "insider", equations)


def _is_wanted(part: Part, suspicion: Suspicion, cell: int) -> bool:
    """Whether a cell may be under k: it is, or some witness has it so, or nothing proves that it is not."""
    if cell in suspicion.knowledge.latent:
        return False
    if suspicion.truth is not None:
        return 0 < suspicion.truth[cell] < suspicion.k
    if part.seen[cell][0] < suspicion.k:
        return True
    least = best(part.component, cell, -1)
    return least is None or -least.most < suspicion.k


def _exposure(cell: int, verdict: Verdict, equations: frozenset[int]) -> Exposure:
    return Exposure(cell=cell, verdict=verdict, low=None, high=None, equations=tuple(sorted(equations)))
