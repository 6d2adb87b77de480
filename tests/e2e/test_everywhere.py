"""Without JavaScript, from a folder, on a small screen, in both languages, for everybody (points 18 to 36, 52)."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from visiting import RULES, SITE, Visitor, all_pages, kinds_of_page

Visit = Callable[..., Visitor]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", kinds_of_page())
def test_axe_finds_nothing(visit: Visit, path: str, scheme: str) -> None:
    width = 360 if scheme == "dark" else 1280
    page = visit(path, color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True).page
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(rule["id"], [node["html"][:120] for node in rule["nodes"][:3]]) for rule in found] == []


@pytest.mark.parametrize("path", kinds_of_page())
def test_nothing_scrolls_sideways_at_320_px_and_targets_can_be_hit(visit: Visit, path: str) -> None:
    page = visit(path, viewport={"width": 320, "height": 640}).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    small = page.evaluate(
        """() => [...document.querySelectorAll('a[href],button,select,input,summary')].filter(e => {
            const q = e.getBoundingClientRect(), s = getComputedStyle(e);
            return q.width && s.display !== 'inline' && s.clipPath === 'none' && (q.height < 24 || q.width < 24);
        }).map(e => e.outerHTML.slice(0, 100))"""
    )
    assert small == []


@pytest.mark.parametrize("path", kinds_of_page())
def test_all_is_there_without_javascript(visit: Visit, path: str) -> None:
    page = visit(path, java_script_enabled=False).page
    assert page.locator("h1:visible").count() == 1
    assert page.locator("nav a:visible").count() > 3
    assert page.locator("figure").count() == page.locator("figure img:visible").count()
    dead = page.locator("form input:visible, form select:visible, button:not([disabled]):visible")
    assert dead.count() == 0


@pytest.mark.parametrize("path", ["index.html", "search/index.html", "en/datasets/ar-victimas-rescatadas/index.html"])
def test_it_opens_from_a_folder(visit: Visit, site: Path, path: str) -> None:
    visitor = visit(path, at=site.as_uri() + "/")
    assert visitor.complaints == []
    assert visitor.page.locator("h1").count() == 1


def test_a_search_works_from_a_folder(visit: Visit, site: Path) -> None:
    page = visit("search/index.html", at=site.as_uri() + "/").page
    page.locator("input[type=search]").fill("convenio Paraguay")
    page.wait_for_timeout(300)
    assert page.locator("#resultados a").count() > 0


def test_each_page_has_its_twin_in_the_other_language() -> None:
    pages = all_pages()
    spanish = {path for path in pages if not path.startswith("en/")}
    english = {path.removeprefix("en/") for path in pages if path.startswith("en/")}
    assert spanish == english
    for path in pages:
        html = (SITE / path).read_text()
        assert f'<html lang="{"en" if path.startswith("en/") else "es"}"' in html, path
        alone = path.endswith("404.html") or path.removeprefix("en/").startswith("embed/")
        assert alone or len(re.findall(r'rel="alternate"[^>]*hreflang=', html)) >= 2, path


def test_the_language_switch_leads_to_the_same_page(visit: Visit) -> None:
    page = visit("datasets/fuentes/index.html").page
    page.locator('a[hreflang="en"]').first.click()
    page.wait_for_load_state()
    assert page.url.endswith("/en/datasets/fuentes/index.html")
    page.locator('a[hreflang="es"]').first.click()
    page.wait_for_load_state()
    assert page.url.endswith("trata/datasets/fuentes/index.html")


def test_canonical_addresses_have_no_file_name() -> None:
    for path in all_pages():
        if not path.endswith("404.html"):
            found = re.search(r'<link rel="canonical" href="([^"]+)"', (SITE / path).read_text())
            assert found, path
            assert found[1].endswith("/" + path.removesuffix("index.html")), path


def test_no_table_of_a_page_is_longer_than_500_rows() -> None:
    for path in all_pages():
        for table in re.findall(r"<tbody>.*?</tbody>", (SITE / path).read_text(), re.DOTALL):
            assert table.count("<tr") <= 500, path


@pytest.mark.parametrize("path", ["index.html", "datasets/ar-victimas-rescatadas/index.html", "agreements/index.html"])
def test_keyboard_order_reaches_controls_with_a_visible_ring(visit: Visit, path: str) -> None:
    page = visit(path, viewport={"width": 640, "height": 450}).page
    for _ in range(25):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => { const e = document.activeElement, q = e.getBoundingClientRect(), s = getComputedStyle(e);
            return [q.width > 0 && q.bottom > 0 && q.top < innerHeight,
                    s.outlineStyle !== 'none' || s.boxShadow !== 'none'] }"""
        )
        assert seen == [True, True]


def test_nothing_moves_while_a_page_loads(visit: Visit) -> None:
    page = visit("datasets/ar-victimas-rescatadas/index.html", viewport={"width": 360, "height": 740}).page
    shift = page.evaluate(
        """() => new Promise(done => { let sum = 0;
        new PerformanceObserver(list => list.getEntries().forEach(e => { if (!e.hadRecentInput) sum += e.value; }))
          .observe({type: 'layout-shift', buffered: true}); setTimeout(() => done(sum), 800); })"""
    )
    assert shift < 0.01
