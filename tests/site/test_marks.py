"""Every mark of a figure, from a synthetic catalogue through the whole build: page, files, drawings and words agree."""

import csv
import json
import os
import re
import shutil
import warnings
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from building import EPOCH, REPOSITORY, a_catalogue, build
from pyarrow import parquet

from celosia.charts.palette import WITHHELD_PAPER
from celosia.model import Policy
from celosia.vocabularies.status import STATUSES, status_of

CASE = REPOSITORY / "tests/cases/marks"
DATASET = "datasets/ejemplo-marcas"
MEASURES = {"estados": "personas", "por-region": "asistidas", "por-provincia": "halladas"}
CHARTS = ("linea", "barras", "apiladas", "puntos", "mapa")
PREFIXES = {"es": "", "en": "en/"}
_TOLD = r'<img [^>]*>|<div class="legend".*?</dl>.*?</div>|<table class="table" id="(?:table|figures)-.*?</table>'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the base catalogue with the dataset of the marks and the page that explains them."""
    root = a_catalogue(tmp_path_factory.mktemp("marks") / "catalogue")
    shutil.copytree(CASE / "source", root, dirs_exist_ok=True)
    for lang in PREFIXES:
        shutil.copytree(REPOSITORY / f"docs/{lang}/protection", root / f"docs/{lang}/protection")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        build(root)
    return root / "site"


class _Reader(HTMLParser):
    """What a page says, with what only the eye sees in braces and what only the ear hears in angles."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "img":
            self.said.append(f"\n({given.get('alt') or ''})\n")
        if tag in {"tr", "caption", "dl", "p", "div", "summary", "h2", "h3"}:
            self.said.append("\n")
        if tag in {"td", "th", "dd"}:
            self.said.append(" | ")
        close = "}" if given.get("aria-hidden") == "true" else "›" if given.get("class") == "hidden" else ""
        self.said.append({"}": "{", "›": "‹"}.get(close, ""))
        if tag not in {"img", "source", "meta", "link", "br", "input", "hr"}:
            self._open.append((tag, close))

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            opened, close = self._open.pop()
            self.said.append(close)
            if opened == tag:
                break

    def handle_data(self, data: str) -> None:
        self.said.append(re.sub(r"[ \t\n]+", " ", data) if data.strip() else "")


def told(html: str) -> str:
    """The text of some HTML, a line for each row, entry or paragraph."""
    reader = _Reader()
    reader.feed(html)
    lines = (re.sub(r"[ \n]+", " ", line).strip(" |") for line in "".join(reader.said).split("\n"))
    return "\n".join(line for line in lines if line) + "\n"


def page(site: Path, lang: str = "es") -> str:
    return (site / PREFIXES[lang] / DATASET / "index.html").read_text(encoding="utf-8")


def records(site: Path, table: str) -> list[dict[str, str]]:
    text = (site / DATASET / f"{table}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(StringIO(text, newline="")))


def wanted(site: Path, table: str) -> list[tuple[str, str]]:
    """For each row its figure as the CSV writes it, and the mark that must stand beside it or in its place."""
    pairs = []
    for row in records(site, table):
        figure = row[MEASURES[table]]
        status = status_of(int(figure) if figure else None, row["obs_status"], row["conf_status"])
        pairs.append((figure, status.sign if status else ""))
    return pairs


def shown_table(site: Path, name: str, lang: str) -> str:
    found = re.search(rf'<table[^>]*id="{name}".*?</table>', page(site, lang), re.DOTALL)
    assert found, name
    return found[0]


def legend_of(site: Path, name: str, lang: str) -> list[str]:
    found = re.search(rf'id="{name}-marks">(.*?)</dl>', page(site, lang), re.DOTALL)
    return re.findall(r"<dt>([^<]*)</dt>", found[1]) if found else []


def test_every_mark_occurs(site: Path) -> None:
    assert {sign for _, sign in wanted(site, "estados")} == {"", *(status.sign for status in STATUSES.values())}
    assert "0" in {figure for figure, _ in wanted(site, "estados")}


@pytest.mark.parametrize("lang", PREFIXES)
@pytest.mark.parametrize("table", MEASURES)
def test_the_page_shows_the_figure_or_its_mark_and_says_it_in_words(site: Path, table: str, lang: str) -> None:
    cells = re.findall(r'<td class="(number|absent)"([^>]*)>(.*?)</td>', shown_table(site, f"table-{table}", lang))
    words = {status.sign: status.words(lang) for status in STATUSES.values()}
    for (kind, value, cell), (figure, sign) in zip(cells, wanted(site, table), strict=True):
        said = told(f"<p>{cell}</p>").strip()
        heard = f"{{{sign}}}‹ {words[sign]}›" if sign else ""
        assert (kind, said) == (("number", f"{figure} {heard}".strip()) if figure else ("absent", heard))
        assert ("data-v" in value) is bool(figure), "what has no figure sorts as none"


@pytest.mark.parametrize("lang", PREFIXES)
@pytest.mark.parametrize("table", MEASURES)
def test_the_legend_lists_what_occurs_and_no_more(site: Path, table: str, lang: str) -> None:
    signs = {sign for _, sign in wanted(site, table)} - {""}
    zero = ["0"] if "0" in {figure for figure, _ in wanted(site, table)} else []
    assert legend_of(site, f"table-{table}", lang) == [s.sign for s in STATUSES.values() if s.sign in signs] + zero


@pytest.mark.parametrize("table", MEASURES)
def test_every_file_holds_the_same_cells(site: Path, table: str) -> None:
    base, measure = site / DATASET / table, MEASURES[table]
    figures = [int(figure) if figure else None for figure, _ in wanted(site, table)]
    assert [row[measure] for row in json.loads(base.with_suffix(".json").read_text())["rows"]] == figures
    assert parquet.read_table(base.with_suffix(".parquet")).column(measure).to_pylist() == figures
    sheet = openpyxl.load_workbook(base.with_suffix(".xlsx")).worksheets[0]
    (column,) = (cells for cells in sheet.iter_cols(values_only=True) if cells[0] == measure)
    expected = [int(figure) if figure else sign for figure, sign in wanted(site, table)]
    assert list(column[1:]) == expected
    assert all(type(cell) is type(other) for cell, other in zip(column[1:], expected, strict=True))


@pytest.mark.parametrize("table", MEASURES)
def test_every_file_keeps_the_codes_as_they_were_committed(site: Path, table: str) -> None:
    base, rows = site / DATASET / table, records(site, table)
    document = json.loads(base.with_suffix(".json").read_text())
    columns = parquet.read_table(base.with_suffix(".parquet"))
    for name in ("obs_status", "conf_status"):
        codes = [row[name] for row in rows]
        assert [row[name] for row in document["rows"]] == columns.column(name).to_pylist() == codes
    assert (CASE / "source" / DATASET / f"{table}.csv").read_bytes() == base.with_suffix(".csv").read_bytes()


def test_the_files_explain_the_marks_that_occur(site: Path) -> None:
    document = json.loads((site / DATASET / "estados.json").read_text())
    assert [mark["mark"] for mark in document["marks"]] == [status.sign for status in STATUSES.values()]
    notes = openpyxl.load_workbook(site / DATASET / "por-region.xlsx")["Notas"]
    texts = {row[0]: row[1] for row in notes.iter_rows(values_only=True)}
    assert texts["Marcas"] == "[c] dato protegido: no se publica, para que nadie pueda ser reconocido"
    assert "6 de 14" in texts["Protección"]
    with ZipFile(site / DATASET / "ejemplo-marcas.zip") as archive:
        assert "[z] no corresponde" in archive.read("LEEME.txt").decode()


def test_the_descriptor_explains_the_marks_and_others_accept_it(site: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from frictionless import validate  # noqa: PLC0415 - slow, and warns while it is imported

        assert validate(str(site / DATASET / "datapackage.json")).flatten(["code", "rowNumber", "fieldName", "type"]) == []
    package = json.loads((site / DATASET / "datapackage.json").read_text())
    schema = package["resources"][0]["schema"]
    assert schema["missingValues"] == ["", "[c]", "[x]", "[l]", "[z]"]
    told_of = {field["name"]: field.get("description", "") for field in schema["fields"]}
    assert "Q: [c] dato protegido" in told_of["obs_status"]
    assert "CL_OBS_STATUS 2.2" in told_of["obs_status"]
    assert "CL_CONF_STATUS 1.3" in told_of["conf_status"]


@pytest.mark.parametrize("lang", PREFIXES)
@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("width", ["", ".narrow"])
def test_a_drawing_hatches_what_is_hidden_and_names_it(site: Path, chart: str, lang: str, width: str) -> None:
    svg = (site / PREFIXES[lang] / DATASET / f"charts/{chart}{width}.svg").read_text(encoding="utf-8")
    assert WITHHELD_PAPER in svg
    assert re.search(r'fill="url\(#[^"]*-withheld\)"', svg)
    assert STATUSES["Q"].spoken(lang) in re.sub(r"<desc>.*?</desc>", "", svg)


@pytest.mark.parametrize("lang", PREFIXES)
@pytest.mark.parametrize("chart", CHARTS)
def test_a_drawing_is_told_with_what_it_hides_and_its_rows_say_it_too(site: Path, chart: str, lang: str) -> None:
    alternative = re.search(rf'charts/{chart}\.svg"[^>]*alt="([^"]*)"', page(site, lang))
    assert alternative
    words = STATUSES["Q"].words(lang)
    assert f"{words[0].upper()}{words[1:]}: " in alternative[1]
    assert "[c]" in told(shown_table(site, f"figures-{chart}", lang))
    assert "[c]" in legend_of(site, f"figures-{chart}", lang)


@pytest.mark.parametrize("chart", CHARTS)
def test_nothing_on_a_scale_stands_for_a_hidden_figure(site: Path, chart: str) -> None:
    spec = json.loads((site / DATASET / f"charts/{chart}.vega.json").read_text())
    rows = list(csv.DictReader(StringIO((site / DATASET / f"charts/{chart}.csv").read_text(), newline="")))
    measure = next(name for name in MEASURES.values() if name in rows[0])
    published = {float(row[measure]) for row in rows if row[measure]}
    drawn = [mark for data in spec["data"] for mark in data.get("values", ()) if isinstance(mark, dict)]
    assert {float(mark["value"]) for mark in drawn if "value" in mark} <= published
    assert {float(mark["end"]) for mark in drawn if {"end", "tip"} <= mark.keys()} <= published


def test_a_stack_with_a_hidden_part_is_not_stacked(site: Path) -> None:
    spec = (site / DATASET / "charts/apiladas.vega.json").read_text()
    assert '"panels"' in spec
    assert '"columns":[' not in spec


@pytest.mark.parametrize("lang", PREFIXES)
def test_a_table_says_what_was_removed_and_leads_to_the_rule(site: Path, lang: str) -> None:
    said = told(page(site, lang))
    assert {"es": "6 de 14 (43\u202f%). Niveles", "en": "6 of 14 (43%). Levels"}[lang] in said
    assert page(site, lang).count('href="../../protection/index.html"') > len(MEASURES)


@pytest.mark.parametrize("lang", PREFIXES)
def test_the_page_reads_as_it_was_read(site: Path, lang: str) -> None:
    body = page(site, lang).partition("<main")[2].partition("</main")[0]
    pieces = re.findall(_TOLD, body, re.DOTALL)
    found = "\n".join(told(piece) for piece in pieces)
    golden = CASE / "expected" / f"{lang}.txt"
    if os.environ.get("CELOSIA_GOLDEN"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def test_a_page_without_marks_has_no_legend(site: Path) -> None:
    assert 'class="legend"' not in (site / "datasets/ejemplo-normas/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", PREFIXES)
def test_the_rule_that_is_told_is_the_one_that_is_applied(lang: str) -> None:
    text = (REPOSITORY / f"docs/{lang}/protection/index.md").read_text(encoding="utf-8")
    policy = Policy()
    said = {
        "es": ("menos de {} personas", "menos de {} casos o denuncias", "menos de {} si la tabla"),
        "en": ("fewer than {} persons", "fewer than {} cases or reports", "fewer than {} where the table"),
    }
    limits = (policy.threshold("persons"), policy.threshold("cases"), policy.crossed)
    assert all(words.format(limit) in text for words, limit in zip(said[lang], limits, strict=True))
    assert policy.threshold("reports") == policy.threshold("cases")
    assert all(f"| {status.sign} |" in text and f"`{status.code}`" in text for status in STATUSES.values())
