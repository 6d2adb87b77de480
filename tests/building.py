"""A copy of the invented base catalogue in a folder of its own, and builds of it."""

import io
import shutil
from pathlib import Path

from celosia.cli import build_site
from celosia.publish import Progress, Store, Workshop
from celosia.website import Finished

REPOSITORY = Path(__file__).resolve().parents[1]
BASE = REPOSITORY / "tests/failures/base"
CONFIGS = ("mkdocs.yml", "mkdocs.en.yml")
EPOCH = "1767225600"
GENERATED = ("site", "build", ".celosia")


def a_catalogue(root: Path) -> Path:
    """The base, with a register more (`ejemplo-extra`) that nothing refers to, ready to be built."""
    shutil.copytree(BASE, root)
    (root / "README.md").unlink()
    for name in CONFIGS:
        shutil.copyfile(REPOSITORY / name, root / name)
    shutil.copytree(root / "datasets/ejemplo-normas", root / "datasets/ejemplo-extra")
    replace(root / "datasets/ejemplo-extra/datapackage.yaml", "name: ejemplo-normas", "name: ejemplo-extra")
    return root


def the_same_sources(root: Path, copy: Path) -> Path:
    """A copy of a catalogue without anything that a build made of it."""
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns(*GENERATED))
    return copy


def build(root: Path) -> Finished:
    """`celosia build`, in this process."""
    workshop = Workshop(store=Store(folder=root / ".celosia/cache"), progress=Progress(stream=io.StringIO()))
    return build_site(root, workshop)[0]


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in _files(folder)}


def marks(folder: Path) -> dict[str, tuple[int, int]]:
    """What tells whether a file was written anew: its inode and its moment."""
    return {path.relative_to(folder).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns) for path in _files(folder)}


def differences(first: dict[str, bytes], second: dict[str, bytes]) -> set[str]:
    """The paths that are in one only, or differ. (Short where a comparison of the trees would print them whole.)"""
    return {path for path in first.keys() | second.keys() if first.get(path) != second.get(path)}


def replace(path: Path, old: str, new: str) -> None:
    """Replace a text that must be there once at least."""
    text = path.read_text(encoding="utf-8")
    assert old in text, (path, old)
    path.write_text(text.replace(old, new), encoding="utf-8")


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())
