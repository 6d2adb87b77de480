"""A problem in the form that the solver takes: only what may be hidden, in parts that have nothing to do with each other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from celosia.disclosure.family import Equation
from celosia.protect.problem import Problem, line_minimum
from celosia.protect.solver import Ints, Rows, rows

Line = tuple[tuple[int, int], ...]
"""An equation between variables: pairs of variable and sign, which sum up to a constant that everybody knows."""


@dataclass(frozen=True, kw_only=True)
class System:
    """Variables (cells that may be hidden; cells known to be equal are one) and the lines that tie them.

    `room` is how far below its value an attacker may think a variable to be. `firm` are hidden in any case: primary or latent.
    """

    cells: tuple[tuple[int, ...], ...]
    value: Ints = field(repr=False)
    room: Ints = field(repr=False)
    cost: Ints = field(repr=False)
    primary: frozenset[int] = field(repr=False)
    latent: frozenset[int] = field(repr=False)
    lines: tuple[Line, ...] = field(repr=False)

    @property
    def size(self) -> int:
        """How many variables there are."""
        return len(self.cells)

    @cached_property
    def firm(self) -> frozenset[int]:
        """The variables that are hidden in every pattern."""
        return self.primary | self.latent

    @cached_property
    def matrix(self) -> Rows:
        """The lines as rows."""
        return rows([([one for one, _ in line], [sign for _, sign in line]) for line in self.lines], self.size)

    @cached_property
    def lines_of(self) -> tuple[tuple[int, ...], ...]:
        """The lines that hold each variable."""
        found: list[list[int]] = [[] for _ in range(self.size)]
        for number, line in enumerate(self.lines):
            for variable, _ in line:
                found[variable].append(number)
        return tuple(map(tuple, found))


def systems(problem: Problem) -> tuple[tuple[System, ...], frozenset[int]]:
    """The independent parts of a problem that hold something to protect, and the primary cells that cannot be hidden at all."""
    group = _groups(problem)
    members: dict[int, list[int]] = {}
    for cell, leader in enumerate(group):
        members.setdefault(leader, []).append(cell)
    eligible = problem.eligible
    usable = {leader for leader, cells in members.items() if eligible.issuperset(cells)}
    lines = [line for equation in problem.family.equations if (line := _line(equation, group))]
    usable, lines = _hideable(problem, usable, lines, members)
    lost = frozenset(cell for cell in problem.primary if group[cell] not in usable)
    wanted = problem.primary | problem.latent
    parts = [part for part in _parts(usable, lines) if any(wanted.intersection(members[leader]) for leader in part)]
    return tuple(_system(problem, part, lines, members) for part in parts), lost


def _groups(problem: Problem) -> list[int]:
    """For each cell the first of the cells that everybody knows to be equal to it: a total with one possible part."""
    leader = list(range(len(problem.values)))
    for equation in problem.family.equations:
        possible = [part for part in equation.parts if part not in problem.impossible]
        if len(possible) == 1 and equation.total not in problem.impossible:
            first, second = sorted((_root(leader, equation.total), _root(leader, possible[0])))
            leader[second] = first
    return [_root(leader, cell) for cell in leader]


def _root(leader: list[int], cell: int) -> int:
    while leader[cell] != cell:
        cell = leader[cell]
    return cell


def _line(equation: Equation, group: list[int]) -> dict[int, int]:
    line = {group[equation.total]: 1}
    for part in equation.parts:
        line[group[part]] = line.get(group[part], 0) - 1
    return {leader: sign for leader, sign in line.items() if sign}


def _hideable(
    problem: Problem, usable: set[int], lines: list[dict[int, int]], members: dict[int, list[int]]
) -> tuple[set[int], list[dict[int, int]]]:
    """Without the variables of a line that has too few of them to keep a secret, until nothing changes."""
    usable = set(usable)
    while True:
        lines = [kept for line in lines if (kept := {leader: sign for leader, sign in line.items() if leader in usable})]
        few = {leader for line in lines if _too_few(problem, line, members) for leader in line}
        if not few:
            return usable, lines
        usable -= few


def _too_few(problem: Problem, line: Iterable[int], members: dict[int, list[int]]) -> bool:
    present = list(line)
    sensitive = any(problem.primary.intersection(members[leader]) for leader in present)
    return len(present) < line_minimum(problem, sensitive=sensitive)


def _parts(usable: set[int], lines: list[dict[int, int]]) -> Iterator[list[int]]:
    """The connected components, each in order."""
    leader = {one: one for one in usable}

    def root(one: int) -> int:
        while leader[one] != one:
            leader[one] = leader[leader[one]]
            one = leader[one]
        return one

    for line in lines:
        first, *others = (root(one) for one in line)
        for other in others:
            leader[root(other)] = root(first)
    found: dict[int, list[int]] = {}
    for one in sorted(usable):
        found.setdefault(root(one), []).append(one)
    yield from found.values()


def _system(problem: Problem, part: list[int], lines: list[dict[int, int]], members: dict[int, list[int]]) -> System:
    at = {leader: number for number, leader in enumerate(part)}
    inside = [line for line in lines if next(iter(line)) in at]
    cells = tuple(tuple(members[leader]) for leader in part)
    value = np.array([problem.values[own[0]] for own in cells], dtype=np.int64)
    primary = frozenset(number for number, own in enumerate(cells) if problem.primary.intersection(own))
    return System(
        cells=cells,
        value=value,
        room=value - np.array([max(problem.bounds[cell] for cell in own) for own in cells], dtype=np.int64),
        cost=np.array([sum(problem.cost[cell] for cell in own if cell not in problem.latent) for own in cells], dtype=np.int64),
        primary=primary,
        latent=frozenset(number for number, own in enumerate(cells) if problem.latent.issuperset(own)) - primary,
        lines=tuple(tuple(sorted((at[leader], sign) for leader, sign in line.items())) for line in inside),
    )
