"""A drawing's texts and titles, and all in it that draws nothing one can see. (`seal/drawing.py` reads its geometry.) Pure."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from celosia.seal.content import Content, Passage
from celosia.seal.readers.markup import parsed

_SEEN = frozenset({
    "svg", "g", "title", "desc", "style", "path", "text", "tspan", "line", "rect", "circle", "pattern", "defs", "clipPath",
    "use", "ellipse", "polygon", "polyline", "linearGradient", "stop", "symbol",
})  # fmt: skip
_GEOMETRY = frozenset({
    "transform", "d", "x", "y", "x1", "x2", "y1", "y2", "width", "height", "viewBox", "r", "rx", "ry", "cx", "cy", "points",
    "font-size", "font-family", "font-weight", "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap",
    "stroke-linejoin", "stroke-miterlimit", "text-anchor", "patternUnits", "patternTransform", "opacity", "fill-opacity",
    "stroke-opacity", "role", "clip-path", "dominant-baseline", "fill-rule", "clip-rule", "preserveAspectRatio", "offset",
    "stop-color", "href", "xml:space",
})  # fmt: skip


def read_svg(body: bytes) -> Content:
    """Texts, titles and attributes that hold words. Metadata, comments, scripts and what is hidden are told by their names."""
    root, comments = parsed(body)
    elements = tuple(root.iter())
    parts = (*comments, *(part for element in elements for part in _hidden(element)))
    return Content(
        passages=tuple(text for element in elements for text in _passages(element)), parts=tuple(dict.fromkeys(parts))
    )


def _passages(element: ET.Element) -> Iterator[Passage]:
    kind = element.tag
    if element.text and element.text.strip():
        yield Passage(part=kind, text=element.text)
    if element.tail and element.tail.strip():
        yield Passage(part=kind, text=element.tail)
    for key, value in element.attrib.items():
        plain = key.rpartition("}")[2]
        if plain not in _GEOMETRY and not (kind == "svg" and plain == "id"):
            yield Passage(part=f"{kind}@{plain}", text=value)


def _hidden(element: ET.Element) -> Iterator[str]:
    if element.tag not in _SEEN:
        yield element.tag
    if element.get("display") == "none" or element.get("visibility") in ("hidden", "collapse") or element.get("opacity") == "0":
        yield "hidden element"
    if element.tag == "text" and (
        "none" in (element.get("fill"), element.get("font-size")) or element.get("font-size") in ("0", "0px")
    ):
        yield "hidden element"
