"""One mapping of a source's own places from `territories/<id>.yaml`, both languages in one file."""

from collections.abc import Mapping
from typing import Any

from celosia.load.document import document
from celosia.load.folder import Folder
from celosia.load.place_keys import PLACEMENT
from celosia.model import Finding, LangString, PlacedColumn, PlacedValue, Placement, SourceLink, TerritoryNote


def placement(folder: Folder, name: str) -> tuple[Placement | None, tuple[Finding, ...]]:
    """Read one mapping; none where there was no YAML to read."""
    file = document(folder, f"territories/{name}.yaml", PLACEMENT)
    if not file.readable:
        return None, file.findings
    node = file.value
    differs = node["id"] not in {name, ""}
    findings = (*file.findings, file.finding("id-differs", "id", ("id", name))) if differs else file.findings
    return _placement(name, node), findings


def _placement(name: str, node: Mapping[str, Any]) -> Placement:
    return Placement(
        id=name,
        title=_text(node["title"]),
        note=_text(node["note"]),
        columns=tuple(PlacedColumn(**column) for column in node["columns"]),
        values=tuple(_value(value) for value in node["values"]),
        sources=tuple(SourceLink(**source) for source in node["sources"]),
        notes=tuple(TerritoryNote(territory=note["territory"], text=_text(note["text"])) for note in node["notes"] or ()),
    )


def _value(node: Mapping[str, Any]) -> PlacedValue:
    reason = node["reason"]
    return PlacedValue(
        value=node["value"],
        match=node["match"],
        territory=node["territory"],
        reason=None if reason is None else _text(reason),
    )


def _text(node: Mapping[str, Any]) -> LangString:
    return LangString(es=node["es"], en=node["en"])
