"""Systems side by side: short on a phone, whole on a wide screen and on paper, with no script needed."""

from collections.abc import Callable

import pytest
from visiting import Visitor

Visit = Callable[..., Visitor]
PATH = "comparisons/argentina/index.html"
PHONE = {"viewport": {"width": 360, "height": 740}}


def test_a_phone_shows_the_first_table_and_opens_the_others_on_request(visit: Visit) -> None:
    page = visit(PATH, java_script_enabled=False, **PHONE).page
    assert page.locator("#year").is_visible()
    assert not page.locator("#age").is_visible()
    page.locator(".fold--part:has(#age) > summary").click()
    assert page.locator("#age").is_visible()


@pytest.mark.parametrize("script", [True, False])
def test_a_link_to_a_closed_table_opens_it(visit: Visit, *, script: bool) -> None:
    assert visit(f"{PATH}#age", java_script_enabled=script, **PHONE).page.locator("#age").is_visible()


@pytest.mark.parametrize("media", ["screen", "print"])
def test_a_wide_screen_and_paper_show_every_table(visit: Visit, media: str) -> None:
    page = visit(PATH, java_script_enabled=False).page
    page.emulate_media(media=media)
    tables = page.locator("table.table--systems")
    assert tables.count() > 3
    assert [table.is_visible() for table in tables.all()] == [True] * tables.count()
    assert page.locator(".fold--part > summary:visible").count() == 0
