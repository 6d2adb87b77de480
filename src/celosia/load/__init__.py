"""From a folder to a catalogue: the only stage that reads. It never raises for a fault in the files: it tells of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from celosia.load.agreement import agreement
from celosia.load.catalog import environment_findings, key_figures, modified, site, sources, territories
from celosia.load.commitment import commitment, event
from celosia.load.comparison import comparison
from celosia.load.conformance import conformance
from celosia.load.crosswalk import crosswalk
from celosia.load.descriptor import dataset
from celosia.load.document import document, optional_document
from celosia.load.folder import Folder
from celosia.load.keys import CATALOG, CATALOG_EN
from celosia.load.overlay import strays, words
from celosia.load.pages import assets, pages
from celosia.load.permanence import permanence
from celosia.load.placement import placement
from celosia.load.policy import catalog_policy
from celosia.load.release import releases
from celosia.load.scalar import ID
from celosia.load.system import system
from celosia.load.version import versions
from celosia.model import Agreement, Catalog, Finding, Place, Placement, System
from celosia.model.commitment import Commitment, Event
from celosia.model.comparison import Comparison
from celosia.model.crosswalk import Crosswalk

__all__ = ["Loading", "load"]

_Part = TypeVar("_Part")


@dataclass(frozen=True, slots=True, kw_only=True)
class Loading:
    """What was read. `catalog` is none only where there is no catalog.yaml to read."""

    catalog: Catalog | None
    findings: tuple[Finding, ...]


def load(root: Path, environment: Mapping[str, str]) -> Loading:
    """Read a catalogue's folder, once. `CELOSIA_SITE_URL` and `SOURCE_DATE_EPOCH` are read from `environment`."""
    folder = Folder.at(root)
    main = document(folder, "catalog.yaml", CATALOG)
    overlay = optional_document(folder, "catalog.en.yaml", CATALOG_EN)
    policy, told_policy = catalog_policy(main)
    names, misnamed = _named(folder, "datasets", "")
    datasets, told_datasets = _parted(dataset(folder, name, policy) for name in names)
    frozen, told_versions = _parted(versions(folder, name, policy) for name in names)
    entries, told_entries = _entries(folder)
    written, told_pages = _parted(pages(folder))
    brand, told_brand = _parted(assets(folder))
    references, told_sources = sources(main, datasets)
    ledger, told_ledger = _parted(releases(folder))
    promised, told_promised = permanence(folder)
    judged, told_conformance = conformance(folder)
    told = words(main, overlay)
    findings = (
        *environment_findings(environment), *main.findings, *overlay.findings, *misnamed,
        *told_policy, *told_datasets, *told_versions, *told_entries, *told_pages, *told_brand, *told_sources, *told_ledger,
        *told_promised, *told_conformance,
    )  # fmt: skip
    if not main.readable:
        return Loading(catalog=None, findings=findings)
    catalog = Catalog(
        site=site(told, environment),
        modified=modified(datasets, environment),
        key_figures=key_figures(told),
        datasets=datasets,
        agreements=entries.agreements,
        territories=territories(told),
        sources=references,
        pages=written,
        assets=brand,
        policy=policy,
        releases=tuple(release for part in ledger for release in part),
        versions=tuple(version for part in frozen for version in part),
        permanence=promised,
        conformance=judged,
        commitments=entries.commitments,
        events=entries.events,
        comparisons=entries.comparisons,
        crosswalks=entries.crosswalks,
        placements=entries.placements,
        systems=entries.systems,
    )
    return Loading(catalog=catalog, findings=(*findings, *strays(told, overlay)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entries:
    """What is written one thing a file, besides the datasets."""

    agreements: tuple[Agreement, ...]
    commitments: tuple[Commitment, ...]
    events: tuple[Event, ...]
    comparisons: tuple[Comparison, ...]
    crosswalks: tuple[Crosswalk, ...]
    placements: tuple[Placement, ...]
    systems: tuple[System, ...]


def _entries(folder: Folder) -> tuple[_Entries, tuple[Finding, ...]]:
    agreements, told_agreements = _files(folder, "agreements", agreement)
    commitments, told_commitments = _files(folder, "commitments", commitment)
    events, told_events = _files(folder, "events", event)
    comparisons, told_comparisons = _files(folder, "comparisons", comparison)
    crosswalks, told_crosswalks = _files(folder, "crosswalks", crosswalk)
    placements, told_placements = _files(folder, "territories", placement)
    systems, told_systems = _files(folder, "systems", system)
    entries = _Entries(
        agreements=agreements,
        commitments=commitments,
        events=events,
        comparisons=comparisons,
        crosswalks=crosswalks,
        placements=placements,
        systems=systems,
    )
    told = (*told_agreements, *told_commitments, *told_events, *told_comparisons, *told_crosswalks)
    return entries, (*told, *told_placements, *told_systems)


def _files(
    folder: Folder, path: str, read: Callable[[Folder, str], tuple[_Part | None, tuple[Finding, ...]]]
) -> tuple[tuple[_Part, ...], tuple[Finding, ...]]:
    """Each `<path>/<id>.yaml`, and the files that are misnamed; nothing where there is no such folder."""
    names, misnamed = _named(folder, path, ".yaml")
    good, findings = _parted(read(folder, name) for name in names)
    return good, (*misnamed, *findings)


def _named(folder: Folder, path: str, ending: str) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """The ids that a folder holds, and the names in it that cannot be one."""
    good: list[str] = []
    bad: list[Finding] = []
    for name in folder.names(path):
        below = f"{path}/{name}"
        if folder.leads_outside(below):
            bad.append(Finding(code="path-outside", where=Place(path=below)))
        elif _is_id(name.removesuffix(ending)) and name.endswith(ending) and folder.is_folder(below) != bool(ending):
            good.append(name.removesuffix(ending))
        else:
            bad.append(Finding(code="misnamed", where=Place(path=below)))
    return tuple(good), tuple(bad)


def _is_id(name: str) -> bool:
    try:
        return bool(ID.read(name))
    except ValueError:
        return False


def _parted(
    parts: Iterable[tuple[_Part | None, tuple[Finding, ...]]],
) -> tuple[tuple[_Part, ...], tuple[Finding, ...]]:
    read = tuple(parts)
    return tuple(part for part, _ in read if part is not None), tuple(finding for _, found in read for finding in found)
