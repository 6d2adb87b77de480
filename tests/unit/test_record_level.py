"""A file with one row a person is described where it is; nothing of it is in what we publish. Everything here is invented."""

from dataclasses import replace
from pathlib import Path

import pytest
from unit.exporters.catalogs import SITE, dataset
from unit.render.publications import a_publication, page

from celosia.load import load
from celosia.model import LangString, RecordLevel
from celosia.vocabularies import data_package

BASE = Path(__file__).parents[1] / "failures" / "base"
FILE = RecordLevel(
    name="inventado",
    title=LangString(es="Archivo inventado", en="Invented file"),
    publisher="Oficina Inventada",
    url="https://archivo.example/registros",
    rows=1200,
    warning=LangString(
        es="Aviso inventado: alguien podría ser reconocido.", en="Invented warning: somebody could be recognised."
    ),
)
DESCRIBED = dataset(record_level=(FILE, replace(FILE, name="otro", rows=None, url="http://archivo.example/otro")))
WRITTEN = """
  record_level:
    - {name: inventado, title: Archivo, publisher: Oficina, url: "https://archivo.example/", rows: 1200, warning: Aviso}
  reviewed:
    - {table: total, column: nota, reason: Motivo, signed_by: Nadie, date: 2026-02-01}
  charts:
"""


@pytest.mark.parametrize("lang", ["es", "en"])
def test_the_page_says_where_it_is_and_warns(lang):
    body = page(a_publication(DESCRIBED), f"{lang}:datasets/casos-inventados/")
    assert FILE.title.text(lang) in body
    assert FILE.warning.text(lang) in body
    assert 'href="https://archivo.example/registros"' in body
    assert 'href="http://archivo.example/otro"' not in body
    assert {"es": "1\u202f200 filas", "en": "1,200 rows"}[lang] in body


def test_the_package_describes_it_and_holds_no_resource_of_it():
    package = data_package(DESCRIBED, SITE, {"total.csv": DESCRIBED.tables[0].body})
    assert package["celosia"]["record_level"][0] == {
        "name": "inventado",
        "title": "Archivo inventado",
        "publisher": "Oficina Inventada",
        "url": "https://archivo.example/registros",
        "rows": 1200,
        "warning": FILE.warning.es,
    }
    assert package["i18n"]["en"]["celosia"]["record_level"][0]["warning"] == FILE.warning.en
    assert [source["path"] for source in package["sources"]].count(FILE.url) == 1
    assert [resource["name"] for resource in package["resources"]] == ["total"]


def test_it_is_read_from_the_descriptor_with_the_reviews(tmp_path):
    path = "datasets/ejemplo-casos/datapackage.yaml"
    for source in BASE.rglob("*"):
        if source.is_file():
            target = tmp_path / source.relative_to(BASE)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
    text = (tmp_path / path).read_text(encoding="utf-8")
    (tmp_path / path).write_text(text.replace("\n  charts:\n", WRITTEN, 1), encoding="utf-8")
    loading = load(tmp_path, {})
    read = loading.catalog.dataset("ejemplo-casos")
    assert not loading.findings
    assert [(file.name, file.rows, file.url) for file in read.record_level] == [("inventado", 1200, "https://archivo.example/")]
    assert [(review.table, review.column, review.signed_by) for review in read.reviewed] == [("total", "nota", "Nadie")]
