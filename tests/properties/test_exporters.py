"""What is written is read back: `read(write(table)) == table`, for any table, in every format."""

import csv
import json
from datetime import date, datetime
from io import BytesIO, StringIO

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st
from unit.exporters.catalogs import column, notes, table

from celosia.exporters import EXPORTERS
from celosia.model import Role

NOTES = notes()
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), min_size=1, max_size=30)
FORMULAS = st.sampled_from(["=1+1", "+1", "-2", "@A1", "00012", "1e5", "TRUE", "#N/A", "NaN", "null", " x ", "2020/2021"])
EXACT = {
    "string": TEXT | FORMULAS,
    "integer": st.integers(-(2**63), 2**63 - 1),
    "number": st.floats(allow_nan=False, allow_infinity=False),
    "boolean": st.booleans(),
    "date": st.dates(),
}
# A workbook holds 15 digits and days since March 1900; what it cannot hold becomes text (unit tests).
SHEET = EXACT | {
    "integer": st.integers(1 - 10**15, 10**15 - 1),
    "number": st.integers(-(10**9), 10**9).map(lambda number: number / 1000),
    "date": st.dates(date(1900, 3, 1)),
}


@st.composite
def tables(draw, cells):
    types = draw(st.lists(st.sampled_from(sorted(cells)), min_size=1, max_size=4))
    columns = [column("id", "integer")]
    columns += [column(f"c{place}", type_, role=Role.MEASURE) for place, type_ in enumerate(types)]
    rows = draw(st.lists(st.tuples(*(st.none() | cells[type_] for type_ in types)), max_size=5))
    return table(columns, [(number, *row) for number, row in enumerate(rows)])


@given(tables(EXACT))
def test_csv_gives_back_the_table(one):
    _heading, *rows = csv.reader(StringIO(EXPORTERS["csv"](one, NOTES).decode(), newline=""))
    assert tuple(tuple(map(_read, row, one.columns)) for row in rows) == one.rows


@given(tables(EXACT))
def test_json_gives_back_the_table(one):
    document = json.loads(EXPORTERS["json"](one, NOTES))
    rows = [[row[each.name] for each in one.columns] for row in document["rows"]]
    assert tuple(tuple(map(_dated, row, one.columns)) for row in rows) == one.rows


@given(tables(EXACT))
def test_parquet_gives_back_the_table(one):
    from pyarrow import parquet  # noqa: PLC0415 - as late as the exporter

    content = parquet.read_table(BytesIO(EXPORTERS["parquet"](one, NOTES)))
    assert tuple(tuple(row.values()) for row in content.to_pylist()) == one.rows


@settings(max_examples=40)
@given(tables(SHEET))
def test_a_workbook_gives_back_the_table(one):
    sheet = openpyxl.load_workbook(BytesIO(EXPORTERS["xlsx"](one, NOTES))).worksheets[0]
    rows = sheet.iter_rows(min_row=2, max_row=len(one.rows) + 1, max_col=len(one.columns), values_only=True)
    read = tuple(tuple(cell.date() if isinstance(cell, datetime) else cell for cell in row) for row in rows)
    shown = tuple((row[0], *("[x]" if cell is None else cell for cell in row[1:])) for row in one.rows)
    assert read[: len(one.rows)] == shown


@settings(max_examples=20)
@given(tables(SHEET))
def test_twice_is_once(one):
    for write in EXPORTERS.values():
        assert write(one, NOTES) == write(one, NOTES)


def _read(text, described):
    parse = {"string": str, "integer": int, "number": float, "boolean": "true".__eq__, "date": date.fromisoformat}
    return parse[described.type](text) if text else None


def _dated(value, described):
    return date.fromisoformat(value) if value is not None and described.type == "date" else value
