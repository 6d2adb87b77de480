"""With the keyboard alone, and without JavaScript: every kind of page, every control, in the order in which it is seen."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from visiting import Visitor, kinds

Visit = Callable[..., Visitor]
STOPS = 30
CONTROLS = """() => [...document.querySelectorAll('a[href],button,input,select,textarea,summary,[tabindex]')].filter(
    e => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({visibilityProperty: true}))"""
WHERE = """e => { const q = e.getBoundingClientRect();
    return {left: q.left, right: q.right, top: q.top + scrollY, bottom: q.bottom + scrollY,
            flows: !e.closest('.bar,.skip') && q.width > 2, said: e.outerHTML.slice(0, 120)}; }"""


@pytest.mark.parametrize("path", kinds())
def test_no_control_is_reached_before_one_that_is_seen_before_it(visit: Visit, path: str) -> None:
    """Nothing leads back up the page, but to the head of a column further right; nothing is given a place of its own."""
    page = visit(path, viewport={"width": 640, "height": 450}, java_script_enabled=False).page
    assert page.evaluate("[...document.querySelectorAll('[tabindex]')].every(e => e.tabIndex <= 0)")
    places = page.evaluate(f"() => ({CONTROLS})().map({WHERE})")
    flowing = [place for place in places if place["flows"]]
    backwards = [
        (before["said"], after["said"])
        for before, after in pairwise(flowing)
        if after["bottom"] <= before["top"] and after["left"] < before["right"]
    ]
    assert len(flowing) > 8
    assert backwards == []


@pytest.mark.parametrize("path", kinds())
def test_tab_reaches_each_control_in_turn(visit: Visit, path: str) -> None:
    """From the top as far as thirty stops, and from the bottom one back: the list is whole and nothing holds the focus."""
    page = visit(path).page
    count = page.evaluate(f"() => {{ window.controls = ({CONTROLS})(); return window.controls.length; }}")
    at = "() => window.controls.indexOf(document.activeElement)"
    reached = []
    for _ in range(min(STOPS, count)):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(at))
    assert reached == list(range(min(STOPS, count)))
    page.evaluate("() => window.controls.at(-1).focus()")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(at) == count - 2
