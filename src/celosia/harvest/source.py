"""What a person named, a file or an address, read as a catalogue."""

import json
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from celosia.harvest.fetching import fetched, is_address, local
from celosia.load.text import decode
from celosia.model import Finding, Place
from celosia.vocabularies.harvest import RDF_FORMATS, Harvest, NamesOnly, read_json, read_rdf

_BOM = b"\xef\xbb\xbf"
_LIST, _SEARCH = "package_list", "package_search?rows=1000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What was read. `harvest` is none where the findings say why nothing can be done with it."""

    name: str
    harvest: Harvest | None
    findings: tuple[Finding, ...] = ()


def source(text: str) -> Source:
    """The catalogue at a path or an address, by what it holds: a JSON that we know, or RDF by its ending."""
    name = text if is_address(text) else Path(text).name
    body = fetched(text) if is_address(text) else local(Path(text))
    if isinstance(body, Finding):
        return Source(name=name, harvest=None, findings=(body,))
    decoded, findings = decode(body.removeprefix(_BOM), name)
    if not decoded:
        return Source(name=name, harvest=None, findings=findings or (Finding(code="empty-file", where=Place(path=name)),))
    return _told(text, name, decoded)


def _told(text: str, name: str, decoded: str) -> Source:
    code = "harvest-unknown"
    try:
        harvest = _read(decoded, name)
    except NamesOnly:
        if is_address(text) and _LIST in text:
            return source(text.replace(_LIST, _SEARCH))
        harvest, code = None, "harvest-names-only"
    if harvest is not None and harvest.datasets:
        return Source(name=name, harvest=harvest)
    found = Finding(code=code if harvest is None else "harvest-empty", where=Place(path=name))
    return Source(name=name, harvest=None, findings=(found,))


def _read(text: str, name: str) -> Harvest | None:
    kind = urlsplit(name).path.rpartition(".")[2].lower() if is_address(name) else name.rpartition(".")[2].lower()
    if kind in RDF_FORMATS and kind != "jsonld":
        return read_rdf(text, kind)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    is_graph = (
        isinstance(value, dict) and ("@graph" in value or "@context" in value) and not isinstance(value.get("dataset"), list)
    )
    return read_rdf(text, "jsonld") if is_graph or kind == "jsonld" else read_json(value)
