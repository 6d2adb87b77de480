"""The right thing comes first, accents or not, from anywhere; what is typed stays in the page (points 14, 33, 47 to 50)."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from visiting import Visitor

Visit = Callable[..., Visitor]

SPANISH = {
    "víctimas menores Salta": "territories/ar-a/",
    "víctimas Salta": "territories/ar-a/",
    "Madre de Dios": "territories/pe-mdd/",
    "CABA": "territories/ar-c/",
    "convenio Paraguay": "agreements/py-bo-acuerdo-2019/",
    "tratado entre Argentina y Bolivia": "agreements/ar-bo-acuerdo-marco-2015/",
    "145": "systems/linea-145/",
    "por qué Perú tiene dos cifras 2017": "comparisons/pe-victimas-2017/",
    "comunidad indígena": "commitments/ar0084/#m-6-1-1",
    "a quién llamar en Salta de noche": "territories/ar-a/",
    "qué cambió en víctimas rescatadas": "datasets/ar-victimas-rescatadas/changes/",
    "Ley 26.364": "norms/#norma-002",
    "PE0083": "commitments/pe0083/",
}
ENGLISH = {
    "Madre de Dios": "territories/pe-mdd/",
    "treaty Argentina Bolivia": "agreements/ar-bo-acuerdo-marco-2015/",
    "two figures Peru 2017": "comparisons/pe-victimas-2017/",
    "indigenous community": "commitments/ar0084/#m-6-1-1",
    "hotline 2021": "comparisons/ar-linea-145-2021/",
    "who to call in Salta at night": "territories/ar-a/",
    "145": "systems/linea-145/",
}
FIRST_TWO = {
    "search/index.html": {
        "Línea 145 2021": "comparisons/ar-linea-145-2021/",
        "víctimas Argentina 2019 explotación": "datasets/ar-victimas-rescatadas/",
    },
    "en/search/index.html": {"victims Argentina 2019 exploitation": "datasets/ar-victimas-rescatadas/"},
}


def _found(page: Page, words: str) -> list[str]:
    """The addresses of the results of a search, from the first on."""
    page.evaluate("document.querySelector('#buscador [role=status]').textContent = ''")
    page.locator("#buscador input").fill(words)
    expect(page.locator("#buscador [role=status]")).not_to_be_empty()
    _all_shown(page)
    links = page.locator("#resultados a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    return [link.replace("index.html", "").removeprefix("../") for link in links]


def _all_shown(page: Page) -> None:
    """Wait until the results that come with the first are there too."""
    expect(page.locator("#resultados:not([aria-busy])")).to_be_attached()


def _first(page: Page, wanted: dict[str, str]) -> dict[str, str]:
    return {words: next(iter(_found(page, words)), "nothing") for words in wanted}


def test_the_right_thing_comes_first(visit: Visit) -> None:
    assert _first(visit("search/index.html").page, SPANISH) == SPANISH


def test_it_does_in_english(visit: Visit) -> None:
    assert _first(visit("en/search/index.html").page, ENGLISH) == ENGLISH


@pytest.mark.parametrize("path", FIRST_TWO)
def test_it_comes_first_or_second(visit: Visit, path: str) -> None:
    page = visit(path).page
    for words, wanted in FIRST_TWO[path].items():
        assert wanted in _found(page, words)[:2]


def test_it_does_from_a_folder_of_files(visit: Visit, site: Path) -> None:
    visitor = visit("search/index.html", at=site.as_uri() + "/")
    assert _first(visitor.page, SPANISH) == SPANISH
    assert visitor.complaints == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("víctimas menores Salta", "VICTIMAS MENORES SALTA"),
        ("explotación", "explotacion"),
        ("convenio Paraguay", "convenios paraguay"),
        ("capacitación", "capacitaciones"),
        ("Denuncias Perú", "denuncia peru"),
    ],
)
def test_accents_capitals_and_plurals_change_nothing(visit: Visit, one: str, other: str) -> None:
    page = visit("search/index.html").page
    assert _found(page, one)[:5] == _found(page, other)[:5] != []


def test_a_word_that_is_still_being_typed_finds(visit: Visit) -> None:
    assert _found(visit("search/index.html").page, "tucum")[0] == "territories/ar-t/"


def test_only_what_a_word_needs_is_asked_for(visit: Visit) -> None:
    asked: list[str] = []
    visitor = visit("about/index.html")
    visitor.page.on("request", lambda request: asked.append(request.url))
    visitor.open("search/index.html")
    first = [url for url in asked if "/assets/search/" in url]
    assert [url.rpartition("/")[2] for url in first] == ["index.js"]
    _found(visitor.page, "zzzz")
    assert len([url for url in asked if "/assets/search/" in url]) == 2


def test_what_is_typed_is_nowhere_but_in_its_field(visit: Visit) -> None:
    """Not in the address, the history, a request, a referrer or any store; nor after going on to a result."""
    asked: list[str] = []
    visitor = visit("search/index.html", viewport={"width": 360, "height": 740})
    page = visitor.page
    page.on("request", lambda request: asked.append(f"{request.url} {request.headers.get('referer', '')}"))
    before = page.evaluate("history.length")
    _found(page, "salta menores")
    page.locator("#buscador select").select_option("territories")
    expect(page).to_have_url(re.compile(r"/search/index\.html\?section=territories$"))
    assert page.evaluate("history.length") == before
    page.locator("#buscador input").press("Enter")
    expect(page.locator("#resultados a").first).to_be_focused()
    page.locator("#resultados a").first.click()
    page.wait_for_load_state()
    assert page.evaluate("document.referrer") == ""
    assert page.url.endswith("/territories/ar-a/index.html")
    assert not [one for one in asked if "menores" in one or "salta" in one.lower()]
    stored = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
    assert stored == [0, 0, ""]
    assert visitor.complaints == visitor.outside == []


def test_a_linked_section_is_restored_and_lists_all_of_it(visit: Visit) -> None:
    page = visit("search/index.html?section=agreements").page
    page.wait_for_selector("#resultados li")
    _all_shown(page)
    assert page.locator("#buscador select").input_value() == "agreements"
    shown = page.locator("#resultados li").count()
    page.locator("#more-results").click()
    expect(page.locator("#resultados li").nth(shown).locator("a")).to_be_focused()
    _all_shown(page)
    while page.locator("#more-results").is_visible():
        shown = page.locator("#resultados li").count()
        page.locator("#more-results").click()
        expect(page.locator("#resultados li").nth(shown)).to_be_visible()
        _all_shown(page)
    kinds = page.locator("#resultados .card__kicker").all_inner_texts()
    assert set(kinds) == {"Acuerdos"}
    assert page.locator("#buscador [role=status]").inner_text() == f"{len(kinds)} resultados"


def test_the_first_result_is_on_the_first_screen_of_a_phone(visit: Visit) -> None:
    page = visit("search/index.html", viewport={"width": 360, "height": 740}).page
    _found(page, "convenio Paraguay")
    box = page.locator("#resultados a").first.bounding_box()
    assert box
    assert box["y"] + min(box["height"], 24) < 740 - 56


@pytest.mark.parametrize("path", ["search/index.html", "en/search/index.html"])
def test_an_empty_result_offers_the_lists(visit: Visit, path: str) -> None:
    page = visit(path).page
    assert _found(page, "zzzzqq") == []
    for name in ("datasets", "agreements", "commitments", "territories"):
        assert page.locator(f"main a[href$='{name}/index.html']:visible").count() == 1


def test_where_the_index_cannot_be_had_the_lists_stay(visit: Visit) -> None:
    page = visit("search/index.html").page
    page.route("**/w*.js*", lambda route: route.abort())
    assert _found(page, "salta") == []
    assert page.locator("main a[href$='datasets/index.html']:visible").count() == 1
    page.unroute("**/w*.js*")
    assert _found(page, "salta")[0] == "territories/ar-a/"


def test_without_javascript_the_page_leads_to_the_lists(visit: Visit) -> None:
    page = visit("search/index.html", java_script_enabled=False).page
    assert page.locator("#buscador:visible, #more-results:visible").count() == 0
    assert page.locator("main ul a:visible").count() >= 5


def test_a_column_sorts_by_value_and_says_so(visit: Visit) -> None:
    page = visit("datasets/ar-victimas-rescatadas/index.html").page
    table = page.locator("table[data-sortable]:visible").first
    button = table.locator("thead button").nth(1)
    button.click()
    assert table.locator("th[aria-sort=ascending]").count() == 1
    button.click()
    assert table.locator("th[aria-sort=descending]").count() == 1


LISTS = {
    "agreements/index.html?counterpart=paraguay": "[data-counterpart~='paraguay']",
    "en/agreements/index.html?counterpart=paraguay": "[data-counterpart~='paraguay']",
    "commitments/index.html?country=PE": "[data-country~='PE']",
    "commitments/index.html?verified=none&commitment=ar0084": "[data-verified~='none'][data-commitment~='ar0084']",
    "commitments/all/index.html?pais=ar&ciclo=2013": "[data-pais~='ar'][data-ciclo~='2013']",
    "en/commitments/all/index.html?pais=pe": "[data-pais~='pe']",
}


@pytest.mark.parametrize("path", LISTS)
def test_facets_of_an_address_restore_the_list(visit: Visit, path: str) -> None:
    page = visit(path).page
    form = page.locator("form[data-filter]")
    entries = page.locator(f"#{form.get_attribute('data-filter')}").locator("[data-entry], :scope > li")
    shown = [entry for entry in entries.all() if entry.is_visible()]
    assert 0 < len(shown) < entries.count()
    assert len(shown) == entries.locator("xpath=self::*").and_(page.locator(LISTS[path])).count()
    for field, value in (pair.split("=") for pair in path.partition("?")[2].split("&")):
        assert form.locator(f"select[name='{field}']").input_value() == value
    assert str(len(shown)) in form.locator("[role=status]").inner_text()


@pytest.mark.parametrize("path", ["datasets/index.html", "en/datasets/index.html", "comparisons/index.html"])
def test_the_first_of_a_list_is_on_the_first_screen_of_a_phone(visit: Visit, path: str) -> None:
    page = visit(path, viewport={"width": 360, "height": 740}).page
    box = page.locator(".cards .card a").first.bounding_box()
    assert box
    assert box["y"] + 24 < 740 - 56


@pytest.mark.parametrize("place", ["datasets", "agreements", "en/datasets", "en/agreements"])
def test_the_first_card_of_a_list_is_on_the_first_screen_of_a_phone(visit: Visit, place: str) -> None:
    page = visit(f"{place}/index.html", viewport={"width": 360, "height": 740}).page
    box = page.locator(".ficha").first.bounding_box()
    assert box
    assert box["y"] + 24 < 740 - 56
