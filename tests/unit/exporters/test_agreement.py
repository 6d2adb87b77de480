"""The collection of agreements as two files. All of them are invented."""

import csv
import json
from io import StringIO

from unit.exporters.catalogs import SITE

from celosia.exporters import export_agreements
from celosia.model import Agreement, AgreementStatus, Approval, LangString, Party, PeriodOfTime, SourceLink

SOURCE = SourceLink(title="Gaceta inventada", url="https://gaceta.example/1")
AGREEMENT = Agreement(
    id="tratado-inventado",
    title=LangString(es="Tratado, inventado", en="Invented treaty"),
    kind="international",
    instrument=LangString(es="Tratado", en="Treaty"),
    countries=("AR", "PE"),
    parties=(
        Party(name=LangString(es="Norlandia", en="Northland"), role=LangString(es="firmante", en="signatory"), country="AR"),
        Party(name=LangString(es="Surlandia")),
    ),
    signed=PeriodOfTime.parse("2000-11"),
    in_force=None,
    approvals=(Approval(text="Ley 0", norm="norma-0"), Approval(text="Ley 1")),
    status=AgreementStatus(code="in-force", text=LangString(es="vigente", en="in force"), as_at=None, source=SOURCE),
    subject=LangString(es="Pruebas", en="Tests"),
    official_url=None,
    sources=(SOURCE,),
    confidence="alta",
)


def _row():
    body = export_agreements((AGREEMENT,), SITE)["docs/es/agreements/agreements.csv"].decode()
    (row,) = csv.DictReader(StringIO(body))
    return row


def _record():
    (record,) = json.loads(export_agreements((AGREEMENT,), SITE)["docs/es/agreements/agreements.json"])["agreements"]
    return record


def test_an_agreement_is_one_row_in_both_languages():
    row = _row()
    assert (row["title_es"], row["title_en"]) == ("Tratado, inventado", "Invented treaty")
    assert (row["status"], row["status_es"], row["status_en"]) == ("in-force", "vigente", "in force")
    assert row["url"] == "https://catalogo.example/agreements/tratado-inventado/"


def test_parties_are_joined_in_the_row_and_apart_in_the_record():
    assert _row()["parties_es"] == "Norlandia (firmante); Surlandia"
    assert _record()["parties"][1] == {"name": {"es": "Surlandia"}, "role": None, "country": None}


def test_an_unknown_date_is_empty_in_the_row_and_null_in_the_record():
    assert (_row()["signed"], _row()["in_force"], _row()["status_as_at"]) == ("2000-11", "", "")
    assert (_record()["signed"], _record()["in_force"]) == ("2000-11", None)


def test_norms_are_named_by_their_id():
    assert (_row()["approvals"], _row()["approval_norms"]) == ("Ley 0; Ley 1", "norma-0")


def test_a_collection_of_none_still_has_its_heading():
    files = export_agreements((), SITE)
    assert files["docs/es/agreements/agreements.csv"].startswith(b"id,title_es,title_en,")
    assert json.loads(files["docs/es/agreements/agreements.json"])["agreements"] == []
