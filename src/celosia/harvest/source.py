"""The only one in `harvest` that reads the source: a file, or an address that the person named. Nothing else is ever asked."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import Request, build_opener

from celosia.load.text import decode
from celosia.model import Finding, Place
from celosia.vocabularies.harvest import RDF_FORMATS, Harvest, NamesOnly, read_json, read_rdf

MEGABYTE = 1_000_000
LARGEST = 60 * MEGABYTE
_SECONDS = 60
_BOM = b"\xef\xbb\xbf"
_LIST, _SEARCH = "package_list", "package_search?rows=1000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What was read. `harvest` is none where the findings say why nothing can be done with it."""

    name: str
    harvest: Harvest | None
    findings: tuple[Finding, ...] = ()


def is_address(text: str) -> bool:
    """Whether it is to be fetched."""
    return urlsplit(text).scheme in ("http", "https")


def source(text: str) -> Source:
    """The catalogue at a path or an address, by what it holds: a JSON that we know, or RDF by its ending."""
    name = text if is_address(text) else Path(text).name
    body = _fetched(text) if is_address(text) else _file(Path(text))
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


def _file(path: Path) -> bytes | Finding:
    where = Place(path=path.name)
    try:
        if not path.is_file():
            return Finding(code="not-a-file" if path.exists() else "missing-file", where=where)
        if path.stat().st_size > LARGEST:
            return _too_big(where)
        return path.read_bytes()
    except (OSError, ValueError):
        return Finding(code="unreadable-file", where=where)


def _fetched(url: str) -> bytes | Finding:
    """The answer of an address; a redirection may lead to another address of the web, and to no file of this machine."""
    where = Place(path=url)
    request = Request(url, headers={"User-Agent": "celosia", "Accept": "application/json, text/turtle, */*"})  # noqa: S310 - http(s) by `is_address`
    get: Callable[..., object] = build_opener().open
    try:
        with get(request, timeout=_SECONDS) as answer:  # type: ignore[attr-defined]  # a response
            body: bytes = answer.read(LARGEST + 1)
    except (URLError, OSError, ValueError):
        return Finding(code="harvest-unreachable", where=where)
    return _too_big(where) if len(body) > LARGEST else body


def _too_big(where: Place) -> Finding:
    return Finding(code="file-too-big", where=where, details=(("limit", f"{LARGEST / MEGABYTE:g} MB"),))
