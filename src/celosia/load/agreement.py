"""One agreement from `agreements/<id>.yaml`, both languages in one file."""

from collections.abc import Mapping
from typing import Any

from celosia.load.document import document
from celosia.load.folder import Folder
from celosia.load.keys import AGREEMENT
from celosia.model import Agreement, AgreementStatus, Approval, Finding, LangString, Party, SourceLink


def agreement(folder: Folder, name: str) -> tuple[Agreement | None, tuple[Finding, ...]]:
    """Read one agreement; none where there was no YAML to read."""
    file = document(folder, f"agreements/{name}.yaml", AGREEMENT)
    if not file.readable:
        return None, file.findings
    node = file.value
    differs = node["id"] not in {name, ""}
    findings = (*file.findings, file.finding("id-differs", "id", ("id", name))) if differs else file.findings
    return _agreement(name, node), findings


def _agreement(name: str, node: Mapping[str, Any]) -> Agreement:
    return Agreement(
        id=name,
        title=_text(node["title"]),
        kind=node["kind"],
        instrument=_text(node["instrument"]),
        countries=node["countries"],
        parties=tuple(_party(party) for party in node["parties"]),
        signed=node["signed"],
        in_force=node["in_force"],
        approvals=tuple(Approval(text=part["text"], norm=part["norm"]) for part in node["approvals"]),
        status=_status(node["status"]),
        subject=_text(node["subject"]),
        official_url=node["official_url"],
        sources=tuple(_source(source) for source in node["sources"]),
        confidence=node["confidence"],
        territories=node["territories"] or (),
        note=_maybe(node["note"]),
        signed_note=_maybe(node["signed_note"]),
    )


def _party(node: Mapping[str, Any]) -> Party:
    return Party(name=_text(node["name"]), role=_maybe(node["role"]), country=node["country"])


def _status(node: Mapping[str, Any]) -> AgreementStatus:
    return AgreementStatus(code=node["code"], text=_text(node["text"]), as_at=node["as_at"], source=_source(node["source"]))


def _source(node: Mapping[str, Any]) -> SourceLink:
    return SourceLink(title=node["title"], url=node["url"])


def _text(node: Mapping[str, Any]) -> LangString:
    return LangString(es=node["es"], en=node["en"])


def _maybe(node: Mapping[str, Any] | None) -> LangString | None:
    return None if node is None else _text(node)
