"""The files of a catalogue without what is withdrawn: a dataset, a version, a table with its charts. Writes and deletes."""

import json
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from celosia.exporters.json import dump
from celosia.model import Dataset, LangString
from celosia.permanence.yaml import Picked, entries, positions, quoted, replaced, without, without_numbers

_SERVED = "datapackage.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """What is taken out of a dataset: all of it, a version, a table everywhere, or a table of one version."""

    dataset: Dataset
    version: str | None = None
    table: str | None = None

    @property
    def whole(self) -> bool:
        """Whether nothing of the dataset is left."""
        return self.version is None and self.table is None


def cut_out(root: Path, cut: Cut) -> None:
    """Take it out of every file that has it."""
    home = root / "datasets" / cut.dataset.id
    if cut.whole:
        shutil.rmtree(home)
        _unnamed(root, cut)
    elif cut.table is None:
        shutil.rmtree(home / "releases" / str(cut.version))
    else:
        for folder in _folders(home, cut.version):
            _without_table(folder, cut.table)
        if cut.version is None:
            _unnamed(root, cut)


def recall(home: Path, dataset: Dataset, entry: tuple[str, date, LangString]) -> None:
    """Say in the changelog of the dataset in `home` that something was withdrawn, under a new number."""
    number, day, note = entry
    _edit(home / "datapackage.yaml", lambda text: replaced(replaced(text, "version", number), "modified", day.isoformat()))
    told = f"- {{version: {number}, date: {max(day, dataset.changes[0].date)}, type: withdrawal, note: {quoted(note)}}}\n"
    _edit(home / "changes.yaml", lambda text: _on_top(text, told))


def _folders(home: Path, version: str | None) -> Iterable[Path]:
    """The states of the dataset that have a file of tables: the latest and the frozen ones, or one frozen."""
    if version is not None:
        return (home / "releases" / version,)
    return (home, *(path for path in sorted((home / "releases").glob("*")) if path.is_dir()))


def _without_table(folder: Path, table: str) -> None:
    text = (folder / "datapackage.yaml").read_text(encoding="utf-8")
    resources = positions(text, ("resources",), _called(table))
    charts = _names(text, ("celosia", "charts"), lambda entry: entry.get("table") == table)
    if not resources:
        return
    for name in _names(text, ("resources",), _called(table), "path"):
        (folder / name).unlink(missing_ok=True)
    for path in (one for chart in charts for one in folder.glob(f"charts/{chart}.*")):
        path.unlink()
    _edit(folder / "datapackage.yaml", lambda text: _shorter(text, table, charts))
    _edit(folder / "datapackage.en.yaml", lambda text: _shorter(text, table, charts))
    if (folder / _SERVED).exists():
        _edit(folder / _SERVED, lambda text: _shorter_json(text, table, charts))


def _shorter(text: str, table: str, charts: Iterable[str]) -> str:
    """A descriptor, or its translation, without a table and its charts."""
    drawn = frozenset(charts)
    text = without(text, ("resources",), _called(table))
    text = without(text, ("celosia", "charts"), lambda entry: entry.get("name") in drawn)
    for name in ("waivers", "reviewed"):
        text = without(text, ("celosia", name), lambda entry: entry.get("table") == table)
    return text


def _shorter_json(text: str, table: str, charts: Iterable[str]) -> str:
    """The descriptor that programs read, without a table and its charts, in either language."""
    drawn, names = frozenset(charts), ("resources", "charts", "waivers", "reviewed")

    def kept(node: Any, within: str = "") -> Any:  # noqa: ANN401 - JSON
        if isinstance(node, dict):
            return {name: kept(value, name) for name, value in node.items()}
        if not isinstance(node, list):
            return node
        return [kept(one) for one in node if within not in names or not _is_of(one, table, drawn)]

    return dump(kept(json.loads(text))).decode()


def _is_of(entry: Any, table: str, charts: frozenset[str]) -> bool:  # noqa: ANN401 - JSON
    return isinstance(entry, dict) and (
        entry.get("table") == table or entry.get("name") == table or ("kind" in entry and entry.get("name") in charts)
    )


def _unnamed(root: Path, cut: Cut) -> None:
    """Nothing else of the catalogue names what is gone: key figures, and datasets that are related to it."""
    text = (root / "catalog.yaml").read_text(encoding="utf-8")
    numbers = positions(text, ("key_figures",), lambda figure: _is_figure(figure, cut))
    for name in ("catalog.yaml", "catalog.en.yaml"):
        if (root / name).exists():
            _edit(root / name, lambda text: without_numbers(text, ("key_figures",), numbers))
    for path in sorted((root / "datasets").glob("**/datapackage.yaml")) if cut.whole else ():
        _edit(path, lambda text: without(text, ("celosia", "related"), lambda name: name == cut.dataset.id))


def _is_figure(figure: Mapping[str, str], cut: Cut) -> bool:
    return figure["dataset"] == cut.dataset.id and cut.table in (None, figure["table"])


def _called(name: str) -> Picked:
    return lambda entry: entry.get("name") == name


def _names(text: str, way: tuple[str, ...], picked: Picked, key: str = "name") -> tuple[str, ...]:
    return tuple(str(entry[key]) for entry in entries(text, way) if picked(entry))


def _on_top(text: str, entry: str) -> str:
    """The text with an entry before the first one, after its comments."""
    lines = text.splitlines(keepends=True)
    first = next((number for number, line in enumerate(lines) if line.startswith("-")), len(lines))
    return "".join((*lines[:first], entry, *lines[first:]))


def _edit(path: Path, change: Callable[[str], str]) -> None:
    if path.exists():
        text = path.read_text(encoding="utf-8")
        changed = change(text)
        if changed != text:
            path.write_text(changed, encoding="utf-8")
