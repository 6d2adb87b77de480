"""Which rows a chart shows. All figures are invented."""

from unit.charts.drawings import AREA, GENDER, PERIOD, a_chart, a_table, yearly

from celosia.charts import chart_table
from celosia.model import Filter

ROWS = [("2011", "total", 50), ("2011", "m", 30), ("2011", "v", 20)]


def test_a_chart_shows_the_rows_that_its_filter_lets_through() -> None:
    table = chart_table(
        a_chart("line", (PERIOD,), (Filter(column="periodo", values=("2012",)),)), a_table((PERIOD,), yearly(y2011=1, y2012=2))
    )
    assert table.values("victimas") == (2,)


def test_a_dimension_that_is_not_drawn_is_held_at_its_total() -> None:
    assert chart_table(a_chart("line", (PERIOD,)), a_table((PERIOD, GENDER), ROWS)).values("victimas") == (50,)


def test_parts_are_compared_without_their_total() -> None:
    assert chart_table(a_chart("bars", (GENDER,)), a_table((PERIOD, GENDER), ROWS)).values("victimas") == (30, 20)


def test_a_line_may_show_a_total_beside_its_parts() -> None:
    assert chart_table(a_chart("line", (PERIOD, GENDER)), a_table((PERIOD, GENDER), ROWS)).values("victimas") == (50, 30, 20)


def test_a_filter_on_a_dimension_overrules_its_total() -> None:
    where = (Filter(column="genero", values=("total", "m")),)
    assert chart_table(a_chart("bars", (GENDER,), where), a_table((PERIOD, GENDER), ROWS)).values("victimas") == (50, 30)


def test_twice_is_once() -> None:
    chart = a_chart("bars", (GENDER,))
    once = chart_table(chart, a_table((PERIOD, GENDER), ROWS))
    assert chart_table(chart, once) == once


def test_the_body_is_the_csv_of_the_rows() -> None:
    table = chart_table(a_chart("bars", (AREA,)), a_table((AREA,), [("Río, «X»", 1500), ("Sur", None, "exacto", "M")]))
    assert table.body.decode() == (
        'area,victimas,calificador,obs_status,conf_status,fuente\n"Río, «X»",1500,exacto,A,F,x01\nSur,,exacto,M,F,x01\n'
    )
