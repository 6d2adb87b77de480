"""What a hidden cell holds changes nothing that anybody sees: not a drawing, its words, a table on a page or a workbook."""

from dataclasses import replace
from io import BytesIO

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st
from unit.charts.drawings import AREA, GENDER, PERIOD, a_drawing
from unit.exporters.catalogs import notes

from celosia.charts import CHARTS, Drawing, describe
from celosia.charts.palette import WITHHELD
from celosia.charts.sheet import NARROW, WIDE
from celosia.exporters import EXPORTERS
from celosia.model import Row
from celosia.render.address import Address
from celosia.render.views.reading import Reading
from celosia.render.views.table import table_view
from celosia.vocabularies.status import STATUSES, status_of

KINDS = st.sampled_from(["line", "bars", "stacked-bars", "small-multiples", "dot-range", "tile-map"])
FIGURES = st.integers(10, 5000) | st.just(0)
SHOWN = st.sampled_from("APBER")
ABSENT = st.sampled_from("OLM")
YEARS = st.sampled_from(["2018", "2019", "2020", "2021", "2022"])
GROUPS = st.sampled_from(["m", "v"])
AREAS = st.sampled_from(["XX-N", "XX-S", "XX-E", "XX-O"])


@st.composite
def rows(draw):
    """Rows of invented figures, some hidden, some absent; at least one with a figure."""
    keys = draw(st.lists(st.tuples(YEARS, GROUPS, AREAS), min_size=2, max_size=10, unique=True))
    made = [(*keys[0], draw(FIGURES), "", draw(SHOWN), "F", "x01")]
    return [*made, *(draw(_row(key)) for key in keys[1:])]


def _row(key):
    """A figure, the lack of one, or a hidden one."""
    place = tuple(map(st.just, key))
    rest = (st.just(""), SHOWN, st.just("F"), st.just("x01"))
    return st.one_of(
        st.tuples(*place, FIGURES, *rest),
        st.tuples(*place, st.none(), st.just(""), ABSENT, st.just("F"), st.just("x01")),
        st.tuples(*place, st.none(), st.just(""), st.just("Q"), st.just("C"), st.just("x01")),
    )


def a_chart(kind: str, made: list[tuple[object, ...]]) -> Drawing:
    dimensions = {"bars": (AREA,), "tile-map": (AREA,)}.get(kind, (PERIOD, GENDER))
    drawing = a_drawing(kind, (PERIOD, GENDER, AREA), made)
    chart = replace(drawing.chart, dimensions=tuple(column.name for column in dimensions))
    return replace(drawing, chart=chart)


def betrayed(drawing: Drawing, figure: int) -> Drawing:
    """The same drawing, had somebody left a figure in each hidden cell."""
    position = drawing.table.index("victimas")
    status = drawing.table.index("obs_status")

    def left(row: Row) -> Row:
        return tuple(figure if place == position and row[status] == "Q" else cell for place, cell in enumerate(row))

    return replace(drawing, table=replace(drawing.table, rows=tuple(map(left, drawing.table.rows))))


@given(KINDS, rows(), st.integers(1, 10**6))
def test_no_drawing_and_no_words_depend_on_what_is_hidden(kind, made, figure):
    drawing = a_chart(kind, made)
    for sheet in (WIDE, NARROW):
        assert CHARTS[kind](drawing, sheet) == CHARTS[kind](betrayed(drawing, figure), sheet)
    assert describe(drawing) == describe(betrayed(drawing, figure))


@given(KINDS, rows())
def test_a_drawing_with_a_hidden_figure_hatches_it_says_it_and_stacks_nothing(kind, made):
    drawing = a_chart(kind, made)
    if not any(row[5] == "Q" for row in made):
        return
    layout = CHARTS[kind](drawing, WIDE)
    painted = {mark.get("fill") or mark.get("color") for marks in layout.marks.values() for mark in marks}
    assert WITHHELD in painted
    assert layout.kind != "stacked-bars"
    assert "Dato protegido: " in describe(drawing)
    assert len(describe(drawing)) <= 400


@given(rows(), st.integers(1, 10**6))
def test_no_page_depends_on_what_is_hidden(made, figure):
    drawing, reading = a_chart("bars", made), Reading.of(Address(lang="es", path="datasets/x/"))
    shown, other = (table_view(one.table, "t", reading) for one in (drawing, betrayed(drawing, figure)))
    assert shown == other


@settings(max_examples=30)
@given(rows())
def test_every_absent_figure_has_its_mark_and_no_figure_is_text(made):
    table = a_chart("bars", made).table
    sheet = openpyxl.load_workbook(BytesIO(EXPORTERS["xlsx"](table, notes()))).worksheets[0]
    position = table.index("victimas")
    for row, cells in zip(table.rows, sheet.iter_rows(min_row=2, values_only=True), strict=True):
        status = status_of(row[position], row[table.index("obs_status")], row[table.index("conf_status")])
        expected = status.sign if status and status.is_absent else row[position]
        assert cells[position] == expected
        assert isinstance(cells[position], str) is (status in set(STATUSES.values()) and status.is_absent)
