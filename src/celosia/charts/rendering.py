"""From a layout to SVG, Vega and PNG. The only one that calls vl-convert; slow to import, as is `template`."""

import json
from collections.abc import Mapping
from math import ceil
from typing import Any

import vl_convert

from celosia.charts.png import smaller
from celosia.charts.sheet import Layout
from celosia.charts.svg import clean, on_paper
from celosia.charts.template import fill
from celosia.charts.typography import wrap

_VEGA_LITE = "6.4"
_TITLE = 18
_SNIPPET = "window.vegaEmbed = vegaEmbed;"
_NUMBERS: Mapping[str, dict[str, Any]] = {
    "es": {"decimal": ",", "thousands": "\u202f", "grouping": [3], "currency": ["$\u00a0", ""]},
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["$", ""]},
}


def vega(layout: Layout, lang: str) -> dict[str, Any]:
    """The compiled Vega specification, with its data inside and the numbers of its language."""
    spec = fill(layout)
    spec["config"] = {**spec["config"], "locale": {"number": _NUMBERS[lang]}}
    compiled = vl_convert.vegalite_to_vega(spec, vl_version=_VEGA_LITE)
    frame = layout.frame
    return compiled | {"width": round(layout.sheet.width - frame.left - frame.right, 2), "height": round(frame.height, 2)}


def svg(specification: dict[str, Any], words: tuple[str, str], name: str, lang: str) -> str:
    """The drawing of a Vega specification as a clean file."""
    padding = specification["padding"]
    width = specification["width"] + padding["left"] + padding["right"]
    height = specification["height"] + padding["top"] + padding["bottom"]
    return clean(vl_convert.vega_to_svg(specification, format_locale=_NUMBERS[lang]), words, name, (round(width), ceil(height)))


def png(drawn: str, title: str) -> bytes:
    """The same drawing as a picture on white paper with its title, at twice the size."""
    picture = vl_convert.svg_to_png(on_paper(drawn, wrap(title, 600, _TITLE)), scale=2)
    return smaller(picture)


def vega_json(specification: Mapping[str, Any]) -> bytes:
    """A Vega specification as a file, on white: its colours are the light ones."""
    return json.dumps({**specification, "background": "white"}, ensure_ascii=False, separators=(",", ":")).encode()


def bundle() -> bytes:
    """Vega with vega-embed, as one script that sets `window.vegaEmbed` and leaves no other name behind."""
    script = vl_convert.javascript_bundle(_SNIPPET, vl_version=_VEGA_LITE)
    return f"(()=>{{{script}\n}})();\n".encode()
