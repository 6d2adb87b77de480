"""The page of conformance says what the checks wrote, and nothing that they did not."""

from datetime import date

import pytest

from celosia.derive import ConformancePublication
from celosia.model import Conformance, Judged, Judgment, Score
from celosia.render.address import Address
from celosia.render.views.conformance import ConformanceView, conformance_view
from celosia.render.views.reading import Reading

_DAY = date(2026, 11, 22)


def _judgment(check: str, failures: int = 0) -> Judgment:
    return Judgment(check=check, tool="frictionless", version="5.21.0", subjects=33, failures=failures, date=_DAY)


def _view(
    *judgments: Judgment, scores: tuple[Score, ...] = (), changed: date = _DAY, whole: bool = True, lang: str = "en"
) -> ConformanceView:
    site = Judged(pages=126, files=1188, datasets=15, versions=18, agreements=25)
    found = Conformance(celosia="0.1.0", site=site, judgments=judgments, scores=scores)
    told = ConformancePublication(found=found, changed=changed, whole=whole)
    return conformance_view(told, Reading.of(Address(lang=lang, path="conformance/")))


def test_a_check_bears_its_tool_with_its_version_its_result_and_its_day() -> None:
    (group,) = _view(_judgment("frictionless")).groups
    (row,) = group.rows
    assert (row.tool, row.result, row.good, row.day) == ("frictionless 5.21.0", "Passes: 33 of 33", True, "November 22, 2026")


def test_a_check_that_failed_is_shown_as_failed() -> None:
    view = _view(_judgment("frictionless", failures=2), _judgment("csvw"))
    assert [row.result for row in view.groups[0].rows] == ["2 of 33 with faults", "Passes: 33 of 33"]
    assert view.state.startswith("Checks that found a fault: 1 of 2.")


def test_a_check_without_words_is_shown_by_its_name() -> None:
    (group,) = _view(_judgment("brand-new")).groups
    assert [row.what for row in group.rows] == ["brand-new"]


def test_a_known_check_that_nobody_recorded_is_named() -> None:
    missing = _view(_judgment("csvw")).missing
    assert missing.startswith("There is no result yet of: ")
    assert "HTML of every page; " in missing
    assert "Each table against its CSVW metadata" not in missing
    assert missing.count("Every table as CSV") == 1


@pytest.mark.parametrize(("changed", "whole"), [(date(2026, 11, 23), True), (_DAY, False)])
def test_what_is_older_than_the_catalogue_says_so(changed: date, *, whole: bool) -> None:
    assert "has not been judged" in _view(_judgment("csvw"), changed=changed, whole=whole).warning


def test_what_is_of_the_same_day_says_nothing() -> None:
    assert not _view(_judgment("csvw")).warning


def test_a_score_says_that_we_computed_it() -> None:
    mqa = Score(name="mqa", date=_DAY, parts=(("Findability", 100.0), ("of", 405.0), ("points", 404.5)))
    (view,) = _view(_judgment("mqa_405"), scores=(mqa,), lang="es").scores
    assert view.title == "Calidad de los metadatos: 404,5 de 405 puntos"
    assert view.note.startswith("Según la metodología MQA; calculado por nosotros")
    assert view.parts == (("Facilidad para encontrarlos", "100"),)


def test_where_nothing_was_judged_the_page_says_so() -> None:
    view = conformance_view(None, Reading.of(Address(lang="en", path="conformance/")))
    assert (view.state, view.groups) == ("No check has been recorded.", ())
