"""On paper: a territory on one sheet, words and tables whole, nothing that only a screen can use (points 54 and 55)."""

import re
from collections.abc import Callable

import pytest
from visiting import SITE, Visitor, kinds

Visit = Callable[..., Visitor]
DEAD = ".menu, .languages, .crumbs, .exit, .skip, .filters, button, .foot__links"


def _sheets(visit: Visit, path: str) -> int:
    """How many sheets of A4 a page takes."""
    body = visit(path).page.pdf(format="A4", margin=dict.fromkeys(("top", "right", "bottom", "left"), "12mm"))
    return len(re.findall(rb"/Type\s*/Page\b", body))


def _fullest(folder: str, number: int) -> list[str]:
    pages = sorted((SITE / folder).glob("*/index.html"), key=lambda page: page.stat().st_size)[-number:]
    return [page.relative_to(SITE).as_posix() for page in pages]


@pytest.mark.parametrize("path", [*_fullest("territories", 6), *_fullest("en/territories", 2), "territories/pe-mdd/index.html"])
def test_a_territory_is_on_one_sheet(visit: Visit, path: str) -> None:
    assert _sheets(visit, path) == 1


@pytest.mark.parametrize("name", ["pe-victimas-2017", "ar-victimas-2015", "ar-linea-145-2021"])
def test_a_comparison_is_on_few_sheets(visit: Visit, name: str) -> None:
    assert _sheets(visit, f"comparisons/{name}/index.html") <= 3


@pytest.mark.parametrize("name", ["ar0084", "pe0083"])
def test_a_commitment_is_on_few_sheets(visit: Visit, name: str) -> None:
    """With all its requests for information."""
    assert _sheets(visit, f"commitments/{name}/index.html") <= 9


@pytest.mark.parametrize("path", kinds())
def test_what_only_a_screen_can_use_is_not_printed(visit: Visit, path: str) -> None:
    page = visit(path, color_scheme="dark").page
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("h1").is_visible()
    assert page.locator(DEAD).locator("visible=true").count() == 0
    ground, ink = page.evaluate("() => [document.body, document.querySelector('h1')].map(e => getComputedStyle(e))"
                                ".map((s, n) => n ? s.color : s.backgroundColor)")  # fmt: skip
    assert ground in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
    assert sum(map(int, re.findall(r"\d+", ink)[:3])) < 200
    cut = page.evaluate("() => [...document.querySelectorAll('.table-frame, pre')].filter("
                        "e => e.checkVisibility() && e.scrollHeight > e.clientHeight + 2).length")  # fmt: skip
    assert cut == 0


@pytest.mark.parametrize("path", ["commitments/ar0084/index.html", "commitments/pe0083/index.html"])
def test_every_request_for_information_is_printed_whole(visit: Visit, path: str) -> None:
    page = visit(path, java_script_enabled=False).page
    page.emulate_media(media="print")
    letters = page.locator("details code[id^=request-]")
    assert letters.count() > 1
    assert all(letter.is_visible() and letter.inner_text().strip() for letter in letters.all())
