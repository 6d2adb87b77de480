"""The files of a chart. All figures are invented."""

import json
import struct
from xml.etree import ElementTree as ET

import pytest
from unit.charts.drawings import GENDER, HIDDEN, PERIOD, a_drawing, yearly

from celosia.charts import Drawing, draw, vega_bundle
from celosia.charts.palette import DARK, INK

STEM = "docs/es/datasets/x/charts/prueba"


@pytest.fixture(scope="module")
def drawing() -> Drawing:
    return a_drawing("line", (PERIOD,), yearly(y2011=1187, y2012=1500, y2013=(None, *HIDDEN), y2014=1000))


@pytest.fixture(scope="module")
def files(drawing: Drawing) -> dict[str, bytes]:
    return dict(draw(drawing))


def test_a_chart_is_five_files(files: dict[str, bytes]) -> None:
    assert set(files) == {f"{STEM}{end}" for end in (".svg", ".narrow.svg", ".png", ".vega.json", ".csv")}


def test_the_same_drawing_gives_the_same_bytes(drawing: Drawing, files: dict[str, bytes]) -> None:
    assert dict(draw(drawing)) == files


@pytest.mark.parametrize(("end", "width"), [(".svg", "640"), (".narrow.svg", "300")])
def test_a_drawing_is_a_file_of_its_own(files: dict[str, bytes], end: str, width: str) -> None:
    text = files[STEM + end].decode()
    root = ET.fromstring(text)
    assert root.get("width") == width
    assert root.get("viewBox") == f"0 0 {width} {root.get('height')}"
    assert root[0].text == "Título <de> prueba"
    assert "script" not in text
    assert "href" not in text
    assert "aria-" not in text
    assert [element.get("role") for element in root.iter() if element.get("role")] == ["img"]
    assert "prefers-color-scheme:dark" in text


def test_every_colour_of_a_drawing_has_its_dark_one(files: dict[str, bytes]) -> None:
    root = ET.fromstring(files[f"{STEM}.svg"].decode())
    colours = {element.get(key, "") for element in root.iter() for key in ("fill", "stroke")}
    assert {colour for colour in colours if colour.startswith("#")} <= set(DARK)
    assert INK in colours


def test_ids_are_those_of_the_chart_alone(files: dict[str, bytes]) -> None:
    ids = [element.get("id") for end in (".svg", ".narrow.svg") for element in ET.fromstring(files[STEM + end].decode()).iter()]
    named = [name for name in ids if name]
    assert len(named) == len(set(named))
    assert all(name.startswith("prueba-") for name in named)


def test_numbers_are_written_as_the_language_writes_them(files: dict[str, bytes]) -> None:
    english = draw(a_drawing("line", (PERIOD,), yearly(y2011=1187, y2012=1500), lang="en"))
    assert "1\u202f500" in files[f"{STEM}.svg"].decode()
    assert "1,500" in english[f"{STEM}.svg"].decode()


def test_the_interactive_drawing_brings_its_data(files: dict[str, bytes]) -> None:
    spec = json.loads(files[f"{STEM}.vega.json"])
    assert spec["$schema"].startswith("https://vega.github.io/schema/vega/")
    assert not [source for source in spec["data"] if "url" in source]
    assert spec["width"] + spec["padding"]["left"] + spec["padding"]["right"] == pytest.approx(640)


def test_the_picture_is_twice_as_wide(files: dict[str, bytes]) -> None:
    picture = files[f"{STEM}.png"]
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">I", picture[16:20]) == (2 * 660,)


def test_the_csv_is_the_rows_that_are_drawn(drawing: Drawing, files: dict[str, bytes]) -> None:
    assert files[f"{STEM}.csv"] == drawing.table.body


def test_panels_keep_to_the_width() -> None:
    rows = [(year, part, 30) for year in ("2011", "2012") for part in "abcd"]
    root = ET.fromstring(draw(a_drawing("small-multiples", (PERIOD, GENDER), rows))[f"{STEM}.svg"].decode())
    assert root.get("width") == "640"


def test_the_bundle_is_one_script_for_both_languages() -> None:
    (path,) = bundle = vega_bundle()
    assert path == "docs/es/assets/vendor/vega.js"
    assert bundle[path].startswith(b"(()=>{")
    assert b"window.vegaEmbed" in bundle[path]
