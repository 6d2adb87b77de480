"""One table (stages by N), then the ratios that were promised, each with its limit. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.gate import Output
from benchmarks.material import Peer
from benchmarks.measure import Cost
from benchmarks.ours import Ours

_PROMISED = 1000
"""The number of datasets from which the shares are promised."""


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
    """What was measured, and the most that it may be where that is promised."""

    name: str
    value: float
    limit: float | None

    @property
    def kept(self) -> bool:
        """Whether no promise is broken."""
        return self.limit is None or self.value <= self.limit


def table(results: Sequence[Result]) -> str:
    """Stages down, sizes across: CPU seconds, wall seconds, memory peak so far (MB), things done."""
    head = f"{'':<26}" + "".join(f"{f'N = {result.ours.count}':>38}" for result in results)
    units = f"{'':<26}" + f"{'CPU s':>10}{'wall s':>9}{'peak MB':>9}{'done':>10}" * len(results)
    names = dict.fromkeys(row.stage for result in results for row in result.ours.clean.rows)
    lines = [f"{name:<26}" + "".join(_stage(result, name) for result in results) for name in names]
    return "\n".join((head, units, *lines, "", *_totals(results), "", *_sizes(results)))


def ratios(results: Sequence[Result]) -> Iterator[Ratio]:
    """What the build promises for each N (shares only where N is large), and the growth from the smallest to the largest."""
    for result in results:
        ours, count = result.ours, result.ours.count
        for name, value, limit in _shares(result):
            yield Ratio(name=f"{name}, N = {count}", value=value, limit=limit if count >= _PROMISED else None)
        yield Ratio(name=f"rebuild differs from a clean build, N = {count}", value=float(not ours.same), limit=0.0)
        yield Ratio(name=f"files touched by a build with no change, N = {count}", value=float(ours.touched), limit=0.0)
    if len(results) > 1:
        first, last = results[0].ours, results[-1].ours
        growth = (last.clean.cost.cpu / last.count) / (first.clean.cost.cpu / first.count)
        yield Ratio(name=f"CPU per dataset, N = {last.count} / N = {first.count}", value=growth, limit=1.2)


def _shares(result: Result) -> Iterator[tuple[str, float, float]]:
    """What falls with N: the navigation of the peer grows with its square, and our start is the same for any N."""
    ours = result.ours
    if result.peer:
        output, peer = result.output, result.peer.output
        yield "page stage CPU / Material CPU", ours.clean.pages / result.peer.cost.cpu, 0.1
        yield "HTML bytes / Material's", output.html / peer.html, 0.1
        yield "whole output / Material's", output.whole / peer.whole, 0.1
    yield "rebuild after one cell / clean build CPU", ours.changed.cost.cpu / ours.clean.cost.cpu, 0.03


def verdict(ratio: Ratio) -> str:
    """A ratio as a line."""
    told = f"{ratio.name:<58}{ratio.value:>10.4g}"
    return told if ratio.limit is None else f"{told}   at most {ratio.limit:<5g} {'kept' if ratio.kept else 'BROKEN'}"


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
