"""A class that the claims contradict is told: synthetic claims, nobody's figures."""

from datetime import date

import pytest

from celosia.check.comparison import fits
from celosia.derive.comparison import ClaimValue, facts
from celosia.model import LangString
from celosia.model.comparison import Claim, Comparison, Relation

WORDS = LangString(es="Inventado", en="Invented")


def _claim(id_, value, **changed):
    said = {"system": "a", "unit": "persons", "period": "2020", "as_of": "2021", "counts": "x", **changed}
    claim = Claim(id=id_, system=said["system"], name=WORDS, counts=LangString(es=said["counts"]))
    return ClaimValue(
        claim=claim, origin="published" if value is not None else "withheld", value=value, unit=said["unit"],
        period=said["period"], qualifier=None, confidence=None, as_of=said["as_of"], sources=(), link=None,
    )  # fmt: skip


def _comparison(kind, relations=()):
    return Comparison(
        id="x", case=None, title=WORDS, country="AR", topic="victims", kind=kind, sentence=WORDS, claims=(),
        explanation=WORDS, author="Inventada", date=date(2026, 1, 1), needed=(), relations=relations,
    )  # fmt: skip


SAME = (_claim("p", 100), _claim("q", 120))
OTHER_UNIT = (_claim("p", 100), _claim("q", 120, unit="cases"))
OTHER_PERIOD = (_claim("p", 100), _claim("q", 120, period="2020/2021"))
OTHER_RULE = (_claim("p", 100), _claim("q", 120, counts="y", system="b"))
LATER = (_claim("p", 100), _claim("q", 120, as_of="2023"))
EQUAL = (_claim("p", 100), _claim("q", 100))
HIDDEN = (_claim("p", 100), _claim("q", None))


@pytest.mark.parametrize(
    ("kind", "values", "agrees"),
    [
        ("not-comparable", OTHER_UNIT, True), ("not-comparable", SAME, False),
        ("definition", OTHER_RULE, True), ("definition", SAME, False), ("definition", OTHER_UNIT, False),
        ("coverage-or-time", OTHER_PERIOD, True), ("coverage-or-time", SAME, False),
        ("revised", LATER, True), ("revised", SAME, False), ("revised", OTHER_RULE, False),
        ("internal-contradiction", SAME, True), ("internal-contradiction", OTHER_RULE, False),
        ("internal-contradiction", HIDDEN, True), ("unexplained", SAME, True), ("unexplained", EQUAL, False),
        ("unexplained", OTHER_UNIT, False), ("same-figure", EQUAL, True), ("same-figure", SAME, False),
    ],
)  # fmt: skip
def test_a_class_must_not_contradict_what_is_found(kind, values, agrees):
    assert fits(_comparison(kind), values) is agrees


def test_parts_that_add_up_contradict_a_contradiction():
    relation = (Relation(kind="parts", first="p", second="q"),)
    assert not fits(_comparison("internal-contradiction", relation), EQUAL)


def _answers(values, relations=()):
    return {fact.code: fact.answer for fact in facts(_comparison("unexplained", relations), values)}


def test_units_periods_systems_and_definitions_are_compared():
    assert _answers(OTHER_RULE) | _answers(OTHER_UNIT) == {
        "same-unit": "no", "same-period": "yes", "same-definition": "yes", "same-system": "yes", "copies": "no",
    }  # fmt: skip
    assert _answers(OTHER_RULE)["same-definition"] == _answers(OTHER_RULE)["same-system"] == "no"
    assert _answers(OTHER_PERIOD)["same-period"] == "no"


@pytest.mark.parametrize("kind", ["parts", "difference"])
def test_a_relation_holds_fails_or_is_not_known(kind):
    relation = (Relation(kind=kind, first="p", second="q"),)
    assert [_answers(values, relation)[kind] for values in (EQUAL, SAME, HIDDEN)] == ["yes", "no", "unknown"]
