"""How a table reads: what is missing, withheld and zero; parts of years; what is said once; what is too long."""

import re

from unit.exporters.catalogs import column, notes, table
from unit.render.publications import long_table

from celosia.model import Code, LangString, Role
from celosia.render.address import Address
from celosia.render.views.reading import Reading
from celosia.render.views.table import TableView, table_view

PERIOD = column("periodo", "string", role=Role.DIMENSION, concept="time-period")
PERSONS = column("personas", "integer", role=Role.MEASURE, unit="persons")
STATUS = column("obs_status", "string", concept="obs-status")
SOURCE = column("fuente", "string", concept="source")


def view(*rows: tuple[object, ...], lang: str = "es") -> TableView:
    """The view of a small table of invented figures."""
    reading = Reading.of(Address(lang=lang, path="datasets/x/"), (), notes().sources)
    return table_view(table((PERIOD, PERSONS, STATUS, SOURCE), rows), "t", reading)


def seen_and_heard(text: str | None) -> tuple[str, ...]:
    """The letter of a mark for the eye, and its words for a screen reader."""
    return tuple(re.findall(r'aria-hidden="true">([^<]*)</abbr><span class="hidden"> ([^<]*)</span>', text or "")[0])


def test_zero_missing_and_protected_are_three_things() -> None:
    made = view(("2019", 0, "A", "inv-1"), ("2020", None, "Q", "inv-1"), ("2021", None, "L", "inv-1"))
    assert made.rows[0][1].text == "0"
    assert seen_and_heard(made.rows[1][1].text) == ("[c]", "dato protegido")
    assert seen_and_heard(made.rows[2][1].text) == ("[l]", "no se recogió")
    assert [row[1].kind for row in made.rows] == ["number", "absent", "absent"]
    assert [row[1].value for row in made.rows] == ["0", None, None]


def test_a_legend_lists_the_marks_that_occur_and_no_others() -> None:
    made = view(("2019", 0, "A", "inv-1"), ("2020", None, "Q", "inv-1"), ("2021", 5000, "P", "inv-1"))
    assert made.legend is not None
    assert [sign for sign, _ in made.legend.entries] == ["[c]", "[p]", "0"]
    assert view(("2019", 0, "A", "inv-1"), ("2020", 12, "A", "inv-1")).legend is None


def test_a_value_that_is_said_to_be_protected_is_not_shown() -> None:
    made = view(("2019", 4321, "Q", "inv-1"), ("2020", 10, "A", "inv-1"), ("2021", 10, "A", "inv-1"))
    assert "4" not in made.rows[0][1].text
    assert made.rows[0][1].value is None


def test_a_part_of_a_year_is_marked_with_a_word() -> None:
    made = view(("2019-01/2019-06", 7, "A", "inv-1"), ("2018/2019", 9, "P", "inv-1"), ("2019", 8, "A", "inv-1"))
    assert [row[0].mark for row in made.rows] == ["parte del año", "varios años juntos", None]
    assert seen_and_heard(made.rows[1][1].mark) == ("[p]", "provisional")


def test_each_row_leads_to_its_source() -> None:
    made = view(("2019", 7, "A", "inv-1"), ("2020", 8, "P", "inv-9"))
    assert (made.rows[0][3].text, made.rows[0][3].href) == ("Nadie", "../../sources/index.html#inv-1")
    assert (made.rows[1][3].text, made.rows[1][3].href) == ("inv-9", None)


def test_what_every_row_says_is_said_once() -> None:
    made = view(("2019", 7, "A", "inv-1"), ("2020", 7, "A", "inv-1"))
    told = [(fact.text.text, fact.href) for fact in made.common]
    assert told == [("Normal", None), ("Nadie", "../../sources/index.html#inv-1")]
    assert len(made.headings) == 2


def test_numbers_read_as_the_language_reads_them_and_sort_by_value() -> None:
    rows = (("2019", 12345, "A", "inv-1"), ("2020", 7, "P", "inv-1"))
    assert view(*rows).rows[0][1].text == "12\u202f345"
    english = view(*rows, lang="en").rows[0][1]
    assert (english.text, english.value) == ("12,345", "12345")


def test_no_page_holds_more_than_five_hundred_rows() -> None:
    reading = Reading.of(Address(lang="es", path="datasets/x/"))
    assert len(table_view(long_table(500), "t", reading).rows) == 500
    made = table_view(long_table(501), "t", reading)
    assert (len(made.rows), made.shown, made.length) == (100, "100 filas", "501 filas")


def test_a_name_in_two_columns_is_told_in_the_language_of_the_page() -> None:
    columns = (column("titulo", "string"), column("titulo_en", "string"))
    told = {
        lang: table_view(table(columns, (("Uno", "One"), ("Dos", "Two"))), "t", Reading.of(Address(lang=lang, path="")))
        for lang in ("es", "en")
    }
    assert [told[lang].rows[0][0].text for lang in ("es", "en")] == ["Uno", "One"]
    assert told["en"].rows[0][0].lang is None


def test_words_without_translation_say_their_language() -> None:
    coded = column("x", "string", role=Role.DIMENSION, codes=(Code(value="a", label=LangString(es="Primero")),))
    made = table_view(table((coded, PERSONS), (("a", 9), ("b", 8))), "t", Reading.of(Address(lang="en", path="")))
    assert [(row[0].text, row[0].lang) for row in made.rows] == [("Primero", "es"), ("b", "es")]
