"""The search for witnesses: many cells pushed at once, then one by one what is left, until each is proven or exposed.

A small component is pushed by one linear program, capped at what is needed so that no cell takes all there is, and a vertex
that is not whole is rounded by an integer program in the box around it. A large one is pushed by exchanges between layers.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import floor

import highspy
import numpy as np
from numpy.typing import NDArray

from celosia.disclosure.derivation import Derivation, derive, shortest
from celosia.disclosure.exchange import deal, dimensions, exchange
from celosia.disclosure.solver import Answer, Deadline, Floats, Limits, NotProvenError, Program
from celosia.disclosure.witness import Scope, Witnesses

Flags = NDArray[np.bool_]

_LARGE = 800
_SWEEPS = 8
_PATIENCE = 24
_WIDTHS = (0, 1, 3)
_ROUNDING = 3.0
_EXACTNESS = 20.0
_GAP = 0.1
_TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Roof:
    """The most that sign · cell can be where fractions are allowed, rounded down; and the answer that says so."""

    most: int
    answer: Answer


class Search:
    """An attack on one component: its program, kept warm, and the witnesses found so far."""

    def __init__(self, scope: Scope, deadline: Deadline, engine: Callable[[], highspy.Highs] = highspy.Highs) -> None:
        self.witnesses = Witnesses(scope)
        self._component = scope.component
        self._deadline = deadline
        self._engine = engine
        self._matrix = scope.component.matrix()
        self._program = Program(self._matrix, engine=engine)
        self._dimensions = dimensions(scope.knowledge.family, scope.component)
        self._chance = np.random.default_rng(0)

    @property
    def is_large(self) -> bool:
        """Too large for integer programs over all cells to be quick."""
        return len(self._component.cells) > _LARGE

    def begin(self) -> bool:
        """Find a first table; `False` where there is none, because the equations contradict each other."""
        if self.witnesses.tables:
            return True
        limits = self._matrix.limits(np.zeros(len(self._component.cells)))
        answer = self._relaxed(limits)
        if answer.status == "infeasible":
            return False
        if self.witnesses.propose(answer.values) or (not self.is_large and self._round(answer.values, limits)):
            return True
        return self._whole(limits, self._deadline.left()).status != "infeasible"

    def push(self, rise: Flags, move: Flags, k: int) -> None:
        """Push some cells up to `k` and some away from the only value they were seen at, all at once."""
        last, witnesses = self.witnesses.last, self.witnesses
        sign = self._chance.choice((-1.0, 1.0), len(last))
        sign[witnesses.low <= self._matrix.lower] = 1.0
        sign[witnesses.high >= self._matrix.upper] = -1.0
        up, down = move & ~rise & (sign > 0), move & ~rise & (sign < 0)
        weight = self._chance.uniform(0.5, 1.5, len(last))
        if self.is_large:
            weight *= self._chance.integers(0, 2, len(last))
        limits = self._matrix.limits(np.where(rise, weight, np.where(up | down, 3 * sign, 0.0)))
        limits.upper[rise] = np.minimum(limits.upper[rise], np.maximum(k, last[rise]))
        limits.upper[up], limits.lower[down] = last[up] + 1, last[down] - 1
        if self.is_large:
            self._exchanges(limits)
        else:
            answer = self._relaxed(limits)
            if answer.status != "infeasible" and not witnesses.propose(answer.values):
                self._round(answer.values, limits)

    def roof(self, column: int, sign: int, cap: int) -> Roof:
        """The most that sign · cell can be, up to `cap`, if it need not be whole."""
        answer = self._relaxed(self._capped(column, sign, cap))
        if answer.status == "infeasible":
            message = "there was a witness, and now there is no table"
            raise NotProvenError(message)
        self.witnesses.propose(answer.values)
        return Roof(most=floor(sign * answer.values[column] + _TOLERANCE), answer=answer)

    def most(self, column: int, sign: int, cap: int, *, witnessed: bool = True) -> Derivation:
        """The most that sign · cell can be in whole numbers, up to `cap`: the equations allow no more, and a witness is there.

        Where the cell is exposed all the same, a large component need not be searched for a witness of how much it is:
        `witnessed=False`. Raises `NotProvenError` where the time runs out first.
        """
        roof = self.roof(column, sign, cap)
        if (witnessed and roof.most >= cap) or not self.is_large:
            if self.seen(column, sign) < roof.most:
                self._reach(column, sign, roof)
            if self.seen(column, sign) < roof.most:
                return self._exactly(column, sign, roof.most)
        if roof.most >= cap:
            return Derivation(most=roof.most, equations=frozenset())
        cell = self._component.cells[column]
        found = derive(self._component, cell, sign, roof.answer.duals)
        if found is None or found.most > roof.most:
            return self._exactly(column, sign, cap)
        return shortest(self._component, cell, sign, found)

    def seen(self, column: int, sign: int) -> int:
        """The most of sign · cell in any witness."""
        return int(self.witnesses.high[column] if sign > 0 else -self.witnesses.low[column])

    def _exchanges(self, limits: Limits) -> None:
        table = self.witnesses.last
        for _ in range(_SWEEPS):
            self._deadline.left()
            table = exchange(self._matrix, deal(self._dimensions, self._chance), table, limits)
            self.witnesses.propose(table)

    def _reach(self, column: int, sign: int, roof: Roof) -> None:
        """Look for a whole table that is as good as a vertex: by exchanges, or near it."""
        if self.is_large:
            table, limits = self.witnesses.last, self._capped(column, sign, roof.most)
            for _ in range(_PATIENCE):
                self._deadline.left()
                table = exchange(self._matrix, deal(self._dimensions, self._chance), table, limits)
                if sign * table[column] >= roof.most and self.witnesses.propose(table):
                    return
        limits = self._matrix.limits(np.zeros(len(self._component.cells)))
        (limits.lower if sign > 0 else limits.upper)[column] = sign * roof.most
        values = roof.answer.values.copy()
        values[column] = sign * roof.most
        self._round(values, limits)

    def _exactly(self, column: int, sign: int, cap: int) -> Derivation:
        """The same by an integer program. No weights on lines prove that, so all equations are named."""
        answer = self._whole(self._capped(column, sign, cap), self._deadline.left(_EXACTNESS))
        if answer.status != "optimal":
            message = "out of time between two whole numbers"
            raise NotProvenError(message)
        return Derivation(most=self.seen(column, sign), equations=frozenset(self._component.equations))

    def _capped(self, column: int, sign: int, cap: int) -> Limits:
        limits = self._matrix.limits(self._component.cost(self._component.cells[column], sign))
        if sign > 0:
            limits.upper[column] = min(limits.upper[column], cap)
        else:
            limits.lower[column] = max(limits.lower[column], -cap)
        return limits

    def _round(self, values: Floats, limits: Limits) -> bool:
        """Find a whole table near a vertex, in wider and wider boxes."""
        broken = np.abs(values - np.rint(values)) > _TOLERANCE
        for width in _WIDTHS:
            floors = np.where(broken, np.floor(values), np.rint(values)) - width
            ceilings = np.where(broken, np.ceil(values), np.rint(values)) + width
            lower, upper = np.maximum(limits.lower, floors), np.minimum(limits.upper, ceilings)
            box = Limits(cost=limits.cost, lower=lower, upper=upper)
            try:
                answer = self._whole(box, self._deadline.left(_ROUNDING), gap=_GAP)
            except NotProvenError:
                continue
            if answer.status != "infeasible":
                return True
        return False

    def _relaxed(self, limits: Limits) -> Answer:
        return self._program.maximise(limits, self._deadline.left())

    def _whole(self, limits: Limits, seconds: float, *, gap: float = 0.0) -> Answer:
        """An integer program within limits; its table is a witness, or `NotProvenError` is raised."""
        answer = Program(self._matrix, integer=True, engine=self._engine).maximise(limits, seconds, gap=gap)
        if answer.status != "infeasible" and not self.witnesses.propose(answer.values):
            message = "the solver's table is none in whole numbers"
            raise NotProvenError(message)
        return answer
