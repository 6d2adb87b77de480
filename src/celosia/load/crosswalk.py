"""One crosswalk from `crosswalks/<id>.yaml`, both languages in one file."""

from collections.abc import Mapping as Map
from typing import Any

from celosia.load.comparison_keys import CROSSWALK
from celosia.load.document import document
from celosia.load.folder import Folder
from celosia.model import Finding, LangString, SourceLink
from celosia.model.crosswalk import CommonCode, CountingSystem, Crosswalk, CrosswalkDimension, Mapping


def crosswalk(folder: Folder, name: str) -> tuple[Crosswalk | None, tuple[Finding, ...]]:
    """Read one crosswalk; none where there was no YAML to read."""
    file = document(folder, f"crosswalks/{name}.yaml", CROSSWALK)
    if not file.readable:
        return None, file.findings
    node = file.value
    differs = node["id"] not in {name, ""}
    findings = (*file.findings, file.finding("id-differs", "id", ("id", name))) if differs else file.findings
    return _crosswalk(name, node), findings


def _crosswalk(name: str, node: Map[str, Any]) -> Crosswalk:
    return Crosswalk(
        id=name,
        title=_text(node["title"]),
        country=node["country"],
        summary=_text(node["summary"]),
        author=node["author"],
        date=node["date"],
        systems=tuple(
            CountingSystem(id=part["id"], name=_text(part["name"]), counts=_text(part["counts"])) for part in node["systems"]
        ),
        dimensions=tuple(_dimension(part) for part in node["dimensions"]),
        standards=tuple((part["name"], SourceLink(title=part["title"], url=part["url"])) for part in node["standards"] or ()),
        missing=tuple(_text(text) for text in node["missing"] or ()),
    )


def _dimension(node: Map[str, Any]) -> CrosswalkDimension:
    return CrosswalkDimension(
        id=node["id"],
        title=_text(node["title"]),
        codes=tuple(_code(part) for part in node["codes"]),
        mappings=tuple(_mapping(part) for part in node["mappings"]),
        note=_maybe(node["note"]),
    )


def _code(node: Map[str, Any]) -> CommonCode:
    return CommonCode(id=node["id"], label=_text(node["label"]), standards=tuple((node["standards"] or {}).items()))


def _mapping(node: Map[str, Any]) -> Mapping:
    return Mapping(
        system=node["system"],
        label=_text(node["label"]),
        match=node["match"],
        dataset=node["dataset"],
        table=node["table"],
        measure=node["measure"],
        where=tuple(node["where"].items()),
        code=node["code"],
        note=_maybe(node["note"]),
    )


def _text(node: Map[str, Any]) -> LangString:
    return LangString(es=node["es"], en=node["en"])


def _maybe(node: Map[str, Any] | None) -> LangString | None:
    return None if node is None else _text(node)
