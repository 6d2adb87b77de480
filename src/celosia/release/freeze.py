"""Writes a release: the version and its entry into the dataset's files, the frozen folder beside them. All, or nothing."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from celosia.model import Change, Dataset
from celosia.release.edit import is_told, with_entry, with_path, with_periods, with_version

_MAIN, _ENGLISH, _HISTORY = "datapackage.yaml", "datapackage.en.yaml", "changes.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """A dataset as it is released, the entry of its history, and the files that will be served as they are."""

    dataset: Dataset
    change: Change
    served: Mapping[str, bytes] = field(repr=False)


def freeze(root: Path, frozen: Frozen) -> str:
    """Write it, and tell the folder. `NotEditableError`, and nothing written, where the version's lines are not found.

    The folder is filled beside its place and then moved there; the dataset's own files are exchanged last, each in one
    step, and put back if one of them cannot be.
    """
    home = root / "datasets" / frozen.dataset.id
    texts = _texts(home, frozen)
    target = home / "releases" / frozen.change.version
    stage = home / "releases" / f".{frozen.change.version}.new"
    shutil.rmtree(stage, ignore_errors=True)
    for path, body in {**_own(home, frozen, texts), **frozen.served}.items():
        (stage / path).parent.mkdir(parents=True, exist_ok=True)
        (stage / path).write_bytes(body)
    before = {name: (home / name).read_bytes() for name in texts}
    stage.rename(target)
    try:
        for name, text in texts.items():
            _exchange(home / name, text.encode())
    except OSError:
        for name, body in before.items():
            (home / name).write_bytes(body)
        shutil.rmtree(target)
        raise
    return f"datasets/{frozen.dataset.id}/releases/{frozen.change.version}"


def _texts(home: Path, frozen: Frozen) -> dict[str, str]:
    """The dataset's files that change: its version and day, and its history."""
    change = frozen.change
    main, history = ((home / name).read_text(encoding="utf-8") for name in (_MAIN, _HISTORY))
    return {
        _MAIN: with_version(main, change.version, change.date),
        _HISTORY: with_periods(history, change) if is_told(history, change.version) else with_entry(history, change),
    }


def _own(home: Path, frozen: Frozen, texts: Mapping[str, str]) -> dict[str, bytes]:
    """What the frozen dataset is read from; its tables are those that are served."""
    main = texts[_MAIN]
    for table in frozen.dataset.tables:
        if table.path != f"{table.name}.csv":
            main = with_path(main, table.path, f"{table.name}.csv")
    english = {_ENGLISH: (home / _ENGLISH).read_bytes()} if (home / _ENGLISH).exists() else {}
    return {_MAIN: main.encode(), _HISTORY: texts[_HISTORY].encode(), **english}


def _exchange(path: Path, body: bytes) -> None:
    partial = path.with_name(f".{path.name}.part")
    partial.write_bytes(body)
    partial.replace(path)
