"""Checks are pure, may be handed to others, and never say what is in a cell."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from celosia.check import check, check_dataset
from celosia.check.text import cell_texts, dataset_texts
from celosia.check.total import totals
from celosia.load import load
from celosia.locales.findings import render_github, render_json, render_text
from celosia.model import Finding, LangString, Place, Report

BASE = Path(__file__).parents[2] / "failures" / "base"


@pytest.fixture(scope="module")
def catalog():
    return load(BASE, {}).catalog


def _with(dataset, name, column, values):
    """The dataset with other cells in one column of one table, from the first row on."""
    table = dataset.table(name)
    position = table.index(column)
    rows = list(table.rows)
    for number, value in enumerate(values):
        rows[number] = (*rows[number][:position], value, *rows[number][position + 1 :])
    changed = replace(table, rows=tuple(rows))
    return replace(dataset, tables=tuple(changed if one.name == name else one for one in dataset.tables))


def test_whoever_applies_a_check_gets_the_same_report(catalog):
    def backwards(function, datasets):
        return [function(dataset) for dataset in reversed(datasets)]

    assert check(catalog, backwards) == check(catalog)


@pytest.mark.parametrize(
    "value", ["<b>x", "{{ x", "{% x", "{# x", "[x](y", "![x", "# x", "```x", "a **b", "JavaScript:x", "=1", "@x", "-x"]
)
def test_an_unsafe_cell_is_told_and_not_quoted(catalog, value):
    dataset = _with(catalog.dataset("ejemplo-casos"), "total", "nota", [value])
    report = Report.of(cell_texts(dataset))
    assert report.errors
    assert value not in render_text(report, "es") + render_github(report, "en")


@pytest.mark.parametrize(
    "value", ["< 5 años", "a & b", "C# y F#", "50 %", "de 1 a 4", "data: 2020", "2 * 3", "R$ 5 [sic]", "5 - 3"]
)
def test_a_plain_cell_is_left_alone(catalog, value):
    assert not list(cell_texts(_with(catalog.dataset("ejemplo-casos"), "total", "nota", [value])))


def test_a_telephone_may_start_with_a_plus(catalog):
    dataset = catalog.dataset("ejemplo-recursos")
    assert not list(cell_texts(_with(dataset, "recursos", "telefono", ["+54 11 0000-0000"])))
    assert list(cell_texts(_with(dataset, "recursos", "telefono", ["+HYPERLINK(1)"])))


def test_an_english_text_is_told_of_where_it_is_written(catalog):
    dataset = replace(catalog.dataset("ejemplo-casos"), title=LangString(es="x", en="<b>"))
    assert [finding.where.path for finding in dataset_texts(dataset)] == ["datasets/ejemplo-casos/datapackage.en.yaml"]


def test_an_inexact_total_proves_nothing(catalog):
    dataset = _with(catalog.dataset("ejemplo-casos"), "por-genero", "personas", [100])
    assert [finding.code for finding in totals(dataset)] == ["parts-exceed-total"]
    table = dataset.table("por-genero")
    column = replace(table.column("nota"), concept="qualifier")
    columns = tuple(column if one.name == "nota" else one for one in table.columns)
    qualified = replace(dataset, tables=(replace(table, columns=columns),))
    assert not list(totals(_with(qualified, "por-genero", "nota", ["más de"])))


def test_an_empty_dimension_is_a_total_too(catalog):
    dataset = _with(catalog.dataset("ejemplo-casos"), "por-genero", "genero", [None])
    dataset = _with(dataset, "por-genero", "personas", [122])
    assert [finding.code for finding in totals(dataset)] == ["small-remainder"]


@pytest.mark.parametrize("value", [1, 2, 9, 2.5])
def test_a_few_persons_are_never_shown(catalog, value):
    dataset = _with(catalog.dataset("ejemplo-casos"), "total", "personas", [value])
    assert "small-count" in {finding.code for finding in check_dataset(dataset)}


@pytest.mark.parametrize("value", [0, 10, None])
def test_none_ten_and_unknown_are_not_few(catalog, value):
    dataset = _with(catalog.dataset("ejemplo-casos"), "total", "personas", [value])
    assert "small-count" not in {finding.code for finding in check_dataset(dataset)}


def test_annotations_cannot_be_forged_by_a_name():
    finding = Finding(code="misnamed", where=Place(path="a,b:c\n::error::x%.yaml"))
    told = render_github(Report.of([finding]), "es")
    assert told.startswith("::error file=a%2Cb%3Ac %3A%3Aerror%3A%3Ax%25.yaml,line=1,title=misnamed::")
    assert told.count("\n") == 1


def test_programs_get_the_words_too():
    finding = Finding(code="unknown-key", where=Place(path="a.yaml", row=3), details=(("name", "titel"), ("nearest", "title")))
    told = json.loads(render_json(Report.of([finding]), "en"))
    assert told["errors"] == 1
    assert told["findings"][0]["fix"].startswith("Did you mean “title”?")
