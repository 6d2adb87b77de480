"""The frozen releases of a dataset: `datasets/<id>/releases/<version>/`, each the folder of a dataset as it was."""

from collections.abc import Iterator

from celosia.load.descriptor import dataset
from celosia.load.folder import MEGABYTE, Folder
from celosia.load.scalar import VERSION
from celosia.model import Change, Dataset, Finding, LangString, Place, Policy, Version

_LARGEST = 50 * MEGABYTE
_OWN = frozenset({"datapackage.yaml", "datapackage.en.yaml", "changes.yaml"})
"""What the frozen dataset is read from; everything else is served as it is."""


def versions(folder: Folder, name: str, policy: Policy) -> tuple[tuple[Version, ...], tuple[Finding, ...]]:
    """The releases of `datasets/<name>/`, oldest first, and what is wrong with them."""
    home = f"datasets/{name}/releases"
    read = [_version(folder, f"{home}/{number}", name, policy) for number in _numbered(folder, home)]
    strays = (
        Finding(code="misnamed", where=Place(path=f"{home}/{below}")) for below in folder.names(home) if not is_version(below)
    )
    found = (*(finding for _, told in read for finding in told), *strays)
    return tuple(version for version, _ in read if version is not None), found


def _numbered(folder: Folder, home: str) -> list[str]:
    numbers = (name for name in folder.names(home) if is_version(name) and folder.is_folder(f"{home}/{name}"))
    return sorted(numbers, key=lambda number: tuple(map(int, number.split("."))))


def is_version(name: str) -> bool:
    """Whether a text is the number of a version.

    >>> is_version("1.10.0"), is_version("1.0"), is_version("v1.0.0")
    (True, False, False)
    """
    try:
        return bool(VERSION.read(name))
    except ValueError:
        return False


def _version(folder: Folder, home: str, name: str, policy: Policy) -> tuple[Version | None, tuple[Finding, ...]]:
    frozen, findings = dataset(folder, name, policy, home=home)
    files, unread = _files(folder, home)
    number = home.rpartition("/")[2]
    if frozen.version != number:
        findings = (
            *findings,
            Finding(code="id-differs", where=Place(path=f"{home}/datapackage.yaml"), details=(("id", number),)),
        )
    return Version(dataset=frozen, change=_change(frozen, number), files=files), (*findings, *unread)


def _change(frozen: Dataset, number: str) -> Change:
    """The entry of the changelog that tells of it; a blank one where there is none (`check` tells)."""
    told = (change for change in frozen.changes if change.version == number)
    return next(told, Change(version=number, date=frozen.modified, type="new-data", note=LangString(es="")))


def _files(folder: Folder, home: str) -> tuple[tuple[tuple[str, bytes], ...], tuple[Finding, ...]]:
    read = {path: folder.read(path, _LARGEST) for path in _served(folder, home)}
    bodies = tuple((path.removeprefix(f"{home}/"), body) for path, body in read.items() if isinstance(body, bytes))
    return bodies, tuple(body for body in read.values() if isinstance(body, Finding))


def _served(folder: Folder, home: str) -> Iterator[str]:
    return (path for path in folder.walk(home) if path.removeprefix(f"{home}/") not in _OWN)
