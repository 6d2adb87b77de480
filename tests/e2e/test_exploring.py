"""Exploring a table: by keyboard, by link, from a folder; what is shown and taken along are published rows and no others."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Route
from visiting import Visitor

Visit = Callable[..., Visitor]

PROVINCES = "ar-linea-145-orientaciones/por-provincia"
TOTAL = "ar-victimas-rescatadas/total"
CALLS = "orientaciones"


def _page(table: str, lang: str = "") -> str:
    return f"{lang}explore/{table}/index.html"


def _released(site: Path, table: str) -> list[dict[str, str]]:
    """The rows of the published CSV."""
    return list(csv.DictReader(io.StringIO((site / f"datasets/{table}.csv").read_text(encoding="utf-8"), newline="")))


def _taken(page: Page) -> list[dict[str, str]]:
    """The rows of the file that the page makes."""
    with page.expect_download() as download:
        page.locator("#explore-take").click()
    return list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8"), newline="")))


def _own(row: dict[str, str], released: list[dict[str, str]]) -> dict[str, str]:
    """What the published table has of a row of the file."""
    return {name: row[name] for name in released[0]}


def _rows(page: Page) -> list[list[str]]:
    return page.evaluate(
        "[...document.querySelectorAll('#explore-table tbody tr')].map(r => [...r.cells].map(c => c.innerText))"
    )


def _choose(page: Page, name: str, value: str) -> None:
    page.locator(f"select[name='{name}']").select_option(value)


def _reach(page: Page, name: str) -> None:
    """With the Tab key alone."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == name:
            return
    pytest.fail(f"no way to {name} by keyboard")


def test_the_keyboard_alone_changes_the_chart_and_the_rows_and_the_change_is_announced(visit: Visit) -> None:
    visitor = visit(_page(PROVINCES))
    page, before = visitor.page, _rows(visitor.page)
    drawn, status = page.locator("#explore-chart").inner_html(), page.locator("form [role=status]")
    said = status.inner_text()
    _reach(page, "provincia")
    page.keyboard.type("Salta")
    assert len(_rows(page)) == 1 < len(before)
    assert "Salta" in _rows(page)[0]
    assert page.locator("#explore-chart").inner_html() != drawn
    assert status.inner_text() not in ("", said)
    assert visitor.complaints == []


@pytest.mark.parametrize("lang", ["", "en/"])
def test_a_link_restores_the_choice_and_holds_codes_only(visit: Visit, lang: str) -> None:
    page = visit(_page(PROVINCES, lang)).page
    _choose(page, "group-by", "periodo")
    _choose(page, "provincia", "AR-A")
    _choose(page, "periodo-from", "2021")
    asked = parse_qs(urlsplit(page.url).query)
    assert asked == {"group-by": ["periodo"], "provincia": ["AR-A"], "periodo-from": ["2021"]}
    link = page.locator("#explore-link").get_attribute("href") or ""
    other = visit(_page(PROVINCES, lang) + link).page
    assert _rows(other) == _rows(page) != []
    assert other.locator("#explore-chart").inner_html() == page.locator("#explore-chart").inner_html()


def test_what_the_address_asks_for_and_the_table_has_not_is_ignored(visit: Visit) -> None:
    page = visit(_page(PROVINCES)).page
    odd = visit(_page(PROVINCES) + "?provincia=%3Cb%3Ex&periodo-to=1900&x=y&group-by=").page
    assert _rows(odd) == _rows(page)


@pytest.mark.parametrize("table", [PROVINCES, TOTAL, "pe-victimas/total"])
def test_the_file_has_the_chosen_rows_as_they_were_published(visit: Visit, site: Path, table: str) -> None:
    page = visit(_page(table)).page
    shown, taken, released = _rows(page), _taken(page), _released(site, table)
    assert len(taken) == len(shown) > 1
    assert all(_own(row, released) in released for row in taken)
    described = json.loads((site / f"api/v1/tables/{table}.json").read_bytes())
    (measure,) = (one["name"] for one in described["columns"] if one["role"] == "measure")
    expected = {"celosia.version": described["version"], "celosia.license": described["license"]["name"]}
    for row in taken:
        assert {name: row[name] for name in expected} == expected
        assert row[f"{measure}.OBS_STATUS"]
        assert row["source.title"]
        assert row["selection.url"].endswith(f"/explore/{table}/")


def test_the_file_of_a_choice_has_that_choice_and_its_link(visit: Visit, site: Path) -> None:
    page = visit(_page(PROVINCES)).page
    _choose(page, "group-by", "periodo")
    _choose(page, "provincia", "AR-A")
    taken = _taken(page)
    released = _released(site, PROVINCES)
    assert [_own(row, released) for row in taken] == [row for row in released if row["provincia"] == "AR-A"]
    assert {row["selection.url"].partition("?")[2] for row in taken} == {urlsplit(page.url).query}


def test_a_hidden_figure_is_a_mark_in_the_table_the_chart_and_the_file(visit: Visit) -> None:
    page = visit(_page(PROVINCES)).page
    taken = _taken(page)
    hidden = [row for row in taken if row[f"{CALLS}.OBS_STATUS"] == "Q"]
    assert hidden
    assert {row[CALLS] for row in hidden} == {""}
    absent = page.locator("#explore-table td.absent")
    assert absent.count() == len(hidden)
    assert {text.partition("]")[0] for text in absent.all_inner_texts()} == {"[c"}
    boxes = page.locator("#explore-chart .plot__hidden")
    sizes = boxes.evaluate_all("boxes => boxes.map(b => b.getAttribute('width') + 'x' + b.getAttribute('height'))")
    assert (len(sizes), len(set(sizes))) == (len(hidden), 1)
    assert page.locator("#explore-chart .plot__bar").count() == len([row for row in taken if row[CALLS]])


def test_the_chart_says_the_figures_of_the_rows_and_no_other(visit: Visit) -> None:
    page = visit(_page(PROVINCES)).page
    told = page.locator("#explore-chart .plot__figure").all_text_contents()
    assert [text.replace("\u202f", "") for text in told] == [row[CALLS] or "[c]" for row in _taken(page)]


def test_a_missing_period_a_break_and_a_part_of_a_year_join_nothing(visit: Visit, site: Path) -> None:
    """A line goes from a whole year to the next one only."""
    page = visit(_page(TOTAL)).page
    _choose(page, "sistema", "pnr")
    years = {row["periodo"] for row in _released(site, TOTAL) if row["sistema"] == "pnr"}
    whole = sorted(int(period) for period in years if len(period) == 4)
    steps = [(one, one + 1) for one in whole if one + 1 in whole]
    assert 0 < page.locator("#explore-chart .plot__line").count() <= len(steps) < len(whole) - 1
    assert page.locator("#explore-chart .plot__dot--open").count() > 0
    assert page.locator("#explore-chart .plot__break").count() == 1


def test_only_the_breaks_of_the_chosen_years_are_listed(visit: Visit) -> None:
    page = visit(_page(TOTAL)).page
    listed = page.locator("#explore-breaks dt")
    assert listed.locator("visible=true").all_inner_texts() == listed.all_inner_texts() == ["2013"]
    _choose(page, "periodo-from", "2019")
    assert page.locator("#explore-breaks").is_hidden()
    _choose(page, "periodo-from", "2013")
    assert page.locator("#explore-breaks").is_visible()


def test_nothing_is_told_where_no_row_was_published(visit: Visit) -> None:
    page = visit(_page(TOTAL)).page
    _choose(page, "sistema", "gobierno")
    _choose(page, "periodo-to", "2011")
    assert _rows(page) == []
    assert page.locator("#explore-chart svg").count() == 0
    assert "No es un cero" in page.locator("form [role=status]").inner_text()
    assert page.locator("#explore-take").is_disabled()
    page.locator("button[type=reset]").click()
    page.wait_for_selector("#explore-table tbody tr")


def test_it_works_from_a_folder(visit: Visit, site: Path) -> None:
    visitor = visit(_page(PROVINCES), at=site.as_uri() + "/")
    page = visitor.page
    _choose(page, "provincia", "AR-A")
    assert [row["provincia"] for row in _taken(page)] == ["AR-A"]
    shown = _rows(page)
    page.locator("#explore-link").click()
    page.wait_for_url("**provincia=AR-A**")
    assert _rows(page) == shown
    assert visitor.complaints == []


def test_without_javascript_it_says_so_and_leads_to_the_files(visit: Visit) -> None:
    page = visit(_page(PROVINCES), java_script_enabled=False).page
    assert "Para explorar hace falta JavaScript" in page.locator("noscript p:visible").inner_text()
    assert page.locator("select:visible, button:visible, table:visible, #explore-link:visible").count() == 0
    assert page.locator("main a[href$='por-provincia.csv']:visible").count() == 1
    assert page.locator(f"main a[href$='datasets/{PROVINCES.partition('/')[0]}/index.html']:visible").count() == 1


def test_a_note_that_begins_a_formula_is_text_in_the_file(visit: Visit) -> None:
    visitor = visit(_page(TOTAL))

    def planted(route: Route) -> None:
        body = route.fetch().text().replace('"calificador": "exacto"', '"calificador": "=HYPERLINK(1)"')
        route.fulfill(body=body, content_type="text/javascript")

    visitor.page.route("**/rows.js", planted)
    taken = _taken(visitor.open(_page(TOTAL)).page)
    assert {row["calificador"][:2] for row in taken} == {"'=", "ap"}


def test_a_screen_reader_is_told_what_the_chart_shows(visit: Visit) -> None:
    page = visit(_page(TOTAL)).page
    (told,) = page.get_by_role("img", name="Víctimas (personas) por período").all()
    assert (
        "La tabla que sigue tiene las mismas filas"
        in page.locator(f"#{_described(told.get_attribute('aria-labelledby'))}").inner_text()
    )
    assert page.get_by_role("table").count() == 1
    for name in ("Desglosar por", "Desde", "Hasta", "Sistema de registro"):
        assert page.get_by_role("combobox", name=name, exact=True).count() == 1


def _described(ids: str | None) -> str:
    return (ids or "").split()[1]
