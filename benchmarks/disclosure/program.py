"""All the tables of whole numbers that somebody must hold possible, as an integer program in the cells themselves.

Written for the judge alone, and in another way than what it judges: the unknowns are counts, not deviations from the truth, all
are integers, and an answer is a table that is proven again in Python's own integers. HiGHS only proposes.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import highspy
import numpy as np

from celosia.disclosure.family import Equation, Knowledge

Table = tuple[int, ...]
Answer = Table | Literal["none", "unknown"]

_SECONDS = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Hidden cells with their signs, and what they add up to once the published ones are taken away."""

    terms: tuple[tuple[int, int], ...]
    amount: int


class Program:
    """The tables that agree with `knowledge`. `push` is how far each cell is worth pushing in `possible`."""

    def __init__(self, knowledge: Knowledge, push: int) -> None:
        self._knowledge = knowledge
        self._push = push
        self._column = {cell: column for column, cell in enumerate(knowledge.hidden)}
        self._lines = tuple(_line(knowledge, equation) for equation in knowledge.family.equations)
        self._highs = _solver(self._model())

    @property
    def contradictory(self) -> bool:
        """Whether published cells alone do not add up."""
        return any(not line.terms and line.amount for line in self._lines)

    def possible(self, floors: Mapping[int, int], ceilings: Mapping[int, int], wanted: Iterable[int]) -> Answer:
        """A table with some cells bounded, in which as many `wanted` as possible are high."""
        wanted = [self._column[cell] for cell in wanted]
        bounded = sorted({*floors, *ceilings})
        for cell in bounded:
            low, high = _bounds(self._knowledge, cell)
            low, high = max(low, floors.get(cell, low)), min(high, ceilings.get(cell, high))
            if low > high:
                return self._restored(bounded, "none")
            self._bound(cell, low, high)
        self._aim(wanted)
        return self._restored(bounded, self._solve())

    def _restored(self, bounded: Iterable[int], answer: Answer) -> Answer:
        for cell in bounded:
            self._bound(cell, *_bounds(self._knowledge, cell))
        return answer

    def _bound(self, cell: int, low: float, high: float) -> None:
        self._highs.changeColBounds(self._column[cell], low, high)

    def _aim(self, wanted: list[int]) -> None:
        size = len(self._column)
        cost = np.zeros(2 * size)
        cost[[size + column for column in wanted]] = 1.0
        self._highs.changeColsCost(2 * size, np.arange(2 * size, dtype=np.int32), cost)

    def _solve(self) -> Answer:
        self._highs.run()
        status = self._highs.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return "none"
        values = self._highs.getSolution().col_value
        if len(values) < len(self._column) or status == highspy.HighsModelStatus.kNotset:
            return "unknown"
        return self._proven(values) or "unknown"

    def _proven(self, values: list[float]) -> Table | None:
        """The table in whole numbers, if it truly is one of those that agree."""
        if not all(math.isfinite(value) for value in values):
            return None
        table = {cell: round(values[column]) for cell, column in self._column.items()}
        adds_up = all(sum(sign * table[cell] for cell, sign in line.terms) == line.amount for line in self._lines)
        within = all(low <= table[cell] <= high for cell in table for low, high in (_bounds(self._knowledge, cell),))
        if not (adds_up and within):
            return None
        shown = self._knowledge.values
        return tuple(table[cell] if value is None else value for cell, value in enumerate(shown))

    def _model(self) -> highspy.HighsLp:
        """Columns: each hidden cell, then how much of `push` it reaches; rows: the lines, then reached ≤ cell."""
        size = len(self._column)
        lines = [line for line in self._lines if line.terms]
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = 2 * size, len(lines) + size
        model.sense_ = highspy.ObjSense.kMaximize
        bounds = [_bounds(self._knowledge, cell) for cell in self._column]
        model.col_cost_ = np.zeros(2 * size)
        model.col_lower_ = np.array([low for low, _ in bounds] + [0.0] * size, dtype=float)
        model.col_upper_ = np.array([high for _, high in bounds] + [float(self._push)] * size, dtype=float)
        model.row_lower_ = np.array([line.amount for line in lines] + [-math.inf] * size, dtype=float)
        model.row_upper_ = np.array([line.amount for line in lines] + [0.0] * size, dtype=float)
        rows = [[(self._column[cell], sign) for cell, sign in line.terms] for line in lines]
        rows += [[(column, -1), (size + column, 1)] for column in range(size)]
        matrix = model.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kRowwise
        matrix.start_ = np.cumsum([0] + [len(row) for row in rows])
        matrix.index_ = np.array([column for row in rows for column, _ in row], dtype=np.int32)
        matrix.value_ = np.array([sign for row in rows for _, sign in row], dtype=float)
        model.integrality_ = [highspy.HighsVarType.kInteger] * size + [highspy.HighsVarType.kContinuous] * size
        return model


def _solver(model: highspy.HighsLp) -> highspy.Highs:
    highs = highspy.Highs()  # type: ignore[no-untyped-call]  # highspy has no hints here
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("random_seed", 1)
    highs.setOptionValue("time_limit", _SECONDS)
    highs.setOptionValue("mip_rel_gap", 0.1)
    highs.passModel(model)
    return highs


def _line(knowledge: Knowledge, equation: Equation) -> Line:
    signed = ((equation.total, 1), *((part, -1) for part in equation.parts))
    values = knowledge.values
    shown = sum(sign * value for cell, sign in signed if (value := values[cell]) is not None)
    return Line(terms=tuple((cell, sign) for cell, sign in signed if values[cell] is None), amount=-shown)


def _bounds(knowledge: Knowledge, cell: int) -> tuple[float, float]:
    upper = knowledge.upper[cell]
    return knowledge.lower[cell], math.inf if upper is None else upper
