"""What does not fit its shape is told, and the rest is still read."""

from celosia.load.conform import conform
from celosia.load.scalar import CELLS, DATE, PERIOD, URL
from celosia.load.shape import Choice, Many, Maybe, Record, Text

PLACE = Record(required={"name": Text(), "kind": Choice(values=("line", "bars"))}, optional={"url": URL})


def _codes(value, shape):
    return [fault.code for fault in conform(value, shape)[1]]


def test_a_record_has_all_its_keys():
    assert conform({"name": "a", "kind": "bars"}, PLACE) == ({"name": "a", "kind": "bars", "url": None}, ())


def test_a_misspelt_key_offers_the_right_one_and_is_told_once():
    _, faults = conform({"nane": "a", "kind": "bars"}, PLACE)
    assert [(fault.code, dict(fault.details)["nearest"]) for fault in faults] == [("unknown-key", "name")]


def test_every_fault_is_told_at_once():
    assert _codes({"kind": "pie", "url": "javascript:x", "x": 1}, PLACE) == [
        "unknown-value",
        "bad-url",
        "unknown-key",
        "missing-key",
    ]


def test_a_required_key_may_be_null_where_nobody_knows():
    assert conform({"signed": None}, Record(required={"signed": Maybe(of=PERIOD)})) == ({"signed": None}, ())


def test_a_repeated_identity_is_a_fault():
    records = [{"name": "a", "kind": "bars"}, {"name": "a", "kind": "line"}]
    assert _codes(records, Many(of=PLACE, identity="name")) == ["repeated-name"]


def test_a_year_may_be_written_without_quotes():
    assert conform(2024, PERIOD)[0].text == "2024"
    assert conform([2024, "x"], CELLS)[0] == ("2024", "x")


def test_a_truth_value_is_neither_a_period_nor_a_date():
    assert _codes(True, PERIOD) == ["bad-period"]
    assert _codes(True, DATE) == ["bad-date"]


def test_addresses_with_a_password_or_a_blank_are_refused():
    for text in ("https://user:x@a.example/", "https://a.example/ b", "https:///a", "http://[", "HTTPS:a"):
        assert _codes(text, URL) == ["bad-url"], text
