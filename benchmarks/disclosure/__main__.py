"""Judge, compare, measure: `python -m benchmarks.disclosure --help`. Ends with status 1 where a promise is broken."""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks.disclosure import loss, opinion, safety
from benchmarks.disclosure.catalogue import measure_catalogue
from benchmarks.disclosure.memory import LIMIT, protect_records
from benchmarks.measure import tell

_MEMORY = Path("/dev/shm")


def main(arguments: Sequence[str] | None = None) -> int:
    """Each part, one after the other; broken promises at the end."""
    options = _options(arguments)
    faults: list[str] = []
    for part in options.parts or tuple(_PARTS):
        print(f"\n## {part}\n", flush=True)
        faults += _PARTS[part](options)
    print("", *(f"BROKEN: {fault}" for fault in faults), f"{len(faults)} promise(s) broken", sep="\n")
    return int(bool(faults))


def _safety(options: argparse.Namespace) -> list[str]:
    started = time.perf_counter()
    judgements = []
    for judgement in safety.judge_all(options.processes, options.share):
        judgements.append(judgement)
        tell(f"  {len(judgements)}: {judgement.publication.instance.kind}, {judgement.publication.instance.name}")
    print(safety.table(judgements))
    print(f"\n{len(judgements)} families in {time.perf_counter() - started:.0f} s")
    return [*safety.broken(judgements)]


def _opinion(_: argparse.Namespace) -> list[str]:
    told = opinion.ask()
    print(told.words)
    return [*told.faults]


def _loss(options: argparse.Namespace) -> list[str]:
    found: list[loss.Loss] = []
    for case in loss.cases(whole=options.whole):
        found += loss.losses(case, options.limit)
        tell(f"  {case.name}: done")
    print(loss.table(found))
    return [*loss.broken(found)]


def _memory(_: argparse.Namespace) -> list[str]:
    with tempfile.TemporaryDirectory(prefix="celosia-protect-", dir=_MEMORY if _MEMORY.is_dir() else None) as folder:
        cost = protect_records(Path(folder) / "catalogue")
    print(f"protect, 1,000,000 records: {cost.cpu:.1f} CPU s, {cost.wall:.1f} s, {cost.peak:.0f} MB at most")
    return [] if cost.peak < LIMIT else [f"protect took {cost.peak:.0f} MB"]


def _catalogue(_: argparse.Namespace) -> list[str]:
    measured = measure_catalogue()
    print(measured.table)
    return [*measured.faults]


_PARTS: Mapping[str, Callable[[argparse.Namespace], list[str]]] = {
    "safety": _safety,
    "opinion": _opinion,
    "loss": _loss,
    "memory": _memory,
    "catalogue": _catalogue,
}


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.disclosure", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], *_PARTS], help="which parts (all)")
    parser.add_argument("--processes", type=int, default=2, help="how many families are judged at once")
    parser.add_argument("--share", type=float, default=1.0, help="the share of the 200 families to judge")
    parser.add_argument("--limit", type=float, default=180.0, help="seconds that a peer gets for an instance")
    parser.add_argument("--whole", action=argparse.BooleanOptionalAction, default=True, help="with the largest instances too")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
