"""Who is told how far the build is: a stage with its count and seconds, shown or only measured."""

import resource
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TextIO, TypeVar

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """What a stage cost: wall and CPU seconds (children included), the memory peak so far (MB), and how much it did."""

    stage: str
    wall: float
    cpu: float
    peak: float
    done: int
    total: int


@dataclass(slots=True)
class Progress:
    """Counts the stages of one build. Writes a line that renews itself where `stream` is a terminal, else nothing."""

    stream: TextIO = field(default_factory=lambda: sys.stderr)
    timings: list[Timing] = field(default_factory=list)

    @contextmanager
    def stage(self, name: str, total: int = 0) -> Iterator["Counter"]:
        """Measure a stage; the counter that it yields is told of each thing done."""
        counter = Counter(name=name, total=total, stream=self.stream if self.stream.isatty() else None)
        wall, cpu = time.perf_counter(), _cpu()
        try:
            yield counter
        finally:
            counter.close()
            spent = time.perf_counter() - wall, _cpu() - cpu
            self.timings.append(
                Timing(stage=name, wall=spent[0], cpu=spent[1], peak=_peak(), done=counter.done, total=counter.total)
            )

    def parts(self, stage: str, costs: Mapping[str, Sequence[float]]) -> None:
        """Tell the CPU seconds of each thing that a stage made, by part of the stage. They have no wall time of their own."""
        for part, seconds in sorted(costs.items()):
            done = len(seconds)
            self.timings.append(
                Timing(stage=f"{stage}: {part}", wall=0.0, cpu=sum(seconds), peak=_peak(), done=done, total=done)
            )


@dataclass(slots=True)
class Counter:
    """n of N in a stage."""

    name: str
    total: int
    stream: TextIO | None
    done: int = 0
    started: float = field(default_factory=time.perf_counter)
    shown: float = 0.0

    def tell(self, more: int = 1) -> None:
        """So many more are done."""
        self.done += more
        now = time.perf_counter()
        if self.stream and now - self.shown > 0.1:  # noqa: PLR2004 - a tenth of a second reads as live
            self.shown = now
            self._write("\r", "")

    def each(self, things: Iterable[Thing]) -> Iterator[Thing]:
        """Hand the things on, and tell of each."""
        for thing in things:
            yield thing
            self.tell()

    def close(self) -> None:
        """Leave the last line standing."""
        if self.stream:
            self._write("\r", "\n")

    def _write(self, before: str, after: str) -> None:
        count = f" {self.done} / {self.total}" if self.total else ""
        seconds = time.perf_counter() - self.started
        if self.stream:
            self.stream.write(f"{before}{self.name:<10}{count:<14} {seconds:6.1f} s{after}")
            self.stream.flush()


def _cpu() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def _peak() -> float:
    kilobytes = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return kilobytes / 1024
