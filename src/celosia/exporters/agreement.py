"""The whole collection of agreements as a CSV for spreadsheets and a JSON that keeps its structure. Pure."""

import csv
from collections.abc import Mapping
from io import StringIO

from celosia.exporters.json import dump, texts
from celosia.model import Agreement, LangString, Party, PeriodOfTime, Site, SourceLink

_FOLDER = "docs/es/agreements"
_COLUMNS = (
    "id",
    "title_es",
    "title_en",
    "kind",
    "instrument_es",
    "instrument_en",
    "countries",
    "parties_es",
    "parties_en",
    "signed",
    "signed_note_es",
    "signed_note_en",
    "in_force",
    "approvals",
    "approval_norms",
    "status",
    "status_es",
    "status_en",
    "status_as_at",
    "status_source",
    "status_source_url",
    "subject_es",
    "subject_en",
    "official_url",
    "sources",
    "confidence",
    "note_es",
    "note_en",
    "url",
)


def export_agreements(agreements: tuple[Agreement, ...], site: Site) -> Mapping[str, bytes]:
    """`agreements.csv` and `agreements.json`, one agreement a row, in the order given. Unknown: empty, `null`."""
    return {
        f"{_FOLDER}/agreements.csv": _csv(agreements, site),
        f"{_FOLDER}/agreements.json": _json(agreements, site),
    }


def agreement_record(agreement: Agreement, site: Site) -> dict[str, object]:
    """All that is known of an agreement, as JSON. Unknown: `null`."""
    status = agreement.status
    return {
        "id": agreement.id,
        "url": _page(agreement, site),
        "title": texts(agreement.title),
        "kind": agreement.kind,
        "instrument": texts(agreement.instrument),
        "countries": list(agreement.countries),
        "parties": [_party(party) for party in agreement.parties],
        "signed": _written(agreement.signed),
        "signed_note": texts(agreement.signed_note),
        "in_force": _written(agreement.in_force),
        "approvals": [{"text": approval.text, "norm": approval.norm} for approval in agreement.approvals],
        "status": {
            "code": status.code,
            "text": texts(status.text),
            "as_at": _written(status.as_at),
            "source": _source(status.source),
        },
        "subject": texts(agreement.subject),
        "official_url": agreement.official_url,
        "sources": [_source(source) for source in agreement.sources],
        "confidence": agreement.confidence,
        "note": texts(agreement.note),
    }


def _csv(agreements: tuple[Agreement, ...], site: Site) -> bytes:
    rows = [_row(agreement, site) for agreement in agreements]
    target = StringIO(newline="")
    writer = csv.DictWriter(target, fieldnames=_COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return target.getvalue().encode()


def _json(agreements: tuple[Agreement, ...], site: Site) -> bytes:
    license_ = {"name": site.license.name, "title": site.license.title, "url": site.license.url}
    records = [agreement_record(agreement, site) for agreement in agreements]
    return dump({"title": texts(site.title), "license": license_, "agreements": records})


def _row(agreement: Agreement, site: Site) -> dict[str, str]:
    status = agreement.status
    return {
        "id": agreement.id,
        **_languages("title", agreement.title),
        "kind": agreement.kind,
        **_languages("instrument", agreement.instrument),
        "countries": "; ".join(agreement.countries),
        "parties_es": "; ".join(_named(party, "es") for party in agreement.parties),
        "parties_en": "; ".join(_named(party, "en") for party in agreement.parties),
        "signed": _written(agreement.signed) or "",
        **_languages("signed_note", agreement.signed_note),
        "in_force": _written(agreement.in_force) or "",
        "approvals": "; ".join(approval.text for approval in agreement.approvals),
        "approval_norms": "; ".join(approval.norm for approval in agreement.approvals if approval.norm),
        "status": status.code,
        **_languages("status", status.text),
        "status_as_at": _written(status.as_at) or "",
        "status_source": status.source.title,
        "status_source_url": status.source.url,
        **_languages("subject", agreement.subject),
        "official_url": agreement.official_url or "",
        "sources": "; ".join(source.url for source in agreement.sources),
        "confidence": agreement.confidence,
        **_languages("note", agreement.note),
        "url": _page(agreement, site),
    }


def _page(agreement: Agreement, site: Site) -> str:
    return f"{site.url}agreements/{agreement.id}/"


def _written(period: PeriodOfTime | None) -> str | None:
    return period.text if period else None


def _languages(name: str, text: LangString | None) -> dict[str, str]:
    """A text in its two columns; the English one is empty where there is no translation."""
    return {f"{name}_es": text.es if text else "", f"{name}_en": (text.en or "") if text else ""}


def _named(party: Party, lang: str) -> str:
    role = f" ({party.role.text(lang)})" if party.role else ""
    return f"{party.name.text(lang)}{role}"


def _party(party: Party) -> dict[str, object]:
    return {"name": texts(party.name), "role": texts(party.role), "country": party.country}


def _source(source: SourceLink) -> dict[str, str]:
    return {"title": source.title, "url": source.url}
