"""«A quién llamar en Salta de noche»: the path from the home page, on any device, long after the build (site.md, 1 to 11)."""

import re
from collections.abc import Callable

import pytest
from visiting import Visitor

PHONE = {"viewport": {"width": 360, "height": 740}}
Visit = Callable[..., Visitor]


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize(
    ("home", "place", "number"),
    [("index.html", "Salta", "145"), ("en/index.html", "Salta", "145"), ("index.html", "Madre de Dios", "1818")],
)
def test_whom_to_call_at_night_is_three_clicks_from_home(
    visit: Visit, home: str, place: str, number: str, *, script: bool
) -> None:
    page = visit(home, java_script_enabled=script, **PHONE).page
    help_, always = ("Help", "24 hours a day") if home.startswith("en/") else ("Ayuda", "las 24 horas")
    page.get_by_role("navigation").get_by_role("link", name=help_, exact=True).click()
    page.get_by_role("main").get_by_role("navigation").get_by_role("link", name=place, exact=True).click()
    section = page.get_by_role("region", name=place, exact=True)
    call = section.locator(".area__line").get_by_role("link", name=number, exact=True)
    box = call.bounding_box()
    assert box
    assert 0 <= box["y"] <= 740 - box["height"]
    assert box["height"] >= 44
    assert call.get_attribute("href") == f"tel:{number}"
    assert always in section.locator(".area__line").inner_text()


def test_a_number_of_salta_is_dialled_from_anywhere_and_says_its_hours(visit: Visit) -> None:
    entry = visit("info/index.html").page.locator("#ar-a .contact").first
    assert entry.get_by_role("link", name="Llamar").get_attribute("href") == "tel:+543874225227"
    assert "De lunes a viernes, de 8 a 20" in entry.inner_text()
    assert "Sin verificar" in entry.inner_text()


@pytest.mark.parametrize(("day", "warns"), [("2027-05-21T12:00:00", False), ("2027-05-22T12:00:00", True)])
@pytest.mark.parametrize("path", ["info/index.html", "en/index.html"])
def test_a_page_that_is_read_long_after_its_build_warns(visit: Visit, path: str, day: str, *, warns: bool) -> None:
    page = visit(path).page
    page.clock.set_fixed_time(day)
    page.reload()
    said = page.locator(".lines [data-checked]").all_inner_texts()
    assert len(said) == 2
    assert all(bool(re.search(r"más de seis meses|More than six months", text)) == warns for text in said)


def test_without_a_script_the_page_says_the_date_and_what_six_months_mean(visit: Visit) -> None:
    page = visit("info/index.html", java_script_enabled=False).page
    assert page.locator(".lines [data-checked]").first.inner_text().startswith("Fuente, consultada el 21 de noviembre de 2026")
    assert "Si pasaron más de seis meses" in page.locator("main").inner_text()


def test_a_card_is_downloaded_under_a_neutral_name(visit: Visit) -> None:
    page = visit("info/index.html").page
    with page.expect_download() as waiting:
        page.get_by_role("link", name="todas las líneas nacionales").click()
    assert waiting.value.suggested_filename == "lines.vcf"
    text = waiting.value.path().read_text(encoding="utf-8")
    assert {"TEL;TYPE=WORK,VOICE:145", "TEL;TYPE=WORK,VOICE:1818"} <= set(text.splitlines())
    assert not re.search(r"trata|víctima|ayuda", text, re.IGNORECASE)


def test_a_territory_leads_to_its_place_in_the_directory(visit: Visit) -> None:
    page = visit("territories/ar-a/index.html").page
    assert page.locator("#help-here ~ .area__line a[href='tel:145']").count() == 1
    page.locator("section:has(> #help-here) > p > a[href*='info/']").click()
    page.wait_for_load_state()
    assert page.url.endswith("/info/index.html#ar-a")
    assert page.locator("section#ar-a").count() == 1


def test_the_presses_are_forgotten_after_five_seconds(visit: Visit) -> None:
    visitor = visit("info/index.html")
    page = visitor.page
    page.clock.install()
    page.reload()
    for wait in (0, 5100, 0):
        page.clock.fast_forward(wait)
        page.keyboard.press("Shift")
    page.wait_for_timeout(200)
    assert page.url.startswith(visitor.base)
    page.keyboard.press("Shift")
    page.wait_for_timeout(400)
    assert not page.url.startswith(visitor.base)


def test_the_exit_is_told_nothing_of_where_it_was_taken(visit: Visit) -> None:
    visitor = visit("info/index.html")
    told: list[dict[str, str]] = []
    visitor.page.on("request", lambda request: told.append(request.headers))
    visitor.page.locator("[data-salir]").click()
    visitor.page.wait_for_timeout(400)
    assert told
    assert not any("referer" in headers for headers in told)


@pytest.mark.parametrize(
    ("path", "words"),
    [("privacy/index.html", ("historial", "llamadas", "descargado", "otras pestañas")),
     ("en/privacy/index.html", ("history", "calls", "downloaded", "other tabs"))],
)  # fmt: skip
def test_the_safety_page_says_what_the_exit_does_not_do(visit: Visit, path: str, words: tuple[str, ...]) -> None:
    said = visit(path).page.locator("h2", has_text=re.compile("no hace|does not do")).locator("xpath=following-sibling::ul[1]")
    assert all(word in said.inner_text() for word in words)
