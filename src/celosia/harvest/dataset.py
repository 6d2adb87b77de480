"""One dataset of a harvest as files of the catalogue: written anew, or brought up to date around what people wrote. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from celosia.harvest.descriptor import Descriptor
from celosia.harvest.merge import merge
from celosia.harvest.record import Record
from celosia.harvest.written import undated, written
from celosia.load.scalar import VERSION
from celosia.load.yaml import parse
from celosia.model import Finding, Place

HEAD = (
    "# Escrito por «celosia import»; lo que usted cambie aquí se conserva. / Written by “celosia import”; your changes stay.\n"
)
_FIRST = "1.0.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """What the folder of a dataset holds now; none where there is no such file."""

    descriptor: str | None = None
    english: str | None = None
    changes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """The files to write, by path; `state` is new, refreshed or same."""

    files: Mapping[str, bytes]
    findings: tuple[Finding, ...]
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """The day, what the source calls itself, and the version that it states of a dataset, if any."""

    day: date
    source: str
    version: str | None = None


def imported(made: Descriptor, record: Record, texts: Texts, occasion: Import) -> Imported:
    """The files of a dataset. `record` is what was written last; `texts` may have been edited. May raise `YamlError`."""
    version = stated_version(occasion.version)
    if texts.descriptor is None:
        return _new(made, record, replace(occasion, version=version or _FIRST))
    home = f"datasets/{made.name}"
    mine = undated(parse(texts.descriptor))
    number = str(mine.get("version", _FIRST)) if isinstance(mine, dict) else _FIRST
    merged = merge(_unversioned(record.written), _unversioned(mine), _unversioned(made.node))
    english = merge(record.english or {}, undated(parse(texts.english)) if texts.english else {}, made.english)
    kept = (*_kept(f"{home}/datapackage.yaml", merged.kept), *_kept(f"{home}/datapackage.en.yaml", english.kept))
    files = {_record(made, record).path: _record(made, record).body, **made.tables}
    if english.value != (undated(parse(texts.english)) if texts.english else {}):
        files[f"{home}/datapackage.en.yaml"] = written(english.value)
    if merged.value == _unversioned(mine) and not made.tables:
        return Imported(files=files, findings=kept, state="refreshed" if len(files) > 1 else "same")
    more = bool(made.tables) or _links(merged.value) != _links(mine)
    raised = _raised(number, version, more=more)
    whole = {**_mapping(merged.value), "version": raised}
    files[f"{home}/datapackage.yaml"] = written(_ordered(whole), HEAD)
    files[f"{home}/changes.yaml"] = _changes(texts.changes, raised, occasion)
    return Imported(files=files, findings=(*kept, *_comments(home, texts.descriptor)), state="refreshed")


def stated_version(text: str | None) -> str | None:
    """A version of three numbers; none for any other."""
    try:
        return str(VERSION.read(text))
    except ValueError:
        return None


def _new(made: Descriptor, record: Record, occasion: Import) -> Imported:
    home = f"datasets/{made.name}"
    version = str(occasion.version)
    files = {
        f"{home}/datapackage.yaml": written({**made.node, "version": version}, HEAD),
        f"{home}/changes.yaml": written([_change(version, occasion, first=True)]),
        _record(made, record).path: _record(made, record).body,
        **made.tables,
    }
    if made.english:
        files[f"{home}/datapackage.en.yaml"] = written(made.english)
    return Imported(files=files, findings=(), state="new")


def _record(made: Descriptor, record: Record) -> Record:
    return replace(record, files=made.names, written=made.node, english=made.english)


def _change(version: str, occasion: Import, *, first: bool = False, kind: str = "new-data") -> dict[str, object]:
    spanish = f"Importado de {occasion.source}." if first else f"Actualizado con lo que dice {occasion.source}."
    english = f"Imported from {occasion.source}." if first else f"Brought up to date with what {occasion.source} says."
    return {"version": version, "date": occasion.day.isoformat(), "type": kind, "note": {"es": spanish, "en": english}}


def _changes(text: str | None, version: str, occasion: Import) -> bytes:
    """The changelog with one entry more on top; what was there stays as it is."""
    return written([_change(version, occasion, kind="revision")]) + (text or "").encode()


def _raised(number: str, stated: str | None, *, more: bool) -> str:
    """The next version: what the source states where that is later, or one more."""
    parts = tuple(map(int, (stated_version(number) or _FIRST).split(".")))
    if stated and tuple(map(int, stated.split("."))) > parts:
        return stated
    return f"{parts[0]}.{parts[1] + 1}.0" if more else f"{parts[0]}.{parts[1]}.{parts[2] + 1}"


def _links(node: object) -> object:
    return _mapping(_mapping(node).get("celosia")).get("links")


def _unversioned(node: object) -> dict[str, Any]:
    """The version is the catalogue's: it counts the changes of this descriptor."""
    return {name: value for name, value in _mapping(node).items() if name != "version"}


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _ordered(node: Mapping[str, object]) -> dict[str, object]:
    first = ("$schema", "name", "title", "description", "version")
    return {name: node[name] for name in (*first, *node) if name in node}


def _kept(path: str, ways: tuple[str, ...]) -> tuple[Finding, ...]:
    return tuple(
        Finding(code="harvest-kept", where=Place(path=path), details=(("key", way),), severity="warning") for way in ways
    )


def _comments(home: str, text: str) -> tuple[Finding, ...]:
    """Comments do not outlive a file that is written again: told, so that nobody misses them later."""
    own = [line for line in text.removeprefix(HEAD).splitlines() if line.lstrip().startswith("#")]
    where = Place(path=f"{home}/datapackage.yaml")
    return (Finding(code="harvest-comments", where=where, severity="warning"),) if own else ()
