"""Every document for programs is what its schema says, and the schemas refuse what is not."""

import json
from dataclasses import replace
from datetime import date

import pytest
from jsonschema import Draft202012Validator
from unit.exporters.catalogs import COLUMNS, ROWS, column, dataset, table
from unit.render.publications import a_publication, units
from unit.render.released import a_dataset, a_version

from celosia.model import Change, Code, LangString, Made
from celosia.render.dates import days, shown

BASE = "docs/es/api/v1/"
STATUSES = ("A", "P", "Q", "O")
MARKED = table(
    (
        *COLUMNS[:4],
        column(
            "estado",
            "string",
            concept="obs-status",
            codes=tuple(Code(value=code, label=LangString(es=code)) for code in STATUSES),
        ),
        column("confidencialidad", "string", concept="conf-status"),
    ),
    (
        ("x-1", "2019", "01", 1234, "A", "F"),
        ("x-2", "2020", "01", None, "Q", "C"),
        ("x-3", "2021", "01", None, "O", "F"),
        ("x-4", "2022", "01", 20, "P", "F"),
        ("x-5", "2023", "01", 0, "A", "F"),
    ),
    name="marcada",
)


def _documents(*datasets, **changes):
    """Every document, made as the workshop would: exports and frozen files first."""
    made, told = {}, {}
    every = units(a_publication(*datasets, **changes))
    wanted = ("export:", "frozen:", "api:")
    for name in sorted(every, key=lambda name: name.startswith("api:")):
        if name.startswith(wanted):
            unit = every[name]
            files = unit.function(*unit.arguments, made) if unit.needs else unit.function(*unit.arguments)
            made |= {path: Made(size=len(body), sha256="ab" * 32) for path, body in files.items()}
            told |= {path.removeprefix(BASE): json.loads(body) for path, body in files.items() if path.startswith(BASE)}
    return told


def _schema(documents, document):
    return documents["schemas/" + document["$schema"].rpartition("/")[2]]


def _released():
    withdrawn = Change(version="2.0.0", date=date(2026, 11, 2), type="withdrawal", note=LangString(es="Secreto."))
    first, second = a_dataset("1.0.0"), a_dataset("2.0.0", changes=(withdrawn, *a_dataset("1.0.0").changes))
    return _documents(second, dataset(MARKED, id="marcados"), versions=(a_version(first), a_version(second)))


def test_each_schema_is_one_and_has_its_own_address() -> None:
    for path, schema in _documents().items():
        if path.startswith("schemas/"):
            Draft202012Validator.check_schema(schema)
            assert schema["$id"] == f"https://catalogo.example/api/v1/{path}"


def test_every_document_is_what_its_schema_says_and_no_more() -> None:
    documents = _released()
    for path, document in documents.items():
        if not path.startswith("schemas/"):
            schema = _schema(documents, document)
            assert list(Draft202012Validator(schema).iter_errors(document)) == [], path
            assert set(document) <= set(schema["properties"]), path


@pytest.mark.parametrize(
    ("path", "broken"),
    [
        ("index.json", {"api": "v2"}),
        ("index.json", {"sections": {}}),
        ("datasets.json", {"datasets": [{"id": "x"}]}),
        ("datasets/marcados.json", {"version": "2"}),
        ("datasets/marcados.json", {"title": "sin idioma"}),
        ("datasets/marcados.json", {"modified": "ayer"}),
        ("datasets/marcados.json", {"tables": [{"id": "marcada", "files": []}]}),
        (
            "datasets/marcados.json",
            {"versions": [{"version": "1.0.0", "url": "https://x.example/", "files": [{}]}]},
        ),
        ("tables/marcados/marcada.json", {"rows": [{"casos": 3, "casos.OBS_STATUS": "Z", "casos.CONF_STATUS": "F"}]}),
        ("tables/marcados/marcada.json", {"rows": [{"casos": 3, "casos.OBS_STATUS": "A", "casos.CONF_STATUS": "D"}]}),
        ("tables/marcados/marcada.json", {"columns": []}),
        ("agreements.json", {"agreements": [{"id": "Con Espacios"}]}),
        ("agreements/acuerdo-inventado.json", {"signed": "el año pasado"}),
        ("agreements/acuerdo-inventado.json", {"confidence": "baja"}),
    ],
)
def test_a_broken_document_is_refused(path: str, broken: dict[str, object]) -> None:
    documents = _documents(dataset(MARKED, id="marcados"))
    document = documents[path]
    assert not list(Draft202012Validator(_schema(documents, document)).iter_errors(document))
    assert list(Draft202012Validator(_schema(documents, document)).iter_errors({**document, **broken}))


def test_no_member_that_a_schema_requires_may_be_missing() -> None:
    documents = _released()
    for path, document in documents.items():
        schema = {} if path.startswith("schemas/") else _schema(documents, document)
        for name in schema.get("required", ()):
            without = {key: value for key, value in document.items() if key != name}
            assert not Draft202012Validator(schema).is_valid(without), (path, name)


def test_each_figure_says_what_it_is() -> None:
    rows = _documents(dataset(MARKED, id="marcados"))["tables/marcados/marcada.json"]["rows"]
    told = [(row["casos"], row["casos.OBS_STATUS"], row["casos.CONF_STATUS"]) for row in rows]
    assert told == [(1234, "A", "F"), (None, "Q", "C"), (None, "O", "F"), (20, "P", "F"), (0, "A", "F")]


def test_a_table_without_statuses_says_what_its_cells_say() -> None:
    rows = _documents(dataset(table(rows=ROWS)))["tables/casos-inventados/total.json"]["rows"]
    assert [row["tasa.OBS_STATUS"] for row in rows] == ["A", "O", "A"]


def test_versions_are_listed_newest_first_with_checksums() -> None:
    newest, oldest = _released()["datasets/casos-inventados.json"]["versions"]
    assert (newest["version"], oldest["version"]) == ("2.0.0", "1.0.0")
    assert {file["sha256"] for file in oldest["files"]} == {"ab" * 32}
    assert "https://catalogo.example/datasets/casos-inventados/v/1.0.0/total.csv" in {file["url"] for file in oldest["files"]}


def test_nothing_is_told_of_what_was_withdrawn() -> None:
    assert _released()["datasets/casos-inventados.json"]["changes"][0]["note"] is None


def test_an_agreement_of_unknown_date_has_no_day_in_the_site_map() -> None:
    publication = a_publication()
    bare = replace(publication.agreements[0].agreement, status=replace(publication.agreements[0].agreement.status, as_at=None))
    known = days(replace(publication, agreements=(replace(publication.agreements[0], agreement=bare),)))
    assert shown(f"agreements/{bare.id}/", known) is None
    assert shown("norms/", known) == shown("", known) == date(2026, 11, 20)


def test_the_page_for_programs_shows_addresses_that_there_are() -> None:
    documents = _documents()
    unit = units(a_publication())["page:en:api/"]
    shown_ = "\n".join(body.decode() for body in unit.function(*unit.arguments).values())
    assert "https://catalogo.example/api/v1/tables/casos-inventados/total.json" in shown_
    assert "tables/casos-inventados/total.json" in documents
