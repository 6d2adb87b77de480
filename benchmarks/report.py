"""One table (stages by N), then the ratios that were promised, each with its limit. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.gate import Output
from benchmarks.measure import Cost
from benchmarks.ours import Ours


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """What plain MkDocs Material cost, and what it gave."""

    cost: Cost
    output: Output


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """All that was measured with a catalogue of `ours.count` datasets."""

    ours: Ours
    output: Output
    peer: Peer | None

    @property
    def faults(self) -> tuple[str, ...]:
        """Why no ratio may be told."""
        peer = self.peer.output.faults if self.peer else ()
        return tuple(f"ours: {fault}" for fault in self.output.faults) + tuple(f"Material: {fault}" for fault in peer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """A promise: what it is, what was measured, and the most that it may be."""

    name: str
    value: float
    limit: float


def table(results: Sequence[Result]) -> str:
    """Stages down, sizes across: CPU seconds, wall seconds, memory peak so far (MB), things done."""
    head = f"{'':<26}" + "".join(f"{f'N = {result.ours.count}':>38}" for result in results)
    units = f"{'':<26}" + f"{'CPU s':>10}{'wall s':>9}{'peak MB':>9}{'done':>10}" * len(results)
    names = dict.fromkeys(row.stage for result in results for row in result.ours.clean.rows)
    lines = [f"{name:<26}" + "".join(_stage(result, name) for result in results) for name in names]
    return "\n".join((head, units, *lines, "", *_totals(results), "", *_sizes(results)))


def ratios(results: Sequence[Result]) -> Iterator[Ratio]:
    """What the build promises, for each N; the growth between the smallest and the largest."""
    for result in results:
        ours, count = result.ours, result.ours.count
        if result.peer:
            output, peer = result.output, result.peer.output
            yield Ratio(
                name=f"page stage CPU / Material CPU, N = {count}", value=ours.clean.pages / result.peer.cost.cpu, limit=0.1
            )
            yield Ratio(name=f"HTML bytes / Material's, N = {count}", value=output.html / peer.html, limit=0.1)
            yield Ratio(name=f"whole output / Material's, N = {count}", value=output.whole / peer.whole, limit=1.0)
        rebuilt = ours.changed.cost.cpu / ours.clean.cost.cpu
        yield Ratio(name=f"rebuild after one cell / clean build CPU, N = {count}", value=rebuilt, limit=0.03)
        yield Ratio(name=f"rebuild differs from a clean build, N = {count}", value=float(not ours.same), limit=0.0)
        yield Ratio(name=f"files touched by a build with no change, N = {count}", value=float(ours.touched), limit=0.0)
    if len(results) > 1:
        first, last = results[0].ours, results[-1].ours
        growth = (last.clean.cost.cpu / last.count) / (first.clean.cost.cpu / first.count)
        yield Ratio(name=f"CPU per dataset, N = {last.count} / N = {first.count}", value=growth, limit=1.2)


def verdict(ratio: Ratio) -> str:
    """A promise as a line."""
    kept = "kept" if ratio.value <= ratio.limit else "BROKEN"
    return f"{ratio.name:<58}{ratio.value:>10.4g}   at most {ratio.limit:<5g} {kept}"


def _stage(result: Result, name: str) -> str:
    row = next((row for row in result.ours.clean.rows if row.stage == name), None)
    return " " * 38 if row is None else _cells(Cost(cpu=row.cpu, wall=row.wall, peak=row.peak), row.done)


def _cells(cost: Cost, done: int | str = "") -> str:
    wall = f"{cost.wall:9.1f}" if cost.wall else " " * 9
    return f"{cost.cpu:10.2f}{wall}{cost.peak:9.0f}{done:>10}"


def _totals(results: Sequence[Result]) -> Iterator[str]:
    ours = [result.ours for result in results]
    yield f"{'clean build':<26}" + "".join(_cells(one.clean.cost) for one in ours)
    yield f"{'  of it, the page stage':<26}" + "".join(f"{one.clean.pages:10.2f}{'':28}" for one in ours)
    yield f"{'nothing changed':<26}" + "".join(_cells(one.idle.cost, one.touched) for one in ours)
    yield f"{'one cell changed':<26}" + "".join(_cells(one.changed.cost, one.rewritten) for one in ours)
    if any(result.peer for result in results):
        yield f"{'MkDocs Material':<26}" + "".join(_cells(result.peer.cost) if result.peer else " " * 38 for result in results)


def _sizes(results: Sequence[Result]) -> Iterator[str]:
    for name, outputs in (
        ("our site", [result.output for result in results]),
        ("Material's site", [result.peer.output if result.peer else None for result in results]),
    ):
        if any(outputs):
            yield f"{name:<26}" + "".join(f"{_weight(output) if output else '':>38}" for output in outputs)


def _weight(output: Output) -> str:
    return f"{output.pages} pages, {output.html / 1e6:.1f} MB HTML, {output.whole / 1e6:.1f} MB"
