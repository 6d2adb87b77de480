"""Every figure of a comparison is that of its row, a changed row changes it: the reference catalogue, in both languages."""

import pytest
from unit.altering import record_of, with_cell

from celosia.derive.comparison import claim_value, comparison_publication
from celosia.derive.crosswalk import crosswalk_publication
from celosia.locales import format_number
from celosia.render.address import Address
from celosia.render.views.comparison import comparison_view
from celosia.render.views.crosswalk import crosswalk_view
from celosia.render.views.reading import Reading


def _view(told, lang):
    reading = Reading.of(Address(lang=lang, path="comparisons/x/"))
    return comparison_view(told, None, None, reading, {})


def test_all_thirty_seven_cases_are_there(catalog):
    assert len({comparison.case for comparison in catalog.comparisons}) == 37


def test_the_cases_that_people_open_say_what_the_sources_say(catalog):
    told = {one.id: comparison_publication(one, catalog) for one in catalog.comparisons}
    figures = {id_: [value.value for value in one.values] for id_, one in told.items()}
    assert figures["pe-victimas-2017"] == [725, 1229, 1307]
    assert figures["ar-victimas-2015"] == [424, 1058]
    assert figures["ar-linea-145-diferencia-2021"] == [341, 321]
    assert figures["ar-acusadas-2017"] == [63, None]


@pytest.mark.parametrize("lang", ["es", "en"])
def test_every_figure_of_the_page_is_its_rows(catalog, lang):
    for comparison in catalog.comparisons:
        view = _view(comparison_publication(comparison, catalog), lang)
        for claim, shown in zip(comparison.claims, view.claims, strict=True):
            plus = [claim.cell] if claim.cell else list(claim.plus)
            if not claim.cells:
                assert shown.is_figure == (claim.value is not None)
                continue
            value = sum(record_of(catalog, cell)[cell.measure] for cell in plus)
            value -= sum(record_of(catalog, cell)[cell.measure] for cell in claim.minus)
            assert shown.value == format_number(value, lang)
            if comparison.sentence.text(lang).count(f"{{{claim.id}}}"):
                assert format_number(value, lang) in comparison_publication(comparison, catalog).sentence.text(lang)


def test_a_changed_row_changes_every_figure_that_rests_on_it(catalog):
    for comparison in catalog.comparisons:
        for claim in comparison.claims:
            for cell in claim.cells:
                other = with_cell(catalog, cell, 987654)
                assert claim_value(claim, other).value != claim_value(claim, catalog).value, (comparison.id, claim.id)


def test_a_changed_row_changes_the_sentence_the_table_and_the_difference(catalog):
    comparison = next(one for one in catalog.comparisons if one.id == "pe-victimas-2017")
    other = with_cell(catalog, comparison.claims[2].cell, 9999)
    told = comparison_publication(comparison, other)
    assert format_number(9999, "es") in told.sentence.es
    assert "9,999" in told.sentence.en
    assert _view(told, "en").gaps[0].difference == "9,999 − 725 = 9,274"


def test_a_figure_that_is_not_published_says_so_and_is_not_compared(catalog):
    comparison = next(one for one in catalog.comparisons if one.id == "ar-acusadas-2017")
    view = _view(comparison_publication(comparison, catalog), "es")
    assert view.claims[1].value == "no publicado por este catálogo"
    assert view.gaps == ()


@pytest.mark.parametrize("lang", ["es", "en"])
def test_every_figure_of_a_crosswalk_is_a_published_cell(catalog, lang):
    for crosswalk in catalog.crosswalks:
        view = crosswalk_view(
            crosswalk_publication(crosswalk, catalog), (), Reading.of(Address(lang=lang, path="comparisons/x/"))
        )
        for part, dimension in zip(view.dimensions, crosswalk.dimensions, strict=True):
            published = {
                format_number(record[mapping.measure], lang)
                for mapping in dimension.mappings
                for record in catalog.dataset(mapping.dataset).table(mapping.table).records()
                if record[mapping.measure] is not None
            }
            assert {one.value for line in part.lines for cell in line.cells for one in cell} <= published
            assert part.lines


def test_a_category_without_an_equal_one_stays_out_of_the_common_table(catalog):
    for crosswalk in catalog.crosswalks:
        for part in crosswalk_publication(crosswalk, catalog).dimensions:
            matches = [one.match for line in part.lines for ones in line.figures for one in ones]
            assert "none" not in matches
            assert all(one.match == "none" for one in part.apart)
