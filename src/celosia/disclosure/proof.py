"""What is proven of every hidden cell from what is published alone: witnesses where it is safe, derivations where not.

Attack models i to iii, v and vi: bounds, earlier releases and outside figures are cells, equations and values of the
`Knowledge` like any other.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from celosia.disclosure.component import Component, Region, regions, visible_faults
from celosia.disclosure.exposure import Exposure, judge
from celosia.disclosure.family import Knowledge
from celosia.disclosure.siege import besiege
from celosia.disclosure.solver import Deadline
from celosia.disclosure.witness import Scope, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What was proven of a component: the `tables` that witness it, each verified, and the cells that they do not clear."""

    scope: Scope
    tables: tuple[Table, ...]
    exposures: tuple[Exposure, ...]

    @property
    def seen(self) -> dict[int, tuple[int, int]]:
        """For each cell, the least and the greatest value in any witness: what an attacker cannot rule out."""
        columns = zip(*self.tables, strict=True) if self.tables else ()
        return {cell: (min(values), max(values)) for cell, values in zip(self.scope.component.cells, columns, strict=False)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What was proven of a family: of its components, each apart, and all cells that are not safe, in their order."""

    parts: tuple[Part, ...]
    exposures: tuple[Exposure, ...]


def prove(knowledge: Knowledge, k: int | None, *, truth: tuple[int, ...] | None = None, budget: float = 60.0) -> Proof:
    """Attack all hidden cells of a family, in `budget` seconds. No exposure means that witnesses prove all of them safe.

    `truth`, where the true values are at hand, is only a table to begin with: it is verified like any other.
    """
    deadline, touching = Deadline.after(budget), _touching(knowledge)
    parts: list[Part] = []
    found = [_inconsistent(knowledge.family.equations[position].total, (position,)) for position in visible_faults(knowledge)]
    for region in regions(knowledge):
        attacked = []
        for component in region.components:
            known = None if truth is None else tuple(truth[cell] for cell in component.cells)
            scope = _scope(knowledge, region, component, touching)
            tables, exposures = besiege(scope, k, deadline, truth=known)
            attacked.append(Part(scope=scope, tables=tables, exposures=exposures))
        parts += attacked
        found += _of(knowledge, region, attacked, k)
    return Proof(parts=tuple(parts), exposures=tuple(sorted(found, key=lambda exposure: exposure.cell)))


def scopes(knowledge: Knowledge) -> Iterator[Scope]:
    """Each component of a family, with all that touches it."""
    touching = _touching(knowledge)
    for region in regions(knowledge):
        for component in region.components:
            yield _scope(knowledge, region, component, touching)


def _touching(knowledge: Knowledge) -> Mapping[int, list[int]]:
    """The equations that each hidden cell stands in."""
    touching: dict[int, list[int]] = {cell: [] for cell in knowledge.hidden}
    for position, equation in enumerate(knowledge.family.equations):
        for cell in {equation.total, *equation.parts} & touching.keys():
            touching[cell].append(position)
    return touching


def _scope(knowledge: Knowledge, region: Region, component: Component, touching: Mapping[int, list[int]]) -> Scope:
    equations = {position for cell in component.cells for position in touching[cell]}
    known = {cell: fact.value for cell, fact in region.facts.items()}
    return Scope(knowledge=knowledge, component=component, known=known, equations=tuple(sorted(equations)))


def _of(knowledge: Knowledge, region: Region, parts: list[Part], k: int | None) -> Iterator[Exposure]:
    """The exposures of a region; where any of it is contradictory, nothing that follows from the rest is sound."""
    exposures = [exposure for part in parts for exposure in part.exposures]
    broken = [exposure.equations for exposure in exposures if exposure.verdict == "inconsistent"]
    if region.broken or broken:
        for cell in region.cells:
            yield _inconsistent(cell, tuple(sorted(region.broken)) or broken[0])
        return
    yield from exposures
    for cell, fact in region.facts.items():
        verdict = judge(fact.value, fact.value, k, latent=cell in knowledge.latent)
        if verdict:
            equations = tuple(sorted(fact.equations))
            yield Exposure(cell=cell, verdict=verdict, low=fact.value, high=fact.value, equations=equations)


def _inconsistent(cell: int, equations: tuple[int, ...]) -> Exposure:
    return Exposure(cell=cell, verdict="inconsistent", low=None, high=None, equations=equations)
