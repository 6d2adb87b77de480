"""The promise of versions: what was frozen stays, and what changed since is released under a number that tells. Pure."""

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from celosia.check.place import descriptor
from celosia.derive import difference, least, needed
from celosia.derive.difference import number, outline
from celosia.model import Catalog, Dataset, Finding, Place, Version
from celosia.model.finding import Severity


def versions(catalog: Catalog) -> Iterator[Finding]:
    """Frozen bytes that changed, changes that nobody released, numbers that are too low, versions that were never frozen.

    A catalogue that never froze anything is left alone: it is at its beginning.
    """
    frozen = {dataset.id: [one for one in catalog.versions if one.dataset.id == dataset.id] for dataset in catalog.datasets}
    for version in catalog.versions:
        yield from _altered(version)
    for dataset in catalog.datasets if catalog.versions else ():
        yield from _unreleased(dataset, frozen[dataset.id])


def _unreleased(dataset: Dataset, frozen: Sequence[Version]) -> Iterator[Finding]:
    numbers = {version.dataset.version: version.dataset for version in frozen}
    if not frozen or not _is_number(dataset.version):
        if not frozen:
            yield _finding("version-not-frozen", dataset, severity="warning")
        return
    newest = frozen[-1].dataset
    if number(dataset.version) < number(newest.version):
        yield _finding("version-behind", dataset, ("last", newest.version))
        return
    changed = difference(newest, dataset)
    level = needed(changed)
    if dataset.version in numbers:
        if level and changed.is_of_figures:
            yield _finding("unreleased-change", dataset, ("least", least(newest.version, level)), ("what", outline(changed)))
        return
    yield _finding("version-not-frozen", dataset, severity="warning")
    if level and number(dataset.version) < number(least(newest.version, level)):
        details = (("least", least(newest.version, level)), ("last", newest.version), ("what", outline(changed)))
        yield _finding("version-too-low", dataset, *details)


def _altered(version: Version) -> Iterator[Finding]:
    """Files that are not those that the frozen description speaks of (its sizes and hashes)."""
    files = dict(version.files)
    home = f"datasets/{version.dataset.id}/releases/{version.dataset.version}/"
    if not files:
        return
    for path, hashed in _described(files.get("datapackage.json", b"")):
        body = files.get(path)
        if body is None or f"sha256:{sha256(body).hexdigest()}" != hashed:
            yield Finding(code="frozen-changed", where=Place(path=home + path), details=(("version", version.dataset.version),))
    if "datapackage.json" not in files:
        where = Place(path=f"{home}datapackage.json")
        yield Finding(code="frozen-changed", where=where, details=(("version", version.dataset.version),))


def _described(body: bytes) -> Iterator[tuple[str, str]]:
    try:
        package = json.loads(body)
    except ValueError:
        return
    resources = package.get("resources") if isinstance(package, Mapping) else None
    for resource in resources if isinstance(resources, list) else ():
        if isinstance(resource, Mapping) and "hash" in resource:
            yield str(resource.get("path")), str(resource["hash"])


def _is_number(version: str) -> bool:
    try:
        return bool(number(version))
    except ValueError:
        return False


def _finding(code: str, dataset: Dataset, *details: tuple[str, str], severity: Severity = "error") -> Finding:
    told = (("id", dataset.id), ("version", dataset.version), *details)
    return Finding(code=code, where=descriptor(dataset), details=told, severity=severity)
