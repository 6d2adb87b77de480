"""pysdmx, which the BIS wrote, reads every SDMX-CSV file of the site to the values that stand in it."""

import csv
import json
from pathlib import Path

import pytest

SITE = Path(__file__).parents[2] / "site"
FILES = sorted(SITE.glob("datasets/*/*.sdmx.csv"))

pytestmark = pytest.mark.skipif(not FILES, reason="needs the built site: make site")


def _rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _read(path):
    from pysdmx.io import read_sdmx  # noqa: PLC0415 - slow to import

    (data,) = read_sdmx(path, validate=False).data
    return data


def test_every_value_of_every_file_is_read():
    assert len(FILES) > 100
    for path in FILES:
        expected = [{name: cell for name, cell in row.items() if name not in _FIXED} for row in _rows(path)]
        assert _read(path).data.to_dict("records") == expected, path.name


_FIXED = ("STRUCTURE", "STRUCTURE_ID", "ACTION")


def test_the_structure_has_the_version_of_the_dataset():
    path = FILES[0]
    version = json.loads((path.parent / "datapackage.json").read_text(encoding="utf-8"))["version"]
    assert _read(path).short_urn.endswith(f"({version})")


def test_a_hidden_figure_is_read_as_absent_and_confidential():
    hidden = [row for path in FILES for row in _rows(path) if row["OBS_STATUS"] == "Q"]
    assert hidden
    assert {row["CONF_STATUS"] for row in hidden} == {"C"}
    assert {row["OBS_VALUE"] for row in hidden if "OBS_VALUE" in row} <= {""}
