"""The cache: bytes under their own hash, and what each key gave. Nothing in it is needed to build, only to build fast."""

import hashlib
import html
import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from celosia.model import Made

_DRAWING = re.compile(
    rb"<svg\b[^>]*?\bwidth=\"([\d.]+)\"[^>]*?\bheight=\"([\d.]+)\"[^>]*>(?:<title>[^<]*</title>)?(?:<desc>([^<]*)</desc>)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """A folder of objects (named by SHA-256) and of records (key -> path -> what was made)."""

    folder: Path

    def recall(self, key: str) -> Mapping[str, Made] | None:
        """What the key gave before; none where it is new, or where one of its objects is gone or cut short."""
        try:
            with open(self._record(key), "rb") as file:
                made = {path: _made(*told) for path, told in json.loads(file.read()).items()}
        except (FileNotFoundError, ValueError, TypeError, AttributeError):  # new, cut short, or written by another version
            return None
        return made if all(self._holds(one) for one in made.values()) else None

    def keep(self, key: str, files: Mapping[str, bytes]) -> Mapping[str, Made]:
        """Put the files away and remember that the key gave them."""
        made = {path: self._put(path, body) for path, body in sorted(files.items())}
        record = {
            path: (one.size, one.sha256, one.sha512, one.width, one.height, one.description) for path, one in made.items()
        }
        _write(self._record(key), json.dumps(record).encode())
        return made

    def read(self, made: Made) -> bytes:
        """The bytes of an object, proven by their hash. `DamagedStoreError` where they are not what was put away."""
        path = self.path(made.sha256)
        with open(path, "rb") as file:
            body = file.read()
        if hashlib.sha256(body).hexdigest() != made.sha256:
            os.unlink(path)
            raise DamagedStoreError(path)
        return body

    def path(self, sha256: str) -> str:
        """Where an object stands."""
        return f"{self.folder}/objects/{sha256[:2]}/{sha256[2:]}"

    def _holds(self, made: Made) -> bool:
        try:
            return os.stat(self.path(made.sha256)).st_size == made.size
        except FileNotFoundError:
            return False

    def _record(self, key: str) -> str:
        return f"{self.folder}/records/{key[:2]}/{key[2:]}"

    def _put(self, path: str, body: bytes) -> Made:
        made = describe(path, body)
        if not self._holds(made):
            _write(self.path(made.sha256), body)
        return made


class DamagedStoreError(Exception):
    """An object of the cache was altered; it is removed, and the same build run again makes it anew."""


def describe(path: str, body: bytes) -> Made:
    """Size, hashes and, for a drawing, its width, its height and what it says of itself (SVG 2 §5.8)."""
    width, height, words = _drawing(body) if path.endswith(".svg") else (None, None, None)
    digests = hashlib.sha256(body).hexdigest(), hashlib.sha512(body).hexdigest()
    return _made(len(body), *digests, width, height, words)


def _drawing(body: bytes) -> tuple[int | None, int | None, str | None]:
    match = _DRAWING.search(body, 0, 4000)
    if match is None:
        return None, None, None
    width, height, words = match.groups()
    return round(float(width)), round(float(height)), html.unescape(words.decode()) if words else None


def _made(size: int, sha256: str, sha512: str, *drawn: *tuple[int | None, int | None, str | None]) -> Made:
    width, height, description = drawn
    return Made(size=size, sha256=sha256, sha512=sha512, width=width, height=height, description=description)


def _write(path: str, body: bytes) -> None:
    """In one step, under a name of this process, so that builds at the same time do not disturb each other."""
    partial = f"{path}.{os.getpid()}"
    try:
        file = open(partial, "wb")  # noqa: SIM115 - closed below, where it was opened in either way
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        file = open(partial, "wb")  # noqa: SIM115
    with file:
        file.write(body)
    os.replace(partial, path)
