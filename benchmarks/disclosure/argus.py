"""τ-ARGUS through pytauargus: optimal (OPT) and modular (MOD) secondary suppression of one table without hierarchy.

Its frequency rule with a range of 100 % asks that each small cell may lie as far as its own value below and above. Zeros are
shown.
"""

import tempfile
from typing import Any

from benchmarks.disclosure.peer import Job

_TOTAL = "Total"
_COUNTED = "v"


def optimal(job: Job) -> frozenset[int]:
    """The Fischetti and Salazar optimum."""
    return _suppressed(job, "OPT(1)")


def modular(job: Job) -> frozenset[int]:
    """HiTaS, the modular heuristic."""
    return _suppressed(job, "MOD(1)")


def _suppressed(job: Job, method: str) -> frozenset[int]:
    from pytauargus import protect  # noqa: PLC0415 - a peer, only where it is measured

    dimensions = sorted({name for key in job.family.keys for name, _ in key})
    with tempfile.TemporaryDirectory() as folder:
        done = protect(
            _persons(job, dimensions),
            dimensions,
            response=_COUNTED,
            safety_rules=f"FREQ({job.k},100)",
            suppress=method,
            workdir=folder,
        )
        rows: list[dict[str, Any]] = done.tables[0].rows
    cells = {key: cell for cell, key in enumerate(job.family.keys)}
    hidden = (row for row in rows if row["status"] in {"U", "M"})
    return frozenset(cells[tuple((name, row[name]) for name in dimensions if row[name] != _TOTAL)] for row in hidden)


def _persons(job: Job, dimensions: list[str]) -> dict[str, list[Any]]:
    """One row for each person, which is how τ-ARGUS takes counts."""
    columns: dict[str, list[Any]] = {name: [] for name in (*dimensions, _COUNTED)}
    for key, value in zip(job.family.keys, job.values, strict=True):
        if len(key) == len(dimensions):
            for name, code in key:
                columns[name] += [code] * value
            columns[_COUNTED] += [1.0] * value
    return columns
