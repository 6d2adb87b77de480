"""The other kinds: what they show, and what they become where they would mislead. All figures are invented."""

import pytest
from unit.charts.drawings import AREA, GENDER, HIDDEN, PERIOD, a_drawing, yearly

from celosia.charts.kinds import CHARTS
from celosia.charts.palette import WITHHELD
from celosia.charts.sheet import NARROW, WIDE, Layout, Sheet
from celosia.charts.typography import width
from celosia.model.chart import ChartKind

WHOLE = [(year, part, figure) for year in ("2011", "2012") for part, figure in (("m", 30), ("v", 20))]
_LONG = "Un nombre de categoría tan largo que no cabe en ninguna línea de ningún teléfono, ni pretende caber en ella"


def _texts(layout: Layout) -> list[str]:
    return [str(mark["text"]) for mark in layout.marks["texts"]]


def test_bars_stand_by_size_and_say_their_figures() -> None:
    layout = CHARTS["bars"](a_drawing("bars", (GENDER,), [("m", 1200), ("v", 2400)]), WIDE)
    assert [mark["end"] for mark in layout.marks["bars"]] == [2400, 1200]
    assert {"2\u202f400", "1\u202f200", "Mujeres", "Varones"} <= set(_texts(layout))


def test_a_zero_a_missing_and_a_protected_figure_are_three_things() -> None:
    layout = CHARTS["bars"](a_drawing("bars", (AREA,), [("XX-N", 0), ("XX-S", None), ("XX-E", None, *HIDDEN)]), WIDE)
    assert {"0", "[x] sin dato", "[c] dato protegido"} <= set(_texts(layout))


def test_what_has_no_figure_has_no_bar_and_a_hidden_one_has_a_hatched_gap_off_the_scale() -> None:
    rows = [("XX-N", 40), ("XX-S", None), ("XX-E", None, *HIDDEN), ("XX-O", 0)]
    layout = CHARTS["bars"](a_drawing("bars", (AREA,), rows), WIDE)
    assert [mark["end"] for mark in layout.marks["bars"]] == [40, 0]
    (gap,) = [mark for mark in layout.marks["signs"] if mark["fill"] == WITHHELD and mark["size"] == 400]
    assert {"start", "end", "value"}.isdisjoint(gap)


def test_a_hidden_figure_sorts_last_and_widens_no_scale() -> None:
    rows = [("XX-S", None, *HIDDEN), ("XX-N", 12), ("XX-E", 40)]
    layout = CHARTS["bars"](a_drawing("bars", (AREA,), rows), WIDE)
    names = [text for text in _texts(layout) if text in {"Norte", "Sur", "Este"}]
    assert names == ["Este", "Norte", "Sur"]
    assert layout.params["highest"] == 40


@pytest.mark.parametrize(("code", "sign"), [("P", "[p]"), ("E", "[e]"), ("B", "[b]"), ("R", "[r]")])
@pytest.mark.parametrize("kind", ["line", "bars", "stacked-bars", "small-multiples", "dot-range"])
def test_what_must_be_minded_of_a_figure_is_written(kind: ChartKind, code: str, sign: str) -> None:
    rows = [*WHOLE[:-1], ("2012", "v", 20, "", code)]
    layout = CHARTS[kind](a_drawing(kind, (PERIOD, GENDER), rows), WIDE)
    texts = [str(mark.get("text", "")) for marks in layout.marks.values() for mark in marks]
    assert any(text.startswith(f"{sign} ") for text in texts), "its words are in the key"
    assert any(text.endswith(sign) for text in texts), "it stands beside the figure"


def test_a_hidden_figure_among_dots_has_its_hatched_gap() -> None:
    rows = [("2011", "m", 10), ("2011", "v", None, *HIDDEN), ("2012", "m", None, *HIDDEN)]
    layout = CHARTS["dot-range"](a_drawing("dot-range", (PERIOD, GENDER), rows), WIDE)
    assert [mark["value"] for mark in layout.marks["points"]] == [10]
    assert len([mark for mark in layout.marks["signs"] if mark["fill"] == WITHHELD]) == 3
    assert _texts(layout).count("[c]") == 2


def test_a_qualifier_stands_before_the_figure() -> None:
    layout = CHARTS["bars"](a_drawing("bars", (GENDER,), [("m", 1200, "más de"), ("v", 800, "aprox")]), WIDE)
    assert {">1\u202f200", "≈800"} <= set(_texts(layout))


def test_whole_stacks_are_stacked() -> None:
    layout = CHARTS["stacked-bars"](a_drawing("stacked-bars", (PERIOD, GENDER), WHOLE), WIDE)
    assert layout.kind == "stacked-bars"
    assert {(mark["low"], mark["high"]) for mark in layout.marks["columns"]} == {(0, 30), (30, 50)}


@pytest.mark.parametrize(
    "rows",
    [
        [*WHOLE[:-1], ("2012", "v", None, *HIDDEN)],
        WHOLE[:-1],
        [*WHOLE, ("2012", "v", 21, "exacto", "A", "F", "x02")],
        [(year, part, 10) for year in ("2011", "2012") for part in "abcde"],
    ],
    ids=["a part is withheld", "a part is missing", "a part is told twice", "more parts than colours"],
)
def test_a_stack_that_is_not_whole_is_not_stacked(rows: list[tuple[object, ...]]) -> None:
    assert CHARTS["stacked-bars"](a_drawing("stacked-bars", (PERIOD, GENDER), rows), WIDE).kind == "small-multiples"


def test_a_dot_range_shows_every_figure() -> None:
    rows = [("2011", "m", 10), ("2011", "v", 40), ("2011", "v", 42)]
    layout = CHARTS["dot-range"](a_drawing("dot-range", (PERIOD, GENDER), rows), WIDE)
    assert sorted(mark["value"] for mark in layout.marks["points"]) == [10, 40, 42]  # type: ignore[type-var]  # numbers
    assert [(mark["low"], mark["high"]) for mark in layout.marks["spans"]] == [(10, 42)]


def test_every_area_has_a_tile_and_says_its_figure_or_why_not() -> None:
    rows = [("XX-N", 12), ("XX-S", 0), ("XX-E", None, *HIDDEN)]
    layout = CHARTS["tile-map"](a_drawing("tile-map", (AREA,), rows), WIDE)
    assert len(layout.marks["tiles"]) == 4
    assert {"NOR", "12", "0", "[c]", "[x]", "[c] dato protegido", "[x] sin dato"} <= set(_texts(layout))
    assert [mark["fill"] for mark in layout.marks["tiles"]].count(WITHHELD) == 1


def test_areas_that_compete_have_no_class() -> None:
    layout = CHARTS["tile-map"](a_drawing("tile-map", (AREA,), [("XX-N", 12), ("XX-N", 17)]), WIDE)
    assert "12\u201317" in _texts(layout)


def test_panels_share_their_scales() -> None:
    layout = CHARTS["small-multiples"](a_drawing("small-multiples", (PERIOD, GENDER), WHOLE), WIDE)
    assert {mark["panel"] for mark in layout.marks["panels"]} == {0, 1}
    assert layout.params["highest"] == 30


def test_events_without_a_date_are_counted_not_drawn() -> None:
    layout = CHARTS["timeline"](a_drawing("timeline", (PERIOD, GENDER), [("2011-05-03", "m", 1), (None, "m", 1)]), WIDE)
    assert len(layout.marks["points"]) == 1
    assert "sin fecha: 1" in _texts(layout)


EVERY_KIND: dict[ChartKind, tuple[object, ...]] = {
    "line": ((PERIOD,), yearly(y2011=1234, y2012=1500, y2014=12)),
    "bars": ((AREA,), [(_LONG, 12345), ("XX-S", 5)]),
    "stacked-bars": ((PERIOD, GENDER), WHOLE),
    "small-multiples": ((PERIOD, AREA), [(year, name, 1000) for year in ("2011", "2012") for name in (_LONG, "XX-S")]),
    "dot-range": ((AREA, GENDER), [(_LONG, "m", 10), (_LONG, "v", 40)]),
    "tile-map": ((AREA,), [("XX-N", 123456), ("XX-S", 10)]),
    "timeline": ((PERIOD, AREA), [("2011-05-03", _LONG, 1), ("2011-06-03", _LONG, 1)]),
}


@pytest.mark.parametrize("sheet", [WIDE, NARROW], ids=lambda sheet: sheet.name)
@pytest.mark.parametrize("kind", sorted(EVERY_KIND))
def test_no_word_leaves_the_paper(kind: ChartKind, sheet: Sheet) -> None:
    dimensions, rows = EVERY_KIND[kind]
    layout = CHARTS[kind](a_drawing(kind, dimensions, rows), sheet)  # type: ignore[arg-type]  # pairs of columns and rows
    if layout.grid:
        pytest.skip("its words are in each panel's own pixels")
    for mark in layout.marks["texts"]:
        long = width(str(mark["text"]), float(str(mark["size"])), bold=mark["weight"] == "bold")
        start = {"left": 0, "center": long / 2, "right": long}[str(mark["align"])]
        left = layout.frame.left + float(str(mark["x"])) - start
        assert left >= -1, mark
        assert left + long <= sheet.width + 1, mark


@pytest.mark.parametrize("kind", sorted(EVERY_KIND))
def test_a_chart_without_rows_is_still_a_drawing(kind: ChartKind) -> None:
    dimensions, _ = EVERY_KIND[kind]
    assert CHARTS[kind](a_drawing(kind, dimensions, []), NARROW).frame.height > 0  # type: ignore[arg-type]  # columns
