"""What differs between two states: by keys and names, whatever the order of lines. All figures are synthetic."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from unit.disclosure.figures import HIDDEN, Shape, a_dataset, a_table

from celosia.derive import difference, least, needed
from celosia.derive.difference_file import COLUMNS, difference_csv, difference_json
from celosia.derive.difference_text import difference_text
from celosia.model import Code, LangString

KEY = ("periodo", "sexo")
FIGURES = st.integers(0, 500) | st.just(HIDDEN) | st.none()
STATES = st.dictionaries(st.tuples(st.sampled_from(["2021", "2022", "2023"]), st.sampled_from(["m", "v", "x"])), FIGURES)


def state(figures, **changes):
    """A dataset with a table of these figures by period and sex."""
    rows = [(*key, value) for key, value in figures.items()]
    return a_dataset(keyed(a_table("por-sexo", "periodo sexo", rows), **changes))


def keyed(table, **changes):
    """A table with its primary key, and the same codes whatever its rows are."""
    codes = tuple(Code(value=code, label=LangString(es=code)) for code in ("m", "v", "x"))
    columns = tuple(replace(column, codes=codes) if column.name == "sexo" else column for column in table.columns)
    return replace(table, columns=columns, primary_key=KEY, **changes)


def applied(before, told):
    """The rows of a state with a difference applied, as sets of (column, what people read)."""
    (table,) = before.tables
    rows = {}
    for record in table.records():
        key = tuple((name, record[name]) for name in KEY)
        rows[key] = {name: value for name, value in record.items() if name not in KEY}
    for row in told.rows:
        if row.kind == "removed":
            del rows[row.key]
        else:
            rows[row.key] = dict.fromkeys(name for name in (column.name for column in table.columns) if name not in KEY)
    for cell in told.cells:
        if cell.kind != "removed":
            rows[cell.key][cell.column] = cell.new.value
    return rows


@given(STATES)
def test_nothing_differs_from_itself(figures):
    one = state(figures)
    told = difference(one, one)
    assert needed(told) is None
    assert not told.is_of_figures
    assert not told.totals


@settings(max_examples=60)
@given(STATES, STATES)
def test_a_difference_leads_from_one_state_to_the_other(first, second):
    one, two = state(first), state(second)
    told = difference(one, two)
    (table,) = two.tables
    expected = {
        tuple((name, record[name]) for name in KEY): {name: value for name, value in record.items() if name not in KEY}
        for record in table.records()
    }
    assert applied(one, told) == expected


@given(STATES, st.randoms())
def test_the_order_of_the_lines_is_nothing(figures, random):
    one = state(figures)
    (table,) = one.tables
    rows = list(table.rows)
    random.shuffle(rows)
    assert needed(difference(one, replace(one, tables=(replace(table, rows=tuple(rows)),)))) is None


def test_a_hidden_cell_is_its_mark_and_never_a_guess():
    told = difference(state({("2021", "m"): 80}), state({("2021", "m"): HIDDEN}))
    (cell,) = [change for change in told.cells if change.is_figure]
    assert (cell.old.text, cell.new.text) == ("80", "[c]")
    assert [total.unsummed for total in told.totals] == ["hidden"]
    assert b"[c]" in difference_csv(told)
    assert "80 → [c]" in difference_text(told, "es")


def test_figures_are_added_up_over_periods_that_lie_apart_and_nowhere_else():
    one, two = (a_dataset(a_table("total", "periodo", [("2021", 10), ("2022", last)])) for last in (20, 25))
    (total,) = difference(one, two).totals
    assert (total.old, total.new, total.unsummed) == (30, 35, None)
    first, second = state({("2021", "m"): 10, ("2021", "v"): 20}), state({("2021", "m"): 10, ("2021", "v"): 25})
    assert [total.unsummed for total in difference(first, second).totals] == ["classified"]
    shares = [a_dataset(a_table("p", "periodo", [("2021", value)], Shape(unit="%"))) for value in (10, 20)]
    assert [total.unsummed for total in difference(*shares).totals] == ["unit"]


BEFORE = {("2021", "m"): 10, ("2021", "v"): 20}


@pytest.mark.parametrize(
    ("after", "level"),
    [
        (state({("2021", "m"): 10, ("2021", "v"): 25}), "patch"),
        (state({**BEFORE, ("2022", "m"): 30}), "minor"),
        (state({("2021", "m"): 10}), "major"),
        (a_dataset(), "major"),
        (a_dataset(*state(BEFORE).tables, a_table("total", "periodo", [("2021", 30)])), "minor"),
        (replace(state(BEFORE), title=LangString(es="Otro título")), "patch"),
        (state(BEFORE), None),
    ],
)
def test_the_step_of_the_version_follows_from_what_changed(after, level):
    assert needed(difference(state(BEFORE), after)) == level


@pytest.mark.parametrize("change", [{"unit": "cases"}, {"type": "number"}, {"title": LangString(es="Otra cosa")}])
def test_a_column_that_means_something_else_is_a_major_change(change):
    one = state(BEFORE)
    (table,) = one.tables
    columns = tuple(replace(column, **change) if column.name == "personas" else column for column in table.columns)
    assert needed(difference(one, replace(one, tables=(replace(table, columns=columns),)))) == "major"


def test_a_code_with_other_words_is_a_major_change_and_a_new_code_a_minor_one():
    one = state(BEFORE)
    (table,) = one.tables
    for codes, level in ((("m", "v", "x", "z"), "minor"), (("m", "v"), "major")):
        listed = tuple(Code(value=code, label=LangString(es=code)) for code in codes)
        columns = tuple(replace(column, codes=listed) if column.name == "sexo" else column for column in table.columns)
        assert needed(difference(one, replace(one, tables=(replace(table, columns=columns),)))) == level


def test_the_files_say_the_same_in_every_language():
    told = difference(state(BEFORE), state({**BEFORE, ("2022", "m"): 30}))
    head, *lines = difference_csv(told).decode().splitlines()
    assert head == ",".join(COLUMNS)
    assert "cell,added,por-sexo,periodo=2022 sexo=m,personas,,2022,,30" in lines
    assert b'"needed": "minor"' in difference_json(told)
    assert told.periods == ("2022",)


def test_the_least_version_is_one_step_further():
    assert [least("1.9.9", level) for level in ("major", "minor", "patch")] == ["2.0.0", "1.10.0", "1.9.10"]
