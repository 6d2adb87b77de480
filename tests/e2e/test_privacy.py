"""No third party, no trace, no inline code, on any page (site.md, points 12 to 17)."""

import re
from collections.abc import Callable

import pytest
from visiting import SITE, Visitor, all_pages, kinds_of_page

Visit = Callable[..., Visitor]
STORES = "[Object.keys(localStorage).length, Object.keys(sessionStorage).length, document.cookie]"


@pytest.mark.parametrize("path", kinds_of_page())
def test_a_page_asks_nobody_keeps_nothing_and_breaks_no_policy(visit: Visit, path: str) -> None:
    visitor = visit(path)
    page = visitor.page
    for summary in page.locator("summary").all():
        if summary.is_visible():
            summary.click()
    page.wait_for_timeout(100)
    assert visitor.outside == []
    assert visitor.complaints == []
    assert page.evaluate(STORES) == [0, 0, ""]
    assert page.context.cookies() == []


def test_an_interactive_chart_loads_on_click_only_and_keeps_the_policy(visit: Visit) -> None:
    visitor = visit("datasets/ar-victimas-rescatadas/index.html")
    page = visitor.page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    assert not any("vega" in url for url in asked)
    page.locator("button[data-interactive]").first.click()
    page.wait_for_selector("figure svg", timeout=15000)
    page.wait_for_timeout(300)
    assert any("vega" in url for url in asked)
    assert (visitor.outside, visitor.complaints) == ([], [])


def test_no_page_has_inline_code_or_lacks_its_policies() -> None:
    for path in all_pages():
        html = (SITE / path).read_text()
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=\"|<script(?![^>]*(src=|ld\+json))", html), path
        assert "default-src 'none'" in html, path
        assert '<meta name="referrer" content="no-referrer">' in html, path


def test_every_outward_link_hides_where_it_comes_from() -> None:
    for path in all_pages():
        for link in re.findall(r"<a\b[^>]*href=\"https?://[^>]*>", (SITE / path).read_text()):
            assert "noreferrer" in link, (path, link)


def test_words_that_are_searched_never_reach_the_address(visit: Visit) -> None:
    page = visit("search/index.html").page
    page.locator("input[type=search]").fill("víctimas menores Salta")
    page.wait_for_timeout(200)
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    assert "Salta" not in page.url
    assert "menores" not in page.url


def test_words_that_filter_a_list_never_reach_the_address_but_facets_do(visit: Visit) -> None:
    page = visit("datasets/index.html").page
    page.locator("form[data-filter] input").first.fill("Salta")
    page.locator("form[data-filter] select").first.select_option(index=1)
    page.wait_for_timeout(200)
    assert "Salta" not in page.url
    assert "?" in page.url
    shown = page.locator("form[data-filter] [role=status]").inner_text()
    page.locator("form[data-filter] input").first.fill("")
    page.wait_for_timeout(100)
    before = page.locator("form[data-filter] [role=status]").inner_text()
    page.reload()
    assert page.locator("form[data-filter] [role=status]").inner_text() == before
    assert shown
