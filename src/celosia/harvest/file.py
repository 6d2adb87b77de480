"""The files of a harvested dataset as links of ours. Pure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from celosia.harvest.address import address, is_doubtful
from celosia.harvest.clean import line, shortened
from celosia.harvest.day import day
from celosia.harvest.identifier import apart, named
from celosia.harvest.judgement import Subject
from celosia.harvest.words import judged, told
from celosia.model import Finding
from celosia.vocabularies.harvest import HarvestedField, HarvestedFile

_HASH = re.compile(r"[A-Za-z0-9:=+/._-]{1,200}")
_LARGEST = 10**15
_SAME = {
    "JPEG": "JPG",
    "GEOJSON": "JSON",
    "JSONLD": "JSON",
    "JSON-LD": "JSON",
    "TTL": "RDF",
    "RDF_TURTLE": "RDF",
    "XLS": "XLSX",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link as the descriptor writes it, its English texts, and what was found; no `node` where the file has no address."""

    key: str
    name: str
    node: Mapping[str, object]
    english: Mapping[str, object]
    findings: tuple[Finding, ...]


def links(subject: Subject, files: tuple[HarvestedFile, ...], known: Mapping[str, str]) -> tuple[Link, ...]:
    """The links of a dataset. `known` are the names that were given before, by the publisher's identifier."""
    made: list[Link] = []
    taken = set(known.values())
    seen: set[str] = set()
    for number, file in enumerate(files, 1):
        part = subject_of(subject, number)
        name = known.get(key(file)) or apart(_name(file, number), taken)
        taken.add(name)
        made.append(_link(part, file, name))
        url = str(made[-1].node.get("path", ""))
        if url and url in seen:
            finding = (part.finding("harvest-repeated-address", "url"),)
            made.append(Link(key=key(file), name=name, node={}, english={}, findings=finding))
        seen.add(url)
    return tuple(made)


def subject_of(subject: Subject, number: int) -> Subject:
    """The file of a dataset, counted from 1, as what is judged."""
    part = f"{subject.part}.{subject.property('files')}[{number}]"
    return Subject(source=subject.source, harvest=subject.harvest, part=part, name=subject.name, prefix="file.")


def key(file: HarvestedFile) -> str:
    """What its publisher tells it from others by."""
    return file.identifier or file.url or file.access_url or ""


def _name(file: HarvestedFile, number: int) -> str:
    stem = PurePosixPath(urlsplit(address(file.url or "") or "").path).name
    title = file.title.es if file.title else None
    if file.columns:
        return named(file.identifier, title, f"archivo-{number}")
    return named(None, stem.replace(".", "-") or title, f"archivo-{number}")


def _link(subject: Subject, file: HarvestedFile, name: str) -> Link:
    url, page = address(file.url or ""), address(file.access_url or "")
    findings = tuple(_judged(subject, file, url, page))
    if not (url or page):
        finding = subject.finding("harvest-no-address", "url")
        return Link(key=key(file), name=name, node={}, english={}, findings=(*findings, finding))
    title, description = told(file.title, "title"), told(file.description, "description")
    identifier = line(file.identifier or "")[:500]
    node: dict[str, object] = {
        "name": name,
        "title": title.es if title else (identifier or name),
        "path": url or page,
        "page": page if url else None,
        "description": description.es if description else None,
        "identifier": identifier,
        "format": line(file.format or "")[:100],
        "mediatype": line(file.media_type or "")[:100],
        "bytes": _size(file.size),
        "hash": file.hash if file.hash and _HASH.fullmatch(file.hash) else None,
        "issued": day(file.issued),
        "modified": day(file.modified),
        "type": line(file.type or "")[:100],
        "fields": [_field(field) for field in file.fields if line(field.name)],
    }
    texts = {"title": title.en if title else None, "description": description.en if description else None}
    english = {part: text for part, text in texts.items() if text}
    kept = {part: value for part, value in node.items() if value not in (None, "", [])}
    words = {"name": name, **english} if english else {}
    return Link(key=key(file), name=name, node=kept, english=words, findings=findings)


def _field(field: HarvestedField) -> dict[str, str]:
    texts = (("name", field.name), ("type", field.type), ("description", field.description), ("unit", field.unit))
    return {name: mended for name, text in texts if (mended := shortened(line(text or ""), 500))}


def _judged(subject: Subject, file: HarvestedFile, url: str | None, page: str | None) -> Iterator[Finding]:
    names = ("identifier", "title", "description", "url", "access_url", "format", "issued", "modified", "size")
    stated = {name: getattr(file, name) for name in names}
    yield from subject.absences(stated)
    for name, words in (("title", file.title), ("description", file.description)):
        yield from judged(subject, name, words)
    for name, text, found in (("url", file.url, url), ("access_url", file.access_url, page)):
        if text and not found:
            yield subject.finding("harvest-bad-address", name)
        elif found and is_doubtful(found, of_file=name == "url"):
            yield subject.finding("harvest-doubtful-address", name)
    for name, moment in (("issued", file.issued), ("modified", file.modified)):
        if moment and day(moment) is None:
            yield subject.finding("harvest-bad-date", name)
    if file.size and _size(file.size) is None:
        yield subject.finding("harvest-bad-size", "size")
    ending = PurePosixPath(urlsplit(url or "").path).suffix.removeprefix(".").upper()
    if file.format and ending and ending.isalnum() and _kind(ending) != _kind(file.format):
        yield subject.finding("harvest-format-differs", "format", ("ending", ending.lower()[:10]))


def _kind(format_: str) -> str:
    code = format_.strip().lstrip(".").upper()
    return _SAME.get(code, code)


def _size(text: str | None) -> int | None:
    try:
        size = int(float(text or ""))
    except (ValueError, OverflowError):
        return None
    return size if 0 < size < _LARGEST else None
