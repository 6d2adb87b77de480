"""Two hundred synthetic publications: 2- and 3-way, hierarchies, linked tables, releases, zeros. The same on every machine."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from benchmarks.families import Shape, generate_family, generate_releases
from celosia.disclosure.family import Family
from celosia.model.policy import ZeroPolicy

_ONE_BY_ONE = ((0, 1), (0, 2), (1, 3))
_LINKED = ((0, 1), (0, 2), (1, 2), (1, 2, 3), (0, 3))


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """A family with its truth, and what everybody knows of it.

    `released` says in which release each cell is published first; `impossible` are structural zeros, `known` totals that
    somebody has said elsewhere (a speech, a press release), so that nobody can hide them.
    """

    kind: str
    name: str
    family: Family
    values: tuple[int, ...] = field(repr=False)
    k: int
    zeros: ZeroPolicy = "hideable"
    released: tuple[int, ...] = field(default=(), repr=False)
    impossible: frozenset[int] = frozenset()
    known: frozenset[int] = frozenset()

    @property
    def releases(self) -> int:
        """How many times something is published."""
        return max(self.released, default=0) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """How many families of a kind, and over which cubes; `mean` is the count per inner cell. `outside`: see `known`."""

    name: str
    count: int
    shapes: tuple[Shape, ...]
    hierarchy: tuple[int, ...] = ()
    tables: tuple[tuple[int, ...], ...] | None = None
    zeros: ZeroPolicy = "hideable"
    releases: int = 1
    mean: int = 12
    outside: bool = False


KINDS = (
    Kind(name="2-way", count=50, shapes=((5, 4), (6, 5), (8, 4), (7, 6), (10, 5), (8, 8), (12, 6), (10, 10))),
    Kind(name="3-way", count=30, shapes=((4, 4, 3), (5, 4, 3), (4, 4, 4))),
    Kind(name="hierarchies", count=30, shapes=((9, 4), (12, 5), (9, 4, 3)), hierarchy=(0,)),
    Kind(name="linked tables", count=30, shapes=((6, 4, 3, 4), (6, 3, 3, 4)), tables=_LINKED, hierarchy=(0,)),
    Kind(name="2 releases, a year more", count=10, shapes=((6, 4), (8, 5), (5, 3, 4)), releases=2, mean=20),
    Kind(name="2 releases, a table more", count=10, shapes=((6, 4, 4), (8, 5, 4)), tables=((0, 1), (0, 2)), releases=2),
    Kind(name="3 releases, a year more", count=5, shapes=((6, 6), (4, 4, 4)), releases=3, mean=20),
    Kind(name="3 releases, tables more", count=10, shapes=((6, 4, 4, 3), (8, 4, 3, 4)), tables=_ONE_BY_ONE, releases=3),
    Kind(name="zeros always shown", count=15, shapes=((6, 5), (8, 6), (5, 4, 3)), zeros="shown", mean=25),
    Kind(name="structural zeros, outside totals", count=10, shapes=((8, 5), (5, 4, 3)), outside=True),
)
"""Two hundred families together."""


def instances(kind: Kind) -> Iterator[Instance]:
    """One after the other, without end; k is 5 and 10 by turns."""
    for seed in itertools.count():
        shape = kind.shapes[seed % len(kind.shapes)]
        yield _instance(kind, shape, seed, 10 if seed // len(kind.shapes) % 2 else 5)


def _instance(kind: Kind, shape: Shape, seed: int, k: int) -> Instance:
    name = f"{'x'.join(map(str, shape))}, seed {seed}, k = {k}"
    if kind.releases > 1 and not kind.tables:
        family, values, released = generate_releases(shape, seed, releases=kind.releases, mean=kind.mean)
        return Instance(kind=kind.name, name=name, family=family, values=values, k=k, released=released)
    family, values = generate_family(shape, seed, hierarchy=kind.hierarchy, tables=kind.tables, mean=kind.mean)
    instance = Instance(
        kind=kind.name, name=name, family=family, values=values, k=k, zeros=kind.zeros, released=_released(kind, family)
    )
    return _with_outside_knowledge(instance, seed) if kind.outside else instance


def _released(kind: Kind, family: Family) -> tuple[int, ...]:
    """The first table that has each cell, where the tables are published one after the other."""
    if kind.releases == 1 or not kind.tables:
        return ()
    tables = [{f"d{place}" for place in table} for table in kind.tables]
    crossed = ({name for name, _ in key} for key in family.keys)
    return tuple(next(number for number, table in enumerate(tables) if own <= table) for own in crossed)


def _with_outside_knowledge(instance: Instance, seed: int) -> Instance:
    """A third of the zeros cannot be otherwise, and the grand total is told elsewhere."""
    zeros = [cell for cell, value in enumerate(instance.values) if value == 0]
    impossible = frozenset(Random(seed).sample(zeros, len(zeros) // 3))
    known = frozenset({instance.family.keys.index(())})
    return Instance(
        kind=instance.kind,
        name=instance.name,
        family=instance.family,
        values=instance.values,
        k=instance.k,
        impossible=impossible,
        known=known,
    )
