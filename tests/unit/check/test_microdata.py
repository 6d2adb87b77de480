"""Each detector finds what it is for, in invented tables."""

from dataclasses import replace
from datetime import date

import pytest
from stdnum.ar import cuit
from stdnum.pe import ruc
from unit.check.microdata_tables import CALLS, GENDER, MAN, PERIOD, PERSONS, WOMAN, beside, coded, codes, counted
from unit.exporters.catalogs import COUNTS, column, dataset, table

from celosia.check.lexicon import announced, phrases
from celosia.check.microdata import microdata
from celosia.locales.findings import render_json, render_text
from celosia.model import Code, LangString, Report, Review, Role

REGISTER = {"kind": "register", "unit": "documents"}
NAMES = ("María Inventada", "Inventado, Juan Carlos", "ROSA DE LA PRUEBA", "José Ejemplo")


def _cuil(number, prefix="20"):
    base = f"{prefix}{number:08}"
    return base + cuit.calc_check_digit(base)


def _ruc(number):
    base = f"10{number:08}"
    return base + ruc.calc_check_digit(base)


@pytest.mark.parametrize(
    "name",
    [
        "dni", "nro_doc", "documento", "cuil", "pasaporte", "passport", "nombre", "apellido", "name", "full_name", "email",
        "correo", "telefono", "celular", "domicilio", "direccion", "fecha_nac", "fecha_de_nacimiento", "dob", "expediente",
        "causa_nro", "iniciales", "alias", "lat", "lon", "ip", "id_victima", "legajo", "historia_clinica", "sobrenome",
        "data_nascimento",
    ],
)  # fmt: skip
def test_a_header_that_announces_persons_is_found_in_any_table(name):
    assert "personal-header" in codes(beside(name, ["a", "b"]))
    assert "personal-header" in codes(beside(name, ["a", "b"], **REGISTER))


def test_a_title_announces_too_in_either_language():
    title = LangString(es="Columna", en="Date of birth")
    assert "personal-header" in codes(beside("c1", ["a"], title=title, **REGISTER))


def test_every_phrase_of_the_lexicon_is_folded_and_found():
    for kind, listed in phrases().items():
        assert not [phrase for phrase in listed if kind not in announced(phrase)]


@pytest.mark.parametrize("name", ["dni", "apellido", "fecha_nac", "legajo"])
def test_a_code_list_as_long_as_the_table_does_not_hide_a_header(name):
    values = [f"v{number}" for number in range(20)]
    described = counted((coded(name, *values), PERSONS), [(value, 50) for value in values])
    assert codes(described) == {"personal-header"}


@pytest.mark.parametrize("value", [f"Su CUIL es {_cuil(1)}.", f"20-00000001-{_cuil(1)[-1]}"])
def test_a_cuil_in_a_sentence_or_written_out_is_enough(value):
    found = codes(beside("nota", [value, "nada", "nada", "nada", "nada", "nada"], concept="comment", **REGISTER))
    assert found == {"identity-number"}


@pytest.mark.parametrize("make", [_cuil, _ruc, lambda number: _cuil(number, "27")])
def test_numbers_with_a_check_digit_are_found_by_their_share(make):
    values = [make(number) if number % 3 == 0 else "sin dato" for number in range(12)]
    assert "identity-number" in codes(beside("codigo", values, **REGISTER))


def test_numbers_with_a_check_digit_are_found_in_a_measure_and_in_an_identifier():
    values = [int(_cuil(number)) for number in range(5)]
    assert "identity-number" in codes(beside("cuenta", values, "integer", role=Role.MEASURE, unit="persons"))
    own = table((column("id", "string", concept="identifier"),), [(_cuil(number),) for number in range(5)], primary_key=("id",))
    assert "identity-number" in codes(dataset(own, kind="register", counts=replace(COUNTS, unit="documents")))


def test_a_bank_account_is_enough():
    assert codes(beside("nota", ["nada", "CBU 2850590940090418135201"], concept="comment", **REGISTER)) == {"identity-number"}


@pytest.mark.parametrize("shape", ["{:08}", "{:,}"])
def test_a_column_of_dni_is_found_without_its_header(shape):
    values = [shape.format(20_000_000 + 7919 * number).replace(",", ".") for number in range(8)]
    assert "identity-number" in codes(beside("codigo", values, **REGISTER))


def test_dni_are_found_as_row_identifiers_and_as_numbers():
    rows = [(str(20_000_000 + 7919 * number),) for number in range(8)]
    own = table((column("id", "string", concept="identifier"),), rows, primary_key=("id",))
    assert "identity-number" in codes(dataset(own, kind="register", counts=replace(COUNTS, unit="documents")))
    assert "identity-number" in codes(beside("codigo", [20_000_000 + 7919 * n for n in range(8)], "integer", **REGISTER))


@pytest.mark.parametrize("value", ["AAA{:06}", "A{:08}"])
def test_passports_are_found(value):
    assert "identity-number" in codes(beside("codigo", [value.format(7919 * number) for number in range(4)], **REGISTER))


def test_a_peruvian_number_with_its_check_letter_is_found():
    assert "identity-number" in codes(beside("codigo", ["10117410-2", "10117410-G", "10117410G"], **REGISTER))


def test_an_e_mail_is_enough_outside_a_directory():
    values = ["nada", "nada", "escribir a alguien@correo.example", "nada", "nada", "nada"]
    assert codes(beside("nota", values, concept="comment", **REGISTER)) == {"email-address"}


def test_a_column_of_official_mailboxes_is_of_persons_too():
    assert codes(beside("contactado", [f"p{n}@oficina.gob.ar" for n in range(4)], **REGISTER)) == {"email-address"}


def test_a_private_mailbox_in_a_directory_is_a_warning():
    described = beside("buzon", ["alguien@gmail.com"], concept="email", kind="directory", unit="institutions")
    assert [(found.code, found.severity) for found in microdata(replace(described, tables=(described.tables[0],)))] == [
        ("personal-mailbox", "warning")
    ]


def test_names_of_persons_are_found_by_what_they_are():
    assert "personal-names" in codes(beside("columna", NAMES, **REGISTER))
    assert "personal-names" in codes(beside("nota", NAMES, concept="comment"))


def test_names_and_addresses_in_a_code_list_are_found():
    listed = tuple(Code(value=f"v{n}", label=LangString(es=name)) for n, name in enumerate(NAMES))
    person = column("persona", "string", role=Role.DIMENSION, codes=listed)
    assert "personal-names" in codes(counted((person, PERSONS), [("v0", 50)]))


@pytest.mark.parametrize("values", [[-34.60371, -31.41351, -24.78291], ["-34.60371, -58.38162"] * 3])
def test_fine_coordinates_are_found(values):
    type_ = "number" if isinstance(values[0], float) else "string"
    assert "fine-coordinates" in codes(beside("punto", values, type_, **REGISTER))


def test_fine_coordinates_are_found_in_a_measure_of_degrees():
    point = column("punto", "number", role=Role.MEASURE, unit="grados")
    assert codes(counted((PERSONS, point), [(50, -34.60371), (60, -31.41351), (70, -24.78291)])) == {"fine-coordinates"}


@pytest.mark.parametrize("day", ["2020-05-0{}", "0{}/05/2020", "2020-05-0{}T10:00:00", "2020050{}"])
def test_days_are_found_in_a_table_of_persons(day):
    values = [day.format(number) for number in range(1, 6)]
    assert "full-date" in codes(beside("cuando", values))
    assert "full-date" not in codes(beside("cuando", values, **REGISTER))


def test_days_are_found_in_the_period_and_in_dates():
    described = counted((PERIOD, PERSONS), [(f"2020-05-0{day}", 50) for day in range(1, 5)])
    assert codes(described) == {"full-date"}
    assert "full-date" in codes(beside("cuando", [date(2020, 5, day) for day in range(1, 5)], "date"))


def test_record_numbers_are_found():
    assert "record-identifier" in codes(beside("n", [4000 + number for number in range(10)], "integer"))
    values = [f"0000000{number}-0000-4000-8000-000000000000" for number in range(5)]
    assert "record-identifier" in codes(beside("n", values))
    assert "record-identifier" in codes(beside("n", values, concept="identifier"))


def test_a_table_of_persons_that_counts_nothing_is_found():
    assert codes(counted((GENDER,), [(MAN,), (WOMAN,)])) == {"no-count-measure"}


def test_counts_of_one_are_found():
    assert codes(counted((GENDER, CALLS), [((MAN, WOMAN)[n % 2], 1) for n in range(20)], unit="calls")) == {"counts-of-one"}
    rows = [(f"2020-{month:02}", 1) for month in range(1, 13)]
    assert codes(counted((PERIOD, CALLS), rows, unit="calls")) == {"unique-rows"}


def test_as_many_rows_as_are_counted_is_found():
    rows = [(GENDER.codes[n % 2].value, 2 * (n % 2)) for n in range(60)]
    assert codes(counted((GENDER, CALLS), rows, unit="calls")) == {"rows-equal-total"}
    share = column("parte", "number", role=Role.MEASURE, unit="%")
    alone = counted((GENDER, share), [(MAN, 50.0)] * 120)
    whole = replace(table((PERIOD, PERSONS), [("2020", 121)]), name="total")
    assert codes(replace(alone, tables=(*alone.tables, whole))) == {"rows-equal-total"}


def test_more_codes_than_categories_are_found():
    values = [f"v{number}" for number in range(201)]
    assert codes(counted((coded("c", *values), PERSONS), [(value, 50) for value in values])) == {"many-codes"}
    assert codes(beside("c", values, role=Role.DIMENSION, **REGISTER)) == {"many-codes"}


def test_exact_ages_are_found_as_numbers_words_and_codes():
    assert codes(beside("edad", list(range(12, 20)), "integer")) == {"exact-age"}
    assert codes(beside("edad", [f"{age} años" for age in range(12, 20)])) == {"exact-age"}
    values = [str(age) for age in range(12, 20)]
    assert codes(counted((coded("edad", *values), PERSONS), [(value, 50) for value in values])) == {"exact-age"}


def test_free_text_is_found():
    values = [f"Un relato inventado, que nadie contó, número {n}" for n in range(25)]
    assert codes(beside("columna", values)) == {"free-text"}
    assert codes(beside("columna", values, concept="comment")) == {"free-text"}


@pytest.mark.parametrize("unit", ["persons", "households", "cases", "reports", "calls"])
@pytest.mark.parametrize("role", [Role.DIMENSION, Role.ATTRIBUTE])
def test_a_column_of_a_guarded_table_needs_a_code_list(unit, role):
    assert codes(beside("c", ["a", "b", "a"], role=role, unit=unit)) == {"no-code-list"}


def test_a_reviewed_column_is_left_alone_and_only_that_one():
    review = Review(table="casos", column="c", reason="Motivo inventado", signed_by="Nadie", date=date(2027, 1, 1))
    described = beside("c", ["a", "b"])
    named = replace(review, table=described.tables[0].name)
    assert codes(replace(described, reviewed=(named,))) == set()
    assert codes(replace(described, reviewed=(replace(named, column="periodo"),))) == {"no-code-list", "review-of-nothing"}
    assert codes(replace(described, reviewed=(replace(named, date=date(2000, 1, 1)),))) == {"review-outdated"}


def test_a_whole_table_cannot_be_signed_away():
    described = counted((GENDER,), [(MAN,), (WOMAN,)])
    review = Review(table=described.tables[0].name, column="genero", reason="x", signed_by="x", date=date(2027, 1, 1))
    assert "no-count-measure" in codes(replace(described, reviewed=(review,)))


def test_no_finding_quotes_a_value():
    secrets = [*NAMES, _cuil(1234567), "alguien@correo.example", "AAA123456"]
    report = Report.of(microdata(beside("dni", secrets)))
    told = "".join(render_text(report, lang) + render_json(report, lang) for lang in ("es", "en"))
    assert report.errors
    assert not [secret for secret in secrets if secret in told]
