"""On paper: black on white whatever the screen, tables open, numbers large, no buttons, the address and the date (54, 55)."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from visiting import Visitor

DATASET = "datasets/ar-victimas-rescatadas/index.html"
Visit = Callable[..., Visitor]
PALE = """() => {
    const dark = colour => { const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number);
                             return a === 0 ? null : .2126 * r + .7152 * g + .0722 * b; };
    return [...document.querySelectorAll('body *')].filter(part => {
        const box = part.getBoundingClientRect(), style = getComputedStyle(part);
        const text = [...part.childNodes].some(node => node.nodeType === 3 && node.data.trim());
        return box.width && style.visibility === 'visible' && style.clipPath === 'none'
            && (text && dark(style.color) > 130 || (dark(style.backgroundColor) ?? 255) < 200);
    }).map(part => part.outerHTML.slice(0, 120)); }"""


def _printed(visit: Visit, path: str, scheme: str = "light") -> Page:
    page = visit(path, color_scheme=scheme).page
    page.emulate_media(media="print", color_scheme=scheme)
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["info/index.html", DATASET, "territories/ar-a/index.html"])
def test_it_is_dark_on_white(visit: Visit, path: str, scheme: str) -> None:
    assert _printed(visit, path, scheme).evaluate(PALE) == []


@pytest.mark.parametrize("path", ["info/index.html", "en/info/index.html", DATASET, "territories/ar-a/index.html"])
def test_there_is_no_way_around_it_but_its_address_and_its_date(visit: Visit, path: str) -> None:
    page = _printed(visit, path)
    assert page.locator("nav:visible, button:visible, form:visible, .exit:visible, .skip:visible").count() == 0
    address = page.locator(".foot__address")
    assert address.is_visible()
    assert path.removesuffix("index.html") in address.inner_text()
    assert "2026" in address.inner_text()


def test_numbers_to_call_are_large(visit: Visit) -> None:
    page = _printed(visit, "info/index.html")
    for selector, least in ((".line__number", 50), ("#ar-a .area__number", 26), ("#ar-a .contact__phone a", 26)):
        size = page.locator(selector).first.evaluate("part => parseFloat(getComputedStyle(part).fontSize)")
        assert size >= least, selector
        assert page.locator(selector).first.is_visible()
    assert page.locator(".area--empty:visible, .card-file:visible").count() == 0


def test_tables_are_open_and_say_their_header_on_each_sheet(visit: Visit) -> None:
    page = _printed(visit, DATASET)
    tables = page.locator("main table")
    assert tables.count() > 2
    hidden = [table for table in tables.all() if not table.is_visible()]
    assert all(
        table.evaluate("part => !!part.closest('.take, section:has(> #columns), section:has(> #downloads)')")
        for table in hidden
    )
    heads = page.locator("main table:visible thead").evaluate_all("parts => parts.map(part => getComputedStyle(part).display)")
    assert heads
    assert set(heads) == {"table-header-group"}
