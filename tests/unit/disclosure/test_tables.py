"""Families made of published tables: which cells are one, which lines hold, and which must not be linked. All synthetic."""

from dataclasses import replace

import pytest
from unit.disclosure.figures import HIDDEN, Shape, a_dataset, a_family, a_release, a_table

from celosia.disclosure.attack import attack
from celosia.disclosure.tables import families, published, systems
from celosia.model import LangString, Policy

C = HIDDEN
SEX = Shape(totals={"sexo": "total"})


def told(family, k=10):
    """Each exposed cell by its words, with its verdict."""
    return {family.words[found.cell]: found.verdict for found in attack(family.knowledge, k, insider=1)}


def lines(*tables, **changes):
    """The lines of the one population, without their tables' names."""
    (one,) = systems((a_dataset(*tables, **changes),))
    return {" · ".join(line.words.split(" · ")[1:]): len(line.parts) for line in one.lines}


def test_a_total_in_the_same_table_gives_a_lonely_cell_away():
    family = a_family(a_table("por-sexo", "periodo sexo", [("2024", "total", 90), ("2024", "m", 80), ("2024", "v", C)], SEX))
    assert told(family) == {"periodo 2024, sexo v": "exact"}


def test_a_total_in_another_table_does_too():
    family = a_family(
        a_table("total", "periodo", [("2024", 90)]),
        a_table("por-sexo", "periodo sexo", [("2024", "m", 80), ("2024", "v", C)]),
    )
    assert told(family) == {"periodo 2024, sexo v": "exact"}


def test_a_total_without_a_code_is_a_total():
    family = a_family(a_table("por-sexo", "periodo sexo", [("2024", None, 90), ("2024", "m", 80), ("2024", "v", C)]))
    assert told(family) == {"periodo 2024, sexo v": "exact"}


def test_two_hidden_cells_whose_sum_is_small_are_proven_small():
    rows = [("2024", "total", 90), ("2024", "m", 83), ("2024", "v", C), ("2024", "x", C)]
    assert set(told(a_family(a_table("por-sexo", "periodo sexo", rows, SEX))).values()) == {"under-threshold"}


def test_two_hidden_cells_whose_sum_is_large_are_safe():
    rows = [("2024", "total", 90), ("2024", "m", 60), ("2024", "v", C), ("2024", "x", C)]
    assert told(a_family(a_table("por-sexo", "periodo sexo", rows, SEX))) == {}


def test_a_cross_is_linked_to_its_margins_in_other_tables():
    cross = [(a, s, C if (a, s) in {("a", "m"), ("a", "v"), ("b", "m"), ("b", "v")} else 20) for a in "abz" for s in "mvx"]
    by_area = [("a", 60), ("b", 61), ("z", 60)]
    by_sex = [("m", 60), ("v", 61), ("x", 60)]
    free = a_family(
        a_table("cruce", "barrio sexo", cross),
        a_table("por-barrio", "barrio", by_area),
        a_table("por-sexo", "sexo", by_sex),
    )
    assert told(free) == {}
    tight = a_family(
        a_table("cruce", "barrio sexo", cross),
        a_table("por-barrio", "barrio", [("a", 25), ("b", 61), ("z", 60)]),
        a_table("por-sexo", "sexo", [("m", 43), ("v", 43), ("x", 60)]),
    )
    assert set(told(tight).values()) == {"under-threshold"}


def test_a_grand_total_is_linked_to_a_cross_without_margins():
    cross = [("2024", "a", "m", 40), ("2024", "a", "v", 20), ("2024", "b", "m", 35), ("2024", "b", "v", C)]
    family = a_family(a_table("total", "periodo", [("2024", 100)]), a_table("cruce", "periodo barrio sexo", cross))
    assert told(family) == {"barrio b, periodo 2024, sexo v": "exact"}


def test_a_region_is_the_sum_of_its_provinces():
    parents = Shape(parents={"lugar": (("n1", "norte"), ("n2", "norte"))})
    family = a_family(a_table("lugares", "lugar", [("norte", 50), ("n1", 45), ("n2", C), ("sur", 70)], parents))
    assert told(family) == {"lugar n2": "exact"}


def test_regions_and_provinces_in_two_tables_are_linked():
    parents = Shape(parents={"lugar": (("n1", "norte"), ("n2", "norte"))})
    family = a_family(
        a_table("regiones", "lugar", [("norte", 50), ("sur", 70)]),
        a_table("provincias", "lugar", [("n1", 45), ("n2", C), ("s1", 70)], parents),
    )
    assert told(family) == {"lugar n2": "exact"}


def test_provinces_are_not_added_twice_with_their_region():
    parents = Shape(parents={"lugar": (("n1", "norte"), ("n2", "norte"))}, totals={"lugar": "pais"})
    rows = [("pais", 120), ("norte", 50), ("n1", 25), ("n2", 25), ("sur", 70)]
    assert lines(a_table("lugares", "lugar", rows, parents)) == {"Σ lugar": 2, "lugar norte · Σ lugar": 2}


def test_a_country_is_the_sum_of_its_areas():
    family = a_family(a_table("areas", "lugar", [("AR", 50), ("AR-A", 45), ("AR-X", C)], Shape(areas=("lugar",))))
    assert told(family) == {"lugar AR-X": "exact"}


def test_months_make_up_their_year():
    months = [(f"2024-{month:02}", C if month == 3 else 20) for month in range(1, 13)]
    family = a_family(a_table("por-mes", "periodo", months), a_table("por-anio", "periodo", [("2024", 227)]))
    assert told(family) == {"periodo 2024-03": "exact"}


def test_a_year_written_as_an_interval_is_the_year():
    family = a_family(
        a_table("total", "periodo", [("2024-01/2024-12", 90)]),
        a_table("por-sexo", "periodo sexo", [("2024", "m", 80), ("2024", "v", C)]),
    )
    assert told(family) == {"periodo 2024, sexo v": "exact"}


def test_a_partial_period_is_not_linked_to_its_year():
    family = a_family(a_table("por-periodo", "periodo", [("2024", C), ("2024-01/2024-10", 90)]))
    assert told(family) == {}
    assert not lines(a_table("por-periodo", "periodo", [("2024", C), ("2024-01/2024-10", 90)]))


def test_half_years_make_up_a_year_and_years_a_longer_period():
    rows = [("2023/2024", 100), ("2023", 50), ("2024-01/2024-06", 30), ("2024-07/2024-12", 20), ("2024", 50)]
    assert lines(a_table("periodos", "periodo", rows)) == {"periodo 2023/2024 · Σ periodo": 2, "periodo 2024 · Σ periodo": 2}


def test_bands_that_cut_each_other_give_their_difference_away():
    family = a_family(
        a_table("cortes", "edad", [("0-17", 50), ("18-25", 40), ("26+", 60)]),
        a_table("otros-cortes", "edad", [("0-17", 50), ("18-30", 43), ("31+", 57)]),
    )
    assert told(family) == {"edad 26-30": "under-threshold"}


def test_bands_that_cut_each_other_by_many_are_safe():
    first = a_table("cortes", "edad", [("0-17", 50), ("18-25", 40), ("26+", 60)])
    second = a_table("otros-cortes", "edad", [("0-17", 50), ("18-30", 75), ("31+", 25)])
    (family,) = families((a_dataset(first, second),))
    assert told(family) == {}


def test_minors_and_adults_are_bands():
    family = a_family(a_table("edades", "edad", [("menores", 50), ("0-12", 45), ("13-17", C), ("mayores", 60)]))
    assert told(family) == {"edad 13-17": "exact"}


def test_each_claim_is_linked_to_its_own_total():
    rows = [("total", 90, "f1"), ("m", 80, "f1"), ("total", 95, "f2"), ("m", 70, "f2"), ("v", C, "f2")]
    assert told(a_family(a_table("por-sexo", "sexo", rows, SEX))) == {"sexo v": "exact"}


def test_two_systems_are_never_added():
    one = a_dataset(a_table("a", "sexo", [("m", 50), ("v", C)]), id="reta")
    other = a_dataset(a_table("a", "sexo", [("total", 60), ("m", 55)], SEX), id="sistra")
    assert [told(family) for family in families((one, other))] == [{}]


def test_two_datasets_that_name_one_population_are_one_family():
    one = a_dataset(a_table("a", "sexo", [("m", 50), ("v", C)]), id="uno", population="gente")
    other = a_dataset(a_table("a", "sexo", [("total", 60)], SEX), id="otro", population="gente")
    (family,) = families((one, other))
    assert told(family) == {"sexo v": "exact"}


def test_a_table_of_its_own_population_is_not_linked():
    total = a_table("total", "periodo", [("2024", 90)])
    by_sex = a_table("por-sexo", "periodo sexo", [("2024", "m", 80), ("2024", "v", C)])
    (family,) = families((a_dataset(total, by_sex, populations=(("por-sexo", "otra"),)),))
    assert told(family) == {}


def test_an_inexact_total_proves_nothing():
    rows = [("total", ("más de", 90)), ("m", 80), ("v", C)]
    assert told(a_family(a_table("por-sexo", "sexo", rows, SEX))) == {}


def test_what_is_not_available_is_no_secret_but_is_unknown():
    rows = [("total", 90), ("m", 40), ("v", C), ("x", None)]
    assert told(a_family(a_table("por-sexo", "sexo", rows, SEX))) == {}


def test_a_hidden_zero_may_be_one_unless_zeros_are_always_shown():
    rows = [("total", 21), ("m", 11), ("v", C), ("x", C)]
    table = a_table("por-sexo", "sexo", rows, SEX)
    assert told(a_family(table)) == {}
    assert set(told(a_family(table, policy=Policy(zeros="shown", insider=1))).values()) == {"under-threshold"}


def test_a_cell_shown_anywhere_is_known_everywhere():
    first = a_table("a", "sexo", [("total", 100), ("m", 60), ("v", C), ("x", C)], SEX)
    second = a_table("b", "sexo", [("v", 25)])
    assert told(a_family(first, second)) == {"sexo x": "exact"}


def test_an_earlier_release_that_showed_a_total_is_remembered():
    now = a_dataset(a_table("por-sexo", "periodo sexo", [("2024", "m", 80), ("2024", "v", C)]))
    release = a_release("1", "sintetico/total", [({"periodo": "2024"}, 90)])
    (family,) = families((now,), (release,))
    assert told(family) == {"periodo 2024, sexo v": "exact"}


def test_what_was_hidden_then_and_what_is_hidden_now_are_put_together():
    now = a_dataset(a_table("a", "sexo", [("total", 100), ("m", 60), ("v", C), ("x", C)], SEX))
    then = a_release("1", "sintetico/a", [({}, 100), ({"sexo": "m"}, HIDDEN), ({"sexo": "v"}, 25), ({"sexo": "x"}, HIDDEN)])
    (family,) = families((now,), (then,))
    assert told(family) == {"sexo x": "exact"}


def test_a_revised_figure_is_another_cell():
    now = a_dataset(a_table("a", "sexo", [("total", 100), ("m", 60), ("v", C), ("x", C)], SEX))
    then = a_release("1", "sintetico/a", [({}, 80), ({"sexo": "m"}, 40), ({"sexo": "v"}, HIDDEN), ({"sexo": "x"}, HIDDEN)])
    (family,) = families((now,), (then,))
    assert told(family) == {}


def test_the_total_of_all_periods_is_another_one_once_a_period_was_added():
    now = a_dataset(a_table("a", "periodo", [("2023", 50), ("2024", C)]), a_table("b", "sexo", [("m", C), ("v", C)]))
    then = a_release("1", "sintetico/b", [({"sexo": "m"}, 30), ({"sexo": "v"}, 20)])
    then_years = a_release("1", "sintetico/a", [({"periodo": "2023"}, 50)])
    merged = type(then)(population=then.population, name="1", date=then.date, cells=then.cells + then_years.cells)
    (family,) = families((now,), (merged,))
    assert told(family) == {}


def test_a_rounded_population_is_judged_by_what_is_known_exactly():
    table = a_table("por-sexo", "sexo", [("total", 90), ("m", 80), ("v", 10)], SEX)
    (family,) = families((a_dataset(table, policy=Policy(rounding=10)),))
    assert family.k is None
    assert told(family, None) == {}


def test_nothing_hidden_is_no_family():
    assert families((a_dataset(a_table("por-sexo", "sexo", [("m", 80), ("v", 20)])),)) == ()


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_rows_and_tables_changes_nothing(order):
    rows = [("total", 90), ("m", 40), ("v", C), ("x", C)][::order]
    tables = (a_table("b", "sexo", rows, SEX), a_table("a", "sexo", [("v", C), ("x", C)][::order]))[::order]
    knowledge = a_family(*tables).knowledge
    assert knowledge.family.keys == ((), (("sexo", "m"),), (("sexo", "v"),), (("sexo", "x"),))
    assert knowledge.values == (90, 40, None, None)


def test_columns_that_add_up_to_another_are_its_categories():
    rows = [("2022", 60, 40, 100), ("2023", 70, 45, 115), ("2024", 80, None, 90)]
    narrow = a_table("ancha", "periodo", [(period, women) for period, women, _, _ in rows], Shape(measure="mujeres"))
    men, total = (replace(narrow.columns[1], name=name) for name in ("varones", "total"))
    columns = (*narrow.columns[:2], men, total, *narrow.columns[2:])
    cells = [
        (period, women, other, whole, "exacto", *(("A", "F") if other else ("Q", "C")), "f1")
        for period, women, other, whole in rows
    ]
    wide = replace(narrow, columns=columns, rows=tuple(cells))
    assert told(a_family(wide)) == {"measure varones, periodo 2024": "exact"}


SHARE = Shape(unit="%", measure="porcentaje")


def test_a_percentage_of_a_published_whole_bounds_a_hidden_cell():
    rows = [("2024", "total", 140), ("2024", "m", 110), ("2024", "v", C), ("2024", "x", C)]
    counts = a_table("conteo", "periodo sexo", rows, SEX)
    shares = a_table("parte", "periodo sexo", [("2024", "v", 5)], SHARE)
    assert not told(a_family(counts))
    family = a_family(counts, shares)
    assert told(family)["periodo 2024, sexo v"] in {"exact", "under-threshold"}


def test_a_percentage_tells_a_count_that_no_table_has():
    counts = a_table("total", "periodo", [("2024", 140)])
    shares = a_table("parte", "periodo sexo", [("2024", "m", 95), ("2024", "v", 5)], SHARE)
    assert told(a_family(counts, shares)) == {"periodo 2024, sexo v": "under-threshold"}


def test_a_percentage_of_a_large_whole_tells_nothing_small():
    counts = a_table("total", "periodo", [("2024", 14000)])
    shares = a_table("parte", "periodo sexo", [("2024", "m", 95), ("2024", "v", 5)], SHARE)
    assert told(a_family(counts, shares)) == {}


def test_a_percentage_whose_population_nobody_names_is_of_none_of_several():
    tables = (
        a_table("total", "periodo", [("2024", 140)]),
        a_table("detenidos", "periodo", [("2024", 150)], Shape(measure="detenidos")),
        a_table("parte", "periodo sexo", [("2024", "v", 5)], SHARE),
    )
    assert families((a_dataset(*tables),)) == ()
    named = a_dataset(*tables, populations=(("parte", "sintetico.personas"),))
    assert [told(family) for family in families((named,))] == [{"periodo 2024, sexo v": "under-threshold"}]


def test_a_total_in_a_sentence_is_a_total():
    table = a_table("por-sexo", "periodo sexo", [("2024", "m", 1080), ("2024", "v", C)])
    said = LangString(es="En 2024 fueron 1.096 personas. En 2023, menos.", en="In 2024, 1,096 people. Fewer in 2023.")
    assert told(a_family(table, summary=said)) == {"periodo 2024, sexo v": "exact"}


@pytest.mark.parametrize(
    "text",
    [
        "En 2024 y 2025 fueron 1096 personas.",
        "En 2024 fueron 1096 casos.",
        "En 2024 fueron 1080 personas.",
        "Ley 26.364 de 2024.",
    ],
)
def test_a_sentence_that_tells_no_total_of_its_own_proves_nothing(text):
    table = a_table("por-sexo", "periodo sexo", [("2024", "m", 1080), ("2024", "v", C)])
    assert told(a_family(table, summary=LangString(es=text))) == {}


def test_long_periods_that_cut_each_other_give_a_year_away():
    family = a_family(
        a_table("acumulado", "periodo", [("2018/2020", 300), ("2018/2021", 306)]),
        a_table("anual", "periodo", [("2018", 100), ("2019", 110), ("2020", 90)]),
    )
    assert told(family) == {"periodo 2021": "under-threshold"}


def test_what_two_sources_say_of_long_periods_is_two_accounts():
    rows = [("2018/2020", 300, "f1"), ("2018/2021", 306, "f2")]
    assert families((a_dataset(a_table("acumulado", "periodo", rows)),)) == ()


def test_crossed_hierarchies_are_linked():
    parents = Shape(parents={"lugar": (("n1", "norte"), ("n2", "norte"))})
    rows = [("norte", "menores", 100), ("n1", "0-12", 25), ("n1", "13-17", C), ("n2", "0-12", 30), ("n2", "13-17", 31)]
    assert told(a_family(a_table("cruce", "lugar edad", rows, parents))) == {"edad 13-17, lugar n1": "exact"}


def test_an_insider_is_told_of_lines_with_two_hidden_cells():
    rows = [("total", 90), ("m", 40), ("v", C), ("x", C)]
    family = a_family(a_table("por-sexo", "sexo", rows, SEX), policy=Policy())
    assert {found.verdict for found in attack(family.knowledge, 10, insider=family.insider)} == {"thin-line"}


def test_two_versions_that_are_safe_apart_give_a_hidden_cell_away_together():
    rows = [("2024", "total", 200), ("2024", "m", C), ("2024", "v", C), ("2024", "x", 90)]
    now = a_dataset(a_table("por-sexo", "periodo sexo", rows, SEX), version="2.0.0")
    before = a_dataset(a_table("por-zona", "periodo zona sexo", [("2024", "n", "m", 40), ("2024", "s", "m", 61)]))
    assert [told(published(one), k=5) for one in (*systems((now,)), *systems((before,)))] == [{}, {}]
    (of_population,) = systems((now,), frozen=(before,))
    assert told(published(of_population), k=5)["periodo 2024, sexo v"] == "exact"


def test_a_version_that_says_nothing_new_is_not_attacked_twice():
    one = a_dataset(a_table("por-sexo", "periodo sexo", [("2024", "m", C), ("2024", "v", 20)]))
    assert systems((one,), frozen=(one,)) == systems((one,))
