"""The insider: somebody who knows one hidden cell (a trafficker knows his own victims) and reads others off it (model iv).

From public artefacts the shape alone can be judged: a line with too few hidden cells, and two cells of which either tells
the other. Whoever holds the true values can judge the attack itself: each hidden cell known, against each small one.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from celosia.disclosure.alibi import Alibis
from celosia.disclosure.collusion import betrayed
from celosia.disclosure.component import Component, Line
from celosia.disclosure.derivation import best, lines_of
from celosia.disclosure.exposure import Exposure, Verdict
from celosia.disclosure.family import Knowledge
from celosia.disclosure.kinship import kin
from celosia.disclosure.proof import Part, Proof
from celosia.disclosure.solver import Deadline, NotProvenError

_KNOWS_ONE = 3

Suspect = Callable[[int], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspicion:
    """What an insider may be after: cells under `k`. `insider` is the least number of hidden cells in a line."""

    knowledge: Knowledge
    k: int
    insider: int
    truth: tuple[int, ...] | None = field(default=None, repr=False)


def insiders(proof: Proof, suspicion: Suspicion, deadline: Deadline) -> Iterator[Exposure]:
    """The cells that an insider finds out. A rule of fewer than three hidden cells in a line asks nothing of insiders."""
    for part in proof.parts if suspicion.insider >= _KNOWS_ONE else ():
        if part.tables:
            suspect = partial(_may_be_small, part, suspicion, part.seen)
            yield from _thin_lines(part.scope.component, suspect, suspicion.insider)
            if suspicion.truth is None:
                yield from _kin(part, suspect, suspicion.insider, deadline)
            else:
                lost = frozenset(exposure.cell for exposure in part.exposures)
                yield from betrayed(Alibis(part.scope, suspicion.truth, suspicion.k, lost), part.scope, deadline)


def _may_be_small(part: Part, suspicion: Suspicion, seen: Mapping[int, tuple[int, int]], cell: int) -> bool:
    """Whether a cell is under k, if the truth is at hand; or a witness has it so; or its lines do not prove that it is not."""
    if cell in suspicion.knowledge.latent:
        return False
    if suspicion.truth is not None:
        return 0 < suspicion.truth[cell] < suspicion.k
    if seen[cell][0] < suspicion.k:
        return True
    component = part.scope.component
    least = best(lines_of(component, [line for line in component.lines if cell in dict(line.terms)], cell), cell, -1)
    return least is None or -least.most < suspicion.k


def _thin_lines(component: Component, suspect: Suspect, insider: int) -> Iterator[Exposure]:
    for line in _thin(component, insider):
        for cell, _ in line.terms:
            if suspect(cell):
                yield _exposure(cell, "thin-line", line.equations)


def _kin(part: Part, suspect: Suspect, insider: int, deadline: Deadline) -> Iterator[Exposure]:
    component = part.scope.component
    thin = {cell for line in _thin(component, insider) for cell, _ in line.terms}
    try:
        for cell, equations in kin(component, part.tables, lambda cell: cell not in thin and suspect(cell), deadline):
            yield _exposure(cell, "insider", equations)
    except NotProvenError:
        for cell in filter(suspect, component.cells):
            yield _exposure(cell, "unproven", frozenset())


def _thin(component: Component, insider: int) -> list[Line]:
    return [line for line in component.lines if len(line.terms) < insider]


def _exposure(cell: int, verdict: Verdict, equations: frozenset[int]) -> Exposure:
    return Exposure(cell=cell, verdict=verdict, low=None, high=None, equations=tuple(sorted(equations)))
