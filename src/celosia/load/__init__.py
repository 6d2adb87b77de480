"""From a folder to a catalogue: the only stage that reads. It never raises for a fault in the files: it tells of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from celosia.load.agreement import agreement
from celosia.load.catalog import environment_findings, key_figures, modified, site, sources, territories, topics
from celosia.load.commitment import commitment, event
from celosia.load.comparison import comparison
from celosia.load.conformance import conformance
from celosia.load.crosswalk import crosswalk
from celosia.load.descriptor import dataset
from celosia.load.document import document, optional_document
from celosia.load.folder import Folder
from celosia.load.glossary import glossary
from celosia.load.keys import CATALOG, CATALOG_EN
from celosia.load.memory import Memory
from celosia.load.overlay import strays, words
from celosia.load.pages import assets, pages
from celosia.load.permanence import permanence
from celosia.load.placement import placement
from celosia.load.policy import catalog_policy
from celosia.load.release import releases
from celosia.load.scalar import ID
from celosia.load.synonyms import synonyms
from celosia.load.system import system
from celosia.load.version import versions
from celosia.model import Catalog, Finding, Place

__all__ = ["Loading", "Memory", "load"]

_Part = TypeVar("_Part")


@dataclass(frozen=True, slots=True, kw_only=True)
class Loading:
    """What was read. `catalog` is none only where there is no catalog.yaml to read."""

    catalog: Catalog | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """The findings of every part, in the order in which the parts were read."""

    findings: list[Finding]

    def of(self, part: tuple[_Part, Iterable[Finding]]) -> _Part:
        """What was read of a part; what was found in it is kept."""
        self.findings.extend(part[1])
        return part[0]


def load(root: Path, environment: Mapping[str, str], memory: Memory | None = None) -> Loading:
    """Read a catalogue's folder, once. `CELOSIA_SITE_URL` and `SOURCE_DATE_EPOCH` are read from `environment`.

    `memory`: what its texts said before; whoever gives it keeps it when nothing was found.
    """
    folder = Folder.at(root, memory)
    main = document(folder, "catalog.yaml", CATALOG)
    overlay = optional_document(folder, "catalog.en.yaml", CATALOG_EN)
    found = _Told(findings=[*environment_findings(environment), *main.findings, *overlay.findings])
    names = found.of(_named(folder, "datasets", ""))
    policy = found.of(catalog_policy(main))
    datasets = found.of(_parted(dataset(folder, name, policy) for name in names))
    told = words(main, overlay)
    catalog = Catalog(
        site=site(told, environment),
        modified=modified(datasets, environment),
        key_figures=key_figures(told),
        datasets=datasets,
        versions=_flat(found.of(_parted(versions(folder, name, policy) for name in names))),
        agreements=found.of(_files(folder, "agreements", agreement)),
        territories=territories(told),
        pages=found.of(_parted(pages(folder))),
        assets=found.of(_parted(assets(folder))),
        sources=found.of(sources(main, datasets)),
        policy=policy,
        releases=_flat(found.of(_parted(releases(folder)))),
        permanence=found.of(permanence(folder)),
        conformance=found.of(conformance(folder)),
        commitments=found.of(_files(folder, "commitments", commitment)),
        events=found.of(_files(folder, "events", event)),
        comparisons=found.of(_files(folder, "comparisons", comparison)),
        topics=topics(told),
        featured=tuple(main.value["featured"] or ()),
        crosswalks=found.of(_files(folder, "crosswalks", crosswalk)),
        placements=found.of(_files(folder, "territories", placement)),
        systems=found.of(_files(folder, "systems", system)),
        glossary=found.of(glossary(folder)),
        synonyms=found.of(synonyms(folder)),
    )
    if not main.readable:
        return Loading(catalog=None, findings=tuple(found.findings))
    return Loading(catalog=catalog, findings=(*found.findings, *strays(told, overlay)))


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


def _flat(parts: Iterable[Iterable[_Part]]) -> tuple[_Part, ...]:
    return tuple(one for part in parts for one in part)
