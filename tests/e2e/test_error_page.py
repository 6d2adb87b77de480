"""The page for errors is as good as any other, at any depth."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from visiting import RULES, Visitor

Visit = Callable[..., Visitor]


@pytest.mark.parametrize("path", ["404.html", "no/such/page/index.html", "en/404.html"])
def test_the_page_for_errors_offers_help_the_exit_and_the_way_back(visit: Visit, root_base: str, path: str) -> None:
    visitor = visit(path, at=root_base, viewport={"width": 360, "height": 740}, bypass_csp=True)
    page = visitor.page
    assert (visitor.outside, visitor.complaints) == ([], [])
    for selector in ('a[href="tel:145"]', 'a[href="tel:1818"]', "[data-salir]", "main a"):
        assert page.locator(selector).first.is_visible(), selector
    assert Axe().run(page, options=RULES).response["violations"] == []
    page.locator("main a").first.click()
    page.wait_for_load_state()
    assert page.url in (f"{root_base}index.html", f"{root_base}en/index.html")
