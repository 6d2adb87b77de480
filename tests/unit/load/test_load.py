"""A folder becomes a catalogue, once; the environment may change two things."""

import shutil
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from celosia.load import load

BASE = Path(__file__).parents[2] / "failures" / "base"


@pytest.fixture
def root(tmp_path):
    return Path(shutil.copytree(BASE, tmp_path / "catalogue"))


def test_everything_in_the_folder_is_in_the_catalogue():
    loading = load(BASE, {})
    assert loading.findings == ()
    catalog = loading.catalog
    assert [dataset.id for dataset in catalog.datasets] == [
        "ejemplo-casos",
        "ejemplo-fuentes",
        "ejemplo-normas",
        "ejemplo-recursos",
    ]
    assert [agreement.id for agreement in catalog.agreements] == ["convenio-inventado", "tratado-inventado"]
    assert {(page.lang, page.path) for page in catalog.pages} == {
        (lang, path) for lang in ("es", "en") for path in ("about/", "methods/")
    }
    assert [source.id for source in catalog.sources] == ["f1", "f2"]


def test_the_bytes_of_a_table_are_the_committed_ones():
    table = load(BASE, {}).catalog.dataset("ejemplo-casos").table("total")
    assert table.body == (BASE / "datasets/ejemplo-casos/total.csv").read_bytes()
    assert table.rows[3] == ("t-4", "2021", 130, "A", "f2", "alta", None)


def test_a_text_has_its_translation():
    dataset = load(BASE, {}).catalog.dataset("ejemplo-casos")
    assert dataset.charts[0].title.text("en") == "The example rises from 100 to 130 invented persons"
    assert dataset.tables[1].column("genero").label("mujer", "en") == "Women"


def test_the_environment_moves_the_site_and_sets_the_clock():
    catalog = load(BASE, {"CELOSIA_SITE_URL": "http://127.0.0.1:8000/x", "SOURCE_DATE_EPOCH": "0"}).catalog
    assert (catalog.site.url, catalog.modified) == ("http://127.0.0.1:8000/x/", date(1970, 1, 1))


def test_without_a_clock_the_newest_dataset_dates_the_site():
    assert load(BASE, {}).catalog.modified == date(2026, 2, 1)


def test_a_wrong_environment_is_a_finding():
    findings = load(BASE, {"CELOSIA_SITE_URL": "javascript:x", "SOURCE_DATE_EPOCH": "ayer"}).findings
    assert [finding.code for finding in findings] == ["bad-site-url", "bad-epoch"]


def test_a_workbook_is_read_to_the_same_rows(root):
    home = root / "datasets/ejemplo-casos"
    text = load(root, {}).catalog.dataset("ejemplo-casos").table("total")
    book = openpyxl.Workbook()
    book.active.append([column.name for column in text.columns])
    for row in text.rows:
        book.active.append(row)
    book.save(home / "total.xlsx")
    descriptor = (home / "datapackage.yaml").read_text(encoding="utf-8")
    (home / "datapackage.yaml").write_text(descriptor.replace("path: total.csv", "path: total.xlsx"), encoding="utf-8")
    (home / "total.csv").unlink()
    loading = load(root, {})
    assert loading.findings == ()
    assert loading.catalog.dataset("ejemplo-casos").table("total").rows == text.rows


def test_the_brand_becomes_assets(root):
    (root / "brand").mkdir()
    (root / "brand/brand.css").write_text("a {}")
    assert load(root, {}).catalog.assets == (("assets/brand/brand.css", b"a {}"),)


def test_two_loads_give_the_same_value():
    assert load(BASE, {}) == load(BASE, {})


def test_synonyms_are_read_by_language_and_a_wrong_one_is_a_finding(root):
    (root / "synonyms.yaml").write_text("es:\n  - {words: [menores], mean: [niñas, niños]}\n", encoding="utf-8")
    (one,) = load(root, {}).catalog.synonyms
    assert (one.lang, one.words, one.mean) == ("es", ("menores",), ("niñas", "niños"))
    (root / "synonyms.yaml").write_text("es:\n  - {words: menores, mean: []}\nfr: []\n", encoding="utf-8")
    loading = load(root, {})
    assert len(loading.findings) == 3
    assert {finding.where.path for finding in loading.findings} == {"synonyms.yaml"}


def test_a_link_out_of_the_folder_is_told_as_one_even_where_it_leads_to_nothing(root):
    table = root / "datasets/ejemplo-casos/total.csv"
    table.unlink()
    table.symlink_to(root.parent / "nothing-there.csv")
    assert "path-outside" in [finding.code for finding in load(root, {}).findings]
