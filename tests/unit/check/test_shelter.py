"""Where a shelter is said to be, is found in whatever words, wherever it is written. Every place here is invented."""

from dataclasses import is_dataclass, replace
from pathlib import Path

import pytest

from celosia.check.disclosure import shelters, shelters_in_texts
from celosia.check.whereabouts import locates_shelter
from celosia.load import load
from celosia.locales.findings import render_text
from celosia.model import Code, LangString, Report

ROOT = Path(__file__).parents[3]
BASE = ROOT / "tests" / "failures" / "base"
WORDS = [
    "refugio", "Refugios", "HOGAR", "hogares", "albergue", "casa de acogida", "casa refugio", "casa segura",
    "casas protegidas", "casa de medio camino", "centro de acogida", "residencia transitoria",
    "dispositivo de alojamiento", "shelter", "Shelters", "safe house", "safehouse", "halfway house", "refuge",
]  # fmt: skip
PLACES = [
    "Av. Inventada 123", "avenida Inventada al 1200", "calle inventada n.º 5", "Calle 7", "CALLE INVENTADA 55",
    "Jr. Inventado 388", "Pje. Inventado 12", "12 Invented Street", "calle Inventada s/n",
    "queda en República Inventada 611", "dirección: Inventada Norte 45", "la esquina de Inventada y Otra",
    "ruta inventada 34, km 12", "Mz. B Lt. 4", "-24.78210, -65.42320", "24° 46′ S", "67PW6H9J+2R",
    "https://maps.app.goo.gl/x", "https://www.google.com/maps/x", "tel. 387 422-0000", "teléfono (0387) 422-0000",
    "+54 9 387 000-0000", "llame al 084 234567", "phone 01 311 0300",
]  # fmt: skip
HARMLESS = [
    "Este sitio nunca publica direcciones de refugios ni de hogares.",
    "Ningún refugio se ubica. Llame al 145, gratis, o al 0800 222 3425.",
    "En 2019, 45 hogares recibieron asistencia; en 2020, 1 187.",
    "Leyes 26.364, 26.842 y 27.508, sobre refugios.",
    "Personas refugiadas en la calle Inventada 123.",
    "Refugios para personas en situación de calle durante 2021.",
    "Hoja de ruta 2024-2027: refugios en cada región.",
    "The safe house programme was funded in 2017 (Law 28950).",
    "La oficina queda en Av. Inventada 123. Llame al (0387) 422-0000.",
    "El hogar funciona en Salta desde 2019.",
    f"La oficina queda en Av. Inventada 123. {'Atiende todos los días y deriva. ' * 8}No dice dónde está el refugio.",
]
PLAIN = ("body", "note", "title", "description")
PARTS = ("site", "datasets", "agreements", "pages", "territories", "key_figures")
LEAK = "El refugio inventado está en Av. Inventada 123."


@pytest.fixture(scope="module")
def catalog():
    return load(BASE, {}).catalog


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("order", ["{word}, {place}", "{place}. Es un lugar del programa.\n\nAhí hay un {word}"])
def test_each_way_to_say_where_is_found(place, order):
    assert locates_shelter(order.format(word="refugio", place=place))


@pytest.mark.parametrize("word", WORDS)
def test_each_word_for_a_shelter_is_known(word):
    assert locates_shelter(f"Un {word} inventado: Av. Inventada 123")


@pytest.mark.parametrize("text", HARMLESS)
def test_what_locates_no_shelter_is_left_alone(text):
    assert not locates_shelter(text)


def _row(dataset, **cells):
    """The directory with other cells in the row of the refuge, which says where nothing is."""
    table = dataset.table("recursos")
    row = list(table.rows[2])
    for name, value in cells.items():
        row[table.index(name)] = value
    return replace(dataset, tables=(replace(table, rows=(*table.rows[:2], tuple(row))),))


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("direccion", "Inventada 5"),
        ("direccion", "casa verde"),
        ("telefono", "(0387) 422-0000"),
        ("whatsapp", "+54 9 387 000-0000"),
        ("nota", "Queda en Inventada 123"),
        ("horario", "-24.78210, -65.42320"),
        ("url", "https://maps.app.goo.gl/x"),
        ("localidad", "Av. Inventada 5"),
    ],
)
def test_a_row_of_a_shelter_says_in_no_column_where_it_is(catalog, column, value):
    (found,) = shelters(_row(catalog.dataset("ejemplo-recursos"), **{column: value}))
    assert (found.code, found.where.row, found.where.column) == ("shelter-address", 4, column)
    assert value not in render_text(Report.of([found]), "es") + render_text(Report.of([found]), "en")


@pytest.mark.parametrize("column", ["nombre", "tipo", "nota", "localidad"])
def test_the_word_may_stand_in_any_column(catalog, column):
    dataset = catalog.dataset("ejemplo-recursos")
    plain = _row(dataset, nombre="Lugar inventado", tipo="lugar", nota=None, direccion="Inventada 5")
    assert not list(shelters(plain))
    assert [one.code for one in shelters(_row(plain, **{column: "Casa de acogida"}))] == ["shelter-address"]


@pytest.mark.parametrize("label", [LangString(es="Refugio", en="Place"), LangString(es="Lugar", en="Shelter")])
def test_the_word_may_be_that_of_a_code(catalog, label):
    dataset = _row(catalog.dataset("ejemplo-recursos"), nombre="Lugar inventado", tipo="z", direccion="Inventada 5")
    table = dataset.table("recursos")
    column = replace(table.column("tipo"), codes=(Code(value="z", label=label),))
    columns = tuple(column if one.name == "tipo" else one for one in table.columns)
    coded = replace(dataset, tables=(replace(table, columns=columns),))
    assert [one.code for one in shelters(coded)] == ["shelter-address"]


@pytest.mark.parametrize("number", ["145", "002", "0800 222 3425", "0800-00-205"])
def test_a_number_that_stands_nowhere_may_be_given(catalog, number):
    assert not list(shelters(_row(catalog.dataset("ejemplo-recursos"), telefono=number)))


def _planted(value, way):
    """A frozen value with the leak at the end of a way of names and positions."""
    if not way:
        return LangString(es="x", en=LEAK) if isinstance(value, LangString) else LEAK
    step, *rest = way
    if isinstance(step, int):
        return (*value[:step], _planted(value[step], rest), *value[step + 1 :])
    return replace(value, **{step: _planted(getattr(value, step), rest)})


def _ways(value, way=()):
    """The way to each text that is told."""
    if isinstance(value, LangString) or (isinstance(value, str) and way and way[-1] in PLAIN):
        yield way
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from _ways(part, (*way, number))
    elif is_dataclass(value):
        for name in (name for name in value.__dataclass_fields__ if name not in ("rows", "permanence", "policy", "sources")):
            yield from _ways(getattr(value, name), (*way, name))


def _codes(catalog):
    found = [finding for dataset in catalog.datasets for finding in shelters(dataset)]
    return {finding.code for finding in (*found, *shelters_in_texts(catalog))}


def test_a_leak_planted_in_any_text_of_the_catalogue_is_found(catalog):
    """Every text that the base has: of the site, datasets, tables, columns, codes, changes, agreements and pages."""
    ways = [way for way in _ways(catalog) if way[0] in PARTS]
    assert {"body", "changes", "columns", "help_lines", "counts", "agreements"} <= {step for way in ways for step in way}
    assert not _codes(catalog)
    missed = [way for way in ways if not _codes(_planted(catalog, way))]
    assert missed == []


def test_the_reference_catalogue_names_shelters_and_locates_none():
    catalog = load(ROOT, {}).catalog
    assert any("refugio" in page.body for page in catalog.pages)
    assert not _codes(catalog)
