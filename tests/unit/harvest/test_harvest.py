"""Somebody else's catalogue becomes one of ours: nothing made up, nothing lost that a person wrote, nothing outside."""

import json
from datetime import date
from pathlib import Path

import pytest
from building import CONFIGS, REPOSITORY, build, tree

from celosia.cli import main
from celosia.errors import CatalogRefusedError
from celosia.harvest import Order, harvest
from celosia.load import load
from celosia.load.yaml import parse

DAY = date(2026, 1, 15)
JUS = Path(__file__).resolve().parents[4] / "shared/data/datos-jus-2018-05-08.data.json"


def _file(**changes):
    told = {
        "identifier": "archivo-1", "title": "Inventado 2020", "accessURL": "https://datos.gob.ar/x",
        "downloadURL": "https://datos.gob.ar/x/inventado-2020.csv", "format": "CSV", "issued": "2020-02-03",
    }  # fmt: skip
    return {**told, **changes}


def _dataset(**changes):
    told = {
        "identifier": "invento-uno", "title": "Conjunto inventado", "description": "Todo aquí es inventado.",
        "publisher": {"name": "Institución Inventada", "mbox": "datos@institucion.gob.ar"}, "superTheme": ["JUST"],
        "accrualPeriodicity": "R/P1M", "issued": "2020-01-02T10:00:00", "modified": "2021-03-04", "keyword": ["invento"],
        "license": "CC-BY-4.0", "distribution": [_file()],
    }  # fmt: skip
    return {**told, **changes}


def _catalog(*datasets, **changes):
    return {
        "title": "Portal inventado",
        "description": "Inventado.",
        "publisher": {"name": "X"},
        "dataset": list(datasets),
        **changes,
    }


def _import(tmp_path, value, name="data.json"):
    source = tmp_path / name
    source.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    root = tmp_path / "catalogo"
    root.mkdir(exist_ok=True)
    return harvest(Order(source=str(source), root=root, day=DAY))


def _descriptor(tmp_path, name="invento-uno"):
    return parse((tmp_path / "catalogo/datasets" / name / "datapackage.yaml").read_text(encoding="utf-8"))


def _codes(done):
    return {finding.code for finding in done.report.findings}


def _loaded(tmp_path):
    loading = load(tmp_path / "catalogo", {})
    assert not [finding for finding in loading.findings if finding.severity == "error"]
    return loading.catalog


def test_what_is_stated_is_in_the_model(tmp_path):
    _import(tmp_path, _catalog(_dataset()))
    (dataset,) = _loaded(tmp_path).datasets
    assert (dataset.kind, dataset.frequency, dataset.themes) == ("linked", "MONTHLY", ("JUST",))
    assert (dataset.issued, dataset.modified) == (date(2020, 1, 2), date(2021, 3, 4))
    assert dataset.license.code == "CC_BY_4_0"
    assert dataset.links[0].url == "https://datos.gob.ar/x/inventado-2020.csv"
    assert dataset.origin.identifier == "invento-uno"


def test_what_is_not_stated_is_not_made_up(tmp_path):
    done = _import(tmp_path, {"title": "Portal", "dataset": [{"title": "Solo un título"}]})
    (dataset,) = _loaded(tmp_path).datasets
    assert {"issued", "modified", "spatial", "themes", "frequency", "publisher", "license"} <= set(dataset.origin.not_stated)
    assert dataset.license.url == ""
    assert "harvest-required" in _codes(done)


def test_a_second_import_writes_nothing(tmp_path):
    _import(tmp_path, _catalog(_dataset()))
    before = tree(tmp_path / "catalogo")
    done = _import(tmp_path, _catalog(_dataset()))
    assert done.states == {"same": 1}
    after = tree(tmp_path / "catalogo")
    assert {name for name in before if before[name] != after[name]} <= {"import-report.md", "import-report.json"}


def test_what_a_person_changed_survives_and_is_told(tmp_path):
    _import(tmp_path, _catalog(_dataset()))
    path = tmp_path / "catalogo/datasets/invento-uno/datapackage.yaml"
    text = path.read_text(encoding="utf-8").replace("title: Conjunto inventado", "title: Título de una persona", 1)
    path.write_text(text.replace("  kind: linked", "  kind: linked\n  summary: Frase de una persona."), encoding="utf-8")
    done = _import(tmp_path, _catalog(_dataset(title="Otro título", description="Otra descripción.", modified="2022-01-01")))
    node = _descriptor(tmp_path)
    assert node["title"] == "Título de una persona"
    assert node["celosia"]["summary"] == "Frase de una persona."
    assert (node["description"], str(node["celosia"]["modified"])) == ("Otra descripción.", "2022-01-01")
    assert node["version"] == "1.0.1"
    assert [dict(one.details)["key"] for one in done.report.findings if one.code == "harvest-kept"] == ["title"]
    assert _loaded(tmp_path).datasets[0].changes[0].version == "1.0.1"


def test_a_link_that_a_person_took_away_does_not_come_back(tmp_path):
    two = [_file(), _file(identifier="archivo-2", downloadURL="https://datos.gob.ar/x/otro.csv")]
    _import(tmp_path, _catalog(_dataset(distribution=two)))
    path = tmp_path / "catalogo/datasets/invento-uno/datapackage.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("  - name: otro-csv")], encoding="utf-8")
    three = [*two, _file(identifier="archivo-3", downloadURL="https://datos.gob.ar/x/nuevo.csv")]
    _import(tmp_path, _catalog(_dataset(distribution=three)))
    assert [link["name"] for link in _descriptor(tmp_path)["celosia"]["links"]] == ["inventado-2020-csv", "nuevo-csv"]


def test_names_do_not_move_when_the_source_is_reordered(tmp_path):
    one, two = _dataset(identifier="a1" * 16), _dataset(identifier="b2" * 16)
    _import(tmp_path, _catalog(one, two))
    done = _import(tmp_path, _catalog(two, one))
    assert done.states == {"same": 2}


def test_a_dataset_that_is_not_of_the_import_is_left_alone(tmp_path):
    home = tmp_path / "catalogo/datasets/invento-uno"
    home.mkdir(parents=True)
    (home / "datapackage.yaml").write_text("name: invento-uno\n", encoding="utf-8")
    _import(tmp_path, _catalog(_dataset()))
    assert (home / "datapackage.yaml").read_text(encoding="utf-8") == "name: invento-uno\n"
    assert _descriptor(tmp_path, "invento-uno-2")["celosia"]["identifier"] == "invento-uno"


HOSTILE = [
    {"identifier": "../../../etc/passwd"},
    {"identifier": "x" * 10_000, "title": "y" * 100_000},
    {"title": "<script>alert(1)</script> {{ 7*7 }} {% x %} [a](javascript:alert(1)) **b** `c`"},
    {"title": "&lt;img src=x onerror=alert(1)&gt;", "description": "# título\n```\n~~~\n![x](y)"},
    {"title": "NO", "description": "null"},
    {"title": "2020-01-01", "description": "12:30:45", "keyword": ["yes", "0x1F", "1_000", "~", "- a: b", "#no"]},
    {"title": "&ancla *alias !etiqueta", "description": "\u202ehola\x00\x1b[31m\ud800"},
    {"distribution": [_file(downloadURL="javascript:alert(1)", accessURL="data:text/html,x")]},
    {"distribution": [_file(downloadURL="http://[", accessURL="//x"), _file(), _file()]},
    {"distribution": [{"fields": 3}, "x", 4, None, {"byteSize": "1e999", "downloadURL": "https://a.gob.ar/b.csv"}]},
    {"distribution": {"downloadURL": "https://a.gob.ar/ñandú 1.csv", "field": [{"title": "<b>"}]}},
    {"issued": "0000-00-00", "modified": "9999-99-99", "temporal": "siempre", "spatial": {"a": 1}, "accrualPeriodicity": 3},
    {"publisher": "texto", "contactPoint": ["x"], "superTheme": {"a": 1}, "keyword": 5, "license": ["x"]},
    {"title": None, "description": [], "identifier": 10**400},
]


@pytest.mark.parametrize("changes", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_dataset_becomes_plain_text_inside_the_folder(tmp_path, changes):
    from celosia.check import check  # noqa: PLC0415

    _import(tmp_path, _catalog(_dataset(**changes), _dataset(**changes)))
    catalog = _loaded(tmp_path)
    assert len(catalog.datasets) == 2
    assert not check(catalog).errors
    assert {path.name for path in tmp_path.iterdir()} == {"data.json", "catalogo"}


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("{", "data.json", "harvest-unknown"),
        ("[" * 100_000, "data.json", "harvest-unknown"),
        ("{}", "data.json", "harvest-unknown"),
        ('{"dataset": []}', "data.json", "harvest-empty"),
        ('{"success": true, "result": ["uno", "dos"]}', "lista.json", "harvest-names-only"),
        ("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>", "catalog.rdf", "harvest-unknown"),
        ('{"@context": "https://ejemplo.gob.ar/c.jsonld", "@graph": []}', "catalog.jsonld", "harvest-unknown"),
        ("esto no es turtle", "catalog.ttl", "harvest-unknown"),
        ("", "data.json", "empty-file"),
    ],
)
def test_what_cannot_be_read_is_a_finding_and_writes_nothing(tmp_path, text, name, code):
    with pytest.raises(CatalogRefusedError) as refused:
        _import(tmp_path, text, name)
    assert [finding.code for finding in refused.value.report.findings] == [code]
    assert not tree(tmp_path / "catalogo")


def test_a_link_out_of_the_folder_is_refused_and_nothing_is_written(tmp_path):
    (tmp_path / "catalogo").mkdir()
    (tmp_path / "fuera").mkdir()
    (tmp_path / "catalogo/datasets").symlink_to(tmp_path / "fuera")
    with pytest.raises(CatalogRefusedError):
        _import(tmp_path, _catalog(_dataset()))
    assert not tree(tmp_path / "fuera")
    assert not (tmp_path / "catalogo/catalog.yaml").exists()


def test_a_file_that_a_person_broke_refuses_the_import(tmp_path):
    _import(tmp_path, _catalog(_dataset()))
    path = tmp_path / "catalogo/datasets/invento-uno/datapackage.yaml"
    path.write_text("title: [", encoding="utf-8")
    before = tree(tmp_path / "catalogo")
    with pytest.raises(CatalogRefusedError):
        _import(tmp_path, _catalog(_dataset(title="Otro")))
    assert tree(tmp_path / "catalogo") == before


def test_packages_of_ckan(tmp_path):
    package = {
        "id": "0a1b", "name": "invento", "title": "Invento", "notes": "Inventado.", "license_id": "cc-by",
        "organization": {"title": "Institución"}, "tags": [{"name": "invento"}], "metadata_created": "2020-01-01T00:00:00",
        "resources": [{"id": "r1", "name": "Archivo", "url": "https://datos.gob.pe/x.csv", "format": "CSV", "size": 12}],
    }  # fmt: skip
    for answer in ({"result": {"results": [package]}}, {"result": package}, [package]):
        _import(tmp_path, answer, "ckan.json")
        (dataset,) = _loaded(tmp_path).datasets
        assert (dataset.publisher, dataset.license.code, dataset.links[0].size) == ("Institución", "CC_BY_4_0", 12)


def test_the_command_says_what_it_did(tmp_path, capsys):
    (tmp_path / "data.json").write_text(json.dumps(_catalog(_dataset(issued="ayer"))), encoding="utf-8")
    root = tmp_path / "catalogo"
    assert main(["import", str(tmp_path / "data.json"), "--root", str(root), "--lang", "en", "--format", "text"]) == 0
    assert "New datasets: 1." in capsys.readouterr().out
    assert main(["import", str(tmp_path / "no.json"), "--root", str(root), "--lang", "es", "--format", "text"]) == 1
    assert "missing-file" in capsys.readouterr().out
    assert "issued" in (root / "import-report.md").read_text(encoding="utf-8")


@pytest.mark.shared
def test_the_39_datasets_of_the_justice_portal_build_without_an_edit(tmp_path):
    if not JUS.exists():
        pytest.skip("needs ../shared")
    done = harvest(Order(source=str(JUS), root=tmp_path, day=DAY))
    assert done.states == {"new": 39}
    build(tmp_path)
    theirs = {one["identifier"]: one for one in json.loads(JUS.read_text(encoding="utf-8"))["dataset"]}
    ours = {one["identifier"]: one for one in json.loads((tmp_path / "site/data.json").read_text(encoding="utf-8"))["dataset"]}
    assert ours.keys() == theirs.keys()
    for name, one in theirs.items():
        assert ours[name]["title"].split() == one["title"].split()
        assert ours[name]["accrualPeriodicity"] == one["accrualPeriodicity"]
        assert [file["downloadURL"] for file in ours[name]["distribution"]] == [
            file["downloadURL"] for file in one["distribution"]
        ]


def test_a_new_catalogue_gets_the_configuration_that_this_one_has():
    for name in CONFIGS:
        assert (REPOSITORY / "src/celosia/harvest" / name).read_bytes() == (REPOSITORY / name).read_bytes(), name
