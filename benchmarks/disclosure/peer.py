"""The tools of statistical offices on our instances, each in a process of its own with a limit of time.

`python -m benchmarks.disclosure.peer NAME` reads a job and writes its answer, both as JSON: a peer that crashes, hangs or is
not installed costs its own line of the table only.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

from celosia.disclosure.family import Equation, Family

Name = Literal["argus-opt", "argus-mod", "g-confid"]
NAMES: Mapping[Name, str] = {
    "argus-opt": "τ-ARGUS OPT (pytauargus)",
    "argus-mod": "τ-ARGUS MOD (pytauargus)",
    "g-confid": "G-Confid",
}
_ADAPTERS: Mapping[Name, tuple[str, str, str]] = {
    "argus-opt": ("benchmarks.disclosure.argus", "optimal", "pytauargus"),
    "argus-mod": ("benchmarks.disclosure.argus", "modular", "pytauargus"),
    "g-confid": ("benchmarks.disclosure.g_confid", "suppress", "gconfid.suppression.suppression"),
}

_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A family with its truth and threshold: cells from 1 to k−1 are to be protected by their own value, zeros are shown."""

    family: Family
    values: tuple[int, ...] = field(repr=False)
    k: int

    @property
    def sensitive(self) -> frozenset[int]:
        """The primary cells."""
        return frozenset(cell for cell, value in enumerate(self.values) if 0 < value < self.k)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a peer hides and how long it took, or why there is no answer."""

    hidden: frozenset[int] = frozenset()
    seconds: float = 0.0
    failure: str = ""


Adapter = Callable[[Job], frozenset[int]]


def ask(name: Name, job: Job, limit: float) -> Answer:
    """The answer of a peer, within `limit` seconds."""
    command = [sys.executable, "-m", "benchmarks.disclosure.peer", name]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, (_ROOT, _ROOT / "src")))}
    try:
        with tempfile.TemporaryDirectory() as folder:  # some leave logs where they stand
            done = subprocess.run(
                command,
                input=_written(job),
                capture_output=True,
                text=True,
                timeout=limit,
                check=False,
                cwd=folder,
                env=environment,
            )
    except subprocess.TimeoutExpired:
        return Answer(failure=f"no answer in {limit:.0f} s", seconds=limit)
    if done.returncode != 0:
        return Answer(failure=(done.stderr.strip().splitlines() or ["no answer"])[-1][:120])
    said = json.loads(done.stdout.splitlines()[-1])
    return Answer(hidden=frozenset(said["hidden"]), seconds=said["seconds"])


def main() -> None:
    """One job, from standard input to standard output."""
    module, function, package = _ADAPTERS[sys.argv[1]]  # type: ignore[index]  # a wrong name ends the process, as it should
    import_module(package)  # not part of the time
    adapter: Adapter = getattr(import_module(module), function)
    job = _read(json.load(sys.stdin))
    started = time.perf_counter()
    hidden = adapter(job)
    print(json.dumps({"hidden": sorted(hidden), "seconds": time.perf_counter() - started}))


def _written(job: Job) -> str:
    lines = [[line.total, line.parts, line.line] for line in job.family.equations]
    return json.dumps({"keys": job.family.keys, "lines": lines, "values": job.values, "k": job.k})


def _read(said: Any) -> Job:  # noqa: ANN401 - JSON
    keys = tuple(tuple((name, code) for name, code in key) for key in said["keys"])
    lines = tuple(Equation(total=total, parts=tuple(parts), line=line) for total, parts, line in said["lines"])
    family = Family(unit="persons", population="synthetic", keys=keys, equations=lines)
    return Job(family=family, values=tuple(said["values"]), k=said["k"])


if __name__ == "__main__":
    main()
