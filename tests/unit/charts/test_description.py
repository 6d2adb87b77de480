"""The alternative text of a chart. All figures are invented."""

from unit.charts.drawings import GENDER, HIDDEN, PERIOD, a_chart, a_table, yearly

from celosia.charts import Drawing, chart_table
from celosia.charts import describe as describe_drawing
from celosia.model import Break, Chart, LangString, Table

LINE = a_chart("line", (PERIOD,))


SERIES = [*yearly(y2011=1187, y2012=2500, y2014=40, y2015=(None, *HIDDEN)), ("2016-01/2016-10", 90)]


def describe(chart: Chart, table: Table, lang: str, *, breaks: tuple[Break, ...] = ()) -> str:
    drawn = chart_table(chart, table)
    return describe_drawing(Drawing(chart=chart, table=drawn, breaks=breaks, territories=(), lang=lang, folder=""))


def test_a_line_is_told_by_its_ends_its_extremes_and_its_traps() -> None:
    text = describe(LINE, a_table((PERIOD,), SERIES), "es", breaks=(Break(at="2012", label=LangString(es="otra ley")),))
    assert text == (
        "Gráfico de líneas: Víctimas (personas), 2011\u20132016. Primera: 1\u202f187 (2011). Última: 40 (2014). "
        "Más baja de las publicadas: 40 (2014). Más alta de las publicadas: 2\u202f500 (2012). "
        "Parte del año: 90 (ene\u2013oct 2016). No comparable desde: 2012 (otra ley). Dato protegido: 2015. Sin dato: 2013."
    )


def test_the_same_in_english() -> None:
    text = describe(LINE, a_table((PERIOD,), SERIES), "en")
    assert text.startswith("Line chart: Victims (persons), 2011\u20132016. First: 1,187 (2011).")
    assert "Not available: 2013." in text


def test_figures_that_differ_are_all_told() -> None:
    text = describe(LINE, a_table((PERIOD,), [*yearly(y2011=10, y2012=20), ("2012", 25)]), "es")
    assert "Cifras que difieren: 2012 (20, 25)." in text


def test_few_bars_are_all_told() -> None:
    assert describe(a_chart("bars", (GENDER,)), a_table((GENDER,), [("m", 30), ("v", 20)]), "es") == (
        "Gráfico de barras: Víctimas (personas). Mujeres: 30; Varones: 20."
    )


def test_a_protected_figure_is_never_told() -> None:
    text = describe(LINE, a_table((PERIOD,), yearly(y2011=10, y2012=(3, *HIDDEN))), "es")
    assert " 3" not in text


def test_it_tells_what_was_drawn_not_what_was_declared() -> None:
    assert describe(LINE, a_table((PERIOD,), [("2008-04/2012-05", 10)]), "es").startswith("Gráfico de barras")


def test_hidden_figures_are_told_however_long_the_rest_is() -> None:
    rows = [(year, f"un grupo de nombre bastante largo {number}", 10) for number in range(40) for year in ("2011", "2013")]
    hidden = [("2012", group, None, *HIDDEN) for _, group, _ in rows[::2]]
    text = describe(a_chart("small-multiples", (PERIOD, GENDER)), a_table((PERIOD, GENDER), [*rows, *hidden]), "es")
    assert text.endswith("Dato protegido: 40 cifras.")
    assert len(text) <= 400


def test_each_reason_for_the_lack_of_a_figure_has_its_words() -> None:
    rows = yearly(y2011=10, y2012=(None, "", "L"), y2013=(None, "", "M"), y2014=(None, "", "O"), y2015=(20, "", "R"), y2016=0)
    text = describe(LINE, a_table((PERIOD,), rows), "es")
    assert text.endswith("Sin dato: 2014. No se recogió: 2012. No corresponde: 2013. Cifra revisada: 2015.")


def test_it_is_never_longer_than_it_may_be() -> None:
    rows = [(year, f"un grupo de nombre bastante largo {number}", 10) for number in range(40) for year in ("2011", "2013")]
    assert len(describe(a_chart("small-multiples", (PERIOD, GENDER)), a_table((PERIOD, GENDER), rows), "es")) <= 400
