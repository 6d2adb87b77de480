"""What an import wrote last, in `imports/<id>.json`: by it the next one tells a person's edit from its own."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from celosia.load.folder import MEGABYTE, Folder
from celosia.model import Finding, Place

FOLDER = "imports"
DRAFTS = f"{FOLDER}/drafts"
"""Where a person finds the beginning of what is to be declared of a table."""
_LARGEST = 5 * MEGABYTE


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Of one dataset: whose it is, the names of its files by the publisher's identifiers, and what was written.

    `copies` are the hashes of the files that were copied, by their path: another hash is a person's edit.
    """

    name: str
    identifier: str
    catalog: str
    source: str
    files: Mapping[str, str] = field(default_factory=dict)
    copies: Mapping[str, str] = field(default_factory=dict)
    written: Any = None
    english: Any = None

    @property
    def body(self) -> bytes:
        """The file, the same for the same record."""
        told = {"identifier": self.identifier, "catalog": self.catalog, "source": self.source, "files": self.files}
        copies = {"copies": self.copies} if self.copies else {}
        whole = {**told, **copies, "written": self.written, "english": self.english}
        return (json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=False) + "\n").encode()

    @property
    def path(self) -> str:
        """Where it is kept."""
        return f"{FOLDER}/{self.name}.json"


def records(folder: Folder) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """What earlier imports wrote down. A damaged one counts as none and is told of: all is then a person's."""
    read = [_record(folder, name) for name in folder.names(FOLDER) if name.endswith(".json")]
    return tuple(one for one in read if isinstance(one, Record)), tuple(one for one in read if isinstance(one, Finding))


def matching(kept: Iterable[Record], identifier: str, catalog: str, source: str) -> Record | None:
    """The record of a dataset of the same catalogue, by its title or by the name of its file."""
    same = (one for one in kept if one.identifier == identifier and (one.catalog == catalog or one.source == source))
    return next(same, None)


def _record(folder: Folder, name: str) -> Record | Finding:
    path = f"{FOLDER}/{name}"
    body = folder.read(path, _LARGEST)
    if isinstance(body, Finding):
        return body
    try:
        told = json.loads(body)
        texts = {key: str(told[key]) for key in ("identifier", "catalog", "source")}
        files, copies = (
            {str(key): str(value) for key, value in part.items()} for part in (told["files"], told.get("copies", {}))
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Finding(code="harvest-damaged-record", where=Place(path=path), severity="warning")
    return Record(
        name=name.removesuffix(".json"), **texts, files=files, copies=copies, written=told.get("written"),
        english=told.get("english"),
    )  # fmt: skip
