"""SDMX-CSV 2.0: every figure with its statuses, and nothing where a figure is hidden."""

import csv
from io import StringIO

import pytest
from unit.exporters.catalogs import COLUMNS, column, notes, table

from celosia.exporters import EXPORTERS
from celosia.seal.content import Grid
from celosia.seal.observation import compare_observations
from celosia.seal.readers import read
from celosia.vocabularies.sdmx import structure_id, time_period

STATUSES = (column("estado", "string", concept="obs-status"), column("reserva", "string", concept="conf-status"))
HIDDEN = table(
    columns=(*COLUMNS[:4], *STATUSES),
    rows=(("x-1", "2019", "01", 12, "A", "F"), ("x-2", "2019", "02", None, "Q", "C")),
)


def _rows(one):
    return list(csv.DictReader(StringIO(EXPORTERS["sdmx.csv"](one, notes()).decode())))


def _compared(one, body):
    grids = read("total.sdmx.csv", body).grids
    return [finding.code for grid in grids for finding in compare_observations(one, notes().dataset, grid, "total.sdmx.csv")]


def test_a_hidden_figure_is_empty_and_says_why():
    first, second = _rows(HIDDEN)
    assert (first["OBS_VALUE"], first["OBS_STATUS"], first["CONF_STATUS"]) == ("12", "A", "F")
    assert (second["OBS_VALUE"], second["OBS_STATUS"], second["CONF_STATUS"]) == ("", "Q", "C")


def test_a_figure_under_a_confidential_status_is_never_written():
    one = table(columns=HIDDEN.columns, rows=(("x-1", "2019", "01", 12, "A", "C"),))
    assert _rows(one)[0]["OBS_VALUE"] == ""


def test_statuses_are_added_where_the_table_has_none():
    assert [(row["OBS_STATUS"], row["CONF_STATUS"]) for row in _rows(table())] == [("A", "F"), ("O", "F"), ("A", "F")]


def test_codes_keep_their_zeros_and_several_measures_their_names():
    assert [(row["REGION"], row["CASOS"]) for row in _rows(table())] == [("01", "1234"), ("02", ""), ("01", "0")]


def test_the_structure_names_who_keeps_it_and_its_version():
    found = structure_id(table(), notes().dataset, notes().site)
    assert found == "PROYECTO_INVENTADO:CASOS_INVENTADOS_TOTAL(1.0.0)"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("2019", "2019"), ("2019-03", "2019-03"), ("2019/2021", "2019-01-01/P3Y"), ("2020-01/2020-06", "2020-01-01/P6M")],
)
def test_a_period_is_as_sdmx_writes_it(ours, theirs):
    assert time_period(ours) == theirs


@pytest.mark.parametrize("one", [HIDDEN, table()])
def test_the_seal_finds_nothing_in_what_we_write(one):
    assert _compared(one, EXPORTERS["sdmx.csv"](one, notes())) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"02,,Q,C", b"02,3,Q,C"), (b",12,A,F", b",13,A,F"), (b"(1.0.0),I,x-2", b"(3.0.0),I,x-2"), (b"Q,C", b"Q,F")],
)
def test_the_seal_finds_every_other_cell(old, new):
    body = EXPORTERS["sdmx.csv"](HIDDEN, notes())
    assert old in body
    assert _compared(HIDDEN, body.replace(old, new))


def test_a_missing_row_is_found():
    grid = read("total.sdmx.csv", EXPORTERS["sdmx.csv"](HIDDEN, notes())).grids[0]
    short = Grid(part=grid.part, names=grid.names, rows=grid.rows[:1])
    assert [one.code for one in compare_observations(HIDDEN, notes().dataset, short, "x")] == ["leak-rows"]
