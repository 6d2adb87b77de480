"""Every state and figure on the pages of commitments and events is that of a row, in both languages."""

import csv
import json
from dataclasses import replace
from io import StringIO

import pytest
from unit.derive.commitments import ROWS, SOURCE, both, cases, catalog, commitment, complete, meeting, milestone
from unit.exporters.catalogs import column, dataset, table
from unit.render.publications import page, units

from celosia.derive import Publication, derive
from celosia.locales import gettext
from celosia.model import Catalog, PeriodOfTime, Role
from celosia.model.commitment import Rhythm, Rows
from celosia.render.address import folder
from celosia.render.menu import paths

MET = milestone(number="2", promise=both("Reunirse"), evidence=(), breakdowns=(), meets="meeting", rhythm=Rhythm(months=6))


def _publication(made: Catalog) -> Publication:
    return derive(made)


def _plain(text: str) -> str:
    return text.replace("\u202f", "")


def _file(publication: Publication, name: str, path: str) -> str:
    unit = units(publication)[name]
    return unit.function(*unit.arguments)[path].decode()


@pytest.mark.parametrize(("lang", "words"), [("es", "1605 días"), ("en", "1,605 days")])
def test_the_days_overdue_are_those_of_the_last_row(lang: str, words: str) -> None:
    assert words in _plain(page(_publication(catalog()), f"{lang}:commitments/promesa/"))
    newer = cases((*ROWS, ("r-5", "2026-01/2026-06", "m", 90, "A")))
    assert words not in _plain(page(_publication(catalog(data=newer)), f"{lang}:commitments/promesa/"))


@pytest.mark.parametrize(
    ("lang", "never", "part"),
    [
        ("es", "Nunca se publicó, hasta donde este catálogo pudo ver", "Parte del año"),
        ("en", "Never published, as far as this catalogue could see", "Part of the year"),
    ],
)
def test_a_breakdown_says_what_was_published_of_each_year(lang: str, never: str, part: str) -> None:
    made = page(_publication(catalog()), f"{lang}:commitments/promesa/")
    assert made.count('status--y-never">' + never) == 1
    assert made.count('status--y-part">' + part) == 1
    assert made.count("status--y-protected") == 1
    without = page(_publication(catalog(data=cases(ROWS[:1]))), f"{lang}:commitments/promesa/")
    assert 'status--y-part">' + part not in without
    assert "status--y-protected" not in without


def test_whoever_says_nothing_is_said_to_say_nothing() -> None:
    made = page(_publication(catalog()), "es:commitments/promesa/")
    assert made.count("No consta en las fuentes que leímos.") == 2
    said = page(_publication(catalog(commitment(claims=(complete(),)))), "es:commitments/promesa/")
    assert said.count("No consta en las fuentes que leímos.") == 1
    assert "Completado" in said
    assert SOURCE.url in said


def test_a_contradiction_is_flagged_with_both_days() -> None:
    made = page(_publication(catalog(commitment(claims=(complete(),)))), "es:commitments/promesa/")
    assert "terminan el 31 de diciembre de 2021" in made
    assert "31 de diciembre de 2022" in made
    assert "Contradicción" in made


def test_the_request_is_ready_in_spanish_on_both_pages() -> None:
    for lang in ("es", "en"):
        made = page(_publication(catalog()), f"{lang}:commitments/promesa/")
        assert made.count('<pre class="snippet snippet--prose" lang="es">') == 2
        assert "A: Autoridad inventada\n" in made
        assert "Conforme a la Ley inventada, solicito los datos desglosados por «Lengua»" in made
        assert "posteriores al 31 de diciembre de 2021" in made


def test_counter_evidence_goes_where_the_publisher_takes_it() -> None:
    site = replace(catalog().site, issues_url="https://git.example/x/y/issues")
    made = page(_publication(replace(catalog(), site=site)), "es:commitments/promesa/")
    assert 'href="https://git.example/x/y/issues/new?title=Contraprueba%20sobre%20XX0001&amp;body=' in made
    mail = replace(site, issues_url=None, publisher=replace(site.publisher, email="datos@x.example"))
    assert "mailto:datos@x.example?subject=" in page(_publication(replace(catalog(), site=mail)), "es:commitments/promesa/")
    nobody = replace(site, issues_url=None, publisher=replace(site.publisher, email=None))
    made = page(_publication(replace(catalog(), site=nobody)), "es:commitments/promesa/")
    assert "no tiene un lugar público para recibirlo ni da una dirección" in made


def test_the_totals_of_the_board_are_those_of_its_rows() -> None:
    made = page(_publication(catalog(commitment(milestone(), MET))), "es:commitments/")
    assert made.count("<tr data-entry") == 2
    assert made.count('data-verified="part"') == made.count('data-verified="none"') == 1
    assert made.count('<dd class="tally__number">1</dd>') == 2
    assert '<dd class="tally__number">2</dd>' in made
    assert 'name="verified"' in made


def test_the_files_of_the_board_say_what_the_pages_say() -> None:
    publication = _publication(catalog(commitment(milestone(), MET)))
    rows = list(csv.DictReader(StringIO(_file(publication, "export:commitments", "docs/es/commitments/commitments.csv"))))
    assert [(row["milestone"], row["verified"], row["most_days_overdue"]) for row in rows] == [
        ("1", "part", "1605"),
        ("2", "none", ""),
    ]
    document = json.loads(_file(publication, "export:commitments", "docs/es/commitments/commitments.json"))
    first = document["commitments"][0]["milestones"][0]
    assert first["evidence"][0]["days_overdue"] == 1605
    assert {"year": "2021", "published": "protected"} in first["breakdowns"][0]["years"]


def test_the_feed_has_an_entry_for_each_state_and_each_dated_status() -> None:
    publication = _publication(catalog(commitment(milestone(), MET, claims=(complete(),))))
    feed = _file(publication, "feed:es:commitments/", "docs/es/commitments/feed.xml")
    assert feed.count("<entry>") == 3
    assert "#m-1-part" in feed


@pytest.mark.parametrize(
    ("lang", "none"), [("es", "No se encontraron reuniones publicadas."), ("en", "No published meetings were found.")]
)
def test_where_there_is_no_meeting_the_page_says_so(lang: str, none: str) -> None:
    assert none in page(_publication(catalog(commitment(MET))), f"{lang}:events/")
    held = meeting(answers=(("promesa", "2"),))
    assert none not in page(_publication(catalog(commitment(MET), events=(held,))), f"{lang}:events/")


def test_the_figure_of_an_event_is_the_cell_of_its_row() -> None:
    made = page(_publication(catalog(events=(meeting(),))), "es:events/")
    assert ">120</a>" in made
    changed = cases((("r-1", "2019", "m", 125, "A"), *ROWS[1:]))
    assert ">125</a>" in page(_publication(catalog(data=changed, events=(meeting(),))), "es:events/")
    hidden = cases((("r-1", "2019", "m", None, "Q"), *ROWS[1:]))
    assert gettext("es")("protected figure") in page(_publication(catalog(data=hidden, events=(meeting(),))), "es:events/")


def test_the_calendar_holds_what_is_dated_and_what_is_expected() -> None:
    whole = meeting(id="anual", date=PeriodOfTime.parse("2021"), figures=())
    publication = _publication(catalog(commitment(milestone(), MET), events=(meeting(), whole)))
    body = _file(publication, "calendar:es", "docs/es/events.ics")
    assert body.count("BEGIN:VEVENT") == 2
    assert "DTSTART;VALUE=DATE:20210510\r\nDTEND;VALUE=DATE:20210511\r\n" in body
    assert body.count("STATUS:TENTATIVE") == 1
    assert "DTSTART;VALUE=DATE:20261231" in body
    assert all(len(line.encode()) <= 75 for line in body.split("\r\n"))


def test_a_catalogue_without_commitments_has_none_of_it() -> None:
    publication = _publication(replace(catalog(), commitments=()))
    assert not {"commitments/", "events/"} & set(paths(publication, "es"))
    assert not [name for name in units(publication) if "commitment" in name or "calendar" in name]


def test_both_languages_have_the_same_pages() -> None:
    names = units(_publication(catalog(commitment(milestone(), MET))))
    spanish = {name.removeprefix("page:es:") for name in names if name.startswith("page:es:")}
    assert spanish == {name.removeprefix("page:en:") for name in names if name.startswith("page:en:")}
    assert {"commitments/", "commitments/promesa/", "events/"} <= spanish


def test_what_others_say_is_not_quoted_as_their_words() -> None:
    made = page(_publication(catalog(commitment(claims=(complete(),)))), "es:commitments/promesa/")
    parties = made[made.index('<ul class="parties">') :].split("</ul>")[0]
    assert "Completado" in parties
    assert "«" not in parties


LISTED = (("XX0001", "AR", 2017, "A"), ("XX0002", "AR", 2013, "B"), ("XX0003", "PE", 2019, "C"))


def _with_register(rows: tuple[tuple[object, ...], ...]) -> Publication:
    listed = table(
        (
            column("id", "string", concept="identifier"),
            column("pais", "string", role=Role.DIMENSION, concept="ref-area"),
            column("ciclo", "year", role=Role.DIMENSION),
            column("titulo", "string"),
        ),
        rows,
        name="lista",
    )
    register = Rows(dataset="promesas", table="lista")
    made = catalog(replace(commitment(), register=register))
    return derive(replace(made, datasets=(*made.datasets, dataset(listed, id="promesas", title=both("Promesas")))))


@pytest.mark.parametrize(
    ("lang", "answer", "own", "fewer"),
    [
        (
            "es",
            "Esta lista tiene 3 compromisos (Argentina, 2; Perú, 1; planes de 2013 a 2019). {own}.",
            "De ellos, este catálogo comprueba hito por hito: XX0001 (Promesa inventada)",
            "Esta lista tiene 2 compromisos (Argentina, 2; planes de 2013 a 2017).",
        ),
        (
            "en",
            "This list has 3 commitments (Argentina, 2; Peru, 1; plans of 2013 to 2019). {own}.",
            "Of them, this catalogue checks milestone by milestone: XX0001 (Promesa inventada (en))",
            "This list has 2 commitments (Argentina, 2; plans of 2013 to 2017).",
        ),
    ],
)
def test_the_list_of_all_commitments_opens_with_what_its_rows_say(lang: str, answer: str, own: str, fewer: str) -> None:
    path = f"{folder(lang)}commitments/all/index.md"
    body = _file(_with_register(LISTED), f"page:{lang}:commitments/all/", path)
    assert answer.format(own=own) in body.replace("\\", "")
    assert fewer in _file(_with_register(LISTED[:2]), f"page:{lang}:commitments/all/", path).replace("\\", "")


@pytest.mark.parametrize(("lang", "unstated"), [("es", "no consta en las fuentes"), ("en", "not stated in the sources")])
def test_the_list_of_all_commitments_leads_to_those_that_are_checked_and_says_what_is_not_stated(
    lang: str, unstated: str
) -> None:
    whole = page(_with_register(LISTED), f"{lang}:commitments/all/")
    assert whole.count('href="../../commitments/promesa/index.html"') == 2
    assert unstated not in whole
    assert unstated in page(_with_register((*LISTED, ("XX0004", "PE", 2019, ""))), f"{lang}:commitments/all/")
