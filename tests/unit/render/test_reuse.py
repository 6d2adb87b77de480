"""What people copy lasts: it names a version, its hash, its day, and where to compare."""

from hashlib import sha256
from html import unescape

import pytest
from unit.exporters.catalogs import dataset, table
from unit.render.publications import a_publication, page
from unit.render.released import released

from celosia.locales import format_date

PAGE = "es:datasets/casos-inventados/"
HOME = "https://catalogo.example/datasets/casos-inventados/"


def test_a_page_gives_the_address_of_the_dataset_and_of_its_version() -> None:
    made = page(released(), PAGE)
    assert f'<code id="address">{HOME}</code>' in made
    assert f'<code id="address-version">{HOME}v/2.0.0/</code>' in made


def test_the_english_page_gives_the_same_addresses() -> None:
    made = page(released(), "en:datasets/casos-inventados/")
    assert f'<code id="address-version">{HOME}v/2.0.0/</code>' in made
    assert "Cite, link and reuse" in made


def test_a_citation_names_the_version_and_asks_for_the_day() -> None:
    made = unescape(page(released(), PAGE))
    assert f"(versión 2.0.0) [conjunto de datos]. Proyecto Inventado. {HOME}v/2.0.0/" in made
    assert made.count("Consultado el: <span data-today>(ponga la fecha)</span>") == 2
    assert 'data-copy="citation"' in made
    assert 'data-copy="citation-iso690"' in made


def test_code_holds_the_hash_of_the_frozen_file() -> None:
    made = unescape(page(released(), PAGE))
    told = sha256(table().body).hexdigest()
    assert f'URL = "{HOME}v/2.0.0/total.csv"\nSHA256 = "{told}"' in made
    assert f'sha256 <- "{told}"' in made
    assert 'href="../../datasets/casos-inventados/v/2.0.0/total.csv"' in made


def test_a_spreadsheet_is_told_which_columns_are_text() -> None:
    made = page(released(), PAGE)
    assert "<code>periodo</code>, <code>region</code>." in made


def test_every_release_can_be_compared_with_the_newest() -> None:
    made = page(released(), PAGE)
    compare = made.partition('id="compare"')[2].partition("</details>")[0]
    assert compare.index("v/2.0.0/index.html") < compare.index("v/1.0.0/index.html")
    assert 'href="../../datasets/casos-inventados/changes/index.html#v-1-0-0--2-0-0">qué cambió desde entonces</a>' in compare
    assert 'href="../../datasets/casos-inventados/changes/1.0.0--2.0.0.csv"' in compare
    assert compare.count("qué cambió desde entonces") == 1


@pytest.mark.parametrize(("lang", "words"), [("es", "La versión vigente es la"), ("en", "The current version is")])
def test_the_page_of_changes_opens_with_the_current_version_and_its_day(lang: str, words: str) -> None:
    publication = released()
    current = publication.datasets[0].dataset
    day = format_date(current.changes[0].date, lang)
    made = page(publication, f"{lang}:datasets/casos-inventados/changes/").replace("\\", "")
    assert f"{words} {current.version}, {'del' if lang == 'es' else 'of'} {day}." in made


def test_the_page_of_an_old_version_cites_and_reads_that_version() -> None:
    made = unescape(page(released(), "es:datasets/casos-inventados/v/1.0.0/"))
    assert f"(versión 1.0.0) [conjunto de datos]. Proyecto Inventado. {HOME}v/1.0.0/" in made
    assert f'URL = "{HOME}v/1.0.0/total.csv"' in made
    assert 'href="../../../../datasets/casos-inventados/v/1.0.0/cita.bib"' in made
    assert "changes/index.html#v-1-0-0--2-0-0" in made


def test_a_dataset_without_releases_offers_nothing_that_needs_one() -> None:
    made = page(a_publication(), PAGE)
    assert f'<code id="address">{HOME}</code>' in made
    for name in ("address-version", 'id="embed"', 'id="code"', 'id="compare"'):
        assert name not in made


def test_a_state_that_was_not_released_is_not_cited_as_if_it_were() -> None:
    publication = a_publication(dataset(version="3.0.0"))
    assert f"Proyecto Inventado. {HOME} " in unescape(page(publication, PAGE))


def test_an_agreement_can_be_cited_and_its_data_found() -> None:
    made = page(a_publication(), "es:agreements/acuerdo-inventado/")
    assert '<code id="address">https://catalogo.example/agreements/acuerdo-inventado/</code>' in made
    assert "Consultado el:" in made
    assert 'href="../../agreements/agreements.csv"' in made
    assert 'href="../../agreements/acuerdo-inventado/cita.ris"' in made


def test_an_agreement_is_read_by_code_that_says_whether_it_is_as_it_was_cited() -> None:
    made = unescape(page(a_publication(), "en:agreements/acuerdo-inventado/"))
    url = "https://catalogo.example/api/v1/agreements/acuerdo-inventado.json"
    assert f'URL = "{url}"' in made
    assert f'url <- "{url}"' in made
    assert 'href="../../../api/v1/agreements/acuerdo-inventado.json"' in made
    assert "compare it with the one that I cited" in made


def test_what_is_copied_is_what_the_buttons_name() -> None:
    made = page(released(), PAGE)
    names = [part.partition('"')[0] for part in made.split('data-copy="')[1:]]
    assert len(set(names)) == len(names) == 8
    assert all(f'id="{name}"' in made for name in names)
