"""One comparison from `comparisons/<id>.yaml`, both languages in one file."""

from collections.abc import Mapping
from typing import Any

from celosia.load.comparison_keys import COMPARISON
from celosia.load.document import document
from celosia.load.folder import Folder
from celosia.model import Finding, LangString, SourceLink
from celosia.model.comparison import CellQuery, Claim, Comparison, Relation


def comparison(folder: Folder, name: str) -> tuple[Comparison | None, tuple[Finding, ...]]:
    """Read one comparison; none where there was no YAML to read."""
    file = document(folder, f"comparisons/{name}.yaml", COMPARISON)
    if not file.readable:
        return None, file.findings
    node = file.value
    differs = node["id"] not in {name, ""}
    findings = (*file.findings, file.finding("id-differs", "id", ("id", name))) if differs else file.findings
    return _comparison(name, node), findings


def _comparison(name: str, node: Mapping[str, Any]) -> Comparison:
    return Comparison(
        id=name,
        case=node["case"],
        title=_text(node["title"]),
        country=node["country"],
        topic=node["topic"],
        kind=node["kind"],
        sentence=_text(node["sentence"]),
        claims=tuple(_claim(claim) for claim in node["claims"]),
        explanation=_text(node["explanation"]),
        author=node["author"],
        date=node["date"],
        needed=tuple(_text(text) for text in node["needed"]),
        relations=tuple(
            Relation(kind=part["kind"], first=part["first"], second=part["second"]) for part in node["relations"] or ()
        ),
    )


def _claim(node: Mapping[str, Any]) -> Claim:
    return Claim(
        id=node["id"],
        system=node["system"],
        name=_text(node["name"]),
        counts=_text(node["counts"]),
        cell=_query(node["cell"]) if node["cell"] else None,
        plus=tuple(_query(part) for part in node["plus"] or ()),
        minus=tuple(_query(part) for part in node["minus"] or ()),
        value=node["value"],
        qualifier=node["qualifier"],
        unit=node["unit"],
        period=node["period"].text if node["period"] else None,
        as_of=node["as_of"].text if node["as_of"] else None,
        source=SourceLink(title=node["source"]["title"], url=node["source"]["url"]) if node["source"] else None,
        confidence=node["confidence"],
        row=_maybe(node["row"]),
        note=_maybe(node["note"]),
    )


def _query(node: Mapping[str, Any]) -> CellQuery:
    return CellQuery(dataset=node["dataset"], table=node["table"], measure=node["measure"], where=tuple(node["where"].items()))


def _text(node: Mapping[str, Any]) -> LangString:
    return LangString(es=node["es"], en=node["en"])


def _maybe(node: Mapping[str, Any] | None) -> LangString | None:
    return None if node is None else _text(node)
