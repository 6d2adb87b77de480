"""A victim on a shared phone finds help, and leaves in one step (site.md, points 1 to 11)."""

import re
from collections.abc import Callable

import pytest
from visiting import Visitor, kinds_of_page

PHONE = {"viewport": {"width": 360, "height": 740}}
DATASET = "datasets/ar-victimas-rescatadas/index.html"
Visit = Callable[..., Visitor]


@pytest.mark.parametrize("path", kinds_of_page())
def test_both_help_lines_and_the_exit_are_in_the_first_view_of_a_phone(visit: Visit, path: str) -> None:
    page = visit(path, **PHONE).page
    for selector in ('a[href="tel:145"]', 'a[href="tel:1818"]', "[data-salir]"):
        box = page.locator(selector).first.bounding_box()
        assert box, selector
        assert 0 <= box["y"] < box["y"] + box["height"] <= 741, selector


@pytest.mark.parametrize("width", [360, 1280])
def test_the_exit_stays_in_view_after_scrolling(visit: Visit, width: int) -> None:
    page = visit(DATASET, viewport={"width": width, "height": 740}).page
    page.evaluate("scrollTo(0, 3000)")
    box = page.locator("[data-salir]").bounding_box()
    assert box
    assert 0 <= box["y"] <= box["y"] + box["height"] <= 741


def test_a_click_blanks_page_and_title_at_once_and_leaves_no_way_back(visit: Visit) -> None:
    visitor = visit("index.html").open(DATASET)
    page = visitor.page
    page.locator("[data-salir]").click()
    page.wait_for_timeout(500)
    assert not page.url.startswith(visitor.base)
    page.go_back()
    page.wait_for_timeout(300)
    assert not page.url.endswith(DATASET)


def test_it_works_without_javascript(visit: Visit) -> None:
    visitor = visit(DATASET, java_script_enabled=False)
    visitor.page.locator("[data-salir]").click()
    visitor.page.wait_for_timeout(300)
    assert not visitor.page.url.startswith(visitor.base)


def test_shift_three_times_leaves(visit: Visit) -> None:
    visitor = visit(DATASET)
    for _ in range(3):
        visitor.page.keyboard.press("Shift")
    visitor.page.wait_for_timeout(500)
    assert not visitor.page.url.startswith(visitor.base)


def test_typing_capitals_does_not_leave(visit: Visit) -> None:
    visitor = visit("search/index.html")
    for key in "ABCD":
        visitor.page.keyboard.press(f"Shift+{key}")
    visitor.page.wait_for_timeout(300)
    assert visitor.page.url.startswith(visitor.base)


def test_a_hidden_exit_is_the_second_stop_of_the_keyboard(visit: Visit) -> None:
    page = visit("index.html").page
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.hasAttribute('data-salida')")
    assert page.evaluate("document.activeElement.getBoundingClientRect().width") > 20


@pytest.mark.parametrize(("path", "title"), [("info/", "Información"), ("en/info/", "Information"), ("privacy/", None)])
def test_help_and_safety_have_neutral_titles(visit: Visit, path: str, title: str | None) -> None:
    said = visit(f"{path}index.html").page.title()
    assert not re.search(r"trata|traffick|víctima|victim|ayuda|help", said, re.IGNORECASE)
    assert title is None or said == title


def test_every_place_says_when_it_was_checked_or_that_it_was_not(visit: Visit) -> None:
    page = visit("info/index.html").page
    places = page.locator(".contact")
    assert places.count() > 10
    for text in places.all_inner_texts():
        assert re.search(r"verificado el|sin verificar", text, re.IGNORECASE)
