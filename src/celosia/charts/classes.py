"""Classes of figures for a map: few, round, each with about as many areas. Pure."""

from bisect import bisect_right
from collections.abc import Sequence
from math import floor, log10

_CLASSES = 4


def classes(values: Sequence[float]) -> tuple[float, ...]:
    """The round limits between classes: a figure is in the class of the limits that it reaches. Zeros have no class.

    >>> classes([5, 7, 12, 19, 22, 43, 61, 104, 171, 260])
    (12, 40, 100)
    """
    ordered = sorted(value for value in values if value > 0)
    if not ordered:
        return ()
    quarters = (_round(ordered[len(ordered) * number // _CLASSES]) for number in range(1, _CLASSES))
    return tuple(sorted({limit for limit in quarters if ordered[0] < limit <= ordered[-1]}))


def class_of(value: float, limits: Sequence[float]) -> int:
    """The number of the class, from zero.

    >>> class_of(40, (12, 40, 100))
    2
    """
    return bisect_right(limits, value)


def _round(value: float) -> float:
    step = 10.0 ** floor(log10(value))
    if value < 2 * step:
        step /= 5
    rounded = round(floor(value / step + 1e-9) * step, 10)
    return int(rounded) if rounded == int(rounded) else rounded
