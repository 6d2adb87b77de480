"""The documents for programs: what one of them may hold besides the published table, planted and found."""

import json

import pytest
from unit.exporters.catalogs import dataset
from unit.render.test_api import MARKED, _documents

from celosia.seal.content import Grid
from celosia.seal.names import owner
from celosia.seal.readers.json import read_json
from celosia.seal.statuses import compare_with_statuses

PATH = "api/v1/tables/marcados/marcada.json"


def _codes(change=len):
    document = _documents(dataset(MARKED, id="marcados"))["tables/marcados/marcada.json"]
    change(document["rows"])
    (grid,) = read_json(json.dumps(document).encode()).grids
    return {finding.code for finding in compare_with_statuses(MARKED, grid, PATH)}


def _planted(number, name, value):
    return lambda rows: rows[number].__setitem__(name, value)


def test_a_document_as_it_is_made_says_nothing_more_than_its_table() -> None:
    assert _codes() == set()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_planted(1, "casos", 7), "leak-cell"),
        (_planted(0, "casos", 1235), "leak-cell"),
        (_planted(1, "casos.OBS_STATUS", "O"), "leak-difference"),
        (_planted(1, "casos.CONF_STATUS", "D"), "leak-difference"),
        (_planted(2, "casos.OBS_STATUS", "Q"), "leak-cell"),
        (_planted(0, "casos.OBS_STATUS", "E"), "leak-cell"),
        (lambda rows: rows.pop(), "leak-rows"),
        (lambda rows: [row.__setitem__("resto", 7) for row in rows], "leak-rows"),
    ],
)
def test_what_is_planted_in_a_document_is_found(change, code) -> None:
    assert code in _codes(change)


def test_a_document_belongs_to_the_dataset_that_it_is_of() -> None:
    assert owner(PATH) == owner("api/v1/datasets/marcados.json") == "marcados"
    assert owner("api/v1/datasets.json") is owner("api/v1/agreements/x.json") is None


def test_rows_without_their_statuses_are_refused() -> None:
    names = tuple(column.name for column in MARKED.columns)
    grid = Grid(part="rows", names=names, rows=MARKED.rows)
    assert [finding.code for finding in compare_with_statuses(MARKED, grid, PATH)] == ["leak-rows"]
