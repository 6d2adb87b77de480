"""The page of a territory: each figure is a published cell, beside the country's; nothing is made up, nothing is given away.

The figures are invented, but for the last tests, which read the reference catalogue and its files beside each other.
"""

import csv
import html
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from unit.exporters.catalogs import column, dataset, table
from unit.render.publications import CONTACTS, a_publication, opening, page, units

from celosia.derive import derive
from celosia.derive.locality import MOST
from celosia.locales import format_number
from celosia.model import LangString, PlacedColumn, PlacedValue, Placement, Role, SourceLink, Statement, System, Territory

REPOSITORY = Path(__file__).parents[3]
PERIOD = column("periodo", "string", role=Role.DIMENSION, concept="time-period")
AREA = column("provincia", "string", role=Role.DIMENSION, concept="ref-area")
CASES = column("casos", "integer", role=Role.MEASURE, unit="cases")
STATUS = column("estado", "string", concept="obs-status")
CONFIDENTIAL = column("confidencialidad", "string", concept="conf-status")
SOURCE = column("fuente", "string", concept="source")
COLUMNS = (PERIOD, AREA, CASES, STATUS, CONFIDENTIAL, SOURCE)
ROWS = (
    ("2020", "AR-A", 321, "A", "F", "inv-1"),
    ("2021", "AR-A", None, "Q", "C", "inv-1"),
    ("2020", "AR-X", 654, "A", "F", "inv-1"),
)
TOTAL = table((PERIOD, CASES, SOURCE), (("2020", 4321, "inv-2"), ("2022", 5432, "inv-2")), name="total")
COUNTRY = Territory(code="AR", name=LangString(es="Argentina", en="Argentina"))
SALTA = Territory(code="AR-A", name=LangString(es="Salta", en="Salta"), parent="AR")
CORDOBA = Territory(code="AR-X", name=LangString(es="Córdoba", en="Córdoba"), parent="AR")
JUJUY = Territory(code="AR-Y", name=LangString(es="Jujuy", en="Jujuy"), parent="AR")


def by_province(rows=ROWS, **changes):
    """A table by province."""
    return table(COLUMNS, rows, name="por-provincia", **changes)


def published(*tables, **changes):
    """A publication of a dataset of these tables."""
    areas = (COUNTRY, SALTA, CORDOBA, JUJUY)
    return a_publication(dataset(*(tables or (by_province(), TOTAL))), territories=areas, **changes)


def numbers(made):
    """The texts of the figures of a page."""
    return [html.unescape(text) for text in re.findall(r'<td class="number"[^>]*>([^<]*)', made)]


@pytest.mark.parametrize("lang", ["es", "en"])
def test_a_figure_stands_beside_that_of_the_country(lang) -> None:
    made = page(published(), f"{lang}:territories/ar-a/")
    assert numbers(made)[-2:] == [format_number(321, lang), format_number(4321, lang)]
    assert "654" not in made
    assert "5432" not in made
    assert format_number(5432, lang) not in made


def test_a_changed_row_changes_the_page() -> None:
    changed = (("2020", "AR-A", 322, "A", "F", "inv-1"), *ROWS[1:])
    made = page(published(by_province(changed), TOTAL), "es:territories/ar-a/")
    assert "322" in numbers(made)
    assert "321" not in numbers(made)


def test_every_cell_says_what_it_is_where_a_row_is_a_card() -> None:
    made = page(published(), "es:territories/ar-a/")
    cells = [cell for cell in re.findall(r"<td[^>]*>[^<]", made) if "data-label" not in cell]
    assert not cells
    assert 'data-label="Salta"' in made


def test_a_hidden_figure_is_a_mark_and_no_number() -> None:
    made = page(published(), "es:territories/ar-a/")
    row = next(row for row in re.findall(r"<tr>.*?</tr>", made, re.DOTALL) if ">2021<" in row)
    assert "[c]" in row
    assert not [number for number in numbers(row) if number != "—"]
    assert 'class="legend"' in made


def test_the_source_and_the_table_of_each_figure_are_linked() -> None:
    made = page(published(), "en:territories/ar-a/")
    assert 'href="../../datasets/casos-inventados/index.html#table-por-provincia"' in made
    assert 'href="../../sources/index.html#inv-1"' in made


def test_a_total_that_is_not_alone_is_not_shown() -> None:
    twice = table((PERIOD, CASES, SOURCE), (("2020", 4321, "inv-2"), ("2020", 4322, "inv-2")), name="total")
    made = page(published(by_province(), twice), "es:territories/ar-a/")
    assert "4321" not in made.replace("\u202f", "")
    assert "4322" not in made.replace("\u202f", "")


def test_a_total_of_other_classes_is_not_shown() -> None:
    finer = table(
        (PERIOD, column("genero", "string", role=Role.DIMENSION), CASES, SOURCE), (("2020", "x", 4321, "inv-2"),), name="fino"
    )
    assert "4321" not in page(published(by_province(), finer), "es:territories/ar-a/").replace("\u202f", "")


def test_a_total_of_several_countries_is_not_shown() -> None:
    both = dataset(by_province(), TOTAL, spatial=("AR", "PE"))
    made = page(a_publication(both, territories=(COUNTRY, SALTA)), "es:territories/ar-a/")
    assert "4321" not in made.replace("\u202f", "")


@pytest.mark.parametrize(("lang", "words"), [("es", "No hay datos publicados"), ("en", "No published data")])
def test_no_data_is_an_answer(lang, words) -> None:
    made = page(published(), f"{lang}:territories/ar-y/")
    assert made.count(words) >= 2
    assert "<table" not in made


def test_a_page_does_not_know_the_others() -> None:
    few, many = units(published()), units(published(by_province((*ROWS, ("2022", "AR-X", 77, "A", "F", "inv-1"))), TOTAL))
    same, changed = "page:es:territories/ar-a/", "page:es:territories/ar-x/"
    assert repr(few[same].arguments) == repr(many[same].arguments)
    assert repr(few[changed].arguments) != repr(many[changed].arguments)


def test_of_too_many_figures_the_newest_are_shown() -> None:
    rows = [(str(1700 + year), "AR-A", 1000 + year, "A", "F", "inv-1") for year in range(MOST + 1)]
    made = page(published(by_province(rows)), "es:territories/ar-a/")
    assert numbers(made) == [format_number(1000 + MOST, "es")]
    assert f"{MOST} cifras más" in made


def test_a_page_holds_no_more_than_it_has_room_for() -> None:
    many = [dataset(by_province(), TOTAL, id=f"casos-{n}") for n in range(1000)]
    made = page(a_publication(*many, territories=(COUNTRY, SALTA)), "es:territories/ar-a/")
    assert made.count('<th scope="row"') == MOST
    assert made.count("<h3") == 1000


def placed(match="same-name", territory="AR-A", reason=None):
    """The publication of a source that has districts of its own."""
    district = column("distrito", "string", role=Role.DIMENSION, codes=())
    one = table((PERIOD, district, CASES, SOURCE), (("2020", "salta", 777, "inv-1"),), name="por-distrito")
    mapping = Placement(
        id="distritos",
        title=LangString(es="Distritos inventados", en="Invented districts"),
        note=LangString(es="No es la provincia.", en="It is not the province."),
        columns=(PlacedColumn(dataset="casos-inventados", table="por-distrito", column="distrito"),),
        values=(PlacedValue(value="salta", match=match, territory=territory, reason=reason),),
        sources=(SourceLink(title="Fuente", url="https://fuente.example/"),),
    )
    return published(one, placements=(mapping,))


def test_a_place_of_the_source_is_named_as_what_it_is() -> None:
    made = page(placed(reason=LangString(es="Son dos juntos.", en="They are two together.")), "es:territories/ar-a/")
    assert "777" in numbers(made)
    assert "Título de distrito: salta" in made
    assert "No es la provincia." in made
    assert "Son dos juntos" in made


def test_a_place_of_no_territory_is_on_no_page() -> None:
    publication = placed("none", None, LangString(es="No se sabe.", en="Unknown."))
    assert not [name for name in units(publication) if "territories/" in name and "777" in page(publication, name[5:])]


def test_contacts_have_no_address() -> None:
    street = column("direccion", "string")
    row = ("c-1", "AR", "AR-A", "Oficina inventada", "(000) 111", None, "Calle Falsa 123")
    contacts = dataset(replace(CONTACTS, columns=(*CONTACTS.columns, street), rows=(row,)), id="contactos", kind="directory")
    plain = published()
    with_street = replace(plain, places=())
    assert with_street.places == ()
    told = next(one for one in plain.places if one.slug == "ar-a")
    shown = replace(plain, places=(replace(told, contacts=contacts.tables[0]),))
    made = page(shown, "es:territories/ar-a/")
    assert "Oficina inventada" in made
    assert 'href="tel:000111"' in made
    assert "Calle Falsa" not in made


def invented(**changes):
    """A system of which nothing is known but its name and who runs it."""
    system = System(
        id="inventado",
        name=LangString(es="Sistema inventado", en="Invented system"),
        short="Inventado",
        country="AR",
        answer=LangString(es="No publica nada.", en="It publishes nothing."),
        runs=(Statement(text=LangString(es="Nadie.", en="Nobody."), sources=("inv-1",), norms=("n-1",)),),
        registers=(),
        rules=(),
        since=(),
        withholds=(),
        promises=(),
        datasets=(),
    )
    return replace(system, **changes)


def test_a_system_without_data_says_so() -> None:
    system = invented()
    publication = published(systems=(system,))
    made = page(publication, "es:systems/inventado/")
    assert "No hay datos publicados." in made
    assert made.count("Nuestras fuentes no lo dicen.") == 4
    assert 'href="../../sources/index.html#inv-1"' in made
    assert 'href="../../norms/index.html#n-1"' in made
    listed = page(publication, "es:systems/")
    assert 'href="../systems/inventado/index.html"' in listed
    assert "No se encontraron datos publicados." in listed
    linked = published(systems=(replace(system, datasets=("casos-inventados",)),))
    assert 'href="../../systems/inventado/index.html"' in page(linked, "es:datasets/casos-inventados/")


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("es", "cifras publicadas de {m} de los 3 territorios de esta página."),
        ("en", "published figures on {m} of the 3 territories of this page."),
    ],
)
def test_the_list_of_territories_opens_with_how_many_have_figures(lang, words) -> None:
    assert words.format(m=2) in opening(published(), lang, "territories/")
    assert words.format(m=1) in opening(published(by_province(ROWS[:1])), lang, "territories/")


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("es", "De los 2 sistemas y organismos de esta página, {m} tienen datos en este catálogo."),
        ("en", "Of the 2 systems and bodies on this page, {m} have data in this catalogue."),
    ],
)
def test_the_list_of_systems_opens_with_how_many_have_data(lang, words) -> None:
    bare = invented(id="otro")
    assert words.format(m=0) in opening(published(systems=(invented(), bare)), lang, "systems/")
    assert words.format(m=1) in opening(published(systems=(invented(datasets=("casos-inventados",)), bare)), lang, "systems/")


@pytest.fixture(scope="module")
def reference(catalog):
    """What the reference catalogue tells."""
    return derive(catalog)


def test_the_reference_has_each_province_and_department(reference) -> None:
    countries = Counter(told.country.code for told in reference.places)
    assert countries == {"AR": 24, "PE": 26}


@pytest.mark.parametrize("lang", ["es", "en"])
def test_every_figure_of_the_reference_is_in_its_file(catalog, reference, lang) -> None:
    """Each page has the figures that the CSV files have of it, read here without any of our code, and no other."""
    of_code = _figures(catalog)
    made = {told.territory.code: page(reference, f"{lang}:territories/{told.slug}/") for told in reference.places}
    for told in reference.places:
        rows = re.findall(r"<tr>\n<th scope=\"row\">.*?</tr>", made[told.territory.code], re.DOTALL)
        own = Counter(
            re.search(r"</th>\n<td.*?</td>\n<td class=\"(number|absent)\"[^>]*>([^<]*)", row, re.DOTALL).groups()
            for row in rows
        )
        expected = Counter(
            ("number", format_number(float(value), lang)) if value else ("absent", "") for value in of_code[told.territory.code]
        )
        assert own == expected, told.territory.code


def _figures(catalog):
    """The figures of each territory as the files have them: by the code in a row, or by the place that a mapping names."""
    found = {area.code: [] for area in catalog.territories}
    placed = {
        (one.dataset, one.table): (one.column, {value.value: value.territory for value in mapping.values})
        for mapping in catalog.placements
        for one in mapping.columns
    }
    for dataset_ in catalog.datasets:
        for one in dataset_.tables if dataset_.kind == "statistics" else ():
            area = one.with_concept("ref-area")
            named = (area.name, {code: code for code in found}) if area else (None, {})
            name, codes = placed.get((dataset_.id, one.name), named)
            measure = one.with_role(Role.MEASURE)[0].name
            with (REPOSITORY / "datasets" / dataset_.id / one.path).open(encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file) if name else ():
                    code = codes.get(row[name])
                    if code in found:
                        found[code].append(row[measure])
    return found
