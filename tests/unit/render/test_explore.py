"""Exploring a table: the page knows every code and no figure, and its rows are those that programs get."""

import re
from dataclasses import replace
from datetime import date

from unit.exporters.catalogs import COLUMNS, dataset, table
from unit.render.publications import NORMS, a_publication, page, units

from celosia.exporters import export_dataset
from celosia.render.views.outline import in_time, outline

TOTAL = "explore/casos-inventados/total/"


def _rows(*told):
    """Rows of the invented columns: period, region, cases."""
    return tuple(
        (f"x-{n}", period, region, cases, None, date(2020, 1, 1), True, "inv-1", f"nota {n}")
        for n, (period, region, cases) in enumerate(told)
    )


def test_the_page_shows_no_figure():
    made = page(a_publication(), f"es:{TOTAL}")
    assert "1234" not in made
    assert "12,5" not in made


def test_a_figure_that_changes_makes_no_other_page():
    before = a_publication(dataset(table(rows=_rows(("2019", "01", 20), ("2020", "01", 30)))))
    after = a_publication(dataset(table(rows=_rows(("2019", "01", 20), ("2020", "01", 31)))))
    for lang in ("es", "en"):
        name = f"page:{lang}:{TOTAL}"
        assert repr(units(before)[name].arguments) == repr(units(after)[name].arguments)


def test_each_choice_is_one_that_a_row_has():
    made = page(a_publication(), f"en:{TOTAL}")
    options = re.findall(r'<option value="([^"]*)"', made)
    assert options == ["casos", "tasa", "periodo", "region", *(["2019", "2020-01/2020-06", "2021"] * 2), "", "01", "02"]
    assert "Jan–Jun 2020 (part of a year)" in made


def test_a_table_without_figures_is_not_explored_and_its_page_leads_nowhere():
    publication = a_publication(dataset(table(), NORMS))
    paths = {name.rpartition(":")[2] for name in units(publication)}
    assert TOTAL in paths
    assert not [path for path in paths if path.startswith("explore/") and path != TOTAL]
    assert page(publication, "es:datasets/casos-inventados/").count("explore/casos-inventados/") == 1


def test_the_rows_are_those_for_programs_as_a_script():
    told = units(a_publication())["export:casos-inventados"]
    made = export_dataset(*told.arguments)
    document = made["docs/es/api/v1/tables/casos-inventados/total.json"].decode()
    assert made[f"docs/es/{TOTAL}rows.js"].decode() == f"window.CELOSIA_TABLE={document.strip()};\n"


def test_an_outline_has_every_code_and_no_more_rows_than_it_needs():
    many = table(rows=_rows(*((str(year), region, 9) for year in (2019, 2020) for region in ("01", "02") for _ in range(50))))
    found = outline(many)
    assert (found.rows, len(found.table.rows)) == (200, 4)
    assert set(found.table.values("casos")) == {1}
    assert set(found.table.values("region")) == {"01", "02"}


def test_an_outline_tells_a_zero_and_a_missing_figure_from_the_others():
    found = outline(table(rows=_rows(("2019", "01", 20), ("2019", "01", 0), ("2019", "01", None), ("2019", "01", 30))))
    assert found.table.values("casos") == (1, 0, None)


def test_time_comes_first_where_few_lines_stand_on_it():
    few = _rows(*((str(year), region, 20) for year in range(2015, 2020) for region in ("01", "02")))
    assert (outline(table(rows=few)).breakdown, outline(table(rows=few)).periods) == ("periodo", ("2015", "2019"))


def test_many_places_are_first_shown_in_the_period_that_most_rows_speak_of():
    regions = [f"r{n}" for n in range(9)]
    rows = _rows(*((year, region, 20) for year in ("2018", "2019") for region in regions), ("2020", "r0", 20))
    found = outline(table(rows=rows))
    assert (found.breakdown, found.periods) == ("region", ("2019", "2019"))


def test_of_a_dimension_with_a_total_the_total_is_first_shown():
    columns = tuple(replace(one, total_code="r0") if one.name == "region" else one for one in COLUMNS)
    rows = _rows(*((year, f"r{n}", 20) for year in ("2018", "2019") for n in range(9)))
    found = outline(table(columns, rows))
    assert found.breakdown == "periodo"
    made = page(a_publication(dataset(table(columns, rows))), f"es:{TOTAL}")
    assert '<option value="r0" selected>' in made


def test_several_years_together_stand_on_no_axis_of_time():
    found = outline(table(rows=_rows(("2015/2018", "01", 20), ("2015/2019", "02", 30))))
    assert found.breakdown == "region"


def test_periods_stand_by_their_beginning():
    assert in_time(("2020", "2019", "2019-01/2019-03", None)) == ("2019-01/2019-03", "2019", "2020")


def test_a_table_of_one_figure_has_nothing_to_choose():
    made = page(a_publication(dataset(table(rows=_rows(("2019", "01", 20))))), f"es:{TOTAL}")
    assert re.findall(r'<select name="([^"]*)"', made) == ["value-of"]
