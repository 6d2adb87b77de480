"""Celosía's own builds of a generated catalogue: clean, with nothing changed, and with one cell changed."""

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generate import change_one_cell, generate
from benchmarks.measure import Cost, measured, tell

_BEFORE_PAGES = ("load", "check", "units: charts", "units: exporters")
_PROCESSES = "units: processes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A stage of a build: CPU and wall seconds, the memory peak up to its end (MB), and how many things it made."""

    stage: str
    cpu: float
    wall: float
    peak: float
    done: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """A build: what it cost as a whole and by stage."""

    cost: Cost
    stages: tuple[Stage, ...]

    @property
    def rows(self) -> tuple[Stage, ...]:
        """The stages, with what the making of units cost besides the units themselves (processes, keys) as one more."""
        parts = [stage for stage in self.stages if stage.stage.startswith("units: ")]
        return tuple(row for stage in self.stages for row in ((_rest(stage, parts),) if stage.stage == "units" else (stage,)))

    @property
    def pages(self) -> float:
        """CPU seconds of the page stage: all but reading, checking, drawing, exporting, and their part of the processes."""
        before = sum(row.cpu for row in self.rows if row.stage in _BEFORE_PAGES)
        processes = sum(row.cpu * (1 - self._share) for row in self.rows if row.stage == _PROCESSES)
        return self.cost.cpu - before - processes

    @property
    def _share(self) -> float:
        """Of the units that were made, how many are pages: their part of what processes and keys cost."""
        made = {stage.stage: stage.done for stage in self.stages if stage.stage.startswith("units: ")}
        return made.get("units: render", 0) / max(1, sum(made.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ours:
    """The builds of a catalogue of `count` datasets; `same`: the rebuild gave the bytes of a clean build."""

    count: int
    clean: Build
    idle: Build
    touched: int
    changed: Build
    rewritten: int
    same: bool


def build_ours(folder: Path, count: int, processes: int) -> Ours:
    """Build clean, again, and with one cell changed. The last site stays in `folder/site`; a clean build of it is compared."""
    tell(f"  {count} datasets: generating")
    generate(folder, count)
    tell(f"  {count} datasets: clean build")
    clean = _build(folder, processes)
    before = _marks(folder)
    tell(f"  {count} datasets: the same again")
    idle = _build(folder, processes)
    after = _marks(folder)
    touched = _touched(before, after)
    tell(f"  {count} datasets: one cell changed")
    change_one_cell(folder)
    changed = _build(folder, processes)
    rewritten = _touched(after, _marks(folder))
    for generated in ("build", ".celosia"):
        shutil.rmtree(folder / generated)
    tell(f"  {count} datasets: clean build of the changed catalogue")
    same = digests(folder / "site") == _clean(folder.with_name(f"{folder.name}-clean"), count, processes)
    return Ours(count=count, clean=clean, idle=idle, touched=touched, changed=changed, rewritten=rewritten, same=same)


def _clean(folder: Path, count: int, processes: int) -> Mapping[str, bytes]:
    """What a clean build of the changed catalogue gives, in a folder of its own."""
    generate(folder, count)
    change_one_cell(folder)
    _build(folder, processes)
    found = digests(folder / "site")
    shutil.rmtree(folder)
    return found


def digests(folder: Path) -> Mapping[str, bytes]:
    """The hash of every file of a folder, by path."""
    return {str(path.relative_to(folder)): hashlib.blake2b(path.read_bytes()).digest() for path in files_of(folder)}


def files_of(folder: Path) -> Sequence[Path]:
    """Every file below a folder."""
    return [Path(place, name) for place, _, names in os.walk(folder) for name in names]


def _build(root: Path, processes: int) -> Build:
    timings = root.with_name(f"{root.name}.timings.json")
    command = (sys.executable, "-m", "celosia", "build", "--root", str(root), "--timings", str(timings))
    cost = measured((*command, "--processes", str(processes)), root.with_name(f"{root.name}.log"))
    return Build(cost=cost, stages=tuple(Stage(**stage) for stage in json.loads(timings.read_text())))


def _rest(units: Stage, parts: Sequence[Stage]) -> Stage:
    cpu = max(0.0, units.cpu - sum(part.cpu for part in parts))
    return Stage(stage=_PROCESSES, cpu=cpu, wall=units.wall, peak=units.peak, done=units.done, total=units.total)


def _marks(root: Path) -> Mapping[Path, tuple[int, int]]:
    """What tells whether a generated file was written anew: its moment and its size."""
    return {path: _mark(path) for name in ("site", "build") for path in files_of(root / name)}


def _mark(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_mtime_ns, found.st_size


def _touched(before: Mapping[Path, tuple[int, int]], after: Mapping[Path, tuple[int, int]]) -> int:
    return sum(before.get(path) != after.get(path) for path in before.keys() | after.keys())
