"""A drawing as a file of its own: clean, light or dark by itself, the same bytes each time. Pure."""

import re
from functools import cache
from xml.etree import ElementTree as ET

from celosia.charts.palette import DARK, WITHHELD, WITHHELD_PAPER
from celosia.charts.typography import FONT

_SVG = "http://www.w3.org/2000/svg"
_NUMBER = re.compile(r"-?\d+\.\d{3,}")
_DROPPED = ("class", "font-family", "pointer-events", "aria-hidden", "opacity")


def clean(drawn: str, words: tuple[str, str], name: str, size: tuple[float, float]) -> str:
    """The SVG with its `words` (title, description) and its dark colours, without roles, classes or empty parts.

    `name` makes its ids unique.
    """
    ET.register_namespace("", _SVG)
    root = ET.fromstring(drawn)  # noqa: S314 - idem
    for element in root.iter():
        _strip(element)
    _prune(root)
    width, height = (f"{length:g}" for length in size)
    root.attrib = {"width": width, "height": height, "viewBox": f"0 0 {width} {height}", "role": "img", "font-family": FONT}
    _hatch(root, f"{name}-withheld")
    root.insert(0, _element("style", text=_style()))
    title, description = words
    root.insert(0, _element("desc", text=description))
    root.insert(0, _element("title", text=title))
    return ET.tostring(root, encoding="unicode") + "\n"


def on_paper(drawn: str, heading: tuple[str, ...]) -> str:
    """The clean SVG on white paper under the lines of its title, for a picture that travels without its page.

    The drawing becomes a group: a nested `svg` is a viewport, which costs whoever turns it into pixels a second picture.
    """
    root = ET.fromstring(drawn)  # noqa: S314 - idem
    width, height = float(root.get("width", "0")), float(root.get("height", "0"))
    top = 24 * len(heading) + 14
    texts = [
        _element(
            "text", {"x": "12", "y": str(28 + 24 * number), "font-size": "18", "font-weight": "bold", "fill": "#1F2937"}, line
        )
        for number, line in enumerate(heading)
    ]
    root.tag, root.attrib = f"{{{_SVG}}}g", {"transform": f"translate(10 {top})"}
    size = {"width": f"{width + 20:g}", "height": f"{height + top + 10:g}", "font-family": FONT}
    paper = _element(f"{{{_SVG}}}svg", size)
    paper.append(_element("rect", {"width": "100%", "height": "100%", "fill": "#fff"}))
    paper.extend([*texts, root])
    return ET.tostring(paper, encoding="unicode")


def _strip(element: ET.Element) -> None:
    for key, value in tuple(element.attrib.items()):
        if key in _DROPPED or key == "role" or key.startswith("aria-") or value == "":
            del element.attrib[key]
        else:
            element.set(key, _NUMBER.sub(lambda match: f"{float(match[0]):.2f}".rstrip("0").rstrip("."), value))


def _prune(element: ET.Element) -> None:
    for child in tuple(element):
        _prune(child)
        if (
            child.get("display") == "none"
            or (_name(child) == "g" and not len(child))
            or (_name(child) == "path" and _is_blank(child))
        ):
            element.remove(child)


def _is_blank(path: ET.Element) -> bool:
    return not (path.get("stroke") or path.get("fill")) or not path.get("d")


def _name(element: ET.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _hatch(root: ET.Element, name: str) -> None:
    hatched = [element for element in root.iter() if element.get("fill") == WITHHELD]
    if not hatched:
        return
    pattern = _element(
        "pattern", {"id": name, "width": "6", "height": "6", "patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)"}
    )
    pattern.append(_element("rect", {"width": "6", "height": "6", "fill": WITHHELD_PAPER}))
    pattern.append(_element("rect", {"width": "1.5", "height": "6", "fill": WITHHELD}))
    for element in hatched:
        element.set("fill", f"url(#{name})")
    root.insert(0, pattern)


@cache
def _style() -> str:
    rules = "".join(
        f'[fill="{light}"]{{fill:{dark}}}[stroke="{light}"]{{stroke:{dark}}}' for light, dark in sorted(DARK.items())
    )
    return f"@media screen and (prefers-color-scheme:dark){{{rules}}}"


def _element(name: str, attributes: dict[str, str] | None = None, text: str | None = None) -> ET.Element:
    element = ET.Element(name if name.startswith("{") else f"{{{_SVG}}}{name}", attributes or {})
    element.text = text
    return element
