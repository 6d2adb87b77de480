"""Drawings: what a chart's files may hold besides its published figures, planted and found. Every figure is invented."""

import json
import re

import pytest
from leaking import BASE, Built, Plant, chunk, swap

from celosia.seal.drawing import faults
from celosia.seal.geometry import marks

BARS, LINE, DOTS, PANELS, TILES = (f"{BASE}charts/{name}.svg" for name in ("barras", "linea", "puntos", "apiladas", "mapa"))
NARROW = f"{BASE}charts/barras.narrow.svg"
VEGA, PNG, ROWS = (f"{BASE}charts/barras.{ending}" for ending in ("vega.json", "png", "csv"))
SECRET = "7 personas del Norte"


def _data(name: str, change: "object") -> Plant:
    """Change the records of a data set of a specification."""

    def plant(body: bytes) -> bytes:
        spec = json.loads(body)
        (values,) = (source["values"] for source in spec["data"] if source["name"] == name)
        change(values)  # type: ignore[operator]
        return json.dumps(spec).encode()

    return plant


def _top(**members: object) -> Plant:
    return lambda body: json.dumps({**json.loads(body), **members}).encode()


def _after_first(pattern: str, made: str) -> Plant:
    """Put an element after the first that a pattern finds, or in its place where `made` does not repeat it."""

    def plant(body: bytes) -> bytes:
        changed, times = re.subn(pattern, lambda match: match.expand(made), body.decode(), count=1)
        assert times, pattern
        return changed.encode()

    return plant


def _more_pixels(body: bytes) -> bytes:
    """A second image data chunk that no reader of the picture asks for."""
    return chunk(b"IDAT", b"norte 7")(body)


_BAR = r'(<path d="M0,)([\d.]+)(h)([\d.]+)(v[\d.]+h-)([\d.]+)(Z"[^>]*/>)'
_POINT = r'<path transform="translate\(([\d.]+),([\d.]+)\)"( d="M4[^>]*/>)'
LEAKS = {
    "bar where the figure is hidden": (BARS, _after_first(_BAR, r"\g<0>\g<1>100\g<3>12.5\g<5>12.5\g<7>"), "leak-drawing"),
    "bar in the narrow drawing": (NARROW, _after_first(_BAR, r"\g<0>\g<1>100\g<3>5.5\g<5>5.5\g<7>"), "leak-drawing"),
    "bar of another length": (BARS, _after_first(_BAR, r"\g<1>\g<2>\g<3>12.5\g<5>12.5\g<7>"), "leak-drawing"),
    "point where the figure is hidden": (
        LINE,
        _after_first(_POINT, r'\g<0><path transform="translate(112.5,222.1)"\3'),
        "leak-drawing",
    ),
    "point at another height": (LINE, _after_first(_POINT, r'<path transform="translate(\1,222.1)"\3'), "leak-drawing"),
    "line through a hidden figure": (LINE, _after_first(r'd="(M[\d.]+,[\d.]+)L', r'd="\1L112.5,222.1L'), "leak-drawing"),
    "span to a hidden figure": (
        DOTS,
        _after_first(
            r'(stroke-width="2" ?/>)',
            r'\1<line transform="translate(5,13)" x2="20" y2="0" stroke="#6B7280" stroke-width="2" />',
        ),
        "leak-drawing",
    ),
    "figure": (BARS, swap(">160<", ">7<"), "leak-drawing"),
    "scale for a greater figure": (LINE, swap(">200<", ">900<"), "leak-drawing"),
    "words": (BARS, swap(">Oeste<", f">{SECRET}<"), "leak-figure"),
    "title": (BARS, swap("<title>", f"<title>{SECRET}. "), "leak-figure"),
    "description": (BARS, swap("<desc>", f"<desc>{SECRET}. "), "leak-figure"),
    "label": (BARS, swap("<path ", f'<path aria-label="{SECRET}" '), "leak-figure"),
    "metadata": (BARS, swap("<title>", "<metadata>norte 7</metadata><title>"), "leak-part"),
    "comment": (BARS, swap("<title>", "<!-- norte 7 --><title>"), "leak-part"),
    "invisible element": (BARS, swap("<text ", '<text opacity="0" '), "leak-part"),
    "picture inside": (BARS, swap("<title>", '<image href="data:,7"/><title>'), "leak-part"),
    "document type": (BARS, lambda body: b'<!DOCTYPE svg [<!ENTITY n "7">]>' + body, "leak-unreadable"),
    "tile in the colour of its class": (
        TILES,
        swap(
            'Z" fill="url(#mapa-wide-withheld)" stroke="#6B7280" stroke-width="1"',
            'Z" fill="#A9CCE3" stroke="#6B7280" stroke-width="1"',
        ),
        "leak-drawing",
    ),
    "tile": (TILES, swap(">40 [p]<", ">7 [p]<"), "leak-drawing"),
    "panel": (
        PANELS,
        _after_first(
            r'<path transform="translate\(([\d.]+),([\d.]+)\)"( d="M2[^>]*/>)', r'\g<0><path transform="translate(\1,90.1)"\3'
        ),
        "leak-drawing",
    ),
    "vega record": (VEGA, _data("bars", lambda values: values.append({**values[0], "end": 7, "tip": {}})), "leak-drawing"),
    "vega record without words": (VEGA, _data("bars", lambda values: values.append({"start": 0, "end": 7})), "leak-drawing"),
    "vega field": (VEGA, _data("bars", lambda values: values[0].update(n=7)), "leak-drawing"),
    "vega tip": (
        VEGA,
        _data("bars", lambda values: values[0]["tip"].update({"Personas inventadas asistidas": "7"})),
        "leak-drawing",
    ),
    "vega label": (VEGA, _data("texts", lambda values: values.append({**values[0], "text": "7"})), "leak-drawing"),
    "vega note": (VEGA, _top(usermeta={"norte": 7}), "leak-drawing"),
    "vega text": (VEGA, _top(description=SECRET), "leak-figure"),
    "vega scale": (VEGA, _top(signals=[{"name": "highest", "value": 900}]), "leak-drawing"),
    "picture text": (PNG, chunk(b"tEXt", b"Comment\0norte 7"), "leak-part"),
    "picture text, compressed": (PNG, chunk(b"zTXt", b"Comment\0\0x"), "leak-part"),
    "picture text in any script": (PNG, chunk(b"iTXt", b"Comment\0\0\0\0\0norte 7"), "leak-part"),
    "camera data": (PNG, chunk(b"eXIf", b"MM\0*"), "leak-part"),
    "private chunk": (PNG, chunk(b"ceLo", b"7"), "leak-part"),
    "after the pixels": (PNG, _more_pixels, "leak-part"),
    "style of a drawing": (BARS, swap("</style>", f"/* {SECRET} */</style>"), "leak-figure"),
    "after the picture": (PNG, lambda body: body + b"norte 7", "leak-part"),
    "chart's rows": (ROWS, swap(",norte,", ",norte,7", 1), "leak-cell"),
}


def test_a_sound_drawing_is_silent(built: Built) -> None:
    for chart, table in built.published.charts:
        for ending in ("svg", "narrow.svg"):
            assert not list(faults(marks(built.files[f"{BASE}charts/{chart.name}.{ending}"]), table, chart.measure))


@pytest.mark.parametrize("name", LEAKS)
def test_a_leak_in_a_drawing_is_found_where_it_is(name: str, built: Built) -> None:
    path, plant, code = LEAKS[name]
    found = built.found(path, plant)
    assert code in {finding.code for finding in found}
    assert {finding.where.path for finding in found} == {path}


@pytest.mark.parametrize(
    ("made", "code"), [(r"\1\2M-2,-9L2,-9L2,9L-2,9Z\4", "leak-difference"), (r"\g<1>31\3\4", "leak-drawing")]
)
def test_hidden_marks_that_differ_in_size_or_place_are_found(made: str, code: str, built: Built) -> None:
    hatched = r'(<path transform="translate\()(17)(,[\d.]+\)" d="M-17,[^"]+)(" fill="url)'
    plant = _after_first(hatched, made if code == "leak-drawing" else made.replace(r"\2", r'\g<2>,98)" d="'))
    assert code in {finding.code for finding in built.found(BARS, plant)}
