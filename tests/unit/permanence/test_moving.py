"""What is renamed is named nowhere by its old name: in every file of the reference catalogue, and of the other one."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from visiting import ROOT

from celosia.permanence.moving import rename_agreement, rename_dataset

OTHER = ROOT / "examples/water"
FOLDERS = (
    "agreements",
    "commitments",
    "comparisons",
    "crosswalks",
    "datasets",
    "events",
    "protection",
    "systems",
    "territories",
)


def _copied(catalogue: Path, copy: Path) -> Path:
    copy.mkdir()
    for path in catalogue.glob("*.yaml"):
        shutil.copy(path, copy)
    for name in (name for name in FOLDERS if (catalogue / name).is_dir()):
        shutil.copytree(catalogue / name, copy / name, ignore=shutil.ignore_patterns("*.csv", "*.svg"))
    return copy


def _naming(root: Path, name: str) -> list[str]:
    """The files with a value that is that name."""
    texts = ((path, path.read_text(encoding="utf-8")) for path in root.rglob("*.yaml"))
    files = ((path, yaml.load(text, yaml.CSafeLoader)) for path, text in texts if name in text)
    return sorted({path.relative_to(root).as_posix() for path, node in files if name in _values(node)})


def _values(node: Any) -> Iterator[object]:
    if isinstance(node, dict | list):
        for member in node.values() if isinstance(node, dict) else node:
            yield from _values(member)
    else:
        yield node


@pytest.mark.parametrize(
    ("catalogue", "name"),
    [(ROOT, "ar-victimas-rescatadas"), (OTHER, "agua-laboratorio")],
)
def test_nothing_names_a_dataset_as_it_was_called(catalogue: Path, name: str, tmp_path: Path) -> None:
    root = _copied(catalogue, tmp_path / "copy")
    named = [path for path in _naming(root, name) if not path.startswith("datasets/")]
    assert named
    rename_dataset(root, name, "nombre-nuevo")
    assert not _naming(root, name)
    assert [path for path in _naming(root, "nombre-nuevo") if not path.startswith("datasets/")] == named


def test_nothing_names_an_agreement_as_it_was_called(tmp_path: Path) -> None:
    root = _copied(ROOT, tmp_path / "copy")
    named = _naming(root, "pnr-protex-linea-145-2015")
    assert len(named) > 1
    rename_agreement(root, "pnr-protex-linea-145-2015", "nombre-nuevo")
    assert not _naming(root, "pnr-protex-linea-145-2015")
    assert len(_naming(root, "nombre-nuevo")) == len(named)
