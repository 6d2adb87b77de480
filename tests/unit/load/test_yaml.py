"""YAML without its surprises."""

import pytest

from celosia.load.yaml import Repeated, YamlError, locate, parse


def test_norway_is_a_country():
    assert parse("country: NO") == {"country": "NO"}


def test_times_and_octal_numbers_stay_texts():
    assert parse("[12:30, 012, 1_000, 0x1F, yes, .inf]") == ["12:30", "012", "1_000", "0x1F", "yes", ".inf"]


def test_what_is_quoted_is_text():
    assert parse("""[ "145", '2024', "true" ]""") == ["145", "2024", "true"]


def test_a_day_that_is_not_in_the_calendar_stays_a_text():
    assert parse("2026-02-30") == "2026-02-30"


def test_a_key_that_is_repeated_is_kept_apart():
    assert parse("{a: 1, a: 2}") == {"a": 1, Repeated(name="a"): 2}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &x 1\nb: *x", "yaml-anchor"),
        ("a: *x", "yaml-anchor"),
        ("a: !!python/name:os.system ''", "yaml-tag"),
        ("a: !!set {x}", "yaml-tag"),
        ("[" * 60, "too-deep"),
        ("a: [1", "bad-yaml"),
        ("a: b: c", "bad-yaml"),
        ("a\n---\nb", "several-documents"),
        ("? [a]\n: b", "odd-key"),
        ("\x00", "bad-yaml"),
    ],
)
def test_what_is_not_allowed_is_told_by_its_code(text, code):
    with pytest.raises(YamlError) as caught:
        parse(text)
    assert caught.value.code == code


def test_a_key_is_found_on_its_line():
    assert locate("a:\n  - x: 1\n  - x: 2\n    y: 3\n", ("a", 2, "y")) == 4
