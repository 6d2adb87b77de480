"""Whether a pattern is valid: every target has its moves, or a cut says what the pattern lacks.

A move stays good for every pattern that hides what it touches, so what was once found is kept and tried first.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

import numpy as np

from celosia.protect.cut import Cut, Cutter
from celosia.protect.growth import growth
from celosia.protect.line import Capacities
from celosia.protect.move import Move, Mover, meets
from celosia.protect.problem import Problem
from celosia.protect.solver import Floats
from celosia.protect.system import System
from celosia.protect.target import Target, targets

_KEPT = 24
"""Moves that are remembered for each target: enough to find two that share nothing."""

_FAINT = 1e-3
"""What a shown variable weighs while a cut is sought: among many cuts, that prefers those with few variables."""

_CLEAR = 1e-4
_PATIENCE = 100
"""After so many targets without a cut, a fractional pattern is left to the integer program."""

_MET = -1
_HELD = 0.01
_LASTING = 4.0
"""What it costs a move to touch what may be shown in the next pattern; a move of firm variables lasts."""


class Evidence:
    """The moves found so far on a system, and the attackers who find more."""

    def __init__(self, problem: Problem, system: System) -> None:
        self.system = system
        self.owed = tuple(targets(problem, system, variable) for variable in range(system.size))
        reach = max((distance for owed in self.owed for target in owed for _, distance in target.sides), default=1)
        price = np.array([1.0 if variable in system.firm else _LASTING for variable in range(system.size)])
        self._mover, self._cutter = Mover(system, price), Cutter(system, reach)
        self._everywhere = Mover(system)
        self._everywhere.within(range(system.size))
        self._exempt = {target: _too_small(system, target) for owed in self.owed for target in owed}
        self._growth: dict[Target, frozenset[int] | None] = {}
        self._possible: dict[tuple[Target, int | None], bool] = {}
        self._moves: dict[Target, deque[Move]] = {target: deque(maxlen=_KEPT) for owed in self.owed for target in owed}
        self._shared: dict[Target, frozenset[int]] = {}
        self._settled: set[Target] = set()

    def open_targets(self, hidden: Iterable[int]) -> list[Target]:
        """What the variables of a pattern owe, less what the firm ones give alone; what reaches far first: it proves most."""
        found = [target for variable in sorted(hidden) for target in self.owed[variable] if target not in self._settled]
        return sorted(found, key=lambda target: -target.up)

    def settle(self) -> None:
        """Find out which targets the firm variables meet by themselves, whatever else is hidden."""
        firm = self.system.firm
        self._mover.within(firm)
        owed = self.open_targets(firm)
        beyond = {target for _, target, _ in Capacities(self.system, owed).broken(self.weight(firm))}
        for target in owed:
            if target not in beyond and next(self._lacking(target, firm, sure=False), _MET) is _MET:
                self._settled.add(target)

    def weight(self, hidden: Iterable[int]) -> Floats:
        """A pattern as a vector of zeros and ones."""
        weight = np.zeros(self.system.size)
        weight[sorted(hidden)] = 1.0
        return weight

    def hopeless(self) -> frozenset[int]:
        """The firm variables that stay open with everything hidden, insiders aside."""
        return frozenset(
            target.variable for target in self.open_targets(self.system.firm) if not self.is_possible(target, None)
        )

    def cuts(self, hidden: AbstractSet[int]) -> Iterator[Cut]:
        """Inequalities that a pattern violates and all valid ones obey; none if it is valid."""
        self._mover.within(hidden)
        for target in self.open_targets(hidden):
            for excluded in self._lacking(target, hidden):
                cut = self._cut(hidden, target, excluded)
                if cut is not None:
                    yield cut
                    break

    def is_valid(self, hidden: AbstractSet[int]) -> bool:
        """Whether every target has its moves."""
        self._mover.within(hidden)
        lacking = (excluded for target in self.open_targets(hidden) for excluded in self._lacking(target, hidden))
        return next(lacking, _MET) is _MET

    def additions(self, hidden: AbstractSet[int]) -> frozenset[int]:
        """What to hide so that the targets which a pattern lacks are met one by one, each at little cost."""
        self._mover.within(hidden)
        wanting = [(target, excluded) for target in self.open_targets(hidden) for excluded in self._lacking(target, hidden)]
        added: frozenset[int] = frozenset()
        price = self.system.cost.astype(np.float64)
        price[sorted(hidden)] = _HELD
        mover = Mover(self.system, price) if wanting else self._mover
        mover.within(range(self.system.size))
        for target, excluded in wanting:
            if not self._has(target, excluded, hidden | added):
                move = mover.move(target, excluded)
                self._keep(move)
                added |= move.support - hidden if move else frozenset()
        return added

    def _has(self, target: Target, excluded: int | None, hidden: AbstractSet[int]) -> bool:
        """Whether a move is known that meets a target without an insider's help."""
        return any(excluded not in move.support for move in self.moves(hidden, target))

    def fractional_cuts(self, weight: Floats) -> Iterator[Cut]:
        """Cuts that a fractional pattern violates, for what the firm variables owe."""
        self._cutter.weigh(weight)
        found = False
        for number, target in enumerate(self.open_targets(self.system.firm)):
            if number > _PATIENCE and not found:
                return
            cut = self._cutter.cut(target, None)
            if cut is not None and cut.lack(weight) > _CLEAR:
                found = True
                yield cut

    def _cut(self, hidden: AbstractSet[int], target: Target, excluded: int | None) -> Cut | None:
        """Why a pattern lacks a target; none if it does not, after all."""
        weight = self.weight(hidden)
        for faint in (_FAINT, 0.0):
            self._cutter.weigh(np.maximum(weight, faint))
            cut = self._cutter.cut(target, excluded)
            if cut is not None and cut.lack(weight) > _CLEAR:
                return cut
        move = self._mover.integer_move(target, excluded)
        if move is None:
            return self._one_more(hidden, target)
        self._keep(move)
        return None

    def moves(self, hidden: AbstractSet[int], target: Target) -> list[Move]:
        """The known moves within a pattern that meet a target."""
        return [move for move in self._moves[target] if move.support <= hidden]

    def _one_more(self, hidden: AbstractSet[int], target: Target) -> Cut:
        """What no relation of the lines says, the integers do: this pattern is not enough, so neither is any part of it."""
        others = np.array([variable for variable in range(self.system.size) if variable not in hidden], dtype=np.int64)
        return Cut(variables=others, shares=np.ones(len(others)), target=target.variable)

    def _lacking(self, target: Target, hidden: AbstractSet[int], *, sure: bool = True) -> Iterator[int | None]:
        """Why a target is not met: `None` if it is not met at all, else the insiders for whom it is not; empty if it is met.

        `sure`: leave out the insiders against whom nothing helps.
        """
        known = self.moves(hidden, target) or self._found(target)
        if not known:
            yield None
        elif target.robust:
            shared = frozenset.intersection(*(move.support for move in known))
            found = self._insiders(target, shared - {target.variable} - self._exempt[target])
            yield from (insider for insider in found if not sure or self.is_possible(target, insider))

    def _insiders(self, target: Target, shared: frozenset[int]) -> Iterator[int]:
        """Those of the `shared` variables, which all known moves touch, without which there is no move."""
        for move in self._found(target, avoided=shared) if shared else ():
            shared &= move.support
        while shared:
            excluded = min(shared)
            found = self._found(target, excluded, shared)
            if not found:
                yield excluded
            shared = frozenset.intersection(shared - {excluded}, *(move.support for move in found))

    def is_possible(self, target: Target, excluded: int | None) -> bool:
        """Whether a target can be met against an insider at all, with everything hidden: else he needs no table to know."""
        if excluded in self._exempt[target]:
            return False
        if any(excluded not in move.support for move in self._moves[target]):
            return True
        asked = target, excluded
        if asked not in self._possible:
            self._possible[asked] = self._grows(target, excluded) or self._moves_somewhere(target, excluded)
        return self._possible[asked]

    def _grows(self, target: Target, excluded: int | None) -> bool:
        if target not in self._growth:
            grown = growth(self.system, target.variable, target.up) if target.up else None
            self._growth[target] = None if grown is None else grown.support
        support = self._growth[target]
        return support is not None and excluded not in support

    def _moves_somewhere(self, target: Target, excluded: int | None) -> bool:
        move = self._everywhere.move(target, excluded)
        self._keep(move)
        if move is None and excluded is not None:
            self._exempt[target] |= {excluded}
        return move is not None

    def _found(self, target: Target, excluded: int | None = None, avoided: frozenset[int] = frozenset()) -> list[Move]:
        """A new move, or no move."""
        move = self._mover.move(target, excluded, avoided)
        self._keep(move, target)
        return [move] if move else []

    def _keep(self, move: Move | None, asked: Target | None = None) -> None:
        """Remember a move for whatever it proves, where that is news: what was asked for, or what others all shared."""
        if move is None:
            return
        for variable in move.support:
            for target in self.owed[variable]:
                kept, shared = self._moves[target], self._shared.get(target)
                news = target == asked or shared is None or (target.robust and not shared <= move.support)
                if news and meets(move, target):
                    kept.append(move)
                    self._shared[target] = move.support if shared is None else shared & move.support


def _too_small(system: System, target: Target) -> frozenset[int]:
    """The totals that hold a target and are too small themselves: who knows one needs no table to know that its parts are."""
    reached, found = {target.variable}, [target.variable]
    while found:
        part = found.pop()
        for line in system.lines_of[part]:
            signs = dict(system.lines[line])
            above = {one for one, sign in signs.items() if sign > 0 > signs[part]} - reached
            reached |= above
            found += sorted(above)
    due = int(system.value[target.variable]) + target.up
    return frozenset(one for one in reached - {target.variable} if not target.down and system.value[one] < due)
