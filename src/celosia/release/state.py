"""Finds the state of a dataset that a person names: `x` as it is now, `x@1.0.0` as it was frozen, or a folder."""

from pathlib import Path
from typing import NoReturn

from celosia.errors import CatalogRefusedError
from celosia.load import load
from celosia.load.descriptor import dataset
from celosia.load.folder import Folder
from celosia.model import DEFAULT_POLICY, Catalog, Dataset, Finding, Place, Report
from celosia.model.nearest import nearest


def state(name: str, catalog: Catalog | None) -> Dataset:
    """The state. `CatalogRefusedError` where there is none of that name."""
    if Path(name).is_dir() and ("/" in name or (Path(name) / "datapackage.yaml").exists()):
        return _of_folder(Path(name).resolve())
    id_, _, version = name.partition("@")
    found = None if catalog is None else next((one for one in catalog.datasets if one.id == id_), None)
    if catalog is None or found is None:
        names = () if catalog is None else tuple(one.id for one in catalog.datasets)
        _refuse("no-such-dataset", id_, ("name", id_), ("nearest", nearest(id_, names)))
    if not version:
        return found
    frozen = (one.dataset for one in catalog.versions if one.dataset.id == id_ and one.dataset.version == version)
    told = next(frozen, found if found.version == version else None)
    return told or _refuse("no-such-version", id_, ("name", id_), ("version", version))


def catalog_at(root: Path) -> Catalog | None:
    """The catalogue of a folder, for its states; none where there is none. Its other faults do not matter here."""
    return load(root, {}).catalog


def _of_folder(path: Path) -> Dataset:
    """A folder with `datapackage.yaml`, as those of `datasets/` and of its releases."""
    read, findings = dataset(Folder.at(path.parent), path.name, DEFAULT_POLICY, home=path.name)
    unreadable = [one for one in findings if one.code in ("missing-file", "unreadable-file")]
    Report.of(one for one in unreadable if not one.where.path.endswith("changes.yaml")).require()
    return read


def _refuse(code: str, name: str, *details: tuple[str, str]) -> NoReturn:
    where = Place(path=f"datasets/{name}")
    raise CatalogRefusedError(Report.of([Finding(code=code, where=where, details=details)]))
