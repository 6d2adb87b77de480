"""The only one in `load` that opens files: nothing outside the catalogue's folder, nothing too big."""

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from celosia.load.memory import Memory
from celosia.load.yaml import parse
from celosia.model import Finding, Place
from celosia.model.nearest import nearest, shown

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """The catalogue's folder; paths below it are relative, with `/`. `parse` reads the YAML of its files."""

    root: Path
    parse: Callable[[str], object] = parse

    @classmethod
    def at(cls, path: Path, memory: Memory | None = None) -> "Folder":
        """The folder, with every symbolic link of its own path followed."""
        return cls(root=path.resolve(), parse=memory.parse if memory else parse)

    def read(self, path: str, limit: int) -> bytes | Finding:
        """The bytes of a regular file of at most `limit` bytes, or what is wrong with it (paths as texts: half the time)."""
        try:
            file = Path(os.path.realpath(f"{self.root}/{path}"))
            if not file.is_relative_to(self.root):
                return Finding(code="path-outside", where=Place(path=path))
            return _fault(file.stat(), path, limit) or file.read_bytes()
        except FileNotFoundError:
            return self._missing(path)
        except (OSError, ValueError):
            return Finding(code="unreadable-file", where=Place(path=path))

    def has(self, path: str) -> bool:
        """Whether there is something of that name, even a broken link."""
        return os.path.lexists(self.root / path)

    def names(self, path: str) -> tuple[str, ...]:
        """The names in a folder, sorted, without hidden ones; none where it is not a folder inside the catalogue."""
        if self.leads_outside(path) or not self.is_folder(path):
            return ()
        return tuple(sorted(below.name for below in (self.root / path).iterdir() if not below.name.startswith(".")))

    def is_folder(self, path: str) -> bool:
        """Whether it is a folder."""
        return (self.root / path).is_dir()

    def leads_outside(self, path: str) -> bool:
        """Whether a symbolic link on the way leads out of the catalogue, or round in a circle."""
        try:
            return not (self.root / path).resolve().is_relative_to(self.root)
        except (OSError, RuntimeError):
            return True

    def walk(self, path: str) -> tuple[str, ...]:
        """Every file below a folder, sorted. Linked folders are not entered."""
        below = (f"{path}/{name}" for name in self.names(path))
        return tuple(file for name in below for file in (self.walk(name) if self._is_own_folder(name) else (name,)))

    def _is_own_folder(self, path: str) -> bool:
        return self.is_folder(path) and not (self.root / path).is_symlink()

    def _missing(self, path: str) -> Finding:
        folder, _, name = path.rpartition("/")
        near = nearest(name, self.names(folder))
        details = (("nearest", shown(near)),) if near else ()
        return Finding(code="missing-file", where=Place(path=path), details=details)


def _fault(status: os.stat_result, path: str, limit: int) -> Finding | None:
    if not stat.S_ISREG(status.st_mode):
        return Finding(code="not-a-file", where=Place(path=path))
    if status.st_size > limit:
        return Finding(code="file-too-big", where=Place(path=path), details=(("limit", f"{limit / MEGABYTE:g} MB"),))
    return None
