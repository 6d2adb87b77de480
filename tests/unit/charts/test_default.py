"""The charts of a dataset that declares none. All figures are invented."""

from dataclasses import replace
from datetime import date

from unit.charts.drawings import AREA, PERIOD, a_table, yearly

from celosia.charts import default_charts
from celosia.model import Counts, Dataset, LangString, License, Table

_TEXT = LangString(es="Datos inventados.", en="Invented figures.")


def _dataset(*tables: Table) -> Dataset:
    return Dataset(
        id="x", title=_TEXT, description=_TEXT, summary=_TEXT, version="1.0.0", kind="statistics",
        issued=date(2026, 1, 1), modified=date(2026, 1, 1), keywords=(),
        license=License(name="x", title="x", url="https://example.org/", code="CC0"), publisher="x", creator="x",
        sources=(), spatial=(), themes=(), frequency="ANNUAL",
        counts=Counts(
            unit="persons", what=_TEXT, event=_TEXT, recorder=_TEXT, definition=_TEXT,
            includes=_TEXT, excludes=_TEXT, period_rule=_TEXT,
        ),
        tables=tables, charts=(), changes=(),
    )  # fmt: skip


def test_three_whole_years_make_a_line() -> None:
    (chart,) = default_charts(_dataset(a_table((PERIOD,), yearly(y2011=1, y2012=2, y2013=3))))
    assert (chart.kind, chart.dimensions) == ("line", ("periodo",))
    assert chart.description == LangString(es="Víctimas, 2011\u20132013.", en="Victims, 2011\u20132013.")


def test_fewer_years_make_bars() -> None:
    (chart,) = default_charts(_dataset(a_table((AREA,), [("XX-N", 10)])))
    assert (chart.kind, chart.dimensions) == ("bars", ("area",))


def test_cumulative_figures_make_bars() -> None:
    rows = [*yearly(y2011=1, y2012=2, y2013=3), ("2008/2013", 9)]
    assert default_charts(_dataset(a_table((PERIOD,), rows)))[0].kind == "bars"


def test_a_directory_has_no_charts() -> None:
    assert default_charts(replace(_dataset(a_table((PERIOD,), yearly(y2011=1))), kind="directory")) == ()
