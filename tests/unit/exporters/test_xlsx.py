"""The workbook: what a person sees who opens it, and what a program reads."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from unit.exporters.catalogs import ROWS, column, dataset, notes, table

from celosia.exporters import EXPORTERS
from celosia.model import Role


def _workbook(one=None):
    one = one or table()
    return openpyxl.load_workbook(BytesIO(EXPORTERS["xlsx"](one, notes(dataset(one)))))


def _cells(type_, *values):
    one = table((column("a", type_, role=Role.MEASURE),), tuple((value,) for value in values))
    return [row[0] for row in _workbook(one).worksheets[0].iter_rows(min_row=2)]


def test_the_first_sheet_has_the_names_of_the_columns_frozen_on_top():
    sheet = _workbook().worksheets[0]
    assert [cell.value for cell in sheet[1]] == [one.name for one in table().columns]
    assert sheet.freeze_panes == "A2"


def test_cells_are_typed():
    row = _workbook().worksheets[0][2]
    assert [cell.data_type for cell in row] == ["s", "s", "s", "n", "n", "d", "b", "s", "n"]


def test_a_code_keeps_its_zeros_and_a_period_stays_text():
    row = [cell.value for cell in _workbook().worksheets[0][2]]
    assert row[1:3] == ["2019", "01"]


def test_a_figure_that_is_missing_is_its_mark_and_a_zero_is_a_zero():
    sheet = _workbook().worksheets[0]
    assert [cell.value for cell in sheet["D"]] == ["casos", 1234, "[x]", 0]
    assert [cell.data_type for cell in sheet["D"]] == ["s", "n", "s", "n"]


def test_what_is_missing_and_no_figure_has_no_cell():
    assert [cell.value for cell in _workbook().worksheets[0]["I"]][1:3] == [None, "=1+1"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "https://x.example/", "0012", "1e5", "TRUE", "{=1}", "'a"])
def test_text_is_never_read_as_anything_else(text):
    (cell,) = _cells("string", text)
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_characters_that_a_workbook_cannot_hold_are_shown_as_unknown():
    (cell,) = _cells("string", "a\x00b\x01\x1f\ufffe\r\nc\rd\te")
    assert cell.value == "a\ufffdb\ufffd\ufffd\ufffd\nc\nd\te"


def test_a_text_longer_than_a_cell_is_cut_and_says_so():
    (cell,) = _cells("string", "ñ" * 40_000)
    assert len(cell.value) == 32_767
    assert cell.value.endswith("]")


def test_a_number_that_a_workbook_would_round_becomes_text():
    values = [cell.value for cell in _cells("integer", 10**15 - 1, 10**15, -(10**18))]
    assert values == [999_999_999_999_999, "1000000000000000", "-1000000000000000000"]


def test_days_before_the_calendar_of_excel_become_text():
    values = [cell.value for cell in _cells("date", date(1899, 12, 31), date(1900, 3, 1))]
    assert values[0] == "1899-12-31"
    assert values[1].date() == date(1900, 3, 1)


def test_the_other_sheets_are_dictionary_notes_and_sources():
    _data, dictionary, notes_sheet, sources = _workbook().worksheets
    assert [cell.value for cell in dictionary["A"]][1:4] == ["id", "periodo", "region"]
    assert ("region", "02") in {(row[0], row[1]) for row in dictionary.iter_rows(values_only=True)}
    said = [cell.value for row in notes_sheet.iter_rows() for cell in row]
    assert {"Un caso inventado", "An invented case", "Una tabla espera.", "2020: Otro método"} <= set(said)
    assert [cell.value for cell in sources["A"]][1:] == ["inv-1", "inv-2", None]


def test_a_table_that_no_sheet_can_hold_is_refused():
    with pytest.raises(ValueError, match="more rows than a sheet"):
        EXPORTERS["xlsx"](replace(table(), rows=ROWS[:1] * 1_048_576), notes())
