"""From figures to pixels: a scale that starts from zero, with round ticks. Pure."""

from dataclasses import dataclass
from math import ceil, floor, log10


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A linear scale: `low`..`high` of the figures on `start`..`end` of the paper.

    >>> Scale(low=0, high=10, start=100, end=0)(2.5)
    75.0
    """

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """The pixel of a figure."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def ticks(highest: float, *, count: int = 4, whole: bool = True) -> tuple[float, ...]:
    """Round ticks from zero to the first one that is not under `highest`.

    >>> ticks(1746)
    (0, 500, 1000, 1500, 2000)
    """
    step = _step(highest / count if highest > 0 else 1 / count)
    if whole:
        step = max(1, ceil(step))
    return tuple(_plain(step * number) for number in range(max(1, ceil(highest / step)) + 1))


def _step(rough: float) -> float:
    power = 10.0 ** floor(log10(rough))
    return next(multiple * power for multiple in (1, 2, 2.5, 5, 10) if multiple * power >= rough * 0.8)


def _plain(value: float) -> float:
    value = round(value, 10)
    return int(value) if value == int(value) else value
