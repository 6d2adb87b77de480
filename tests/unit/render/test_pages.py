"""What each page must say, and that pages do not know each other."""

import json

from unit.exporters.catalogs import dataset
from unit.render.publications import a_publication, long_table, page, units

from celosia.model import LangString, Page
from celosia.render.menu import paths


def test_a_page_does_not_know_how_many_others_there_are() -> None:
    few = units(a_publication())
    many = units(a_publication(dataset(), dataset(id="otro"), dataset(id="tercero")))
    for name in ("page:es:datasets/casos-inventados/", "export:casos-inventados", "page:en:agreements/acuerdo-inventado/"):
        assert repr(few[name].arguments) == repr(many[name].arguments)


def test_a_dataset_offers_every_file_with_size_and_checksum() -> None:
    made = page(a_publication(), "es:datasets/casos-inventados/")
    for name in (
        "total.csv",
        "total.xlsx",
        "total.json",
        "total.parquet",
        "total.sdmx.csv",
        "casos-inventados.zip",
        "datapackage.json",
    ):
        assert f'/casos-inventados/{name}"' in made
    assert made.partition("</script>")[2].count("0" * 64) == 7
    assert "12 kB" in made


def test_the_english_page_takes_the_files_of_the_root() -> None:
    made = page(a_publication(), "en:datasets/casos-inventados/")
    assert 'href="../../../datasets/casos-inventados/total.csv"' in made
    assert 'lang="es"' in made


def test_a_long_table_sends_to_its_csv() -> None:
    made = page(a_publication(dataset(long_table(501))), "es:datasets/casos-inventados/")
    assert "Esta página muestra las primeras 100 filas de un total de 501 filas." in made
    assert made.count('<tr id="total-x-') == 100


def test_what_waits_and_what_breaks_is_said() -> None:
    made = page(a_publication(), "es:datasets/casos-inventados/")
    assert "Una tabla espera." in made
    assert "Otro método" in made


def test_an_unknown_date_says_so() -> None:
    made = page(a_publication(), "es:agreements/acuerdo-inventado/")
    assert made.count("no consta en las fuentes") == 2
    assert "mayo" in made or "may 2020" in made


def test_an_agreement_leads_to_the_norm_that_approves_it_and_back() -> None:
    publication = a_publication()
    assert "../../norms/index.html#n-1" in page(publication, "es:agreements/acuerdo-inventado/")
    norms = page(publication, "es:norms/")
    assert '<tr id="n-1"' in norms
    assert "../agreements/acuerdo-inventado/index.html" in norms


def test_a_plain_http_address_is_shown_but_not_linked() -> None:
    made = page(a_publication(), "es:agreements/acuerdo-inventado/")
    assert "http://nota.example/x" in made
    assert 'href="http:' not in made + page(a_publication(), "es:norms/")


def test_help_and_safety_have_a_neutral_title() -> None:
    assert 'neutral_title: "Información"' in page(a_publication(), "es:info/")


def test_both_languages_have_the_same_pages() -> None:
    publication = a_publication()
    assert paths(publication, "es") == paths(publication, "en")
    names = {name.split(":", 2)[2] for name in units(publication) if name.startswith("page:es:")}
    assert names == {name.split(":", 2)[2] for name in units(publication) if name.startswith("page:en:")}


def test_what_a_person_wrote_stands_on_top() -> None:
    written = Page(path="datasets/", lang="es", title="T", description="D", body="# T\n\n[x](../info/index.md)")
    made = page(a_publication(pages=(written,)), "es:datasets/")
    assert "[x](../info/index.html)" in made
    assert "Casos inventados" in made


def test_the_search_index_is_scripts_that_hold_no_markup() -> None:
    said = LangString(es="</script><b>Título</b>")
    unit = units(a_publication(dataset(title=said)))["index:es"]
    files = unit.function(*unit.arguments)
    assert not any(b"<" in body for body in files.values())
    told = {path.rpartition("/")[2]: json.loads(body.decode().partition("=")[2][:-2]) for path, body in files.items()}
    assert told["e0.js"]["entries"][0]["t"] == said.es
    names = {name for name, *_ in told["index.js"]["sections"]}
    assert names == {"datasets", "territories", "agreements", "info", "norms", "pages", "sources"}


def test_the_site_map_names_each_page_in_each_language() -> None:
    unit = units(a_publication())["sitemap"]
    body = unit.function(*unit.arguments)["docs/es/sitemap.xml"].decode()
    assert "<loc>https://catalogo.example/en/datasets/casos-inventados/</loc>" in body
    assert "<loc>https://catalogo.example/datasets/casos-inventados/</loc><lastmod>2026-11-20</lastmod>" in body
