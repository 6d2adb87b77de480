"""Our own files, imported into an empty catalogue and built, give the same metadata back; what differs has its reason."""

import json

import pytest
from building import EPOCH, a_catalogue, build
from returning import DAY, DIFFERENCES, GRAPH_DIFFERENCES, GRAPH_FILE_DIFFERENCES, different

from celosia.harvest import Order, harvest

NOT_DATED = {"issued", "modified", "title", "description"}
"""Of files, where the invented catalogue says no more of them than of their dataset."""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        root = a_catalogue(tmp_path_factory.mktemp("own") / "catalogo")
        build(root)
        yield root / "site"


def _there_and_back(source, root, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    harvest(Order(source=str(source), root=root, day=DAY))
    build(root)
    return json.loads((root / "site/data.json").read_text(encoding="utf-8"))


def _stated(files):
    """An empty list of columns, of a file that is no table, says no more than none."""
    return [{name: value for name, value in file.items() if value != []} for file in files]


def test_data_json_gives_the_same_metadata_back(site, tmp_path, monkeypatch):
    before = json.loads((site / "data.json").read_text(encoding="utf-8"))
    after = _there_and_back(site / "data.json", tmp_path, monkeypatch)
    assert different(before, after) == {"dataset"}
    assert len(before["dataset"]) == len(after["dataset"]) > 4
    back = {one["identifier"]: one for one in after["dataset"]}
    for one in before["dataset"]:
        assert different(one, back[one["identifier"]]) - {"distribution"} <= DIFFERENCES.keys()
        assert _stated(one["distribution"]) == _stated(back[one["identifier"]]["distribution"])


def test_the_graph_gives_the_same_datasets_and_files_back(site, tmp_path, monkeypatch):
    before = json.loads((site / "data.json").read_text(encoding="utf-8"))
    after = _there_and_back(site / "catalog.ttl", tmp_path, monkeypatch)
    back = {one["identifier"]: one for one in after["dataset"]}
    for one in before["dataset"]:
        other = back[one["identifier"]]
        assert different(one, other) - {"distribution"} <= GRAPH_DIFFERENCES.keys()
        files = {file["downloadURL"]: file for file in other["distribution"]}
        for file in one["distribution"]:
            assert different(file, files[file["downloadURL"]]) <= GRAPH_FILE_DIFFERENCES.keys() | NOT_DATED


def test_a_data_package_gives_its_texts_back_in_both_languages(site, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    source = site / "datasets/ejemplo-normas/datapackage.json"
    harvest(Order(source=str(source), root=tmp_path, day=DAY))
    build(tmp_path)
    before = json.loads(source.read_text(encoding="utf-8"))
    after = json.loads((tmp_path / "site/datasets/ejemplo-normas/datapackage.json").read_text(encoding="utf-8"))
    for name in ("name", "title", "description", "version", "keywords", "licenses", "contributors"):
        assert [one for one in (before[name], after[name]) if one != before[name]] in ([], [after[name]]), name
        assert after[name] == before[name] or name == "contributors"
    assert after["i18n"]["en"]["title"] == before["i18n"]["en"]["title"]
    for name in ("summary", "issued", "modified", "spatial", "themes"):
        assert after["celosia"][name] == before["celosia"][name]
