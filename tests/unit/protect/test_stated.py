"""Sources that state only some crosses, one row with its id for each: synthetic, nobody is in them."""

from dataclasses import replace

import pytest
from protecting import files, plan, protected, table

from celosia.errors import ProtectionRefusedError
from celosia.load.plan import load_plan
from celosia.model.plan import PlannedSource

HEADER = "id,fecha,edad,personas\n"
STATED = [HEADER, "s-1,2023,menor,40\n", "s-2,2023,joven,30\n", "s-3,2024,adulta,50\n"]
COUNTS = PlannedSource(path="../confidencial.csv", kind="counts", count="personas")
ROWS = (("id", "{id}"), ("fuente", "f1"))
PLAN = """
unit: persons
date: 2026-01-15
source: {path: ../c.csv, kind: KIND}
dimensions: {edad: {codes: {a: a}}}
tables: [{dataset: d, table: t, measure: personas, dimensions: {edad: edad}, attributes: {id: '{id}'}}]
"""


def _written(lines, *, stated=True, **dimensions):
    planned = table("por-edad", "edad", attributes=ROWS, stated=stated)
    known = plan(planned, source=COUNTS)
    parts = tuple(replace(part, **dimensions) if part.name == "edad" else part for part in known.dimensions)
    made = protected(replace(known, dimensions=parts), lines)
    return files(made)["datasets/ejemplo-sintetico/por-edad.csv"].splitlines()[1:]


def test_only_what_is_stated_has_a_row():
    assert [row.split(",")[:3] for row in _written(STATED)] == [
        ["2023", "menor", "40"],
        ["2023", "joven", "30"],
        ["2024", "adulta", "50"],
    ]


def test_each_row_keeps_its_id_and_a_sum_those_of_its_parts():
    folded = (("menor", "menor-o-joven"), ("joven", "menor-o-joven"), ("adulta", "adulta"))
    rows = _written(STATED, codes=folded)
    assert [row.split(",")[2] for row in rows] == ["70", "50"]
    assert [row.split(",")[-2] for row in rows] == ["s-1+s-2", "s-3"]


def test_a_small_figure_that_stands_alone_is_hidden_and_keeps_its_id():
    row = _written([*STATED, "s-4,2024,menor,13\n"], stated=True)
    assert all(part.split(",")[2] for part in row)
    hidden = [part for part in _written([*STATED, "s-4,2024,menor,7\n"]) if ",Q,C," in part]
    assert [part.split(",")[2] for part in hidden] == [""]
    assert hidden[0].endswith(",s-4,f1")


def test_rows_of_persons_are_never_repeated(tmp_path):
    (tmp_path / "protection").mkdir()
    for kind, codes in (("microdata", ["plan-unknown-name"]), ("counts, count: n", [])):
        (tmp_path / "protection/p.yaml").write_text(PLAN.replace("KIND", kind))
        assert [finding.code for finding in load_plan(tmp_path, "p").findings] == codes


def test_a_column_that_is_not_there_is_refused():
    planned = table("por-edad", "edad", attributes=(("id", "{idd}"),), stated=True)
    with pytest.raises(ProtectionRefusedError):
        protected(plan(planned, source=COUNTS), STATED)
