"""What a drawing's geometry says: rectangles, points, ends of lines, numbers, hatched gaps. Pure.

Vega's SVG has one group for each layer of marks: axes first, then data, then words, then the signs of the key.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from celosia.charts.palette import CLASSES
from celosia.seal.readers.markup import tree

_RECT = re.compile(r"M(-?[\d.]+),(-?[\d.]+)h(-?[\d.]+)v(-?[\d.]+)h-?[\d.]+Z")
_MOVE = re.compile(r"translate\((-?[\d.e-]+),(-?[\d.e-]+)\)")
_POINTS = re.compile(r"[ML](-?[\d.]+),(-?[\d.]+)")
_LINE = re.compile(r"(?:[ML]-?[\d.]+,-?[\d.]+)+")
BARE = re.compile(r"[≈<>≥≤]?\s?\d[\d\s\u202f\u00a0.,]*%?(?:\s?\[[a-z]\])?")
"""A number with its signs: nearly, per cent, provisional."""

Point = tuple[float, float]
Shape = tuple[tuple[float, ...], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What is drawn of the data: rectangles (x, y, width, height), points, the ends of lines, bare numbers.

    `ticks` are the numbers of the axes, `hatched` the shapes of hidden figures, `gaps` the places of those that stand in a
    row, `shaded` counts the tiles of a map in the colour of a class, `strays` the signs of the key that stand among the data.
    """

    rectangles: tuple[tuple[float, ...], ...]
    points: tuple[Point, ...]
    ends: tuple[Point, ...]
    numbers: tuple[str, ...]
    ticks: tuple[str, ...]
    hatched: tuple[Shape, ...]
    shaded: int
    gaps: tuple[Point, ...]
    strays: int


def marks(body: bytes) -> Marks:
    """Read a drawing."""
    layers = tuple(_layers(tree(body)))
    shown = [element for element in _of("data", layers) if not _is_hatched(element)]
    signs = _of("signs", layers)
    gaps = [element for element in signs if _is_hatched(element) and _place(element)[1] >= 0]
    hatched = [*(element for element in _of("data", layers) if _is_hatched(element)), *gaps]
    rectangles = tuple(rectangle for element in shown if (rectangle := _rectangle(element)))
    points = tuple(_place(element) for element in shown if _is_point(element))
    return Marks(
        rectangles=rectangles,
        points=points,
        ends=tuple(end for element in shown for end in _ends(element)),
        numbers=_numbers(_of("words", layers)),
        ticks=_numbers(_of("axis", layers)),
        hatched=tuple(_shape(element) for element in hatched),
        gaps=tuple(_place(element) for element in gaps),
        shaded=sum(element.get("fill") in CLASSES for element in shown),
        strays=sum(_is_stray(element, rectangles, points) for element in signs),
    )


def _of(kind: str, layers: Sequence[tuple[str, tuple[ET.Element, ...]]]) -> tuple[ET.Element, ...]:
    return tuple(element for name, layer in layers if name == kind for element in layer)


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


def _place(element: ET.Element) -> Point:
    match = _MOVE.fullmatch(element.get("transform", ""))
    return (float(match[1]), float(match[2])) if match else (0.0, 0.0)


def _is_hatched(element: ET.Element) -> bool:
    return element.get("fill", "").startswith("url(")


def _rectangle(element: ET.Element) -> tuple[float, ...] | None:
    """A rectangle of the data; a square that is moved to its place is a point."""
    match = None if element.get("transform") else _RECT.fullmatch(element.get("d", ""))
    return tuple(map(float, match.groups())) if match else None


def _is_point(element: ET.Element) -> bool:
    """A symbol is drawn around its place; what is drawn where it stands (a tile) is none."""
    return element.tag == "path" and element.get("transform") is not None and not _LINE.fullmatch(element.get("d", ""))


def _ends(element: ET.Element) -> Iterator[Point]:
    """The corners of a line; a dashed rule marks a break, not a figure."""
    x, y = _place(element)
    if _LINE.fullmatch(element.get("d", "")):
        yield from ((float(left) + x, float(top) + y) for left, top in _POINTS.findall(element.get("d", "")))
    elif element.tag == "line" and not element.get("stroke-dasharray"):
        yield from ((x, y), (x + float(element.get("x2", "0")), y + float(element.get("y2", "0"))))


def _numbers(elements: Sequence[ET.Element]) -> tuple[str, ...]:
    return tuple(text for element in elements if BARE.fullmatch(text := (element.text or "").strip()))


def _shape(element: ET.Element) -> Shape:
    """The corners of a hatched mark as seen from its first, and its looks."""
    looks = sorted((key, value) for key, value in element.attrib.items() if key not in ("d", "transform", "stroke", "fill"))
    rectangle, path = _RECT.fullmatch(element.get("d", "")), element.get("d", "")
    if rectangle:
        return (float(rectangle[3]), float(rectangle[4])), repr(looks)
    corners = [(float(left), float(top)) for left, top in _POINTS.findall(path)]
    from_first = (side - first for corner in corners for side, first in zip(corner, corners[0], strict=True))
    return tuple(from_first), repr((re.sub(r"[\d.,-]+", "", path), looks))


def _is_stray(sign: ET.Element, rectangles: Sequence[tuple[float, ...]], points: Sequence[tuple[float, float]]) -> bool:
    """A sign of the key stands over the plot or at its right; one inside it would be a mark."""
    x, y = _place(sign)
    if y < 0 or _is_hatched(sign):
        return False
    right = max((*(one[0] + one[2] for one in rectangles), *(point[0] for point in points)), default=-1.0)
    return x <= right
