"""One commitment from `commitments/<id>.yaml`, one event from `events/<id>.yaml`: both languages in one file."""

from collections.abc import Mapping
from typing import Any

from celosia.load.document import Document, document
from celosia.load.folder import Folder
from celosia.load.promised import COMMITMENT, EVENT
from celosia.load.shape import Shape
from celosia.model import Finding, LangString, SourceLink
from celosia.model.commitment import (
    Breakdown,
    Claim,
    Commitment,
    Event,
    EventFigure,
    Evidence,
    Milestone,
    Remark,
    Request,
    Rhythm,
    Rows,
)

Node = Mapping[str, Any]


def commitment(folder: Folder, name: str) -> tuple[Commitment | None, tuple[Finding, ...]]:
    """Read one commitment; none where there was no YAML to read."""
    file, findings = _read(folder, f"commitments/{name}.yaml", COMMITMENT)
    return (_commitment(name, file.value) if file.readable else None), findings


def event(folder: Folder, name: str) -> tuple[Event | None, tuple[Finding, ...]]:
    """Read one event; none where there was no YAML to read."""
    file, findings = _read(folder, f"events/{name}.yaml", EVENT)
    return (_event(name, file.value) if file.readable else None), findings


def _read(folder: Folder, path: str, shape: Shape) -> tuple[Document, tuple[Finding, ...]]:
    file = document(folder, path, shape)
    name = path.rpartition("/")[2].removesuffix(".yaml")
    differs = file.readable and file.value["id"] not in {name, ""}
    return file, (*file.findings, file.finding("id-differs", "id", ("id", name))) if differs else file.findings


def _commitment(name: str, node: Node) -> Commitment:
    return Commitment(
        id=name,
        code=node["code"],
        title=_text(node["title"]),
        summary=_text(node["summary"]),
        programme=_text(node["programme"]),
        country=node["country"],
        period=node["period"],
        owners=_texts(node["owners"]),
        supporters=_texts(node["supporters"]),
        milestones=tuple(_milestone(part) for part in node["milestones"]),
        claims=tuple(_claim(part) for part in node["claims"]),
        remarks=tuple(_remark(part) for part in node["remarks"] or ()),
        sources=tuple(_source(part) for part in node["sources"]),
        request=_request(node["request"]) if node["request"] else None,
        register=_rows(node["register"]) if node["register"] else None,
        note=_maybe(node["note"]),
    )


def _milestone(node: Node) -> Milestone:
    checked, rhythm = node["checked"], node["rhythm"]
    return Milestone(
        number=node["number"],
        promise=_text(node["promise"]),
        owners=_texts(node["owners"]),
        start=node["start"],
        end=node["end"],
        evidence=tuple(_evidence(part) for part in node["evidence"]),
        permanent=bool(node["permanent"]),
        public=node["public"] is not False,
        rhythm=Rhythm(months=rhythm["months"], milestone=rhythm["milestone"]) if rhythm else None,
        breakdowns=tuple(_breakdown(part) for part in node["breakdowns"] or ()),
        claims=tuple(_claim(part) for part in node["claims"] or ()),
        meets=node["meets"],
        checked=(checked["dataset"], checked["table"], checked["column"]) if checked else None,
        note=_maybe(node["note"]),
        authority=_maybe(node["authority"]),
    )


def _evidence(node: Node) -> Evidence:
    return Evidence(
        date=node["date"],
        of=_text(node["of"]),
        dataset=node["dataset"],
        version=node["version"],
        table=node["table"],
        where=tuple((node["where"] or {}).items()),
        agreement=node["agreement"],
        event=node["event"],
        link=_source(node["link"]) if node["link"] else None,
        collection=bool(node["collection"]),
    )


def _breakdown(node: Node) -> Breakdown:
    return Breakdown(name=node["name"], title=_text(node["title"]), tables=tuple(_rows(part) for part in node["tables"]))


def _rows(node: Node) -> Rows:
    return Rows(dataset=node["dataset"], table=node["table"], where=tuple((node["where"] or {}).items()))


def _claim(node: Node) -> Claim:
    return Claim(
        asserter=node["asserter"],
        code=node["code"],
        text=_text(node["text"]),
        as_at=node["as_at"],
        source=_source(node["source"]),
    )


def _remark(node: Node) -> Remark:
    return Remark(asserter=node["asserter"], text=_text(node["text"]), source=_source(node["source"]))


def _request(node: Node) -> Request:
    return Request(law=_text(node["law"]), url=node["url"], authority=_text(node["authority"]), note=_maybe(node["note"]))


def _event(name: str, node: Node) -> Event:
    return Event(
        id=name,
        kind=node["kind"],
        title=_text(node["title"]),
        country=node["country"],
        date=node["date"],
        organisers=_texts(node["organisers"]),
        participants=_texts(node["participants"]),
        answers=tuple((part["commitment"], part["milestone"]) for part in node["answers"]),
        documents=tuple(_source(part) for part in node["documents"]),
        sources=tuple(_source(part) for part in node["sources"]),
        figures=tuple(_figure(part) for part in node["figures"] or ()),
        note=_maybe(node["note"]),
    )


def _figure(node: Node) -> EventFigure:
    return EventFigure(
        dataset=node["dataset"],
        table=node["table"],
        measure=node["measure"],
        where=tuple(node["where"].items()),
        label=_text(node["label"]),
    )


def _source(node: Node) -> SourceLink:
    return SourceLink(title=node["title"], url=node["url"])


def _text(node: Node) -> LangString:
    return LangString(es=node["es"], en=node["en"])


def _texts(nodes: tuple[Node, ...]) -> tuple[LangString, ...]:
    return tuple(_text(node) for node in nodes)


def _maybe(node: Node | None) -> LangString | None:
    return None if node is None else _text(node)
