"""Synthetic families of counts, the same on every machine: a few large cells, many small ones, as counts of victims are.

Nobody is counted here: persons are drawn at random over a cube of invented dimensions, and a family is what a publisher
would make of that cube, with every margin and every step of a hierarchy.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, combinations, product
from random import Random

from celosia.disclosure.family import Equation, Family, Key

Shape = tuple[int, ...]

LINKED: tuple[tuple[int, ...], ...] = ((0, 1), (0, 2), (0, 3), (0, 4), (1, 2, 4), (2, 3, 4), (1, 3), (1, 2, 3))
"""What each of eight linked tables crosses: `generate_family(LINKED_SHAPE, seed, tables=LINKED, hierarchy=(0, 3))`."""

LINKED_SHAPE: Shape = (24, 6, 3, 6, 5)
"""Province (in regions), exploitation, sex, age (in bands), year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Axis:
    """A dimension: what each parent code sums up. The empty code is the total, whose dimension is absent from a key."""

    name: str
    leaves: tuple[str, ...]
    parts: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """All codes, parents included."""
        return (*(parent for parent, _ in self.parts), *self.leaves)


def generate_family(
    shape: Shape, seed: int, *, hierarchy: tuple[int, ...] = (), tables: Iterable[tuple[int, ...]] | None = None, mean: int = 12
) -> tuple[Family, tuple[int, ...]]:
    """A family over a cube of `shape`, with its true values.

    `hierarchy`: the dimensions whose codes stand in groups; `tables`: the crosses that are published, linked by their
    common margins (the whole cube if none is given); `mean`: persons per cell of the published tables' inside.

    >>> family, values = generate_family((2, 2), seed=1)
    >>> len(family.keys), len(family.equations), all(balances(family, values))
    (9, 6, True)
    """
    axes = tuple(_axis(place, size, grouped=place in hierarchy) for place, size in enumerate(shape))
    crosses = tuple(tables) if tables is not None else (tuple(range(len(shape))),)
    persons = mean * max(_inside(shape, cross) for cross in crosses)
    return _family(axes, crosses, _draw(shape, seed, persons))


def generate_releases(
    shape: Shape, seed: int, *, releases: int = 2, mean: int = 12
) -> tuple[Family, tuple[int, ...], tuple[int, ...]]:
    """The union of `releases` publications of a cube whose last dimension is the year; also the release that first has a cell.

    Each release adds one year, and has its own total of all years so far; closed years do not change.

    >>> family, values, first = generate_releases((3, 2, 4), seed=1)
    >>> sorted(set(first)), all(balances(family, values))
    ([0, 1], True)
    """
    axes = tuple(_axis(place, size, grouped=False) for place, size in enumerate(shape))
    *others, years = axes
    starts = range(shape[-1] - releases + 1, shape[-1] + 1)
    windows = tuple((_window(count, shape[-1]), years.leaves[:count]) for count in starts)
    cube = _draw(shape, seed, mean * _inside(shape, range(len(shape))))
    family, values = _family((*others, _Axis(name=years.name, leaves=years.leaves, parts=windows)), (range(len(shape)),), cube)
    first = dict(reversed(list(_releases(starts, years.leaves))))
    return family, values, tuple(first[dict(key).get(years.name, "")] for key in family.keys)


def balances(family: Family, values: tuple[int, ...]) -> Iterator[bool]:
    """Whether each equation holds."""
    return (values[equation.total] == sum(values[part] for part in equation.parts) for equation in family.equations)


def _axis(place: int, size: int, *, grouped: bool) -> _Axis:
    leaves = tuple(f"c{number:03}" for number in range(size))
    name = f"d{place}"
    if not grouped:
        return _Axis(name=name, leaves=leaves, parts=(("", leaves),))
    width = max(2, round(size**0.5))
    groups = tuple((f"g{start // width:02}", leaves[start : start + width]) for start in range(0, size, width))
    return _Axis(name=name, leaves=leaves, parts=(("", tuple(code for code, _ in groups)), *groups))


def _window(count: int, all_years: int) -> str:
    return "" if count == all_years else f"until-{count:03}"


def _releases(starts: range, leaves: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """Each code of the years with each release that has it."""
    for number, count in enumerate(starts):
        yield _window(count, len(leaves)), number
        yield from ((leaf, number) for leaf in leaves[:count])


def _inside(shape: Shape, cross: Iterable[int]) -> int:
    count = 1
    for place in cross:
        count *= shape[place]
    return count


def _draw(shape: Shape, seed: int, persons: int) -> Counter[tuple[int, ...]]:
    """Persons over the cube: each dimension is skewed (Zipf), and no two dimensions are independent."""
    chance = Random(seed)
    marginals = [chance.sample([1 / (rank + 1) ** 0.8 for rank in range(size)], size) for size in shape]
    cells = list(product(*(range(size) for size in shape)))
    weights = [chance.lognormvariate(0, 0.9) * _weight(marginals, cell) for cell in cells]
    return Counter(chance.choices(cells, cum_weights=list(accumulate(weights)), k=persons))


def _weight(marginals: list[list[float]], cell: tuple[int, ...]) -> float:
    weight = 1.0
    for place, code in enumerate(cell):
        weight *= marginals[place][code]
    return weight


def _family(
    axes: tuple[_Axis, ...], crosses: Iterable[Iterable[int]], cube: Counter[tuple[int, ...]]
) -> tuple[Family, tuple[int, ...]]:
    tables = [tuple(axes[place] for place in cross) for cross in crosses]
    keys = tuple(sorted({key for table in tables for key in _keys(table)}))
    at = {key: position for position, key in enumerate(keys)}
    lines = sorted({line for table in tables for line in _lines(table)})
    equations = tuple(
        Equation(total=at[total], parts=tuple(at[part] for part in parts), line=_name(total)) for total, parts in lines
    )
    counts = _counts(axes, cube, keys)
    return Family(unit="persons", population="synthetic", keys=keys, equations=equations), counts


def _keys(table: tuple[_Axis, ...]) -> Iterator[Key]:
    for codes in product(*(axis.codes for axis in table)):
        yield _key(table, codes)


def _key(table: tuple[_Axis, ...], codes: tuple[str, ...]) -> Key:
    return tuple(sorted((axis.name, code) for axis, code in zip(table, codes, strict=True) if code))


def _lines(table: tuple[_Axis, ...]) -> Iterator[tuple[Key, tuple[Key, ...]]]:
    """Every equation of a table: along each dimension, for every combination of codes of the others."""
    for place, axis in enumerate(table):
        for others in product(*(other.codes for other in (*table[:place], *table[place + 1 :]))):
            for parent, children in axis.parts:
                total, *parts = (_key(table, (*others[:place], code, *others[place:])) for code in (parent, *children))
                yield total, tuple(parts)


def _name(total: Key) -> str:
    return " · ".join(code for _, code in total) or "all"


def _counts(axes: tuple[_Axis, ...], cube: Counter[tuple[int, ...]], keys: tuple[Key, ...]) -> tuple[int, ...]:
    """How many persons of the cube each key counts."""
    above = tuple(_above(axis) for axis in axes)
    counted: Counter[Key] = Counter()
    wanted = set(keys)
    dimensions = {tuple(name for name, _ in key) for key in keys}
    places = [place for size in range(len(axes) + 1) for place in combinations(range(len(axes)), size)]
    used = [place for place in places if tuple(axes[one].name for one in place) in dimensions]
    for cell, count in cube.items():
        for place in used:
            for codes in product(*(above[one][cell[one]] for one in place)):
                counted[tuple((axes[one].name, code) for one, code in zip(place, codes, strict=True))] += count
    return tuple(counted[key] if key in wanted else 0 for key in keys)


def _above(axis: _Axis) -> list[tuple[str, ...]]:
    """The codes but the total that count each leaf, itself first."""
    return [(leaf, *(code for code, parts in axis.parts if code and leaf in parts)) for leaf in axis.leaves]
