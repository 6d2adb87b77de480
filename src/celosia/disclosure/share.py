"""Percentages beside their whole: what they say of a hidden cell, or of one that nobody published (rule R9). Pure."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import ceil, floor

from celosia.disclosure.claim import Cell
from celosia.disclosure.family import Key
from celosia.disclosure.sheet import Spot, key_of
from celosia.model import Dataset, Role

_PERCENT = "%"
_HUNDRED = 100.0
_ROUNDING = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A published percentage: who it is about, and from which to which it may have been before it was rounded.

    `population` is the one that the descriptor names for its table; none where it names none.
    """

    key: Key
    spot: Spot
    low: float
    high: float
    population: str | None = None


def shares(dataset: Dataset) -> Iterator[Share]:
    """Each percentage of a dataset. It was rounded to as many decimals as any of its column has."""
    for table in dataset.tables:
        for measure in table.with_role(Role.MEASURE):
            values = table.values(measure.name) if measure.unit == _PERCENT else ()
            half = 0.5 * 10.0 ** -max((_decimals(value) for value in values if isinstance(value, int | float)), default=0)
            for row, value in enumerate(values):
                if isinstance(value, int | float):
                    path = f"datasets/{dataset.id}/{table.path}"
                    yield Share(
                        key=key_of(table, table.rows[row]),
                        spot=Spot(path=path, table=table.name, row=row, column=measure.name),
                        low=max(0.0, value - half),
                        high=min(_HUNDRED, value + half),
                        population=dict(dataset.populations).get(table.name),
                    )


def bounded(cells: Sequence[Cell], told: Sequence[Share], population: str, *, only: bool) -> tuple[Cell, ...]:
    """The cells with what percentages say of them.

    A cell that a percentage counts and no table has joins them as implied where the percentage can only be of this
    population: its descriptor says so, or it is the `only` one of its dataset.
    """
    found = {cell.key: position for position, cell in enumerate(cells) if not cell.claim}
    bounds = list(cells)
    for share in told:
        if share.population in {None, population}:
            limits = _limits(share, cells, found, told)
            position = found.get(share.key)
            if limits and position is not None and cells[position].value is None:
                bounds[position] = _narrowed(bounds[position], *limits)
            elif limits and position is None and (only or share.population):
                bounds.append(_implied(cells[0], share, limits))
    return tuple(bounds)


def _limits(share: Share, cells: Sequence[Cell], found: Mapping[Key, int], told: Sequence[Share]) -> tuple[int, int] | None:
    """From which to which the count may be, over every whole that the percentage may be of."""
    wholes = _wholes(share, cells, found, told)
    if not wholes:
        return None
    low = min(ceil(whole * share.low / _HUNDRED - 1e-9) for whole in wholes)
    return low, max(low, *(floor(whole * share.high / _HUNDRED + 1e-9) for whole in wholes))


def _wholes(share: Share, cells: Sequence[Cell], found: Mapping[Key, int], told: Sequence[Share]) -> tuple[int, ...]:
    """The published totals with the fewest dimensions left out; those whose percentages add to 100, where any do."""
    for size in range(1, len(share.key) + 1):
        rests = [rest for rest in combinations(share.key, len(share.key) - size) if _value(cells, found, rest) is not None]
        if rests:
            sums = _sums(told)
            full = [rest for rest in rests if abs(sums[share.spot.path, rest] - _HUNDRED) <= _ROUNDING]
            return tuple(value for rest in full or rests if (value := _value(cells, found, rest)) is not None)
    return ()


def _sums(told: Sequence[Share]) -> Mapping[tuple[str, Key], float]:
    """What the percentages of a table add to, over each dimension."""
    sums: dict[tuple[str, Key], float] = defaultdict(float)
    for share in told:
        for number in range(len(share.key)):
            sums[share.spot.path, share.key[:number] + share.key[number + 1 :]] += (share.low + share.high) / 2
    return sums


def _value(cells: Sequence[Cell], found: Mapping[Key, int], key: Key) -> int | None:
    return cells[found[key]].value if key in found else None


def _narrowed(cell: Cell, low: int, high: int) -> Cell:
    upper = high if cell.upper is None else min(cell.upper, high)
    return replace(cell, lower=max(cell.lower, low), upper=max(upper, cell.lower))


def _implied(like: Cell, share: Share, limits: tuple[int, int]) -> Cell:
    return replace(
        like, key=share.key, claim="", value=None, hidden=(), shown=(share.spot,), sources=frozenset(),
        lower=limits[0], upper=limits[1],
    )  # fmt: skip


def _decimals(value: float) -> int:
    """How many decimals a number was written with, as far as the number itself tells.

    >>> _decimals(5.0), _decimals(12.25)
    (0, 2)
    """
    return len(f"{value:.6f}".rstrip("0").partition(".")[2])
