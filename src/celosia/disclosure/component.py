"""What is hidden, cut into parts that know nothing of each other: lines that share hidden cells, less what follows at once.

A line with a single hidden cell gives it away; so one by one such cells are taken out, each with the equations that tell
it (singleton elimination, the attacker's first move and the cheapest).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from celosia.disclosure.family import Equation, Knowledge
from celosia.disclosure.solver import Floats, Matrix


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Σ coefficient · cell = `right` over hidden cells, and the equations of the family that say so."""

    terms: tuple[tuple[int, int], ...]
    right: int
    equations: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A cell that follows at once: its value, and the equations that tell it."""

    value: int
    equations: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """Hidden cells that hang together by lines. `cells` are positions in the family, sorted; bounds stand in their order."""

    cells: tuple[int, ...]
    lines: tuple[Line, ...]
    lower: tuple[int, ...]
    upper: tuple[int | None, ...]

    @property
    def equations(self) -> tuple[int, ...]:
        """All equations that any line rests on."""
        return tuple(sorted(frozenset[int]().union(*(line.equations for line in self.lines))))

    def cost(self, cell: int, sign: int = 1) -> Floats:
        """The objective that pushes one cell up, or down."""
        cost = np.zeros(len(self.cells))
        cost[self.cells.index(cell)] = sign
        return cost

    def matrix(self) -> Matrix:
        """The lines as a matrix over `cells`."""
        column = {cell: position for position, cell in enumerate(self.cells)}
        terms = [term for line in self.lines for term in line.terms]
        return Matrix(
            starts=np.cumsum([0, *(len(line.terms) for line in self.lines)], dtype=np.int32),
            columns=np.array([column[cell] for cell, _ in terms], dtype=np.int32),
            coefficients=np.array([coefficient for _, coefficient in terms], dtype=np.float64),
            right=np.array([line.right for line in self.lines], dtype=np.float64),
            lower=np.array(self.lower, dtype=np.float64),
            upper=np.array([np.inf if bound is None else bound for bound in self.upper], dtype=np.float64),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Hidden cells that hang together: what is known of them at once, and the components that are left.

    `broken` are equations that cannot all hold, if elimination came upon any: then nothing else is known.
    """

    cells: tuple[int, ...]
    facts: Mapping[int, Fact]
    components: tuple[Component, ...]
    broken: frozenset[int] = frozenset()


def regions(knowledge: Knowledge) -> Iterator[Region]:
    """All hidden cells in regions that know nothing of each other, smallest position first."""
    lines = [_line(knowledge, position, equation) for position, equation in enumerate(knowledge.family.equations)]
    for cells, tied in _connected(knowledge.hidden, [line for line in lines if line.terms]):
        known, rest, broken = _eliminate(knowledge, cells, tied)
        left = [cell for cell in cells if cell not in known]
        parts = () if broken else tuple(_component(knowledge, *part) for part in _connected(left, rest))
        yield Region(cells=cells, facts={} if broken else known, components=parts, broken=broken)


def visible_faults(knowledge: Knowledge) -> Iterator[int]:
    """Equations without hidden cells that do not add up."""
    for position, equation in enumerate(knowledge.family.equations):
        line = _line(knowledge, position, equation)
        if line.right and not line.terms:
            yield position


def _line(knowledge: Knowledge, position: int, equation: Equation) -> Line:
    coefficients: dict[int, int] = defaultdict(int)
    right = 0
    for cell, sign in ((equation.total, 1), *((part, -1) for part in equation.parts)):
        value = knowledge.values[cell]
        if value is None:
            coefficients[cell] += sign
        else:
            right -= sign * value
    terms = tuple((cell, coefficient) for cell, coefficient in sorted(coefficients.items()) if coefficient)
    return Line(terms=terms, right=right, equations=frozenset({position}))


def _connected(cells: Iterable[int], lines: Iterable[Line]) -> Iterator[tuple[tuple[int, ...], list[Line]]]:
    """Cells that hang together, with their lines; smallest position first."""
    leader = {cell: cell for cell in cells}

    def lead(cell: int) -> int:
        while leader[cell] != cell:
            leader[cell] = cell = leader[leader[cell]]
        return cell

    lines = list(lines)
    for line in lines:
        for cell, _ in line.terms[1:]:
            first, second = sorted((lead(line.terms[0][0]), lead(cell)))
            leader[second] = first
    members, tied = defaultdict(list), defaultdict(list)
    for cell in sorted(leader):
        members[lead(cell)].append(cell)
    for line in lines:
        tied[lead(line.terms[0][0])].append(line)
    for first in sorted(members):
        yield tuple(members[first]), tied[first]


def _eliminate(
    knowledge: Knowledge, cells: tuple[int, ...], lines: list[Line]
) -> tuple[dict[int, Fact], list[Line], frozenset[int]]:
    """Facts, the lines that are left over, and the equations that contradict each other, if any do."""
    nothing = frozenset[int]()
    known = {cell: Fact(value=value, equations=nothing) for cell in cells if (value := _closed(knowledge, cell)) is not None}
    rest = [_reduce(line, known) for line in lines] if known else lines
    while True:
        for line in rest:
            if not line.terms and line.right:
                return known, rest, line.equations
        rest = [line for line in rest if line.terms]
        single = [line for line in rest if len(line.terms) == 1]
        if not single:
            return known, rest, frozenset()
        for line in single:
            cell, coefficient = line.terms[0]
            value, remainder = divmod(line.right, coefficient)
            if remainder or not _is_within(knowledge, cell, value):
                return known, rest, line.equations
            if cell not in known or len(line.equations) < len(known[cell].equations):
                known[cell] = Fact(value=value, equations=line.equations)
        rest = [_reduce(line, known) for line in rest]


def _closed(knowledge: Knowledge, cell: int) -> int | None:
    return knowledge.lower[cell] if knowledge.lower[cell] == knowledge.upper[cell] else None


def _is_within(knowledge: Knowledge, cell: int, value: int) -> bool:
    upper = knowledge.upper[cell]
    return knowledge.lower[cell] <= value and (upper is None or value <= upper)


def _reduce(line: Line, known: Mapping[int, Fact]) -> Line:
    told = [(cell, coefficient) for cell, coefficient in line.terms if cell in known]
    if not told:
        return line
    return Line(
        terms=tuple(term for term in line.terms if term[0] not in known),
        right=line.right - sum(coefficient * known[cell].value for cell, coefficient in told),
        equations=line.equations.union(*(known[cell].equations for cell, _ in told)),
    )


def _component(knowledge: Knowledge, cells: tuple[int, ...], lines: list[Line]) -> Component:
    return Component(
        cells=cells,
        lines=tuple(lines),
        lower=tuple(knowledge.lower[cell] for cell in cells),
        upper=tuple(knowledge.upper[cell] for cell in cells),
    )
