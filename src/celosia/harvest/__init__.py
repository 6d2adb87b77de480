"""Somebody else's catalogue as one of ours: read, judged, merged with what people wrote, proven to load, then written.

Nothing is made up: what the source does not state is left out, told of as a finding, and shown as «no informado».
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path

from celosia.errors import CatalogRefusedError
from celosia.harvest.catalog import HEAD, catalog
from celosia.harvest.dataset import Import, Imported, Texts, imported
from celosia.harvest.descriptor import descriptor
from celosia.harvest.judgement import Subject
from celosia.harvest.naming import Known, known, title_of
from celosia.harvest.record import Record, records
from celosia.harvest.report import report_files, summary
from celosia.harvest.source import source
from celosia.harvest.staging import land, proven
from celosia.harvest.written import written
from celosia.load.folder import MEGABYTE, Folder
from celosia.load.yaml import YamlError
from celosia.model import Finding, Place, Report
from celosia.vocabularies.harvest import Harvest

__all__ = ["Harvested", "Order", "harvest", "summary"]

_SITE = ("mkdocs.yml", "mkdocs.en.yml")
_TEXTS = {"descriptor": "datapackage.yaml", "english": "datapackage.en.yaml", "changes": "changes.yaml"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to import into which folder; the day is written in the changelog of what is new."""

    source: str
    root: Path
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Harvested:
    """What was done: how many datasets of each state (new, refreshed, same), all that was found, what was written."""

    states: Mapping[str, int]
    report: Report
    written: tuple[str, ...]


def harvest(order: Order) -> Harvested:
    """Import. `CatalogRefusedError` where nothing can be done with it; then nothing was written."""
    read = source(order.source)
    if read.harvest is None:
        raise CatalogRefusedError(Report.of(read.findings))
    folder = Folder.at(order.root)
    kept, damaged = records(folder)
    found = tuple(known(read.harvest, read.name, kept, folder.names("datasets")))
    done = tuple(_dataset(one, (read.harvest, read.name), folder, order.day) for one in found)
    site = _site(read.harvest, read.name, folder)
    gone = _gone(kept, found, read.harvest, folder)
    report = Report.of((*read.findings, *damaged, *gone, *(finding for part in (site, *done) for finding in part.findings)))
    report.require()
    states = Counter(part.state for part in done)
    made = {path: body for part in (site, *done) for path, body in part.files.items()}
    proven(folder, made).require()
    return Harvested(states=states, report=report, written=land(folder, {**made, **report_files(report, read.name, states)}))


def _site(found: Harvest, name: str, folder: Folder) -> Imported:
    """catalog.yaml and what MkDocs reads, where they are not there."""
    if folder.has("catalog.yaml"):
        return Imported(files={}, findings=(), state="same")
    subject = Subject(source=name, harvest=found, part="", name=title_of(found), prefix="catalog.")
    node, english, findings = catalog(subject, found)
    shared = {path: files("celosia.harvest").joinpath(path).read_bytes() for path in _SITE if not folder.has(path)}
    texts = {"catalog.en.yaml": written(english)} if english and not folder.has("catalog.en.yaml") else {}
    return Imported(files={"catalog.yaml": written(node, HEAD), **texts, **shared}, findings=findings, state="new")


def _dataset(one: Known, read: tuple[Harvest, str], folder: Folder, day: date) -> Imported:
    (found, source_name), record, dataset = read, one.record, one.dataset
    home = f"datasets/{record.name}"
    if record.written is not None and not folder.has(home):
        return Imported(files={}, findings=(_told("harvest-removed", home),), state="removed")
    name = dataset.title.es if dataset.title else record.identifier
    subject = Subject(source=source_name, harvest=found, part=dataset.key, name=name)
    made = descriptor(subject, dataset, record.name, record.files)
    occasion = Import(day=day, source=title_of(found) or source_name, version=dataset.version)
    texts = _texts(folder, home)
    if isinstance(texts, Finding):
        return Imported(files={}, findings=(texts,), state="same")
    try:
        done = imported(made, record, texts, occasion)
    except YamlError as error:
        finding = Finding(code=error.code, where=Place(path=f"{home}/{_TEXTS['descriptor']}", row=error.line))
        return Imported(files={}, findings=(finding,), state="same")
    repeated = (subject.finding("harvest-repeated-identifier", "identifier"),) if one.repeated else ()
    return Imported(files=done.files, findings=(*made.findings, *done.findings, *repeated), state=done.state)


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


def _gone(kept: tuple[Record, ...], found: tuple[Known, ...], source_: Harvest, folder: Folder) -> Iterator[Finding]:
    """The datasets of the same catalogue that its source has no more: they stay, and somebody should look at them."""
    stated = {one.record.name for one in found}
    for record in kept:
        same = record.catalog == title_of(source_) and record.catalog
        if same and record.name not in stated and folder.has(f"datasets/{record.name}"):
            yield _told("harvest-gone", f"datasets/{record.name}")


def _told(code: str, path: str) -> Finding:
    return Finding(code=code, where=Place(path=path), severity="warning")
