"""The attack on one component from all sides: bulk pushes first, then each cell that is left, up and down."""

from collections.abc import Callable, Iterator

import highspy
import numpy as np

from celosia.disclosure.derivation import contradiction
from celosia.disclosure.exposure import Exposure, Verdict, judge
from celosia.disclosure.search import Flags, Search
from celosia.disclosure.solver import Deadline, NotProvenError
from celosia.disclosure.witness import Scope, Table

_IDLE = 2
_SLACK = 0.1
_LITTLE = 0.01
_MANY = 40


def besiege(
    scope: Scope,
    k: int | None,
    deadline: Deadline,
    *,
    truth: Table | None = None,
    engine: Callable[[], highspy.Highs] = highspy.Highs,
) -> tuple[tuple[Table, ...], tuple[Exposure, ...]]:
    """The witnesses of a component, and every cell that they do not prove safe. `truth` is a table to begin with."""
    search = Search(scope, deadline, engine)
    try:
        if truth is not None:
            search.witnesses.propose(np.array(truth, dtype=np.float64))
        if not search.begin():
            return (), tuple(_all(scope, contradiction(scope.component)))
    except NotProvenError:
        return (), tuple(_all(scope, None))
    _sweep(search, scope, k)
    columns = [int(column) for column in np.flatnonzero(_open(search, scope, k))]
    exposures = tuple(exposure for column in columns for exposure in _settle(search, scope, column, k))
    return tuple(search.witnesses.tables), exposures


def _all(scope: Scope, equations: tuple[int, ...] | None) -> Iterator[Exposure]:
    verdict: Verdict = "unproven" if equations is None else "inconsistent"
    for cell in scope.component.cells:
        yield Exposure(cell=cell, verdict=verdict, low=None, high=None, equations=equations or ())


def _latent(scope: Scope) -> Flags:
    return np.array([cell in scope.knowledge.latent for cell in scope.component.cells])


def _small(search: Search, scope: Scope, k: int | None) -> Flags:
    """Cells that no witness shows at k or more (nor, of latent ones, at nought)."""
    if k is None:
        return np.zeros(len(scope.component.cells), dtype=bool)
    small: Flags = (search.witnesses.high < k) & ~(_latent(scope) & (search.witnesses.low <= 0))
    return small


def _still(search: Search, scope: Scope) -> Flags:
    """Cells that have the same value in every witness."""
    still: Flags = (search.witnesses.low == search.witnesses.high) & ~_latent(scope)
    return still


def _open(search: Search, scope: Scope, k: int | None) -> Flags:
    return _small(search, scope, k) | _still(search, scope)


def _sweep(search: Search, scope: Scope, k: int | None) -> None:
    """Push while that settles many cells; then leave out the hopeless ones, and push while it settles any."""
    hopeless = np.zeros(len(scope.component.cells), dtype=bool)
    try:
        for little in (_SLACK, _LITTLE):
            _pushes(search, scope, k, hopeless, little)
            left = np.flatnonzero(_small(search, scope, k) & ~hopeless)
            if k is None or len(left) <= _MANY:
                return
            for column in left:
                hopeless[column] = search.roof(int(column), 1, k).most < k
    except NotProvenError:
        return


def _pushes(search: Search, scope: Scope, k: int | None, hopeless: Flags, little: float) -> None:
    idle = 0
    while idle < _IDLE:
        rise, move = _small(search, scope, k) & ~hopeless, _still(search, scope) & ~hopeless
        before = int((rise | move).sum())
        if not before:
            return
        search.push(rise, move, k or 0)
        after = int((_open(search, scope, k) & ~hopeless).sum())
        idle = 0 if before - after > little * before else idle + 1


def _settle(search: Search, scope: Scope, column: int, k: int | None) -> Iterator[Exposure]:
    """A cell that the sweep left over: a witness each way, or the equations that stand in the way."""
    cell, equations = scope.component.cells[column], frozenset[int]()
    latent = cell in scope.knowledge.latent
    low: int | None = None
    high: int | None = None
    verdict: Verdict | None
    try:
        up = search.most(column, 1, max(k or 0, search.seen(column, 1) + 1))
        high, equations = up.most, up.equations
        if k is None or high >= k:
            if latent or -search.seen(column, -1) < high:
                return
            down = search.most(column, -1, 1 - high)
        else:
            least = 0 if latent else scope.component.lower[column]
            down = search.most(column, -1, -least, witnessed=latent)
        low, equations = -down.most, equations | down.equations
        verdict = judge(low, high, k, latent=latent)
    except NotProvenError:
        verdict = "under-threshold" if k is not None and high is not None and high < k and not latent else "unproven"
    if verdict:
        yield Exposure(cell=cell, verdict=verdict, low=low, high=high, equations=tuple(sorted(equations)))
