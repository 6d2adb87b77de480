"""One dataset of a harvest: described, merged with what people wrote, and its tables copied where they stand every check."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urljoin

from celosia.harvest.copying import Copied, Here, copied, linked
from celosia.harvest.dataset import Import, Imported, Texts, imported
from celosia.harvest.descriptor import Descriptor, descriptor
from celosia.harvest.fetching import is_address
from celosia.harvest.judgement import Subject
from celosia.harvest.naming import Known, title_of
from celosia.harvest.record import Record
from celosia.harvest.staging import proven
from celosia.harvest.written import undated
from celosia.load.folder import MEGABYTE, Folder
from celosia.load.yaml import YamlError, parse
from celosia.model import Finding, Place
from celosia.vocabularies.harvest import Harvest, HarvestedDataset, HarvestedFile

_TEXTS = {"descriptor": "datapackage.yaml", "english": "datapackage.en.yaml", "changes": "changes.yaml"}
_RELATIVE = "Data Package"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """The folder to import into, the files of its catalogue that are to be written, the day, and where the source is."""

    folder: Folder
    site: Mapping[str, bytes]
    day: date
    copy: bool
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Member:
    subject: Subject
    dataset: HarvestedDataset
    made: Descriptor
    record: Record
    texts: Texts
    occasion: Import


def member(one: Known, read: tuple[Harvest, str], aim: Aim) -> Imported:
    """The files of a dataset, or why they are left as they are."""
    (found, source), record = read, one.record
    home = f"datasets/{record.name}"
    if record.written is not None and not aim.folder.has(home):
        return Imported(files={}, findings=(told("harvest-removed", home),), state="removed")
    texts = _texts(aim.folder, home)
    if isinstance(texts, Finding):
        return Imported(files={}, findings=(texts,), state="same")
    dataset = _placed(one.dataset, found, aim.address)
    name = dataset.title.es if dataset.title else record.identifier
    subject = Subject(source=source, harvest=found, part=dataset.key, name=name)
    whole = _Member(
        subject=subject, dataset=dataset, made=descriptor(subject, dataset, record.name, record.files), record=record,
        texts=texts, occasion=Import(day=aim.day, source=title_of(found) or source, version=dataset.version),
    )  # fmt: skip
    try:
        done = _with_tables(whole, aim) if aim.copy else _linked(whole)
    except YamlError as error:
        finding = Finding(code=error.code, where=Place(path=f"{home}/{_TEXTS['descriptor']}", row=error.line))
        return Imported(files={}, findings=(finding,), state="same")
    repeated = (subject.finding("harvest-repeated-identifier", "identifier"),) if one.repeated else ()
    return replace(done, findings=(*done.findings, *repeated))


def told(code: str, path: str) -> Finding:
    """A warning about a folder."""
    return Finding(code=code, where=Place(path=path), severity="warning")


def _linked(one: _Member) -> Imported:
    """With links alone, and the tables that were copied before."""
    done = imported(linked(one.made, one.record), one.record, one.texts, one.occasion)
    return replace(done, findings=(*one.made.findings, *done.findings))


def _with_tables(one: _Member, aim: Aim) -> Imported:
    """With its tables where all of them stand every check. One that a person declared and that does not stops the import."""
    mine = undated(parse(one.texts.descriptor)) if one.texts.descriptor else {}
    here = Here(folder=aim.folder, record=one.record, mine=mine, source=aim.address)
    found = copied(one.subject, one.dataset, one.made, here)
    done = _merged(one, found)
    errors = proven(aim.folder, {**aim.site, **done.files}, judged=True).errors if found.files else ()
    if errors and here.own():
        return replace(done, findings=(*done.findings, *errors))
    if errors:
        codes = ", ".join(sorted({finding.code for finding in errors}))
        refused = one.subject.finding("harvest-not-copied", "files", ("found", codes))
        done = _linked(one)
        done = replace(done, findings=(*done.findings, *found.findings, refused))
    return replace(done, files={**done.files, **found.drafts})


def _merged(one: _Member, found: Copied) -> Imported:
    record = replace(one.record, copies={**one.record.copies, **found.hashes})
    done = imported(replace(found.made, tables=found.files), record, one.texts, one.occasion)
    return replace(done, findings=(*found.made.findings, *done.findings, *found.findings))


def _placed(dataset: HarvestedDataset, found: Harvest, source: str) -> HarvestedDataset:
    """With whole addresses: those of a Data Package may be relative to its own."""
    if found.standard != _RELATIVE or not is_address(source):
        return dataset
    return replace(dataset, files=tuple(_joined(file, source) for file in dataset.files))


def _joined(file: HarvestedFile, source: str) -> HarvestedFile:
    return replace(file, url=urljoin(source, file.url)) if file.url else file


def _texts(folder: Folder, home: str) -> Texts | Finding:
    """What the folder of a dataset holds now, or what is wrong with it."""
    paths = {name: f"{home}/{file}" for name, file in _TEXTS.items()}
    bodies = {name: folder.read(path, MEGABYTE) for name, path in paths.items() if folder.has(path)}
    for body in bodies.values():
        if isinstance(body, Finding):
            return body
    try:
        return Texts(**{name: body.decode() for name, body in bodies.items() if isinstance(body, bytes)})
    except UnicodeDecodeError:
        return Finding(code="not-utf-8", where=Place(path=home))
