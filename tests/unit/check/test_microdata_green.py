"""What looks like data of persons and is not stays green: each is invented, and of a kind that real tables hold."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from unit.check.microdata_tables import GENDER, MAN, PERIOD, PERSONS, WOMAN, beside, coded, codes, counted
from unit.exporters.catalogs import column, table

from celosia.check.microdata import microdata
from celosia.load import load
from celosia.model import Role

ROOT = Path(__file__).parents[3]
REGISTER = {"kind": "register", "unit": "documents"}
DIRECTORY = {"kind": "directory", "unit": "institutions"}


def test_the_reference_catalogue_is_green():
    catalog = load(ROOT, {}).catalog
    assert not [finding for described in catalog.datasets for finding in microdata(described)]


@pytest.mark.parametrize("kind", [REGISTER, {}])
def test_years_are_no_documents_and_no_sequence(kind):
    years = list(range(2008, 2026))
    assert codes(beside("anio", years, "year", **kind)) == set()
    assert codes(beside("periodo_de_la_fuente", [str(year) for year in years], **REGISTER)) == set()


def test_the_numbers_of_help_lines_are_no_documents():
    values = ["145", "134", "1818", "0800-555-5065", "0800 222 1717", "100", "137", "144", "08005555065", "911"]
    assert codes(beside("numero", values, **REGISTER)) == set()
    assert codes(beside("telefono", values, concept="telephone", **DIRECTORY)) == set()


def test_a_directory_names_its_institutions_and_says_how_to_reach_them():
    columns = (
        column("nombre", "string"),
        column("direccion", "string"),
        column("telefono", "string", concept="telephone"),
        column("whatsapp", "string"),
        column("correo", "string", concept="email"),
        column("latitud", "number"),
    )
    rows = [
        (
            f"Casa de la Mujer {n}",
            f"Calle Inventada {n}",
            f"01149381{n:03}",
            f"4123456{n}",
            f"ayuda{n}@oficina.gob.ar",
            -34.60371,
        )
        for n in range(9)
    ]
    assert codes(counted(columns, rows, **DIRECTORY)) == set()


def test_an_institution_has_a_mailbox_of_its_own():
    assert codes(beside("correo", ["ayuda@institucion.example"], concept="email", **DIRECTORY)) == set()


def test_an_official_address_in_a_note_is_nobodys():
    assert codes(beside("nota", ["Consultas: datos@jus.gob.ar", *["nada"] * 9], concept="comment")) == set()


@pytest.mark.parametrize("values", [
    [f"{province:02}{department:03}" for province in range(2, 30, 4) for department in range(7, 60, 7)],
    [f"{province:02}{department:03}{place:03}" for province in range(2, 30, 4) for department in (7, 14) for place in (10, 20)],
    [f"{region:02}{province:02}{district:02}" for region in range(1, 25, 4) for province in (1, 2) for district in (1, 9)],
])  # fmt: skip
def test_codes_of_indec_and_ubigeo_are_places(values):
    values = values[:60]
    assert codes(counted((coded("departamento", *values), PERSONS), [(value, 50) for value in values])) == set()
    assert codes(beside("departamento", values, role=Role.DIMENSION, concept="ref-area", **REGISTER)) == set()


def test_numbers_of_laws_and_resolutions_are_no_documents():
    values = [
        "26.364",
        "26842",
        "25.632",
        "1280/2015",
        "RESOL-2021-100-APN-MSG",
        "28950",
        "001-2016-JUS",
        "Decreto 111/2015",
        "30.364",
    ]
    assert codes(beside("numero", values, **REGISTER)) == set()


def test_big_counts_are_counts():
    rows = [(str(2000 + n), 20_000_000 + 7919 * n) for n in range(20)]
    assert codes(counted((PERIOD, PERSONS), rows)) == set()
    money = column("monto", "integer", role=Role.MEASURE, unit="ARS")
    assert codes(counted((PERIOD, money), [(str(2000 + n), 20_123_456_000 + 1237 * n) for n in range(20)])) == set()


@pytest.mark.parametrize("values", [
    [f"2020-{month:02}" for month in range(1, 13)],
    [f"2020-{month:02}/2021-{month:02}" for month in range(1, 13)],
    [f"2011-01-01/20{year}-12-31" for year in range(12, 20)],
])  # fmt: skip
def test_months_and_ranges_are_periods(values):
    assert codes(counted((PERIOD, PERSONS), [(value, 50) for value in values])) == set()


def test_totals_are_rows_like_any_other():
    gender = coded("genero", "total", MAN, WOMAN, total_code="total")
    rows = [(str(year), value, count) for year in range(2010, 2020) for value, count in (("total", 60), (MAN, 20), (WOMAN, 40))]
    assert codes(counted((PERIOD, gender, PERSONS), rows)) == set()


def test_row_identifiers_of_ours_are_no_records():
    own = table((column("id", "string", concept="identifier"), GENDER, PERSONS), [(str(n), MAN, 50) for n in range(1, 15)])
    described = counted((GENDER, PERSONS), [(MAN, 50)])
    keyed = replace(own, primary_key=("id",))
    assert codes(replace(described, tables=(keyed,))) == set()


def test_a_date_of_checking_in_a_directory_or_register_is_no_persons_day():
    assert codes(beside("verificado_el", [date(2026, 1, day) for day in range(1, 9)], "date", **DIRECTORY)) == set()
    assert codes(beside("fecha", [f"2026-01-0{day}" for day in range(1, 9)], **REGISTER)) == set()


@pytest.mark.parametrize("name", [
    "tipo_documento", "pais_de_nacimiento", "situacion_de_calle", "nombre_del_programa", "documentos", "expedientes", "unidad",
    "lateralidad", "ipc", "denominacion", "vocalias", "alcance", "nombramiento", "telefonia", "calles", "emails_enviados",
])  # fmt: skip
def test_words_that_hold_or_resemble_a_word_of_the_lexicon_are_left_alone(name):
    assert codes(beside(name, ["a", "b"], **REGISTER)) == set()


def test_a_measure_says_what_it_counts():
    for name in ("llamados_por_telefono", "correo", "direccion"):
        assert codes(counted((PERIOD, column(name, "integer", role=Role.MEASURE, unit="events")), [("2020", 50)])) == set()


def test_categories_under_a_header_are_categories():
    assert codes(counted((coded("documento", "con", "sin"), PERSONS), [("con", 50), ("sin", 60)])) == set()


def test_age_bands_and_average_ages_are_no_ages():
    bands = ["0-17", "18-29", "30-44", "45-59", "60-mas", "menores", "mayores", "sin-dato"]
    assert codes(counted((coded("edad", *bands), PERSONS), [(band, 50) for band in bands])) == set()
    mean = column("edad_promedio", "integer", role=Role.MEASURE, unit="años")
    assert codes(counted((PERIOD, PERSONS, mean), [(str(2010 + n), 50, 20 + n) for n in range(9)])) == set()


def test_percentages_with_many_decimals_are_no_coordinates():
    share = column("porcentaje", "number", role=Role.MEASURE, unit="%")
    assert codes(counted((PERIOD, share), [(str(2010 + n), 33.333333 + n) for n in range(9)])) == set()


def test_provinces_that_are_called_like_saints_and_people_are_places():
    saints = ["San Juan", "Santa Cruz", "Santiago del Estero", "Santa Rosa", "Rosario", "San Martín", "Villa Mercedes"]
    others = ["Salta", "Jujuy", "Buenos Aires", "Entre Ríos", "Chaco", "Neuquén", "Madre de Dios", "Río Negro", "La Libertad"]
    names = saints + others
    assert codes(beside("lugar", names, **REGISTER)) == set()


def test_institutions_and_titles_are_no_persons():
    values = [
        "Ministerio de Justicia",
        "Fundación María de los Ángeles",
        "Casa Rosa",
        "Ley de Trata",
        "Oficina de Rescate",
        "PROTEX",
    ]
    assert codes(beside("editor", values, **REGISTER)) == set()


def test_notes_that_repeat_are_notes():
    values = ["Cifra que la fuente da hasta octubre de ese año"] * 15 + [
        f"Una nota larga y distinta, inventada: {n}" for n in range(15)
    ]
    assert codes(beside("nota", values, concept="comment")) == set()


def test_addresses_of_pages_are_no_mailboxes_and_no_documents():
    values = [f"https://medio.example/@cuenta/nota-2034123456{n}.html" for n in range(10)]
    assert codes(beside("url", values, concept="url", **REGISTER)) == set()


def test_a_register_is_no_table_of_persons():
    columns = (column("titulo", "string"), column("pais", "string", role=Role.DIMENSION))
    rows = [(f"Un compromiso inventado, con un título que es largo, número {n}", ("AR", "PE")[n % 2]) for n in range(60)]
    assert codes(counted(columns, rows, **REGISTER)) == set()


def test_one_institution_a_province_is_no_record():
    province = coded("provincia", *(f"p{n}" for n in range(24)))
    offices = column("oficinas", "integer", role=Role.MEASURE, unit="institutions")
    assert codes(counted((province, offices), [(f"p{n}", 1) for n in range(24)], unit="institutions")) == set()
