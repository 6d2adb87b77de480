"""What another program costs: its CPU and wall seconds and its peak of memory, children included."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from benchmarks.generate import EPOCH

_SOURCES = Path(__file__).resolve().parents[1] / "src"


class ProgramFailedError(Exception):
    """A measured program did not end well; the message is what it said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """CPU and wall seconds, and the memory peak of the largest process (MB)."""

    cpu: float
    wall: float
    peak: float

    def __add__(self, other: "Cost") -> "Cost":
        """One after the other."""
        return Cost(cpu=self.cpu + other.cpu, wall=self.wall + other.wall, peak=max(self.peak, other.peak))


def measured(command: Sequence[str], log: Path) -> Cost:
    """Run a program with the fixed clock and with its temporary files beside its log, in memory like the rest.

    `ProgramFailedError` with the end of its words where it fails.
    """
    environment = os.environ | {
        "SOURCE_DATE_EPOCH": EPOCH,
        "NO_MKDOCS_2_WARNING": "1",
        "TMPDIR": str(log.parent),
        "PYTHONPATH": os.pathsep.join(filter(None, (str(_SOURCES), os.environ.get("PYTHONPATH")))),
    }
    started = time.perf_counter()
    with log.open("wb") as words:
        process = subprocess.Popen(command, stdout=words, stderr=subprocess.STDOUT, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise ProgramFailedError(log.read_text(encoding="utf-8", errors="replace")[-3000:])
    return Cost(cpu=usage.ru_utime + usage.ru_stime, wall=time.perf_counter() - started, peak=usage.ru_maxrss / 1024)


def tell(words: str, stream: TextIO = sys.stderr) -> None:
    """Say how far the benchmark is, where somebody looks on."""
    if stream.isatty():
        print(words, file=stream, flush=True)
