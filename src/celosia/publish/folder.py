"""Writes what changed, removes what is gone, and touches nothing in a folder that it did not make."""

import ctypes
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from celosia.errors import CelosiaError
from celosia.model import Made
from celosia.publish.store import Store

_RENAME_EXCHANGE = 2
_AT_FDCWD = -100
_CLAIM = ""
"""In a ledger: nothing is written yet, but the folder is ours."""


class ForeignFolderError(CelosiaError):
    """The folder to write into holds something that Celosía did not make."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What was written before (path: hash, moment), what of it must be written again or is new, and what removed."""

    known: Mapping[str, tuple[str, int]]
    stale: tuple[str, ...]
    gone: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many files are touched."""
        return len(self.stale) + len(self.gone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """A folder of generated files, and the ledger of what was written into it (kept outside)."""

    path: Path
    ledger: Path

    def changes(self, files: Mapping[str, Made]) -> Changes:
        """What must be written and what removed, by what really stands there. `ForeignFolderError` where it is not ours."""
        known = self._known()
        if not known and self.path.exists() and any(self.path.iterdir()):
            msg = (
                f"{self.path}: not made by Celosía, so it is left alone; move it away / no lo hizo Celosía, "
                f"así que no se toca; muévala a otro lugar: mv {self.path} {self.path}.old"
            )
            raise ForeignFolderError(msg)
        stale = tuple(path for path, made in files.items() if not self._stands(path, made, known))
        return Changes(known=known, stale=stale, gone=tuple(path for path in known if path not in files and path != _CLAIM))

    def update(self, files: Mapping[str, Made], store: Store) -> int:
        """Bring the folder to hold just these files, each replaced in one step. The number of files touched.

        What is gone goes first: a folder may stand where a file stood, and the other way round.
        """
        changes = self.changes(files)
        if not changes.count:
            return 0
        if not changes.known:
            self._claim()
        for path in changes.gone:
            _remove(self.path, path)
        for path in changes.stale:
            _place(store.read(files[path]), f"{self.path}/{path}")
        self._record(self.path, files, changes)
        return changes.count

    def swap(self, files: Mapping[str, Made], store: Store, twins: Mapping[str, str] = MappingProxyType({})) -> int:
        """The same, as a whole: a new folder is filled beside it and exchanged with it. The number of files that differ.

        `twins`: for a path of the site, a file with the same bytes that another folder of ours has just been given.
        """
        changes = self.changes(files)
        if not changes.count and self.path.exists():
            return 0
        stage = f"{self.path.parent}/.{self.path.name}.new"
        shutil.rmtree(stage, ignore_errors=True)
        fresh = set(changes.stale)
        for path, made in files.items():
            target = f"{stage}/{path}"
            twin = twins.get(path) if path in fresh else f"{self.path}/{path}"
            if twin:
                _share(twin, target)
            else:
                _write(store.read(made), target)
        self._record(Path(stage), files, changes)
        _exchange(Path(stage), self.path)
        shutil.rmtree(stage, ignore_errors=True)
        return changes.count

    def _stands(self, path: str, made: Made, known: Mapping[str, tuple[str, int]]) -> bool:
        if path not in known or known[path][0] != made.sha256:
            return False
        try:
            found = os.stat(f"{self.path}/{path}")
        except (FileNotFoundError, NotADirectoryError):
            return False
        return found.st_size == made.size and found.st_mtime_ns == known[path][1]

    def _claim(self) -> None:
        """Say that the folder is ours before the first file, so that a build that is interrupted can be taken up again."""
        _place(json.dumps({_CLAIM: ("", 0)}).encode(), str(self.ledger))

    def _known(self) -> Mapping[str, tuple[str, int]]:
        try:
            return {path: (sha, moment) for path, (sha, moment) in json.loads(self.ledger.read_bytes()).items()}
        except (FileNotFoundError, ValueError):
            return {}

    def _record(self, place: Path, files: Mapping[str, Made], changes: Changes) -> None:
        moments = {path: os.stat(f"{place}/{path}").st_mtime_ns for path in changes.stale}
        ledger = {path: (files[path].sha256, moments[path]) if path in moments else changes.known[path] for path in files}
        _place(json.dumps(ledger).encode(), str(self.ledger))


def _place(body: bytes, path: str) -> None:
    """In one step: nobody reads half a file."""
    folder, _, name = path.rpartition("/")
    partial = f"{folder}/.{name}.part"
    _write(body, partial)
    os.replace(partial, path)


def _write(body: bytes, path: str) -> None:
    """Folders are made when they turn out to be missing: asking for each file costs more than the file."""
    try:
        file = open(path, "wb")  # noqa: SIM115 - closed below, where it was opened in either way
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        file = open(path, "wb")  # noqa: SIM115
    with file:
        file.write(body)


def _share(source: str, target: str) -> None:
    """The same file under a second name, or a copy where the file system has no hard links."""
    try:
        os.link(source, target)
    except OSError:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        _link_or_copy(source, target)


def _link_or_copy(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _remove(root: Path, path: str) -> None:
    (root / path).unlink(missing_ok=True)
    for parent in (root / path).parents:
        if parent == root or not parent.exists() or any(parent.iterdir()):
            return
        parent.rmdir()


def _exchange(stage: Path, path: Path) -> None:
    """Put `stage` where `path` is, in one step where the system can (renameat2, Linux), else in two."""
    if not path.exists():
        stage.rename(path)
        return
    libc = ctypes.CDLL(None, use_errno=True)
    if hasattr(libc, "renameat2"):
        ends = os.fsencode(stage), os.fsencode(path)
        if libc.renameat2(_AT_FDCWD, ends[0], _AT_FDCWD, ends[1], _RENAME_EXCHANGE) == 0:
            return
    old = path.with_name(f".{path.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    path.rename(old)
    stage.rename(path)
    shutil.rmtree(old, ignore_errors=True)
