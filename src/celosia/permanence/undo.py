"""What a catalogue's files were, so that a command that is refused halfway leaves them as they were. Writes files."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

_WRITTEN = (
    "agreements",
    "catalog.en.yaml",
    "catalog.yaml",
    "commitments",
    "comparisons",
    "crosswalks",
    "datasets",
    "docs",
    "events",
    "glossary.yaml",
    "permanence",
    "protection",
    "releases",
    "synonyms.yaml",
    "systems",
    "territories",
)


@contextmanager
def whole_or_nothing(root: Path) -> Iterator[None]:
    """All of what is done within, or none of it: where it ends in an error, every file is put back."""
    with TemporaryDirectory(prefix="celosia-") as kept:
        for name in _WRITTEN:
            _copy(root / name, Path(kept) / name)
        is_done = False
        try:
            yield
            is_done = True
        finally:
            for name in () if is_done else _WRITTEN:
                _remove(root / name)
                _copy(Path(kept) / name, root / name)


def _copy(source: Path, target: Path) -> None:
    if source.is_dir() and not source.is_symlink():
        shutil.copytree(source, target, symlinks=True)
    elif source.exists() or source.is_symlink():
        shutil.copy2(source, target, follow_symlinks=False)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
