"""Between which numbers a hidden cell is proven to lie: what `celosia audit --intervals` tells whoever asks for it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from celosia.disclosure.component import regions
from celosia.disclosure.family import Knowledge
from celosia.disclosure.proof import scopes
from celosia.disclosure.search import Search
from celosia.disclosure.solver import Deadline, NotProvenError

_MOST = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Both ends included, in whole numbers; `high` is none where nothing bounds the cell from above."""

    low: int
    high: int | None


def intervals(knowledge: Knowledge, *, budget: float = 60.0) -> Mapping[int, Interval]:
    """The interval of each hidden cell, by its position; without those of equations that contradict each other, or out of time.

    The ends are those of the linear program, rounded inwards: an attacker proves at least as much.
    """
    deadline = Deadline.after(budget)
    found = {
        cell: Interval(low=fact.value, high=fact.value) for region in regions(knowledge) for cell, fact in region.facts.items()
    }
    for scope in scopes(knowledge):
        search = Search(scope, deadline)
        try:
            if search.begin():
                for column, cell in enumerate(scope.component.cells):
                    found[cell] = _interval(search, column, scope.component.lower[column])
        except NotProvenError:
            continue
    return found


def _interval(search: Search, column: int, lower: int) -> Interval:
    high = search.roof(column, 1, _MOST).most
    return Interval(low=-search.roof(column, -1, -lower).most, high=high if high < _MOST else None)
