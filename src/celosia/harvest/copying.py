"""Files of rows that are copied: their columns are declared, by their source or by a person, or they are only linked to.

A person declares a table in `resources`, under the name of its link; `imports/drafts/` has the beginning of it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

from celosia.harvest.descriptor import Descriptor
from celosia.harvest.fetching import file_of
from celosia.harvest.file import key, subject_of
from celosia.harvest.judgement import Subject
from celosia.harvest.record import DRAFTS, Record
from celosia.harvest.tabular import Node, declared, draft, fields_of, is_tabular, tabular
from celosia.harvest.written import written
from celosia.load.dataset_keys import LICENSES
from celosia.load.folder import MEGABYTE, Folder
from celosia.model import Finding, Place
from celosia.vocabularies.harvest import HarvestedDataset, HarvestedFile

_LARGEST = 50 * MEGABYTE
_PATH = re.compile(r"[a-z0-9_-]+\.csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """Where the tables of a dataset are copied to, what its descriptor says now, and the source that names the files."""

    folder: Folder
    record: Record
    mine: Node
    source: str

    @property
    def home(self) -> str:
        """The dataset's folder."""
        return f"datasets/{self.record.name}"

    def own(self) -> Mapping[str, Node]:
        """The tables that a person declared, by name."""
        before = previous(self.record)
        return {name: node for name, node in _named(self.mine.get("resources")).items() if name not in before}

    def is_open(self, made: Node) -> bool:
        """Whether the files may be published again: under a licence that is known, as the source or a person says."""
        found = (*_nodes(self.mine.get("licenses")), *_nodes(made.get("licenses")))
        return any(license_.get("name") in LICENSES for license_ in found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """The descriptor with the tables that its source declares, the files to write, and the hash of each copy by its path."""

    made: Descriptor
    files: Mapping[str, bytes] = field(default_factory=dict)
    drafts: Mapping[str, bytes] = field(default_factory=dict)
    hashes: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    resource: Node | None = None
    english: Node | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)
    drafts: Mapping[str, bytes] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def previous(record: Record) -> Mapping[str, Node]:
    """The tables that earlier imports declared, by name."""
    return _named(record.written.get("resources") if isinstance(record.written, dict) else None)


def linked(made: Descriptor, record: Record) -> Descriptor:
    """The descriptor with what was copied before and nothing new."""
    english = record.english.get("resources") if isinstance(record.english, dict) else None
    return _with_tables(made, previous(record), _named(english))


def copied(subject: Subject, dataset: HarvestedDataset, made: Descriptor, here: Here) -> Copied:
    """Every file of rows of a dataset that is declared and can be had, and why the others are only linked to."""
    before = linked(made, here.record)
    files = [(number, file) for number, file in enumerate(dataset.files, 1) if key(file) in made.names and is_tabular(file)]
    if not files:
        return Copied(made=before)
    if not here.is_open(made.node):
        return Copied(made=before, findings=(subject.finding("harvest-not-licensed", "license"),))
    parts = [_part(subject_of(subject, number), file, made.names[key(file)], here) for number, file in files]
    bodies = {path: body for part in parts for path, body in part.files.items()}
    tables = {**previous(here.record), **{str(part.resource["name"]): part.resource for part in parts if part.resource}}
    english = {str(part.english["name"]): part.english for part in parts if part.english}
    unplaced = {
        subject_of(subject, number).finding("harvest-no-address", "url")
        for (number, _), part in zip(files, parts, strict=True) if part.files
    }  # fmt: skip
    before = replace(before, findings=tuple(finding for finding in before.findings if finding not in unplaced))
    return Copied(
        made=_with_tables(before, tables, {**_named(before.english.get("resources")), **english}),
        files={path: body for path, body in bodies.items() if here.folder.read(path, _LARGEST) != body},
        drafts={path: body for part in parts for path, body in part.drafts.items() if not here.folder.has(path)},
        hashes={path: sha256(body).hexdigest() for path, body in bodies.items()},
        findings=tuple(finding for part in parts for finding in part.findings),
    )


def _part(subject: Subject, file: HarvestedFile, name: str, here: Here) -> _Part:
    own = here.own().get(name)
    resource = own or declared(file, name)
    path = str(resource["path"]) if resource and "path" in resource else f"{name}.csv"
    if not _PATH.fullmatch(path):
        where = Place(path=f"{here.home}/datapackage.yaml", table=name)
        return _Part(findings=(Finding(code="unsafe-path", where=where),))
    whole = f"{here.home}/{path}"
    if _is_edited(whole, here):
        return _Part(findings=(Finding(code="harvest-kept", where=Place(path=whole), severity="warning"),))
    body = file_of(file.url or "", here.source) if file.url else None
    found = tabular(body, file) if isinstance(body, bytes) else None
    if found is None:
        code = "harvest-no-rows" if isinstance(body, bytes) else "harvest-not-fetched"
        return _Part(findings=(subject.finding(code, "url"),))
    if resource is None:
        paper = f"{DRAFTS}/{here.record.name}/{name}.yaml"
        told = subject.finding("harvest-undeclared-columns", "files", ("draft", paper))
        return _Part(drafts={paper: written([draft(file, name, found)])}, findings=(told,))
    files = {whole: found.called(fields_of(resource)).body}
    if own:
        return _Part(files=files)
    english = {**file.english, "name": name} if file.english else None
    return _Part(resource=resource, english=english, files=files)


def _is_edited(path: str, here: Here) -> bool:
    """Whether a person put the file there, or changed the copy."""
    if not here.folder.has(path):
        return False
    body = here.folder.read(path, _LARGEST)
    return not isinstance(body, bytes) or sha256(body).hexdigest() != here.record.copies.get(path)


def _with_tables(made: Descriptor, tables: Mapping[str, Node], english: Mapping[str, Node]) -> Descriptor:
    node = {**made.node, "resources": list(tables.values())} if tables else made.node
    words = {**made.english, "resources": list(english.values())} if english and made.english else made.english
    return replace(made, node=node, english=words)


def _named(value: object) -> dict[str, Node]:
    return {str(node["name"]): node for node in _nodes(value) if "name" in node}


def _nodes(value: object) -> Iterator[Node]:
    return (node for node in value if isinstance(node, dict)) if isinstance(value, list) else iter(())
