"""What the pages of commitments say that was published, and how late: by the rows of the files, read without any of our code.

The reference catalogue. A changed row changes the page.
"""

import re
from calendar import monthrange
from datetime import date
from html import unescape

import pytest
import yaml
from unit.altering import with_cell
from unit.committed import ROOT, rows_of
from unit.render.publications import page

from celosia.derive import derive
from celosia.locales import format_date
from celosia.model import Role
from celosia.model.comparison import CellQuery

COMMITMENTS = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "commitments").glob("*.yaml"))]


def _end(period):
    """The last day of a period such as 2019, 2019-06, 2018/2019-06 or 2018-01-02/2018-01-05."""
    year, month, day = ([int(part) for part in period.rpartition("/")[2].split("-")] + [0, 0])[:3]
    return date(year, month or 12, day or monthrange(year, month or 12)[1])


def _dated(evidence):
    """The rows of a piece of evidence that have a period."""
    descriptor = yaml.safe_load((ROOT / "datasets" / evidence["dataset"] / "datapackage.yaml").read_text(encoding="utf-8"))
    tables = [evidence["table"]] if "table" in evidence else [one["name"] for one in descriptor["resources"]]
    where = evidence.get("where", {})
    return [row for table in tables for row in rows_of(evidence["dataset"], table, where) if row.get("periodo")]


def _evidence():
    """The evidence of each commitment, in the order of its page, with its milestone."""
    return [
        (commitment["id"], str(milestone["number"]), one)
        for commitment in COMMITMENTS
        for milestone in commitment["milestones"]
        for one in milestone.get("evidence", ())
        if "dataset" in one and _dated(one)
    ]


def _ages(made):
    """The rows of the table that says how old the data are: milestone and name, last day, days since."""
    part = re.search(r'aria-labelledby="ages-title".*?</table>', made, re.DOTALL)
    rows = re.findall(r"<tr><th scope=\"row\">(.*?)</tr>", part[0], re.DOTALL) if part else []
    cells = [re.split(r"</t[hd]><td[^>]*>", row) for row in rows]
    return [tuple(unescape(re.sub(r"<[^>]+>", "", cell)).replace("\u202f", "") for cell in row[:3]) for row in cells]


@pytest.mark.parametrize("lang", ["es", "en"])
@pytest.mark.parametrize("commitment", [one["id"] for one in COMMITMENTS])
def test_the_last_day_of_each_piece_of_evidence_is_that_of_its_last_row(catalog, commitment, lang):
    shown = _ages(page(derive(catalog), f"{lang}:commitments/{commitment}/"))
    expected = []
    for _, number, one in (found for found in _evidence() if found[0] == commitment):
        last = max(_end(row["periodo"]) for row in _dated(one))
        days = max(0, (catalog.modified - last).days)
        expected.append((number, one["of"][lang], format_date(last, lang), days))
    assert len(shown) == len(expected)
    for (name, last, since), (number, of, day, days) in zip(shown, expected, strict=True):
        assert number in name
        assert of in name
        assert last == day
        assert re.search(r"[\d,]+", since)[0].replace(",", "") == str(days)


def test_a_later_row_changes_the_last_day(catalog):
    changed = 0
    for commitment, _, one in _evidence():
        if "table" not in one:
            continue
        last = max(_dated(one), key=lambda row: _end(row["periodo"]))
        cell = CellQuery(dataset=one["dataset"], table=one["table"], measure="periodo", where=(("id", last["id"]),))
        made = page(derive(with_cell(catalog, cell, "2026-10")), f"en:commitments/{commitment}/")
        assert format_date(date(2026, 10, 31), "en") in {day for name, day, _ in _ages(made) if one["of"]["en"] in name}
        changed += 1
    assert changed


def _published(breakdown, measures):
    """The years of which a whole year's figure of a breakdown is in the files."""
    return {
        row["periodo"]
        for rows in breakdown["tables"]
        for row in rows_of(rows["dataset"], rows["table"], rows.get("where", {}))
        for measure in measures(rows["dataset"], rows["table"])
        if re.fullmatch(r"\d{4}", row["periodo"]) and row[measure]
    }


@pytest.mark.parametrize("lang", ["es", "en"])
def test_a_year_is_called_published_where_the_files_have_its_figure_and_nowhere_else(catalog, lang):
    def measures(dataset, table):
        columns = catalog.dataset(dataset).table(table).with_role(Role.MEASURE)
        return [column.name for column in columns if column.unit != "%"]

    found = set()
    for commitment in COMMITMENTS:
        made = page(derive(catalog), f"{lang}:commitments/{commitment['id']}/")
        matrices = re.findall(r'<table class="table table--cards table--years">.*?</table>', made, re.DOTALL)
        promised = [one["breakdowns"] for one in commitment["milestones"] if one.get("breakdowns")]
        for table, breakdowns in zip(matrices, promised, strict=True):
            lines = re.findall(r"<tr><th scope=\"row\">(\d{4})</th>(.*?)</tr>", table, re.DOTALL)
            for place, breakdown in enumerate(breakdowns):
                marks = {year: re.findall(r"status--y-(\w+)", cells)[place] for year, cells in lines}
                shown = {year for year, mark in marks.items() if mark in {"published", "mixed"}}
                assert shown == _published(breakdown, measures), (commitment["id"], breakdown["name"])
                found |= shown
    assert found
