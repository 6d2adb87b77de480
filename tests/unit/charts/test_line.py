"""What a line may join, and what it must leave apart. All figures are invented."""

from unit.charts.drawings import GENDER, HIDDEN, PERIOD, a_drawing, yearly

from celosia.charts.kinds import CHARTS
from celosia.charts.sheet import NARROW, WIDE, Layout
from celosia.model import Break, LangString


def _line(rows: list[tuple[object, ...]], *breaks: Break) -> Layout:
    return CHARTS["line"](a_drawing("line", (PERIOD,), rows, breaks), WIDE)


def _joined(layout: Layout) -> set[tuple[object, ...]]:
    pieces: dict[object, list[object]] = {}
    for mark in layout.marks["lines"]:
        pieces.setdefault(mark["piece"], []).append(mark["slot"])
    return {tuple(slots) for slots in pieces.values()}


def _texts(layout: Layout) -> list[object]:
    return [mark["text"] for mark in layout.marks["texts"]]


def test_neighbouring_years_are_joined() -> None:
    assert _joined(_line(yearly(y2011=10, y2012=20, y2013=30))) == {(2011, 2012), (2012, 2013)}


def test_no_line_crosses_a_missing_year() -> None:
    layout = _line(yearly(y2011=10, y2012=20, y2014=30))
    assert _joined(layout) == {(2011, 2012)}
    assert {"[x]", "[x] sin dato"} <= set(_texts(layout))


def test_each_lack_of_a_figure_has_its_own_mark() -> None:
    layout = _line(yearly(y2011=10, y2012=(None, "", "L"), y2013=(None, "", "M"), y2014=None, y2016=0, y2017=20))
    assert [text for text in _texts(layout) if str(text).startswith("[") and str(text).endswith("]")] == ["[l]", "[z]", "[x]"]
    assert _joined(layout) == {(2016, 2017)}


def test_no_line_leads_to_a_figure_that_says_it_is_not_comparable() -> None:
    layout = _line(yearly(y2011=10, y2012=20, y2013=(30, "", "B"), y2014=40))
    assert _joined(layout) == {(2011, 2012), (2013, 2014)}
    assert "30 [b]" in _texts(layout)


def test_no_line_crosses_a_break() -> None:
    layout = _line(yearly(y2011=10, y2012=20, y2013=30), Break(at="2013", label=LangString(es="otra ley")))
    assert _joined(layout) == {(2011, 2012)}
    assert [mark["slot"] for mark in layout.marks["breaks"]] == [2012.5]
    assert "2013: otra ley" in _texts(layout)


def test_a_break_within_a_year_lies_before_its_month() -> None:
    layout = _line(yearly(y2011=10, y2012=20, y2013=30), Break(at="2012-07", label=LangString(es="otra ley")))
    assert _joined(layout) == {(2012, 2013)}
    assert [mark["slot"] for mark in layout.marks["breaks"]] == [2012.0]


def test_competing_figures_all_stand_and_no_line_chooses_one() -> None:
    layout = _line([*yearly(y2011=10, y2012=20, y2013=30), ("2012", 25, "exacto", "A", "F", "x02")])
    assert _joined(layout) == set()
    assert [mark["value"] for mark in layout.marks["points"] if mark["slot"] == 2012] == [20, 25]
    assert [(mark["low"], mark["high"]) for mark in layout.marks["spans"]] == [(20, 25)]


def test_sources_that_agree_are_one_point() -> None:
    layout = _line([*yearly(y2011=10, y2012=20), ("2012", 20, "exacto", "A", "F", "x02")])
    assert _joined(layout) == {(2011, 2012)}


def test_a_part_of_a_year_is_hollow_and_never_joined() -> None:
    layout = _line([*yearly(y2011=10, y2012=20), ("2013-01/2013-10", 15)])
    assert _joined(layout) == {(2011, 2012)}
    assert layout.marks["points"][-1]["shape"] == "diamond"
    assert "ene\u2013oct" in _texts(layout)


def test_a_provisional_figure_is_hollow_and_its_line_dashed() -> None:
    layout = _line(yearly(y2011=10, y2012=(20, "exacto", "P")))
    assert {mark["dash"] for mark in layout.marks["lines"]} == {(5, 4)}
    assert layout.marks["points"][0]["fill"] != layout.marks["points"][1]["fill"]
    assert {"20 [p]", "[p] provisional"} <= set(_texts(layout))


def test_a_protected_figure_is_a_band_and_no_point() -> None:
    layout = _line(yearly(y2011=10, y2012=(None, *HIDDEN), y2013=30))
    assert _joined(layout) == set()
    assert len(layout.marks["points"]) == 2
    assert len(layout.marks["bands"]) == 1
    assert "[c] dato protegido" in _texts(layout)


def test_a_figure_marked_as_suppressed_is_not_drawn_even_if_the_cell_holds_it() -> None:
    layout = _line(yearly(y2011=10, y2012=(3, *HIDDEN), y2013=30))
    assert 3 not in {mark["value"] for mark in layout.marks["points"]}


def test_cumulative_figures_become_bars_by_period() -> None:
    layout = _line([("2008-04/2012-05", 10), ("2008-04/2014-05", 20)])
    assert layout.kind == "bars"
    assert "abr 2008 \u2013 may 2012" in _texts(layout)


def test_months_are_joined_where_every_period_is_a_month() -> None:
    layout = _line([("2020-12", 10), ("2021-01", 20), ("2021-03", 20)])
    assert len(_joined(layout)) == 1


def test_more_than_four_lines_become_small_multiples() -> None:
    rows = [(year, letter, 10) for letter in "abcde" for year in ("2011", "2012")]
    assert CHARTS["line"](a_drawing("line", (PERIOD, GENDER), rows), WIDE).kind == "small-multiples"


def test_the_scale_starts_from_zero() -> None:
    assert _line(yearly(y2011=1000, y2012=1100)).params["steps"][0] == 0  # type: ignore[index]  # a list of steps


def test_years_are_labelled_as_the_width_allows_and_the_last_one_always() -> None:
    drawing = a_drawing("line", (PERIOD,), [(str(year), year) for year in range(1995, 2025)])
    wide, narrow = (CHARTS["line"](drawing, sheet).params["slots"] for sheet in (WIDE, NARROW))
    assert len(wide) > len(narrow)  # type: ignore[arg-type]  # lists of years
    assert wide[-1] == narrow[-1] == 2024  # type: ignore[index]  # idem
