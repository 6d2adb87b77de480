"""The cache: bytes under their own hash, and what each key gave. Nothing in it is needed to build, only to build fast."""

import hashlib
import json
import os
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from celosia.model import Made

_SVG_SIZE = re.compile(rb"<svg\b[^>]*?\bwidth=\"([\d.]+)\"[^>]*?\bheight=\"([\d.]+)\"")


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """A folder of objects (named by SHA-256) and of records (key -> path -> what was made)."""

    folder: Path

    def recall(self, key: str) -> Mapping[str, Made] | None:
        """What the key gave before; none where it is new, or where one of its objects is gone or cut short."""
        try:
            record = json.loads(self._record(key).read_bytes())
        except (FileNotFoundError, ValueError):
            return None
        made = {path: Made(size=size, sha256=sha, width=w, height=h) for path, (size, sha, w, h) in record.items()}
        return made if all(self._holds(one) for one in made.values()) else None

    def keep(self, key: str, files: Mapping[str, bytes]) -> Mapping[str, Made]:
        """Put the files away and remember that the key gave them."""
        made = {path: self._put(path, body) for path, body in sorted(files.items())}
        record = {path: (one.size, one.sha256, one.width, one.height) for path, one in made.items()}
        _write(self._record(key), json.dumps(record).encode())
        return made

    def read(self, made: Made) -> bytes:
        """The bytes of an object, proven by their hash. `DamagedStoreError` where they are not what was put away."""
        path = self.path(made.sha256)
        body = path.read_bytes()
        if hashlib.sha256(body).hexdigest() != made.sha256:
            path.unlink()
            raise DamagedStoreError(path)
        return body

    def path(self, sha256: str) -> Path:
        """Where an object stands."""
        return Path(f"{self.folder}/objects/{sha256[:2]}/{sha256[2:]}")

    def _holds(self, made: Made) -> bool:
        try:
            return self.path(made.sha256).stat().st_size == made.size
        except FileNotFoundError:
            return False

    def _record(self, key: str) -> Path:
        return Path(f"{self.folder}/records/{key[:2]}/{key[2:]}")

    def _put(self, path: str, body: bytes) -> Made:
        made = describe(path, body)
        if not self._holds(made):
            _write(self.path(made.sha256), body)
        return made


class DamagedStoreError(Exception):
    """An object of the cache was altered; it is removed, and the same build run again makes it anew."""


def describe(path: str, body: bytes) -> Made:
    """Size, SHA-256 and, for a drawing, its width and height."""
    match = _SVG_SIZE.search(body, 0, 2000) if path.endswith(".svg") else None
    width, height = (round(float(number)) for number in match.groups()) if match else (None, None)
    return Made(size=len(body), sha256=hashlib.sha256(body).hexdigest(), width=width, height=height)


def _write(path: Path, body: bytes) -> None:
    """In one step, so that builds at the same time do not disturb each other."""
    handle, name = _temporary(path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(body)
    Path(name).replace(path)


def _temporary(folder: Path) -> tuple[int, str]:
    try:
        return tempfile.mkstemp(dir=folder)
    except FileNotFoundError:
        folder.mkdir(parents=True, exist_ok=True)
        return tempfile.mkstemp(dir=folder)
