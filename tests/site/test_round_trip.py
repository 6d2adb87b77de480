"""The whole reference catalogue, imported into an empty one from its own files, says the same of itself."""

import json
from pathlib import Path

import pytest
from returning import DIFFERENCES, FILE_DIFFERENCES, GRAPH_DIFFERENCES, GRAPH_FILE_DIFFERENCES, different, given_back

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
TOLD = ROOT / "docs/project/how-to/import-a-catalogue.md"

pytestmark = pytest.mark.skipif(not (SITE / "data.json").exists(), reason="needs the built site: make site")


@pytest.mark.parametrize(
    ("name", "of_datasets", "of_files"),
    [
        ("data.json", DIFFERENCES, FILE_DIFFERENCES),
        ("catalog.ttl", GRAPH_DIFFERENCES, GRAPH_FILE_DIFFERENCES),
    ],
)
def test_every_property_of_every_dataset_comes_back(tmp_path, name, of_datasets, of_files):
    before = json.loads((SITE / "data.json").read_text(encoding="utf-8"))
    after = given_back(SITE / name, tmp_path, before["homepage"])
    back = {one["identifier"]: one for one in after["dataset"]}
    assert back.keys() == {one["identifier"] for one in before["dataset"]}
    assert len(back) > 15
    differing, differing_files = different(before, after) - {"dataset"}, set()
    for one in before["dataset"]:
        differing |= different(one, back[one["identifier"]]) - {"distribution"}
        files = {file["downloadURL"]: file for file in back[one["identifier"]]["distribution"]}
        assert files.keys() == {file["downloadURL"] for file in one["distribution"]}
        for file in one["distribution"]:
            differing_files |= different(file, files[file["downloadURL"]])
    assert differing <= of_datasets.keys()
    assert differing_files <= of_files.keys()
    assert name != "data.json" or (differing, differing_files) == (DIFFERENCES.keys(), FILE_DIFFERENCES.keys())


def test_the_list_of_differences_is_told_to_people():
    told = TOLD.read_text(encoding="utf-8").partition("## There and back")[2]
    lists = (DIFFERENCES, FILE_DIFFERENCES, GRAPH_DIFFERENCES, GRAPH_FILE_DIFFERENCES)
    assert [name for one in lists for name in one if f"`{name}`" not in told] == []
