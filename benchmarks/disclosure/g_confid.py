"""G-Confid of Statistics Canada: its suppression, and its auditing as a second opinion on ours.

It counts cells and lines from 1, takes no empty cell (zeros are shown), and moves each cell by at most its own value. The audit
takes bounds of its own per cell: all values are lifted by one there, so that a hidden zero can take part.
"""

from typing import Any

from benchmarks.disclosure.peer import Job
from celosia.disclosure.family import Equation, Knowledge

_FAR = 10_000.0
_EQUAL = 1e-6


def suppress(job: Job) -> frozenset[int]:
    """What it hides, with the size of a cell as its price: small cells are sensitive by their own value."""
    import pandas as pd  # noqa: PLC0415 - comes with the peer
    from gconfid.suppression.suppression import Suppression  # noqa: PLC0415 - a peer, only where it is measured

    alive = {cell: float(value) for cell, value in enumerate(job.values) if value}
    sensitive = job.sensitive
    cells = pd.DataFrame(
        {
            "CellId": [float(cell + 1) for cell in alive],
            "TotalNoise": [*alive.values()],
            "Sensitivity": [size if cell in sensitive else 0.0 for cell, size in alive.items()],
            "Status": ["S" if cell in sensitive else "V" for cell in alive],
            "Type": "C",
        }
    )
    constraints = _constraints(job.family.equations, frozenset(alive))
    done = Suppression(incell=cells, inconstraint=constraints, cost_function1="Size", trace=False)
    frame = done.outsuppress.to_pandas()
    return frozenset(int(cell) - 1 for cell in frame.loc[frame["OutStatus"] == "X", "CellId"])


def audit(knowledge: Knowledge, truth: tuple[int, ...]) -> dict[int, tuple[float, float]]:
    """The least and the most that each hidden cell can be, by G-Confid's linear programs."""
    import pandas as pd  # noqa: PLC0415 - comes with the peer
    from gconfid.auditing.auditing import Auditing  # noqa: PLC0415 - a peer, only where it is measured

    hidden = frozenset(knowledge.hidden)
    cells = pd.DataFrame(
        {
            "CellId": [float(cell + 1) for cell in range(len(truth))],
            "TotalNoise": [value + 1.0 for value in truth],
            "Sensitivity": 0.0,
            "OutStatus": ["X" if cell in hidden else "P" for cell in range(len(truth))],
            "TotalLB": [least + 1.0 for least in knowledge.lower],
            "TotalUB": [value + _FAR for value in truth],
        }
    )
    constraints = _constraints(knowledge.family.equations, frozenset(range(len(truth))))
    found: Any = Auditing(incell=cells, inconstraint=constraints, trace=False).outaudit.to_pandas()
    rows = zip(found["CellId"], found["MinValue"], found["MaxValue"], strict=True)
    return {int(cell) - 1: (low - 1.0, high - 1.0) for cell, low, high in rows}


def given_away(intervals: dict[int, tuple[float, float]], k: int) -> int:
    """How many cells are exactly known, or proven under k."""
    return sum(high - low < _EQUAL or high < k - _EQUAL for low, high in intervals.values())


def _constraints(equations: tuple[Equation, ...], alive: frozenset[int]) -> Any:  # noqa: ANN401 - a pandas frame
    import pandas as pd  # noqa: PLC0415 - comes with the peer

    rows = []
    for number, line in enumerate(equations):
        if line.total in alive:
            rows.append((float(number + 1), float(line.total + 1), -1.0))
            rows += [(float(number + 1), float(part + 1), 1.0) for part in line.parts if part in alive]
    return pd.DataFrame(rows, columns=["ConstraintId", "CellId", "Coefficient"])
