"""The questions that people come with, typed as they are said: one search, from home, leads to the page that answers.

What those pages must say is looked for by `test_questions.py`, which comes to each of them by its links.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from visiting import Visitor

Visit = Callable[..., Visitor]
FIRST = 3
SPANISH = {
    "datasets/ar-victimas-rescatadas/": (
        "cuántas víctimas hubo en Argentina en 2019 por tipo de explotación",
        "víctimas 2019 explotación sexual o laboral Argentina",
    ),
    "comparisons/pe-victimas-2017/": (
        "por qué Perú tiene dos cifras de 2017",
        "por qué no coinciden las víctimas de Perú 2017",
    ),
    "agreements/ar-bo-acuerdo-marco-2015/": (
        "qué tratado obliga a Argentina y Bolivia, desde cuándo y por qué ley",
        "acuerdo con Bolivia",
    ),
    "commitments/ar0084/": ("se publicó el desglose por comunidad indígena", "se publicó el dato de pueblos indígenas"),
    "territories/ar-a/": ("a quién llamo en Salta de noche", "dónde pedir ayuda en Salta"),
    "datasets/ar-victimas-rescatadas/changes/": (
        "qué cambió en víctimas rescatadas desde que lo cité",
        "cambios en víctimas rescatadas y asistidas",
    ),
    "territories/pe-mdd/": ("qué se publica de Madre de Dios", "trata en Madre de Dios"),
    "comparisons/ar-linea-145-2021/": (
        "cuántas llamadas recibió la línea 145 en 2021",
        "cuántas denuncias tuvo la línea 145 en 2021 y quién las cuenta",
    ),
}
ENGLISH = {
    "datasets/ar-victimas-rescatadas/": (
        "how many victims were there in Argentina in 2019 by type of exploitation",
        "victims 2019 sexual labour exploitation Argentina",
    ),
    "comparisons/pe-victimas-2017/": ("why does Peru have two figures for 2017", "why do the victims of Peru 2017 not match"),
    "agreements/ar-bo-acuerdo-marco-2015/": (
        "what treaty binds Argentina and Bolivia, since when and by which law",
        "agreement with Bolivia",
    ),
    "commitments/ar0084/": (
        "was the breakdown by indigenous community published",
        "did they publish data on indigenous peoples",
    ),
    "territories/ar-a/": ("whom to call in Salta at night", "where to get help in Salta"),
    "datasets/ar-victimas-rescatadas/changes/": (
        "what changed in victims rescued since I cited it",
        "versions of victims rescued",
    ),
    "territories/pe-mdd/": ("what is published for Madre de Dios", "trafficking in Madre de Dios"),
    "comparisons/ar-linea-145-2021/": (
        "how many calls did the 145 hotline get in 2021",
        "hotline 145 total 2021 and who counts it",
    ),
}
LANGUAGES = {"": ("Buscar", SPANISH), "en/": ("Search", ENGLISH)}


@pytest.mark.parametrize("tree", LANGUAGES)
def test_one_search_leads_to_the_page_that_answers(visit: Visit, tree: str) -> None:
    name, questions = LANGUAGES[tree]
    visitor = visit(f"{tree}index.html")
    page = visitor.page
    for path, (asked, _) in questions.items():
        visitor.open(f"{tree}index.html")
        page.get_by_role("link", name=name, exact=True).locator("visible=true").first.click()
        page.wait_for_url("**/search/index.html")
        _ask(page, asked)
        found = [href.partition("#")[0] for href in _first(page)]
        assert f"../{path}index.html" in found, (asked, found)
        page.locator("#resultados a").nth(found.index(f"../{path}index.html")).click()
        page.wait_for_url(re.compile(rf"^{re.escape(f'{visitor.base}{tree}{path}index.html')}(#.*)?$"))


@pytest.mark.parametrize("tree", LANGUAGES)
def test_so_do_other_words_for_the_same(visit: Visit, tree: str) -> None:
    page = visit(f"{tree}search/index.html").page
    missed = {}
    for path, (_, asked) in LANGUAGES[tree][1].items():
        _ask(page, asked)
        if not any(href.startswith(f"../{path}index.html") for href in _first(page)):
            missed[asked] = _first(page)
    assert missed == {}


def _ask(page: Page, words: str) -> None:
    page.evaluate("document.querySelector('#buscador [role=status]').textContent = ''")
    page.locator("#buscador input").fill(words)
    expect(page.locator("#buscador [role=status]")).not_to_be_empty()
    expect(page.locator("#resultados:not([aria-busy])")).to_be_attached()


def _first(page: Page) -> list[str]:
    """Where the first results lead."""
    links = page.locator("#resultados a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    return [str(link) for link in links[:FIRST]]
