"""The geometry of a chart beside its figures: each mark's length or place must be a published one. Pure.

No scale is taken on trust. There must be one straight rule from published figures to pixels by which every mark is explained,
and no more marks than figures; hatched marks (hidden figures) must be all alike.
"""

from collections.abc import Iterator, Sequence

from celosia.model import Role, Table
from celosia.seal.geometry import Marks, Shape
from celosia.seal.number import joined, numbers

_NEAR = 0.08
"""Pixels are written with two decimals."""


def faults(drawn: Marks, table: Table, measure: str) -> Iterator[str]:
    """The codes of what is wrong with the marks of a chart of `table`."""
    values = [float(cell) for cell in table.values(measure) if isinstance(cell, int | float)]
    lengths = _varying([[rectangle[side] for rectangle in drawn.rectangles if rectangle[side]] for side in (2, 3)])
    places = _varying([[point[side] for point in drawn.points] for side in (0, 1)])
    if drawn.points and drawn.rectangles:
        yield "leak-drawing"
    elif drawn.points:
        ok = any(_fits(some, values, is_length=False) for some in places) and _joins(drawn)
        yield from () if ok else ("leak-drawing",)
    elif drawn.rectangles and not _are_tiles(drawn):
        yield from () if any(_fits(some, values, is_length=True) for some in lengths) else ("leak-drawing",)
    if drawn.strays or drawn.shaded > len(values) or any(not is_said(text, table, values) for text in drawn.numbers):
        yield "leak-drawing"
    limit = max(2 * max(values, default=0), 5, 0 if drawn.points else sum(values))
    if any(not _is_tick(text, table, limit) and not is_said(text, table, values) for text in drawn.ticks):
        yield "leak-drawing"
    if drawn.rectangles and len({across for across, _ in drawn.gaps}) > 1:
        yield "leak-drawing"
    if not _are_alike(drawn.hatched):
        yield "leak-difference"


def _varying(sides: list[list[float]]) -> list[list[float]]:
    """The sides that differ from mark to mark: the others are no figures."""
    return [side for side in sides if len(set(side)) > 1] or sides


def _fits(pixels: Sequence[float], values: Sequence[float], *, is_length: bool) -> bool:
    """Whether one straight rule from figures to pixels explains every pixel; for lengths it starts from zero."""
    if len(pixels) > len(values):
        return False
    if len(set(pixels)) <= 1:
        return True
    low, high, known = min(pixels), max(pixels), sorted(set(values))
    pairs = [(a, b) for a in known for b in known if a != b] if not is_length else [(0.0, value) for value in known if value]
    ends = (low, high) if not is_length else (0.0, high)
    return any(_explains(pair, ends, pixels, known) for pair in sorted(pairs, key=lambda pair: -abs(pair[0] - pair[1])))


def _explains(pair: tuple[float, float], ends: tuple[float, float], pixels: Sequence[float], known: Sequence[float]) -> bool:
    scale = (ends[1] - ends[0]) / (pair[1] - pair[0])
    expected = sorted(ends[0] + (value - pair[0]) * scale for value in known)
    return all(any(abs(pixel - one) <= _NEAR for one in expected) for pixel in pixels)


def _joins(drawn: Marks) -> bool:
    """Whether every line begins and ends in a point."""
    return all(any(abs(x - px) <= _NEAR and abs(y - py) <= _NEAR for px, py in drawn.points) for x, y in drawn.ends)


def _are_alike(hatched: Sequence[Shape]) -> bool:
    """Whether hidden figures all look the same."""
    first = hatched[0] if hatched else ((), "")
    return all(looks == first[1] and _is_close(corners, first[0]) for corners, looks in hatched)


def _is_close(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(abs(a - b) <= _NEAR for a, b in zip(one, other, strict=True))


def _are_tiles(drawn: Marks) -> bool:
    """Squares that are all alike say nothing by their size."""
    return len(drawn.rectangles) > 1 and len({(round(w, 1), round(h, 1)) for _, _, w, h in drawn.rectangles}) == 1


def _is_tick(text: str, table: Table, limit: float) -> bool:
    """Whether a scale ends where the published figures (or their stacks) ask for: a greater hidden one would lengthen it."""
    found = [one for number in numbers(joined(text)) for one in number.values]
    is_year = table.with_concept("time-period") is not None and any(1000 < value < 3000 for value in found)  # noqa: PLR2004
    return is_year or any(value <= limit for value in found)


def is_said(text: str, table: Table, values: Sequence[float]) -> bool:
    """Whether a bare number is a published figure of the chart, or stands in the words of its rows (a year, a band)."""
    found = [one for number in numbers(joined(text.lstrip("≈<>≥≤ "))) for one in number.values]
    words = {
        cell for column in table.columns if column.role is not Role.MEASURE for cell in map(str, table.values(column.name))
    }
    labels = {code.label.text(lang) for column in table.columns for code in column.codes for lang in ("es", "en")}
    known = {
        one for word in words | labels for number in numbers(word.replace("-", " ").replace("/", " ")) for one in number.values
    }
    return any(value in values or value in known for value in found)
