"""The dataset as files to keep: the descriptor, and the archive."""

import json
from io import BytesIO
from zipfile import ZipFile

from unit.exporters.catalogs import COLUMNS, dataset, notes, table

from celosia.exporters import export_dataset

FOLDER = "docs/es/datasets/casos-inventados"


def _archive():
    return ZipFile(BytesIO(export_dataset(notes())[f"{FOLDER}/casos-inventados.zip"]))


def test_every_table_has_its_formats_and_its_columns_described():
    files = export_dataset(notes(dataset(table(), table(name="otra"))))
    endings = ("csv", "xlsx", "json", "parquet", "sdmx.csv", "csv-metadata.json")
    assert {f"{FOLDER}/{name}.{ending}" for name in ("total", "otra") for ending in endings} <= set(files)


def test_a_dataset_is_described_cited_and_packed_once():
    own = {
        "datapackage.json",
        "croissant.json",
        "linkset.json",
        "cita.bib",
        "cita.ris",
        "cita.csl.json",
        "casos-inventados.zip",
    }
    assert {f"{FOLDER}/{name}" for name in own} <= set(export_dataset(notes()))


def test_a_list_without_figures_has_no_sdmx():
    named = table(columns=COLUMNS[:1], rows=(("x-1",),))
    assert f"{FOLDER}/total.sdmx.csv" not in export_dataset(notes(dataset(named)))


def test_the_archive_holds_the_data_as_committed_and_what_must_be_known_of_it():
    archive = _archive()
    assert archive.namelist() == ["LEEME.txt", "LICENSE.txt", "README.txt", "data/total.csv", "datapackage.json"]
    assert archive.read("data/total.csv") == table().body
    assert b"https://creativecommons.org/licenses/by/4.0/" in archive.read("LICENSE.txt")
    assert "Un caso inventado" in archive.read("LEEME.txt").decode()
    assert "An invented case" in archive.read("README.txt").decode()
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_an_untranslated_text_says_its_language():
    assert "Ninguna norma (in Spanish)" in _archive().read("README.txt").decode()


def test_the_paths_of_the_archived_descriptor_are_those_of_the_archive():
    archive = _archive()
    paths = [resource["path"] for resource in json.loads(archive.read("datapackage.json"))["resources"]]
    assert set(paths) <= set(archive.namelist())


def test_frictionless_accepts_what_is_published_and_what_is_archived(tmp_path):
    from frictionless import Package  # noqa: PLC0415 - costs a second to import

    for path, body in export_dataset(notes()).items():
        target = tmp_path / "site" / path.removeprefix(FOLDER + "/")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(body)
    _archive().extractall(tmp_path / "zip")
    for folder in ("site", "zip"):
        report = Package(str(tmp_path / folder / "datapackage.json")).validate()
        assert report.valid, report.to_summary()
        assert report.stats["tasks"] == 1
