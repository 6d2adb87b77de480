"""What Celosía would publish of an instance, release after release: the cells it hides each time."""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from benchmarks.disclosure.instance import Instance
from celosia.disclosure.attack import attack
from celosia.disclosure.family import Equation, Family, Knowledge
from celosia.protect.pattern import find_pattern
from celosia.protect.problem import Problem, default_costs

_BUDGET = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """All that is public after a release: the family so far, its truth, what stays hidden, and what was public before."""

    family: Family
    values: tuple[int, ...] = field(repr=False)
    hidden: frozenset[int] = field(repr=False)
    before: frozenset[int] = field(repr=False)

    @property
    def shown(self) -> tuple[int | None, ...]:
        """What everybody sees."""
        return tuple(None if cell in self.hidden else value for cell, value in enumerate(self.values))

    @property
    def known_before(self) -> tuple[int | None, ...]:
        """What everybody knew before this release, or knows from elsewhere."""
        return tuple(value if cell in self.before else None for cell, value in enumerate(self.values))


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """An instance after each of its releases; with none where one of them was refused."""

    instance: Instance
    stages: tuple[Stage, ...]
    seconds: float

    @property
    def refused(self) -> bool:
        """Whether it must be redesigned first."""
        return not self.stages


def publish(instance: Instance) -> Publication:
    """Protect each release against all those before it, as the rules say, and publish it."""
    started = time.perf_counter()
    stages = tuple(_stages(instance))
    complete = len(stages) == instance.releases
    return Publication(instance=instance, stages=stages if complete else (), seconds=time.perf_counter() - started)


def _stages(instance: Instance) -> Iterator[Stage]:
    """Each release, until one is refused: without a pattern, or at the gate.

    `public` and `hidden` are positions in the whole instance.
    """
    public, hidden = frozenset[int](), frozenset[int]()
    for release in range(instance.releases):
        cells = [cell for cell in range(len(instance.values)) if not instance.released or instance.released[cell] <= release]
        place = {cell: position for position, cell in enumerate(cells)}
        family, values = _part(instance.family, place), tuple(instance.values[cell] for cell in cells)
        before = frozenset(place[cell] for cell in public | instance.known | instance.impossible)
        small = {cell for cell in cells if 0 < instance.values[cell] < instance.k}
        problem = Problem(
            family=family,
            values=values,
            primary=frozenset(place[cell] for cell in small | hidden) - before,
            fixed=frozenset(place[cell] for cell in public | instance.known),
            impossible=frozenset(place[cell] for cell in instance.impossible),
            cost=default_costs(family, values),
            k=instance.k,
            zeros=instance.zeros,
            budget=_BUDGET,
        )
        pattern = find_pattern(problem)
        stage = Stage(family=family, values=values, hidden=pattern.hidden, before=before)
        if pattern.status == "refused" or not _passes(instance, stage):
            return
        yield stage
        hidden = frozenset(cells[position] for position in pattern.hidden)
        public = frozenset(cells) - hidden


def _passes(instance: Instance, stage: Stage) -> bool:
    """The gate of `celosia protect`: the attacker of every build, who has the truth at hand, finds nothing."""
    least = int(instance.zeros == "shown")
    known = Knowledge(
        family=stage.family,
        values=stage.shown,
        lower=tuple(least if value is None else 0 for value in stage.shown),
        upper=(None,) * len(stage.values),
    )
    return not attack(known, instance.k, truth=stage.values)


def _part(family: Family, place: Mapping[int, int]) -> Family:
    """The cells that are published so far, and the equations among them."""
    return Family(
        unit=family.unit,
        population=family.population,
        keys=tuple(family.keys[cell] for cell in place),
        equations=tuple(
            Equation(total=place[line.total], parts=tuple(place[part] for part in line.parts), line=line.line)
            for line in family.equations
            if line.total in place and all(part in place for part in line.parts)
        ),
    )
