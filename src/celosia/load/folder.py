"""The only one in `load` that opens files: nothing outside the catalogue's folder, nothing too big."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from celosia.model import Finding, Place
from celosia.model.nearest import nearest, shown

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """The catalogue's folder; paths below it are relative, with `/`."""

    root: str

    @classmethod
    def at(cls, path: Path) -> "Folder":
        """The folder with every symbolic link of its own path followed."""
        return cls(root=os.path.realpath(path))

    def read(self, path: str, limit: int) -> bytes | Finding:
        """The bytes of a regular file of at most `limit` bytes, or what is wrong with it."""
        real = os.path.realpath(os.path.join(self.root, path))
        if not self._holds(real):
            return _finding("path-outside", path)
        try:
            status = os.stat(real)
            fault = _fault(status, limit)
            if fault is not None:
                return Finding(code=fault[0], where=Place(path=path), details=fault[1])
            with open(real, "rb") as file:
                return file.read()
        except FileNotFoundError:
            return self._missing(path)
        except (OSError, ValueError):
            return _finding("unreadable-file", path)

    def has(self, path: str) -> bool:
        """Whether there is something of that name, even a broken link."""
        return os.path.lexists(os.path.join(self.root, path))

    def names(self, path: str) -> tuple[str, ...]:
        """The names in a folder, sorted, without hidden ones; none where it is not a folder inside the catalogue."""
        real = os.path.realpath(os.path.join(self.root, path))
        if not self._holds(real) or not os.path.isdir(real):
            return ()
        return tuple(sorted(name for name in os.listdir(real) if not name.startswith(".")))

    def is_folder(self, path: str) -> bool:
        """Whether it is a folder."""
        return os.path.isdir(os.path.join(self.root, path))

    def leads_outside(self, path: str) -> bool:
        """Whether a symbolic link on the way leads out of the catalogue."""
        return not self._holds(os.path.realpath(os.path.join(self.root, path)))

    def walk(self, path: str) -> tuple[str, ...]:
        """Every file below a folder, sorted. Linked folders are not entered."""
        found: list[str] = []
        for name in self.names(path):
            below = f"{path}/{name}"
            if self.is_folder(below) and not os.path.islink(os.path.join(self.root, below)):
                found.extend(self.walk(below))
            else:
                found.append(below)
        return tuple(found)

    def _holds(self, real: str) -> bool:
        return real == self.root or real.startswith(self.root + os.sep)

    def _missing(self, path: str) -> Finding:
        folder, _, name = path.rpartition("/")
        near = nearest(name, self.names(folder))
        details = (("nearest", shown(near)),) if near else ()
        return Finding(code="missing-file", where=Place(path=path), details=details)


def _finding(code: str, path: str) -> Finding:
    return Finding(code=code, where=Place(path=path))


def _fault(status: os.stat_result, limit: int) -> tuple[str, tuple[tuple[str, str], ...]] | None:
    if not stat.S_ISREG(status.st_mode):
        return "not-a-file", ()
    if status.st_size > limit:
        return "file-too-big", (("limit", f"{limit / MEGABYTE:g} MB"),)
    return None
