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
from celosia.harvest.dataset import Imported
from celosia.harvest.judgement import Subject
from celosia.harvest.member import Aim, member, told
from celosia.harvest.naming import Known, known, title_of
from celosia.harvest.record import Record, records
from celosia.harvest.report import report_files, summary
from celosia.harvest.source import source
from celosia.harvest.staging import land, proven
from celosia.harvest.written import written
from celosia.load.folder import Folder
from celosia.model import Finding, Report
from celosia.vocabularies.harvest import Harvest

__all__ = ["Harvested", "Order", "harvest", "summary"]

_SITE = ("mkdocs.yml", "mkdocs.en.yml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to import into which folder; the day is written in the changelog of what is new. `copy`: with its tables."""

    source: str
    root: Path
    day: date
    copy: bool = False


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
    site = _site(read.harvest, read.name, folder)
    aim = Aim(folder=folder, site=site.files, day=order.day, copy=order.copy, address=order.source)
    done = tuple(member(one, (read.harvest, read.name), aim) for one in found)
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


def _gone(kept: tuple[Record, ...], found: tuple[Known, ...], source_: Harvest, folder: Folder) -> Iterator[Finding]:
    """The datasets of the same catalogue that its source has no more: they stay, and somebody should look at them."""
    stated = {one.record.name for one in found}
    for record in kept:
        same = record.catalog == title_of(source_) and record.catalog
        if same and record.name not in stated and folder.has(f"datasets/{record.name}"):
            yield told("harvest-gone", f"datasets/{record.name}")
