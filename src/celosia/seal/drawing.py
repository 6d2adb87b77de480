"""The geometry of a chart: each mark's length or place is a figure, and must be a published one. Pure.

No scale is taken on trust. There must be one straight rule from published figures to pixels by which every mark is explained,
and no more marks than figures; hatched marks (hidden figures) must be all alike. Vega's SVG has one group for each layer of
marks: axes, then data, then words, then the signs of the key.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from celosia.model import Role, Table
from celosia.seal.number import joined, numbers
from celosia.seal.readers.markup import tree

_RECT = re.compile(r"M(-?[\d.]+),(-?[\d.]+)h(-?[\d.]+)v(-?[\d.]+)h-?[\d.]+Z")
_MOVE = re.compile(r"translate\((-?[\d.e-]+),(-?[\d.e-]+)\)")
_POINTS = re.compile(r"[ML](-?[\d.]+),(-?[\d.]+)")
_LINE = re.compile(r"(?:[ML]-?[\d.]+,-?[\d.]+)+")
_BARE = re.compile(r"[≈<>≥≤]?\s?\d[\d\s\u202f\u00a0.,]*%?(?:\s?\[[a-z]\])?")
"""A number with its signs: nearly, per cent, provisional."""
_NEAR = 0.08
"""Pixels are written with two decimals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What is drawn of the data: rectangles (x, y, width, height), points, the ends of lines, bare numbers.

    `hatched` are the shapes of hidden figures, `gaps` the places of those that stand in a row.
    """

    rectangles: tuple[tuple[float, float, float, float], ...]
    points: tuple[tuple[float, float], ...]
    ends: tuple[tuple[float, float], ...]
    numbers: tuple[str, ...]
    ticks: tuple[str, ...]
    hatched: tuple[str, ...]
    gaps: tuple[tuple[float, float], ...]
    strays: int


def marks(body: bytes) -> Marks:
    """Read a drawing."""
    root = tree(body)
    layers = tuple(_layers(root))
    rectangles, points, ends, hatched = [], [], [], []
    for element in (element for kind, layer in layers for element in layer if kind == "data"):
        rectangle = None if element.get("transform") else _RECT.fullmatch(element.get("d", ""))
        place = _place(element)
        if element.get("fill", "").startswith("url("):
            hatched.append(_shape(element))
        elif rectangle:
            rectangles.append(tuple(map(float, rectangle.groups())))
        elif _LINE.fullmatch(element.get("d", "")):
            ends += [(float(x) + place[0], float(y) + place[1]) for x, y in _POINTS.findall(element.get("d", ""))]
        elif element.tag == "line" and not element.get("stroke-dasharray"):
            ends += [place, (place[0] + float(element.get("x2", "0")), place[1] + float(element.get("y2", "0")))]
        elif element.tag == "path":
            points.append(place)
    signs = [element for kind, layer in layers for element in layer if kind == "signs"]
    gaps = [element for element in signs if element.get("fill", "").startswith("url(") and _place(element)[1] >= 0]
    hatched += [_shape(element) for element in gaps]
    texts = (element.text or "" for kind, layer in layers for element in layer if kind == "words")
    axis = (element.text or "" for kind, layer in layers for element in layer if kind == "axis")
    return Marks(
        rectangles=tuple(rectangles),  # type: ignore[arg-type]  # four groups
        points=tuple(points),
        ends=tuple(ends),
        numbers=tuple(text.strip() for text in texts if _BARE.fullmatch(text.strip())),
        ticks=tuple(text.strip() for text in axis if _BARE.fullmatch(text.strip())),
        hatched=tuple(hatched),
        gaps=tuple(_place(element) for element in gaps),
        strays=sum(_is_stray(element, rectangles, points) for element in signs),
    )


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
    if drawn.strays or any(not _is_said(text, table, values) for text in drawn.numbers):
        yield "leak-drawing"
    limit = max(2 * max(values, default=0), 5, 0 if drawn.points else sum(values))
    if any(not _is_tick(text, table, limit) and not _is_said(text, table, values) for text in drawn.ticks):
        yield "leak-drawing"
    if drawn.rectangles and len({across for across, _ in drawn.gaps}) > 1:
        yield "leak-drawing"
    if len(set(drawn.hatched)) > 1:
        yield "leak-difference"


def _varying(sides: list[list[float]]) -> list[list[float]]:
    """The sides that differ from mark to mark: the others are no figures."""
    return [side for side in sides if len(set(side)) > 1] or sides


def _layers(group: ET.Element) -> Iterator[tuple[str, tuple[ET.Element, ...]]]:
    """The layers of every plot, each with what it is: `axis`, `data`, `words`, or `signs` (what follows the words)."""
    children = [child for child in group if child.tag == "g"]
    is_plot = any(_is_axis(child) or all(leaf.tag != "g" for leaf in child) for child in children if len(child))
    spoken = False
    for child in children:
        leaves = tuple(leaf for leaf in child.iter() if not len(leaf) and leaf.tag != "g")
        if _is_axis(child):
            yield "axis", leaves
        elif not is_plot:
            yield from _layers(child)
        elif _is_words(child):
            spoken = True
            yield "words", leaves
        else:
            yield ("signs" if spoken else "data"), leaves


def _is_words(layer: ET.Element) -> bool:
    return any(leaf.tag == "text" for leaf in layer.iter())


def _is_axis(layer: ET.Element) -> bool:
    """Vega puts axes half a pixel aside."""
    first = next(iter(layer), None)
    match = _MOVE.fullmatch(first.get("transform", "")) if first is not None and first.tag == "g" else None
    return match is not None and match[1].endswith(".5") and match[2].endswith(".5")


def _place(element: ET.Element) -> tuple[float, float]:
    match = _MOVE.fullmatch(element.get("transform", ""))
    return (float(match[1]), float(match[2])) if match else (0.0, 0.0)


def _shape(element: ET.Element) -> str:
    """Its size, wherever it stands."""
    rectangle = _RECT.fullmatch(element.get("d", ""))
    attributes = sorted(
        (key, value) for key, value in element.attrib.items() if key not in ("d", "transform", "stroke", "fill")
    )
    return f"{rectangle[3]} {rectangle[4]} {attributes}" if rectangle else f"{element.get('d')} {attributes}"


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


def _are_tiles(drawn: Marks) -> bool:
    """Squares that are all alike say nothing by their size."""
    return len(drawn.rectangles) > 1 and len({(round(w, 1), round(h, 1)) for _, _, w, h in drawn.rectangles}) == 1


def _is_stray(sign: ET.Element, rectangles: Sequence[tuple[float, ...]], points: Sequence[tuple[float, float]]) -> bool:
    """A sign of the key stands over the plot or at its right; one inside it would be a mark."""
    x, y = _place(sign)
    if y < 0 or sign.get("fill", "").startswith("url("):
        return False
    right = max((*(one[0] + one[2] for one in rectangles), *(point[0] for point in points)), default=-1.0)
    return x <= right


def _is_tick(text: str, table: Table, limit: float) -> bool:
    """Whether a scale ends where the published figures (or their stacks) ask for: a greater hidden one would lengthen it."""
    found = [one for number in numbers(joined(text)) for one in number.values]
    is_year = table.with_concept("time-period") is not None and any(1000 < value < 3000 for value in found)  # noqa: PLR2004
    return is_year or any(value <= limit for value in found)


def _is_said(text: str, table: Table, values: Sequence[float]) -> bool:
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
