"""The only one in `harvest` that writes: all or nothing, nothing outside the folder, and nothing that would not load."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from celosia.check import check_kin, kin
from celosia.errors import CatalogRefusedError
from celosia.load import load
from celosia.load.folder import MEGABYTE, Folder
from celosia.model import Catalog, Finding, Place, Report

_CATALOG = ("catalog.yaml", "catalog.en.yaml")
_LARGEST = 50 * MEGABYTE
_ENDING = ".celosia-import"


def proven(folder: Folder, files: Mapping[str, bytes], *, judged: bool = False) -> Report:
    """What the loader would say of what is to be written, with what is there beside it; `judged`: and the checks."""
    homes = sorted({path.rpartition("/")[0] for path in files if path.startswith("datasets/")})
    beside = [f"{home}/{name}" for home in homes for name in folder.names(home) if not folder.is_folder(f"{home}/{name}")]
    there = {path: folder.read(path, _LARGEST) for path in (*_CATALOG, *beside) if folder.has(path)}
    with TemporaryDirectory() as scratch:
        root = Path(scratch)
        for path, body in {**there, **files}.items():
            if isinstance(body, bytes):
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_bytes(body)
        read = load(root, {})
    found = (*read.findings, *(_judged(read.catalog) if judged and read.catalog else ()))
    return Report.of(finding for finding in found if finding.severity == "error")


def _judged(catalog: Catalog) -> Iterator[Finding]:
    return (finding for tied in kin(catalog) for finding in check_kin(tied))


def land(folder: Folder, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Write what is new or changed, and say what that was. `CatalogRefusedError` where a path leads out or is not writable."""
    changed = {path: body for path, body in files.items() if not _is_there(folder, path, body)}
    outside = [path for path in changed if folder.leads_outside(path)]
    if outside:
        raise CatalogRefusedError(Report.of(Finding(code="path-outside", where=Place(path=path)) for path in outside))
    beside = {folder.root / path: folder.root / f"{path}{_ENDING}" for path in changed}
    made: list[Path] = []
    try:
        for (target, draft), body in zip(beside.items(), changed.values(), strict=True):
            made += _parents(target.parent)
            made.append(draft)
            draft.write_bytes(body)
    except OSError as error:
        _undo(made)
        finding = Finding(code="harvest-unwritable", where=Place(path=_relative(folder, draft)))
        raise CatalogRefusedError(Report.of([finding])) from error
    for target, draft in beside.items():
        draft.replace(target)
    return tuple(changed)


def _is_there(folder: Folder, path: str, body: bytes) -> bool:
    return folder.has(path) and folder.read(path, _LARGEST) == body


def _parents(path: Path) -> list[Path]:
    """The folders that had to be made, outermost first."""
    missing = [parent for parent in (path, *path.parents) if not parent.exists()][::-1]
    path.mkdir(parents=True, exist_ok=True)
    return missing


def _undo(made: list[Path]) -> None:
    for path in reversed(made):
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink(missing_ok=True)


def _relative(folder: Folder, path: Path) -> str:
    return path.relative_to(folder.root).as_posix().removesuffix(_ENDING)
