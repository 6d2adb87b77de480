"""One system that counts from `systems/<id>.yaml`, both languages in one file."""

from collections.abc import Mapping
from typing import Any

from celosia.load.document import document
from celosia.load.folder import Folder
from celosia.load.place_keys import SYSTEM
from celosia.model import Finding, LangString, Promise, SourceLink, Statement, System


def system(folder: Folder, name: str) -> tuple[System | None, tuple[Finding, ...]]:
    """Read one system; none where there was no YAML to read."""
    file = document(folder, f"systems/{name}.yaml", SYSTEM)
    if not file.readable:
        return None, file.findings
    node = file.value
    differs = node["id"] not in {name, ""}
    findings = (*file.findings, file.finding("id-differs", "id", ("id", name))) if differs else file.findings
    return _system(name, node), findings


def _system(name: str, node: Mapping[str, Any]) -> System:
    groups = {key: _statements(node[key]) for key in ("runs", "registers", "rules", "since", "withholds")}
    return System(
        id=name,
        name=text_of(node["name"]),
        short=node["short"],
        country=node["country"],
        answer=text_of(node["answer"]),
        promises=tuple(_promise(promise) for promise in node["promises"] or ()),
        datasets=node["datasets"],
        **groups,
    )


def _promise(node: Mapping[str, Any]) -> Promise:
    return Promise(commitment=node["commitment"], milestone=node["milestone"], statement=statement(node))


def _statements(nodes: tuple[Mapping[str, Any], ...]) -> tuple[Statement, ...]:
    return tuple(statement(node) for node in nodes)


def statement(node: Mapping[str, Any]) -> Statement:
    """A sentence in both languages, and what it rests on."""
    return Statement(
        text=text_of(node["text"]),
        sources=node["sources"] or (),
        norms=node["norms"] or (),
        datasets=node["datasets"] or (),
        agreements=node["agreements"] or (),
        links=tuple(SourceLink(**link) for link in node["links"] or ()),
    )


def text_of(node: Mapping[str, Any]) -> LangString:
    """A text in both languages."""
    return LangString(es=node["es"], en=node["en"])
