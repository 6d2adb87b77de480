"""The build, one stage a line: from the folder that people write to the folder that the site generator reads."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from celosia.check import check
from celosia.derive import Publication, derive
from celosia.errors import CatalogRefusedError
from celosia.load import load
from celosia.model import Catalog, Report
from celosia.publish import Folder, Published, Workshop, publish
from celosia.render import render


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
    with workshop.progress.stage("load"):
        loading = load(root, environment)
    if loading.catalog is None:
        raise CatalogRefusedError(Report.of(loading.findings))
    with workshop.progress.stage("check", len(loading.catalog.datasets)) as counter:
        found = check(loading.catalog, lambda question, datasets: counter.each(workshop.proven(question, datasets)))
    report = Report.of((*loading.findings, *found.findings))
    report.require()
    return loading.catalog, report
