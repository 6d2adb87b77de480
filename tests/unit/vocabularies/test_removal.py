"""What protection took out of a table, and where its numbers can still be had. Every figure is invented."""

from unit.exporters.catalogs import column, table

from celosia.model import Code, LangString, Role, Table
from celosia.vocabularies.removal import removal

YEAR = column("periodo", "string", role=Role.DIMENSION, concept="time-period", title=LangString(es="Año", en="Year"))
REGION = column(
    "region",
    "string",
    role=Role.DIMENSION,
    title=LangString(es="Región", en="Region"),
    codes=tuple(Code(value=code, label=LangString(es=code)) for code in ("total", "grande", "n", "s", "e")),
    total_code="total",
    parents=(("n", "grande"), ("s", "grande")),
)
PERSONS = column("personas", "integer", role=Role.MEASURE, unit="persons")
STATUS = column("estado", "string", concept="obs-status")
SECRECY = column("reserva", "string", concept="conf-status")


def by_region(*figures: tuple[str, str, int | None], name: str = "por-region") -> Table:
    """A table of invented figures by year and region; without a figure is protected."""
    rows = [(year, region, figure, *(("Q", "C") if figure is None else ("A", "F"))) for year, region, figure in figures]
    return table((YEAR, REGION, PERSONS, STATUS, SECRECY), rows, name=name)


def by_year(*figures: tuple[str, int | None]) -> Table:
    """A table of invented figures by year."""
    rows = [(year, figure, *(("Q", "C") if figure is None else ("A", "F"))) for year, figure in figures]
    return table((YEAR, PERSONS, STATUS, SECRECY), rows, name="por-anio", title=LangString(es="Por año", en="By year"))


HIDDEN = (("2019", "n", None), ("2019", "s", None), ("2019", "e", None))


def told(one: Table, *beside: Table, lang: str = "es") -> str:
    """What is said of a table among these."""
    found = removal(one, (one, *beside))
    assert found is not None
    return found.told(lang)


def test_nothing_is_said_where_nothing_was_taken_out() -> None:
    one = by_region(("2019", "n", 40))
    assert removal(one, (one,)) is None


def test_the_cells_are_counted_and_the_total_is_offered() -> None:
    one = by_region(*HIDDEN, ("2019", "total", 90), ("2020", "n", 50), ("2020", "total", 80))
    assert told(one) == (
        "Celdas que no se publican, para proteger a las personas: 3 de 6 (50\u202f%). "
        "Niveles en los que se publican todas las cifras: por año."
    )


def test_a_group_of_codes_is_a_level() -> None:
    one = by_region(*HIDDEN, ("2019", "grande", 60))
    assert told(one, lang="en") == (
        "Cells not published, to protect people: 3 of 4 (75%). "
        "Levels at which every figure is published: by year and groups of region."
    )


def test_another_table_of_the_dataset_is_named() -> None:
    one = by_region(*HIDDEN)
    assert told(one, by_year(("2019", 90))).endswith("por año (tabla «Por año»).")


def test_a_level_that_hides_something_is_not_offered() -> None:
    one = by_region(*HIDDEN, ("2019", "total", None))
    assert told(one, by_year(("2019", None))).endswith("Ningún nivel más amplio se publica completo.")


def test_a_table_of_something_else_is_not_offered() -> None:
    other = table((YEAR, column("casos", "integer", role=Role.MEASURE, unit="cases")), (("2019", 90),), name="casos")
    assert told(by_region(*HIDDEN), other).endswith("Ningún nivel más amplio se publica completo.")


def test_a_few_hidden_cells_among_very_many_are_not_said_to_be_none() -> None:
    figures = [(f"{year}", "n", 40) for year in range(1000, 2000)]
    assert "(<1\u202f%)" in told(by_region(*HIDDEN, *figures))
