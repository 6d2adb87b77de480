"""What protecting and auditing the reference catalogue takes: a copy of it, every plan whose source is at hand, one audit."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import Cost, measured

_ROOT = Path(__file__).resolve().parents[2]
_PARTS = ("agreements", "brand", "datasets", "docs", "protection", "releases", "catalog.yaml", "catalog.en.yaml")
_SECONDS = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Commands with what they cost, and promises that were not kept."""

    table: str
    faults: tuple[str, ...]


def measure_catalogue() -> Measured:
    """Protect by each plan, then audit; the sources are beside the catalogue (`../shared`), where there are any."""
    with tempfile.TemporaryDirectory(prefix="celosia-catalogue-") as folder:
        rows = list(_rows(Path(folder)))
    total = sum(cost.wall for _, cost in rows)
    lines = [f"| {name} | {cost.cpu:.1f} | {cost.wall:.1f} | {cost.peak:.0f} |" for name, cost in rows]
    head = ["| command | CPU s | wall s | peak MB |", "| --- | --: | --: | --: |"]
    told = "\n".join((*head, *lines, f"| **all** | | {total:.1f} | |"))
    faults = (f"protecting and auditing the catalogue takes {total:.0f} s",) if total > _SECONDS else ()
    return Measured(table=told, faults=faults)


def _rows(folder: Path) -> Iterator[tuple[str, Cost]]:
    root = folder / "catalogue"
    root.mkdir()
    for name in _PARTS:
        source = _ROOT / name
        if source.is_dir():
            shutil.copytree(source, root / name)
        elif source.exists():
            shutil.copyfile(source, root / name)
    shared = _ROOT.parent / "shared"
    if shared.is_dir():
        (folder / "shared").symlink_to(shared)
        for plan in sorted((root / "protection").glob("*.yaml")):
            if not plan.name.endswith(".report.yaml"):
                yield f"protect {plan.stem}", _cost(root, "protect", plan.stem)
    yield "audit", _cost(root, "audit")


def _cost(root: Path, *words: str) -> Cost:
    command = [sys.executable, "-m", "celosia", *words, "--root", str(root)]
    return measured(command, root.parent / f"{'-'.join(words)}.log")
