"""The right thing comes first, with or without accents, in singular or plural (points 47 to 50)."""

from collections.abc import Callable

import pytest
from visiting import Visitor

Visit = Callable[..., Visitor]


def _first(visit: Visit, words: str, path: str = "search/index.html") -> list[str]:
    page = visit(path).page
    page.locator("input[type=search]").fill(words)
    page.wait_for_timeout(250)
    return page.locator("#resultados a").all_inner_texts()


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("convenio Paraguay", "Paraguay"),
        ("convenios paraguay", "Paraguay"),
        ("acuerdo Bolivia", "Bolivia"),
        ("víctimas Perú", "Perú"),
        ("victimas peru", "Perú"),
        ("capacitaciones", "apacita"),
        ("capacitación", "apacita"),
        ("145", "145"),
    ],
)
def test_the_right_thing_comes_first(visit: Visit, words: str, wanted: str) -> None:
    found = _first(visit, words)
    assert found
    assert wanted in found[0], found[:3]


@pytest.mark.parametrize("words", ["víctimas menores Salta", "victimas menores salta"])
def test_a_synonym_is_understood(visit: Visit, words: str) -> None:
    assert _first(visit, words)


def test_explotacion_is_found_without_its_accent(visit: Visit) -> None:
    assert _first(visit, "explotacion") == _first(visit, "explotación") != []


def test_an_empty_result_offers_the_lists(visit: Visit) -> None:
    page = visit("search/index.html").page
    page.locator("input[type=search]").fill("zzzzqq")
    page.wait_for_timeout(250)
    assert page.locator("main a[href$='datasets/index.html']:visible").count() >= 1
    assert page.locator("main a[href$='agreements/index.html']:visible").count() >= 1


def test_a_column_sorts_by_value_and_says_so(visit: Visit) -> None:
    page = visit("datasets/ar-victimas-rescatadas/index.html").page
    table = page.locator("table[data-sortable]:visible").first
    button = table.locator("thead button").nth(1)
    button.click()
    assert table.locator("th[aria-sort=ascending]").count() == 1
    button.click()
    assert table.locator("th[aria-sort=descending]").count() == 1
