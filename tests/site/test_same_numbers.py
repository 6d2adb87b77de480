"""The same numbers in page, chart, CSV, XLSX, JSON and Parquet of the built site, as pandas reads them."""

import html
import json
import re
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pandas as pd
import pytest
import yaml

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
NUMBERS = {"integer": "Int64", "number": "Float64"}
MARKS = ["[c]", "[x]", "[l]", "[z]"]


def _resources() -> list[tuple[str, str]]:
    descriptors = sorted((ROOT / "datasets").glob("*/datapackage.yaml"))
    return [(path.parent.name, one["name"]) for path in descriptors for one in yaml.safe_load(path.read_text())["resources"]]


def _fields(dataset: str, table: str) -> list[dict[str, object]]:
    package = json.loads((SITE / "datasets" / dataset / "datapackage.json").read_text())
    return next(one["schema"]["fields"] for one in package["resources"] if one["name"] == table)


def _numbers(frame: pd.DataFrame, fields: list[dict[str, object]]) -> dict[str, list[float | None]]:
    measures = [str(field["name"]) for field in fields if field["role"] == "measure"]
    return {name: [None if pd.isna(cell) else float(cell) for cell in frame[name]] for name in measures}


def _texts(frame: pd.DataFrame, fields: list[dict[str, object]]) -> dict[str, list[str | None]]:
    texts = [str(field["name"]) for field in fields if field["type"] == "string"]
    return {name: [None if pd.isna(cell) or cell == "" else str(cell) for cell in frame[name]] for name in texts}


def _frames(dataset: str, table: str, fields: list[dict[str, object]]) -> dict[str, pd.DataFrame]:
    base = SITE / "datasets" / dataset / table
    types = {str(field["name"]): NUMBERS.get(str(field["type"]), "string") for field in fields}
    rows = json.loads(base.with_name(f"{table}.json").read_text())["rows"]
    return {
        "csv": pd.read_csv(base.with_name(f"{table}.csv"), dtype=types),
        "xlsx": pd.read_excel(base.with_name(f"{table}.xlsx"), dtype=types, na_values=MARKS),
        "json": pd.DataFrame(rows, columns=list(types)),
        "parquet": pd.read_parquet(base.with_name(f"{table}.parquet")),
    }


@pytest.mark.parametrize(("dataset", "table"), _resources())
def test_every_format_holds_the_same_cells(dataset: str, table: str) -> None:
    fields = _fields(dataset, table)
    frames = _frames(dataset, table, fields)
    numbers = {name: _numbers(frame, fields) for name, frame in frames.items()}
    texts = {name: _texts(frame, fields) for name, frame in frames.items()}
    for name in ("xlsx", "json", "parquet"):
        assert numbers[name] == numbers["csv"], name
        assert texts[name] == texts["csv"], name


@pytest.mark.parametrize(("dataset", "table"), _resources())
def test_the_published_csv_is_the_committed_one_and_the_zip_holds_it(dataset: str, table: str) -> None:
    committed = (ROOT / "datasets" / dataset / f"{table}.csv").read_bytes()
    folder = SITE / "datasets" / dataset
    assert (folder / f"{table}.csv").read_bytes() == committed
    with ZipFile(folder / f"{dataset}.zip") as archive:
        assert archive.read(next(name for name in archive.namelist() if name.endswith(f"/{table}.csv"))) == committed


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize(("dataset", "table"), _resources())
def test_the_page_shows_the_numbers_of_the_csv(dataset: str, table: str, prefix: str) -> None:
    fields = _fields(dataset, table)
    frame = _frames(dataset, table, fields)["csv"]
    page = (SITE / prefix / "datasets" / dataset / "index.html").read_text()
    shown = _cells_of(page, f"table-{table}")
    wanted = [cell for row in zip(*_numbers(frame, fields).values(), strict=True) for cell in row if cell is not None]
    assert shown == wanted[: len(shown)]
    assert len(shown) == len(wanted) or len(frame) > 500


def _cells_of(page: str, table: str) -> list[float]:
    found = re.search(rf'<table[^>]*id="{re.escape(table)}".*?</table>', page, re.DOTALL)
    assert found, table
    return [float(cell) for cell in re.findall(r'<td class="number" data-v="([^"]+)"', found[0])]


def test_a_chart_draws_rows_of_its_table_and_no_others() -> None:
    charts = list(SITE.glob("**/datasets/*/charts/*.csv"))
    assert charts
    for path in charts:
        drawn = pd.read_csv(path, dtype="string")
        tables = (pd.read_csv(table, dtype="string") for table in (SITE / "datasets" / path.parts[-3]).glob("*.csv"))
        homes = [table[list(drawn.columns)] for table in tables if set(drawn.columns) <= set(table.columns)]
        assert any(_rows(drawn) <= _rows(home) for home in homes), path


def _rows(frame: pd.DataFrame) -> set[tuple[str, ...]]:
    return set(frame.fillna("").itertuples(index=False, name=None))


def test_the_sizes_that_a_page_states_are_those_of_the_files() -> None:
    for page in SITE.glob("datasets/*/index.html"):
        for href, size in re.findall(r'href="([^"]+)" download>.*?<span class="file__size">([^<]+)</span>', page.read_text()):
            found = (page.parent / html.unescape(href)).resolve().stat().st_size
            number, unit = size.replace("\u202f", "").replace("\xa0", " ").replace(",", ".").split()
            stated = float(number) * {"B": 1, "kB": 1000, "MB": 1_000_000}[unit]
            assert abs(found - stated) <= max(500, 0.06 * found), (page, href, size)


def test_the_checksums_that_a_page_states_are_those_of_the_files() -> None:
    for page in SITE.glob("datasets/*/index.html"):
        sums = set(re.findall(r"\b[0-9a-f]{64}\b", page.read_text()))
        files = {sha256(path.read_bytes()).hexdigest() for path in page.parent.iterdir() if path.is_file()}
        assert sums
        assert sums <= files, page
