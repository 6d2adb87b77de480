"""`celosia release`: freezes the current state of a dataset as a version, whole or not at all. One of those that write.

What is frozen is the dataset as its files are, with its version and its history, and the bytes that are served for ever
under its number (decision 0008). Nothing is written unless the number is high enough for what changed since the last one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NoReturn

from celosia.check import Apply, check, plain
from celosia.derive import Difference, derive, difference, least, needed
from celosia.derive.difference import number, outline
from celosia.errors import CatalogRefusedError
from celosia.load import load
from celosia.load.version import is_version
from celosia.model import Catalog, Change, Dataset, Finding, LangString, Place, Report, Version
from celosia.model.dataset import ChangeType
from celosia.model.nearest import nearest
from celosia.release.edit import NotEditableError
from celosia.release.freeze import Frozen, freeze
from celosia.render.frozen import frozen_files

__all__ = ["Order", "Released", "release"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to release. `note` and `type` may be none where the version is written down already: a first release."""

    root: Path
    dataset: str
    day: date
    type: ChangeType | None = None
    note: LangString | None = None
    version: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """What was frozen: the number, where, what differs from the release before (none for the first), and how many files."""

    version: str
    folder: str
    difference: Difference | None
    files: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """From the last frozen state of a dataset, if there is one, to the current one."""

    last: Dataset | None
    current: Dataset
    between: Difference | None

    @property
    def periods(self) -> tuple[str, ...]:
        """The periods whose figures it touches; of a first release, none: all are new."""
        return self.between.periods if self.between else ()

    @property
    def enough(self) -> str:
        """The least version that tells what changed."""
        level = needed(self.between) if self.between else None
        if self.last and level:
            return least(self.last.version, level)
        written = any(change.version == self.current.version for change in self.current.changes)
        return least(self.current.version, "patch") if written else self.current.version


def release(order: Order, environment: Mapping[str, str], apply: Apply = plain) -> Released:
    """Freeze. `CatalogRefusedError`, and nothing written, where the catalogue has faults or the number is not high enough."""
    loading = load(order.root, environment)
    if loading.catalog is None:
        raise CatalogRefusedError(Report.of(loading.findings))
    Report.of(loading.findings).require()
    step = _step(loading.catalog, order)
    change = _change(order, step)
    after = _after(loading.catalog, step.current, change)
    Report.of(check(after, apply).findings).require()
    told = next(told for told in derive(after).datasets if told.dataset.id == order.dataset)
    frozen = Frozen(dataset=told.dataset, change=change, served=frozen_files(told, after.site, after.territories))
    try:
        folder = freeze(order.root, frozen)
    except NotEditableError:
        _refuse("release-not-editable", step.current)
    between = replace(step.between, newer=change.version) if step.between else None
    return Released(version=change.version, folder=folder, difference=between, files=len(frozen.served))


def _step(catalog: Catalog, order: Order) -> _Step:
    names = tuple(dataset.id for dataset in catalog.datasets)
    if order.dataset not in names:
        where = Place(path=f"datasets/{order.dataset}")
        details = (("name", order.dataset), ("nearest", nearest(order.dataset, names)))
        raise CatalogRefusedError(Report.of([Finding(code="no-such-dataset", where=where, details=details)]))
    current = catalog.dataset(order.dataset)
    frozen = [version.dataset for version in catalog.versions if version.dataset.id == current.id]
    last = frozen[-1] if frozen else None
    return _Step(last=last, current=current, between=difference(last, current) if last else None)


def _change(order: Order, step: _Step) -> Change:
    """The entry of the new version: the one that is written already, or else one made from the order."""
    if order.version is not None and not is_version(order.version):
        _refuse("bad-version", step.current)
    level = needed(step.between) if step.between else None
    written = _written(step)
    if step.last and level is None and not (written and written.type == "withdrawal"):
        _refuse("nothing-to-release", step.current, ("version", step.last.version))
    change = written if order.note is None and order.version is None else _ordered(order, step)
    if change is None:
        _refuse("release-without-note", step.current, ("id", step.current.id), ("version", step.enough))
    if step.last and step.between and level and number(change.version) < number(step.enough):
        last = step.last.version
        _refuse(
            "version-too-low",
            step.current,
            ("version", change.version),
            ("least", step.enough),
            ("last", last),
            ("what", outline(step.between)),
        )
    return change


def _written(step: _Step) -> Change | None:
    """The entry of the current version, where that is higher than the last frozen one."""
    if step.last and number(step.current.version) <= number(step.last.version):
        return None
    written = (change for change in step.current.changes if change.version == step.current.version)
    return next((replace(change, periods=change.periods or step.periods) for change in written), None)


def _ordered(order: Order, step: _Step) -> Change | None:
    if order.note is None or order.type is None:
        return None
    version = order.version or step.enough
    return Change(version=version, date=order.day, type=order.type, note=order.note, periods=step.periods)


def _after(catalog: Catalog, current: Dataset, change: Change) -> Catalog:
    """The catalogue as it will be: what must stand every check before anything is written."""
    others = tuple(other for other in current.changes if other.version != change.version)
    new = replace(current, version=change.version, modified=change.date, changes=(change, *others))
    frozen = Version(dataset=new, change=change, files=())
    return replace(
        catalog,
        datasets=tuple(new if dataset.id == new.id else dataset for dataset in catalog.datasets),
        versions=(*catalog.versions, frozen),
    )


def _refuse(code: str, current: Dataset, *details: tuple[str, str]) -> NoReturn:
    where = Place(path=f"datasets/{current.id}/datapackage.yaml")
    raise CatalogRefusedError(Report.of([Finding(code=code, where=where, details=details)]))
