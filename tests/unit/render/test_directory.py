"""Whom to call in each place: the page of the directory and its cards, which an address book's own parser judges."""

import re
from dataclasses import replace
from datetime import date

import pytest
import vobject
from unit.exporters.catalogs import column, dataset, table
from unit.render.publications import LINE, a_publication, units

from celosia.derive import Publication
from celosia.model import Code, LangString, Role, Table, Territory

LINES = (
    replace(LINE, country="AR", number="999", checked=date(2026, 11, 1)),
    replace(LINE, country="PE", number="9 99", checked=date(2026, 5, 20)),
)
AREAS = (
    Territory(code="AR", name=LangString(es="Argentina", en="Argentina")),
    Territory(code="AR-A", name=LangString(es="Salta", en="Salta"), parent="AR"),
    Territory(code="AR-T", name=LangString(es="Tucumán", en="Tucumán"), parent="AR"),
    Territory(code="PE", name=LangString(es="Perú", en="Peru")),
    Territory(code="PE-MDD", name=LangString(es="Madre de Dios", en="Madre de Dios"), parent="PE"),
)
ROWS = (
    ("c-1", "AR", None, "Línea inventada", "999", None, "las 24 horas", "gratis", None, None, None),
    ("c-2", "AR", "AR-A", "Oficina inventada de día", "(0387) 000 0000", None, "de 8 a 16", None, "Inventada; 5, fondo", "Salta", date(2026, 10, 1)),  # noqa: E501
    ("c-3", "AR", "AR-A", "Oficina inventada de noche", "0387 000 0001", "noche@oficina.example", "24 h", None, None, None, date(2026, 5, 21)),  # noqa: E501
    ("c-4", "AR", "AR-A", "Oficina inventada vieja", "ver nota", None, None, None, None, None, date(2026, 5, 20)),
    ("c-5", "PE", None, "Línea inventada del Perú", "0800-00-000", None, None, None, None, None, None),
)  # fmt: skip


def _contacts(rows: tuple[tuple[object, ...], ...] = ROWS) -> Table:
    countries = (Code(value="AR", label=LangString(es="Argentina")), Code(value="PE", label=LangString(es="Perú")))
    return table(
        (
            column("id", "string", concept="identifier"),
            column("pais", "string", role=Role.DIMENSION, codes=countries),
            column("provincia", "string", role=Role.DIMENSION, concept="ref-area"),
            column("nombre", "string"),
            column("telefono", "string", concept="telephone"),
            column("correo", "string", concept="email"),
            column("horario", "string"),
            column("costo", "string"),
            column("direccion", "string"),
            column("localidad", "string"),
            column("verificado_el", "date"),
        ),
        rows,
        name="contactos",
    )


def _publication(today: date = date(2026, 11, 21)) -> Publication:
    made = a_publication(territories=AREAS)
    site = replace(made.site, help_lines=LINES)
    held = dataset(_contacts(), id="contactos", kind="directory").tables[0]
    return replace(made, site=site, directory=held, modified=today)


def _files(lang: str = "es", today: date = date(2026, 11, 21)) -> dict[str, str]:
    unit = units(_publication(today))[f"page:{lang}:info/"]
    return {path.rpartition("/")[2]: body.decode() for path, body in unit.function(*unit.arguments).items()}


def _page(lang: str = "es", today: date = date(2026, 11, 21)) -> str:
    return _files(lang, today)["index.html"]


def _part(page: str, name: str) -> str:
    """The section or the entry of that id, with nothing of the next."""
    found = re.search(rf'<section[^>]* id="{name}".*?</section>|<li[^>]* id="{name}".*?</li>', page, re.DOTALL)
    assert found, name
    return found[0]


def test_each_place_tells_the_line_of_its_country_and_its_own_contacts() -> None:
    page = _page()
    salta, tucuman = _part(page, "ar-a"), _part(page, "ar-t")
    assert 'href="tel:999"' in salta.partition("<ul")[0]
    assert "El directorio no tiene ningún contacto" in tucuman
    assert 'href="tel:999"' in tucuman
    assert 'href="tel:999"' in _part(page, "pe-mdd")
    assert re.findall(r'href="#([a-z-]+)"', page) == ["ar", "ar-a", "ar-t", "pe", "pe-mdd"]


def test_who_answers_day_and_night_stands_first() -> None:
    assert re.findall(r'<li class="contact[^>]* id="([^"]+)"', _page()) == ["c-1", "c-3", "c-2", "c-4", "c-5"]


def test_a_number_is_dialled_from_anywhere_where_it_can_be() -> None:
    page = _page()
    assert 'href="tel:+543870000000"' in _part(page, "c-2")
    assert 'href="tel:080000000"' in _part(page, "c-5")
    assert 'href="tel:' not in _part(page, "c-4")
    assert "ver nota" in _part(page, "c-4")


@pytest.mark.parametrize(
    ("entry", "today", "state"),
    [
        ("c-1", date(2026, 11, 21), "unchecked"),
        ("c-2", date(2026, 11, 21), "checked"),
        ("c-3", date(2026, 11, 21), "checked"),
        ("c-3", date(2026, 11, 22), "stale"),
        ("c-4", date(2026, 11, 21), "stale"),
        ("c-2", date(2027, 4, 2), "stale"),
    ],
)
def test_each_entry_says_how_old_what_it_says_is(entry: str, today: date, state: str) -> None:
    part = _part(_page(today=today), entry)
    assert f"status--{state}" in part
    assert ("Sin verificar" in part) == (state == "unchecked")
    assert ("Si pasaron más de seis meses" in part) == (state == "checked")
    assert (">Hace más de seis meses" in part) == (state == "stale")


def test_a_line_whose_source_was_read_long_ago_says_so() -> None:
    lines = _page().partition("</section>")[0]
    assert lines.count("<span data-age>Hace más de seis meses") == 1
    assert lines.count('data-checked="2026-05-20"') == 1


def test_what_nobody_says_is_said_not_to_be_said() -> None:
    page = _page()
    assert "La fuente no dice: si hay que dar el nombre, los idiomas, qué preguntan al atender." in _part(page, "c-1")
    assert "La fuente no dice: el horario, si es gratis" in _part(page, "c-5")
    assert "The source does not say: opening hours" in _part(_page("en"), "c-5")


@pytest.mark.parametrize("lang", ["es", "en"])
def test_every_card_is_read_by_an_address_book(lang: str) -> None:
    files = {name: text for name, text in _files(lang).items() if name.endswith(".vcf")}
    assert set(files) == {"lines.vcf", "ar-999.vcf", "pe-9-99.vcf", "c-1.vcf", "c-2.vcf", "c-3.vcf", "c-5.vcf"}
    for text in files.values():
        assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
        for card in vobject.readComponents(text, validate=True):
            card.validate(raiseException=True)
            assert vobject.readOne(card.serialize()).fn.value == card.fn.value


def test_a_card_has_what_the_page_says() -> None:
    files = _files()
    day, night = vobject.readOne(files["c-2.vcf"]), vobject.readOne(files["c-3.vcf"])
    assert day.tel.value == "+543870000000"
    assert (day.adr.value.street, day.adr.value.region) == ("Inventada; 5, fondo", "Salta")
    assert day.note.value == "de 8 a 16. Verificado el 1 de octubre de 2026."
    assert (night.tel.value, night.email.value) == ("+543870000001", "noche@oficina.example")
    assert "adr" not in night.contents


def test_one_file_has_every_national_line_once() -> None:
    cards = list(vobject.readComponents(_files()["lines.vcf"]))
    assert [card.tel.value for card in cards] == ["999", "999", "080000000"]
    assert [card.fn.value for card in cards] == [
        "Información 999 · Argentina",
        "Información 9 99 · Perú",
        "Información 0800-00-000 · Perú",
    ]


def test_nothing_on_a_card_says_what_it_is_for() -> None:
    """Neither the name of the office, nor that of the site, nor any word of what it is about."""
    for lang in ("es", "en"):
        for name, text in _files(lang).items():
            if name.endswith(".vcf"):
                unfolded = text.replace("\r\n ", "")
                assert not re.search(
                    r"trata|traffick|víctima|victim|ayuda|help|oficina inventada", f"{name} {unfolded}", re.IGNORECASE
                )


def test_the_page_bears_the_day_of_its_data() -> None:
    assert re.search(r'updated: "\d', _files()["index.md"])


@pytest.mark.parametrize(("slug", "number"), [("ar-a", "999"), ("pe-mdd", "999")])
def test_a_territory_tells_whom_to_call_and_leads_to_its_place_in_the_directory(slug: str, number: str) -> None:
    unit = units(_publication())[f"page:es:territories/{slug}/"]
    page = next(body.decode() for path, body in unit.function(*unit.arguments).items() if path.endswith("index.html"))
    assert f'href="tel:{number}"' in page
    assert f'href="../../info/index.html#{slug}"' in page
