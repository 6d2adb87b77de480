"""Generate, build, look, compare: `python -m benchmarks --help`. Ends with status 1 where a promise is broken."""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.gate import weigh
from benchmarks.material import build_material
from benchmarks.measure import ProgramFailedError
from benchmarks.ours import build_ours
from benchmarks.report import Result, ratios, table, verdict

_MEMORY = Path("/dev/shm")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure every size, one after the other; ratios only after each output passed the gate."""
    options = _options(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    place = Path(tempfile.mkdtemp(prefix="celosia-bench-", dir=options.folder))
    try:
        results = [_measure(place / str(count), count, options) for count in options.sizes]
    except ProgramFailedError as failed:
        print(failed, file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(place, ignore_errors=True)
    print(table(results))
    faults = [fault for result in results for fault in result.faults]
    if faults:
        print("", *faults[:20], f"{len(faults)} fault(s): no ratio is told", sep="\n")
        return 1
    told = tuple(ratios(results))
    print("", *map(verdict, told), sep="\n")
    return int(not all(ratio.kept for ratio in told))


def _measure(folder: Path, count: int, options: argparse.Namespace) -> Result:
    ours = build_ours(folder / "ours", count, options.processes)
    output = weigh(folder / "ours" / "site", count)
    peer = build_material(folder / "material", folder / "ours" / "site", count) if options.peer else None
    shutil.rmtree(folder)
    return Result(ours=ours, output=output, peer=peer)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=_sizes, default=(100, 1000), help="how many datasets, with commas (100,1000)")
    parser.add_argument("--peer", action=argparse.BooleanOptionalAction, default=True, help="measure MkDocs Material too")
    parser.add_argument("--folder", type=Path, default=_default_folder(), help="where to build (a folder in memory)")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1, help="processes of our builds")
    return parser.parse_args(arguments)


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(sorted(int(part) for part in text.split(",")))


def _default_folder() -> Path:
    return _MEMORY if _MEMORY.is_dir() else Path(tempfile.gettempdir())


if __name__ == "__main__":
    sys.exit(main())
