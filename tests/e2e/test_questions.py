"""The questions that people come with, from the home page: by links with their words, three at most, or by one search.

What the page at the end must say is read from the catalogue's own files, so that a changed figure changes what is looked
for. The walks in English are made without JavaScript: both languages, with and without, lead to the same answers.
"""

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Locator
from visiting import ROOT, Visitor

from celosia.locales import format_date, format_number

Visit = Callable[..., Visitor]
MOST = 3
LANGUAGES = ("es", "en")


@dataclass
class Walk:
    """A visitor who starts at home and counts the clicks."""

    visitor: Visitor
    lang: str
    clicks: int = 0

    def follow(self, words: str) -> "Walk":
        """Click the first visible link that has these words and no others."""
        return self._click(self.visitor.page.get_by_role("link", name=words, exact=True))

    def unfold(self, words: str) -> "Walk":
        """Open what is folded under these words."""
        return self._click(self.visitor.page.locator("summary").filter(has_text=words))

    def _click(self, found: Locator) -> "Walk":
        seen = found.locator("visible=true")
        assert seen.count(), (self.visitor.page.url, self.lang)
        seen.first.click()
        self.visitor.page.wait_for_load_state()
        self.clicks += 1
        assert self.clicks <= MOST
        return self

    def arrive(self, path: str) -> str:
        """The words of the page, which must be this one."""
        tree = "en/" if self.lang == "en" else ""
        assert self.visitor.page.url.partition("#")[0] == f"{self.visitor.base}{tree}{path}index.html"
        return _spaced(self.visitor.page.locator("main").inner_text())

    def number(self, value: str | float) -> str:
        """A figure as the page writes it."""
        return _spaced(format_number(float(value), self.lang))


@pytest.fixture(params=LANGUAGES)
def walk(request: pytest.FixtureRequest, visit: Visit) -> Walk:
    lang = request.param
    home = "en/index.html" if lang == "en" else "index.html"
    return Walk(visitor=visit(home, java_script_enabled=lang == "es"), lang=lang)


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _yaml(path: str) -> dict:
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _table(dataset: str, table: str) -> list[dict[str, str]]:
    return _rows(ROOT / "datasets" / dataset / f"{table}.csv")


def _title(dataset: str, table: str, lang: str) -> str:
    told = _yaml(f"datasets/{dataset}/datapackage{'.en' if lang == 'en' else ''}.yaml")
    return next(part["title"] for part in told["resources"] if part["name"] == table)


def _label(number: int, lang: str) -> str:
    return _yaml("catalog.en.yaml" if lang == "en" else "catalog.yaml")["key_figures"][number]["label"]


def _claims(comparison: str) -> Iterator[tuple[str, dict]]:
    """The figure that each claim of a comparison rests on, read in its table, and the claim."""
    for claim in _yaml(f"comparisons/{comparison}.yaml")["claims"]:
        cell = claim["cell"]
        (row,) = (row for row in _table(cell["dataset"], cell["table"]) if row["id"] == cell["where"]["id"])
        yield row[cell["measure"]], claim


def test_how_many_victims_there_were_in_argentina_in_2019_by_type_of_exploitation(walk: Walk) -> None:
    """The sources give a total of that year and no types: both are said where one looks."""
    by_type = _title("ar-victimas-rescatadas", "por-tipo-explotacion", walk.lang)
    walk.follow(_label(0, walk.lang)).follow("Tablas" if walk.lang == "es" else "Tables").unfold(by_type)
    walk.arrive("datasets/ar-victimas-rescatadas/")
    page = walk.visitor.page
    totals = {walk.number(row["victimas"]) for row in _table("ar-victimas-rescatadas", "total") if row["periodo"] == "2019"}
    shown = page.locator("#table-total tbody tr", has=page.locator("th", has_text=re.compile(r"^\s*2019\s*$")))
    assert totals
    assert totals == {_spaced(cell) for line in shown.all() for cell in line.locator("td.number").all_inner_texts()}
    rows = [row for row in _table("ar-victimas-rescatadas", "por-tipo-explotacion") if row["periodo"][:4] == "2019"]
    sheet = page.locator("details", has=page.locator("#table-por-tipo-explotacion"))
    gaps = sheet.locator("p.note", has_text=re.compile("ninguna cifra|no figure"))
    assert gaps.is_visible()
    assert ("2019" in _years(gaps.inner_text())) is not bool(rows)


def _years(text: str) -> set[str]:
    """Every year that a list of years and runs of years names."""
    runs = re.findall(r"(\d{4})(?:–(\d{4}))?", text)
    return {str(year) for first, last in runs for year in range(int(first), int(last or first) + 1)}


def test_why_peru_has_several_figures_for_2017(walk: Walk) -> None:
    told = _yaml("comparisons/pe-victimas-2017.yaml")
    text = walk.follow(told["title"][walk.lang]).arrive("comparisons/pe-victimas-2017/")
    for figure, claim in _claims("pe-victimas-2017"):
        assert walk.number(figure) in text
        assert claim["counts"][walk.lang] in text
    assert _spaced(told["explanation"][walk.lang]).strip() in text


def test_what_the_hotline_received_in_2021_and_who_counts_it_how(walk: Walk) -> None:
    told = _yaml("comparisons/ar-linea-145-2021.yaml")
    text = walk.follow(told["title"][walk.lang]).arrive("comparisons/ar-linea-145-2021/")
    for figure, claim in _claims("ar-linea-145-2021"):
        assert walk.number(figure) in text
        assert claim["name"][walk.lang] in text
        assert claim["counts"][walk.lang] in text


def test_what_treaty_binds_argentina_and_bolivia_since_when_and_by_which_law(walk: Walk) -> None:
    told = _yaml("agreements/ar-bo-acuerdo-marco-2015.yaml")
    walk.follow("Acuerdos" if walk.lang == "es" else "Agreements").follow(told["title"][walk.lang])
    text = walk.arrive("agreements/ar-bo-acuerdo-marco-2015/")
    assert format_date(date.fromisoformat(told["signed"]), walk.lang) in text
    unknown = "no consta en las fuentes" if walk.lang == "es" else "not stated in the sources"
    assert told["in_force"] is None
    assert unknown in text
    for approval in told["approvals"]:
        assert approval["text"] in text
    assert told["status"]["text"][walk.lang] in text


def test_whether_the_breakdown_by_indigenous_community_was_published(walk: Walk) -> None:
    told = _yaml("commitments/ar0084.yaml")
    walk.follow("Compromisos" if walk.lang == "es" else "Commitments").follow(told["title"][walk.lang])
    text = walk.arrive("commitments/ar0084/")
    (promised,) = (part for part in told["milestones"] if part["number"] == "6.1.1")
    (breakdown,) = (part for part in promised["breakdowns"] if "ndígena" in part["title"]["es"])
    never = {
        "es": "Nunca se publicó, hasta donde este catálogo pudo ver",
        "en": "Never published, as far as this catalogue could see",
    }[walk.lang]
    found = re.search(rf"{breakdown['title'][walk.lang]}: {never}", text, re.IGNORECASE)
    assert bool(found) is not bool(breakdown["tables"])


def test_whom_to_call_in_salta_at_night(walk: Walk) -> None:
    site = _yaml("catalog.en.yaml" if walk.lang == "en" else "catalog.yaml")
    (line,) = (one for one in site["help_lines"] if one["label"] == "Argentina")
    walk.follow("Territorios" if walk.lang == "es" else "Territories").follow("Salta")
    text = walk.arrive("territories/ar-a/")
    assert "24" in line["note"]
    assert line["number"] in text
    assert line["note"] in text
    assert walk.visitor.page.locator(f"main a[href='tel:{line['number']}']").first.is_visible()
    local = [row for row in _table("ar-recursos-asistencia", "recursos") if row["provincia"] == "AR-A"]
    assert local
    for row in local:
        assert row["nombre"] in text
        assert row["telefono"] in text
        assert _hours(row["horario"], walk.lang) in text


def _hours(code: str, lang: str) -> str:
    """The words for the hours of a contact."""
    told = _yaml(f"datasets/ar-recursos-asistencia/datapackage{'.en' if lang == 'en' else ''}.yaml")
    (field,) = (field for field in _field(told) if field["name"] == "horario")
    return next(one["label"] for one in field["categories"] if one["value"] == code)


def _field(told: dict) -> list[dict]:
    (resource,) = told["resources"]
    return resource["fields"] if "fields" in resource else resource["schema"]["fields"]


def test_what_changed_in_a_dataset_since_it_was_cited(walk: Walk) -> None:
    every = {"es": "Todas las versiones y qué cambió", "en": "All versions and what changed"}[walk.lang]
    walk.follow(_label(0, walk.lang)).follow(every)
    text = walk.arrive("datasets/ar-victimas-rescatadas/changes/")
    for change in _yaml("datasets/ar-victimas-rescatadas/changes.yaml"):
        assert change["version"] in text
        assert format_date(change["date"], walk.lang) in text
        assert _spaced(change["note"][walk.lang]).strip() in text


def test_what_is_published_of_madre_de_dios(walk: Walk) -> None:
    walk.follow("Territorios" if walk.lang == "es" else "Territories").follow("Madre de Dios")
    text = walk.arrive("territories/pe-mdd/")
    figures = list(_figures_of("PE-MDD"))
    assert len(figures) > 1
    assert [figure for figure in figures if walk.number(figure) not in text] == []


def _figures_of(area: str) -> Iterator[str]:
    """Every figure of an area in the tables of the catalogue."""
    for path in sorted((ROOT / "datasets").glob("*/datapackage.yaml")):
        for table in yaml.safe_load(path.read_text(encoding="utf-8")).get("resources", ()):
            fields = table["schema"]["fields"]
            areas = [field["name"] for field in fields if field.get("concept") == "ref-area"]
            measures = [field["name"] for field in fields if field["role"] == "measure"]
            for row in _rows(path.parent / table["path"]) if areas and measures else ():
                if area in (row[name] for name in areas):
                    yield from (row[name] for name in measures if row[name])
