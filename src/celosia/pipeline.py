"""The build, one stage a line: from the folder that people write to the folder that the site generator reads."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from celosia.check import check
from celosia.derive import Publication, derive
from celosia.errors import CatalogRefusedError
from celosia.load import Memory, load
from celosia.model import Catalog, Finding, Report
from celosia.publish import Counter, Folder, Published, Workshop, publish
from celosia.render import render

Subject = TypeVar("Subject")


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build leaves for the site generator, and the warnings that did not stop it."""

    publication: Publication
    published: Published
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to build and with what: the catalogue's folder, the environment, and the theme's stylesheet to link."""

    root: Path
    environment: Mapping[str, str]
    stylesheet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proving:
    """Puts a question to many subjects, remembers those in which nothing was found, and tells of each."""

    workshop: Workshop
    counter: Counter

    def __call__(
        self, question: Callable[[Subject], tuple[Finding, ...]], subjects: Sequence[Subject], /
    ) -> Iterable[tuple[Finding, ...]]:
        """What was found in each."""
        self.counter.total += len(subjects)
        return self.counter.each(self.workshop.proven(question, subjects))


def build(order: Order, folder: Folder, workshop: Workshop) -> Built:
    """Read, check, derive, render, publish. `CatalogRefusedError` with every finding where the catalogue has faults."""
    catalog, report = examine(order.root, workshop, order.environment)
    with workshop.progress.stage("derive"):
        publication = derive(catalog)
    with workshop.progress.stage("render"):
        units = render(publication, material_css=order.stylesheet)
    return Built(publication=publication, published=publish(units, folder, workshop), report=report)


def examine(root: Path, workshop: Workshop, environment: Mapping[str, str]) -> tuple[Catalog, Report]:
    """Read and check. `CatalogRefusedError` with every finding where something is wrong."""
    memory = Memory.at(workshop.store.folder / "texts.json")
    with workshop.progress.stage("load"):
        loading = load(root, environment, memory)
    if loading.catalog is None:
        raise CatalogRefusedError(Report.of(loading.findings))
    with workshop.progress.stage("check") as counter:
        found = check(loading.catalog, Proving(workshop=workshop, counter=counter))
    report = Report.of((*loading.findings, *found.findings))
    report.require()
    memory.keep()
    return loading.catalog, report
