"""What is proven of every hidden cell from what is published alone: witnesses where it is safe, derivations where not.

Attack models i to iii, v and vi: bounds, earlier releases and outside figures are cells, equations and values of the
`Knowledge` like any other.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from celosia.disclosure.component import Separation, separate
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
    """What was proven of a family: of its components, each apart, and of the cells that belong to none."""

    separation: Separation
    parts: tuple[Part, ...]
    exposures: tuple[Exposure, ...]


def prove(knowledge: Knowledge, k: int | None, *, truth: tuple[int, ...] | None = None, budget: float = 60.0) -> Proof:
    """Attack all hidden cells of a family, in `budget` seconds. No exposure means that witnesses prove all of them safe.

    `truth`, where the true values are at hand, is only a table to begin with: it is verified like any other.
    """
    deadline = Deadline.after(budget)
    separation = separate(knowledge)
    parts = []
    for scope in scopes(knowledge, separation):
        known = None if truth is None else tuple(truth[cell] for cell in scope.component.cells)
        tables, exposures = besiege(scope, k, deadline, truth=known)
        parts.append(Part(scope=scope, tables=tables, exposures=exposures))
    found = [*_contradicted(separation), *_known(knowledge, separation, k)]
    found += [exposure for part in parts for exposure in part.exposures]
    return Proof(separation=separation, parts=tuple(parts), exposures=tuple(sorted(found, key=lambda exposure: exposure.cell)))


def scopes(knowledge: Knowledge, separation: Separation) -> Iterator[Scope]:
    """Each component with all that touches it."""
    touching = defaultdict(list)
    for position, equation in enumerate(knowledge.family.equations):
        for cell in {equation.total, *equation.parts}:
            touching[cell].append(position)
    known = {cell: fact.value for cell, fact in separation.facts.items()}
    for component in separation.components:
        equations = {position for cell in component.cells for position in touching[cell]}
        yield Scope(knowledge=knowledge, component=component, known=known, equations=tuple(sorted(equations)))


def _contradicted(separation: Separation) -> Iterator[Exposure]:
    for contradiction in separation.contradictions:
        for cell in contradiction.cells:
            yield Exposure(cell=cell, verdict="inconsistent", low=None, high=None, equations=contradiction.equations)


def _known(knowledge: Knowledge, separation: Separation, k: int | None) -> Iterator[Exposure]:
    for cell, fact in separation.facts.items():
        verdict = judge(fact.value, fact.value, k, latent=cell in knowledge.latent)
        if verdict:
            equations = tuple(sorted(fact.equations))
            yield Exposure(cell=cell, verdict=verdict, low=fact.value, high=fact.value, equations=equations)
