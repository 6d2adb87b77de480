"""What holds for every format: the same values, twice the same bytes, and never a zero for what is not there."""

import json
from datetime import date
from io import BytesIO

import pandas as pd
import pytest
from unit.exporters.catalogs import COLUMNS, ROWS, dataset, notes, table

from celosia.exporters import EXPORTERS, FORMATS, export_dataset
from celosia.model import LangString

DTYPES = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean", "date": "string"}
TYPES = {one.name: DTYPES[one.type] for one in COLUMNS}


def _frame(name):
    body = BytesIO(EXPORTERS[name](table(), notes()))
    if name == "csv":
        frame = pd.read_csv(body, dtype=TYPES, keep_default_na=False, na_values=[""])
        return frame.assign(dia=_days(frame["dia"]))
    if name == "xlsx":
        return _typed(pd.read_excel(body, dtype="object", keep_default_na=False, na_values=["", "[x]"]))
    if name == "json":
        document = json.loads(body.getvalue())
        return _typed(pd.DataFrame(document["rows"], columns=[one["name"] for one in document["columns"]], dtype="object"))
    return _typed(pd.read_parquet(body))


def _typed(frame):
    typed = frame.astype({one: type_ for one, type_ in TYPES.items() if one != "dia"})
    return typed.assign(dia=_days(frame["dia"].map(lambda day: str(day)[:10], na_action="ignore")))


def _days(texts):
    return [None if pd.isna(text) else date.fromisoformat(text) for text in texts]


def _rows(frame):
    return tuple(tuple(None if pd.isna(cell) else cell for cell in row) for row in frame.itertuples(index=False))


@pytest.mark.parametrize("name", [name for name in EXPORTERS if name != "sdmx.csv"])
def test_pandas_reads_the_same_values_from_every_format(name):
    assert _rows(_frame(name)) == ROWS


def test_parquet_keeps_integers_with_gaps_integers():
    frame = pd.read_parquet(BytesIO(EXPORTERS["parquet"](table(), notes())))
    assert (str(frame["casos"].dtype), str(frame["tasa"].dtype)) == ("Int64", "Float64")


def test_parquet_carries_title_licence_and_units():
    from pyarrow import parquet  # noqa: PLC0415 - as late as the exporter

    schema = parquet.read_schema(BytesIO(EXPORTERS["parquet"](table(), notes())))
    assert schema.metadata[b"title"].decode() == "Casos inventados: Total inventado"
    assert schema.metadata[b"license"] == b"https://creativecommons.org/licenses/by/4.0/"
    assert schema.field("casos").metadata[b"unit"] == b"cases"


def test_json_explains_itself():
    document = json.loads(EXPORTERS["json"](table(), notes()))
    assert list(document) == ["dataset", "table", "title", "version", "url", "license", "citation", "marks", "columns", "rows"]
    assert document["rows"][1]["casos"] is None
    assert document["marks"] == [
        {
            "mark": "[x]",
            "obs_status": "O",
            "label": {
                "es": "sin dato: la fuente no publicó la cifra",
                "en": "not available: the source did not publish the figure",
            },
        }
    ]
    assert document["columns"][2]["codes"][0] == {"value": "01", "label": {"es": "Norte", "en": "North"}}


def test_csv_is_the_committed_file():
    one = table(body="id\r\n«ya publicado»\r\n".encode())
    assert EXPORTERS["csv"](one, notes()) is one.body


def test_two_exports_are_the_same_bytes():
    assert export_dataset(notes()) == export_dataset(notes())


def test_every_exporter_has_a_format_and_every_format_an_exporter():
    assert [one.name for one in FORMATS] == list(EXPORTERS)


def test_a_table_of_no_rows_is_still_a_table():
    one = table(rows=())
    assert all(export_dataset(notes(dataset(one))).values())


def test_integers_that_64_bits_cannot_hold_stay_exact_in_parquet():
    one = table(COLUMNS[:1] + COLUMNS[3:4], (("x-1", 2**63), ("x-2", None)))
    frame = pd.read_parquet(BytesIO(EXPORTERS["parquet"](one, notes())))
    assert frame["casos"][0] == str(2**63)
    assert pd.isna(frame["casos"][1])


def test_text_that_no_one_translated_is_not_passed_off_as_english():
    one = table(title=LangString(es="Sin traducir"))
    assert json.loads(EXPORTERS["json"](one, notes()))["title"] == {"es": "Sin traducir"}
