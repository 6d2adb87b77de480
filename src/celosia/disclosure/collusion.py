"""The insider's attack itself, with the true values at hand: each hidden cell known, against each small one (model iv).

A small cell is safe from whoever knows another one if some table leaves that one at its true value and brings the small one
to k. Few tables clear many pairs, for exchanges that start from the truth leave most cells as they are. Who knows a total
that is itself under k needs no table to know that its parts are: he may not know a part exactly, and no more is asked.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from math import ceil

import numpy as np

from celosia.disclosure.alibi import Alibis
from celosia.disclosure.exchange import deal, exchange
from celosia.disclosure.exposure import Exposure
from celosia.disclosure.search import Search
from celosia.disclosure.solver import Deadline, Floats, NotProvenError
from celosia.disclosure.witness import Scope

_LARGE = 800
_SWEEPS = 6
_PATIENCE = 12
_LITTLE = 0.01
_IDLE = 3
_PUSH = 1e4
_FAINT = 0.01


def betrayed(alibis: Alibis, scope: Scope, deadline: Deadline) -> Iterator[Exposure]:
    """The small cells of a component that somebody who knows one other hidden cell knows, or knows to be under k."""
    with suppress(NotProvenError):
        _sweep(alibis, deadline)
    for row in alibis.open:
        cell = scope.component.cells[alibis.small[row]]
        try:
            equations = _settle(scope, alibis, int(row), deadline)
        except NotProvenError:
            yield Exposure(cell=cell, verdict="unproven", low=None, high=None, equations=())
        else:
            if equations is not None:
                yield Exposure(cell=cell, verdict="insider", low=None, high=None, equations=tuple(sorted(equations)))


def _sweep(alibis: Alibis, deadline: Deadline) -> None:
    """From the truth, push some of the open cells at a time, until that clears little."""
    codes, chance = alibis.codes, np.random.default_rng(0)
    idle = 0
    while idle < _IDLE and len(alibis.open):
        before, table = int(alibis.shared.sum()), alibis.truth
        wanted = alibis.small[alibis.open]
        wanted = chance.choice(wanted, ceil(len(wanted) * chance.choice((0.1, 0.3, 1.0))), replace=False)
        limits = alibis.matrix.limits(np.zeros(len(table)))
        limits.cost[wanted] = chance.uniform(0.5, 1.5, len(wanted))
        limits.upper[wanted] = np.minimum(limits.upper[wanted], alibis.k)
        for _ in range(_SWEEPS):
            deadline.left()
            table = exchange(alibis.matrix, deal(codes, chance), table, limits)
            alibis.add(table)
        idle = 0 if before - alibis.shared.sum() > _LITTLE * before else idle + 1


def _settle(scope: Scope, alibis: Alibis, row: int, deadline: Deadline) -> frozenset[int] | None:
    """The equations by which somebody knows a small cell; none where nobody does."""
    _steer(alibis, row, deadline)
    for other in np.flatnonzero(alibis.shared[row]):
        if alibis.shared[row, other]:
            equations = _asked(scope, alibis, row, int(other), deadline)
            if equations is not None:
                return equations
    if alibis.shared[row].any():
        message = "a table was found that clears nobody"
        raise NotProvenError(message)
    return None


def _steer(alibis: Alibis, row: int, deadline: Deadline) -> None:
    """Bring one cell to k, and away from its value, around all who may still tell it, and then around each of them."""
    column = alibis.small[row]
    value = int(alibis.truth[column])
    for goal in (alibis.k, value + 1, value - 1):
        suspects = np.flatnonzero(alibis.suspects(row, goal))
        for held in (column, *suspects) if len(suspects) else ():
            if held == column or alibis.suspects(row, goal)[held]:
                alibis.add(_brought(alibis, row, goal, int(held), deadline))


def _brought(alibis: Alibis, row: int, goal: int, held: int, deadline: Deadline) -> Floats:
    """The truth, with a cell brought to a goal or near it; another is held, and what suspects have is changed last."""
    chance, column, small = np.random.default_rng(row), int(alibis.small[row]), len(alibis.truth) <= _LARGE
    limits, up = alibis.matrix.limits(np.zeros(len(alibis.truth))), goal > alibis.truth[column]
    if held != column:
        limits.lower[held] = limits.upper[held] = alibis.truth[held]
    limits.cost[column] = _PUSH if up else -_PUSH
    if up:
        limits.upper[column] = min(limits.upper[column], goal)
    else:
        limits.lower[column] = max(limits.lower[column], goal)
    inertia = np.where(alibis.suspects(row, goal), 1.0, _FAINT)
    table = alibis.truth
    for attempt in range(_PATIENCE):
        deadline.left()
        labels = np.zeros_like(alibis.codes[0]) if small and not attempt else deal(alibis.codes, chance)
        table = exchange(alibis.matrix, labels, table, limits, inertia)
        if table[column] == goal:
            break
    return table


def _asked(scope: Scope, alibis: Alibis, row: int, other: int, deadline: Deadline) -> frozenset[int] | None:
    """The equations by which one person proves too much; none where he does not."""
    column, value = int(alibis.small[row]), int(alibis.truth[alibis.small[row]])
    search = Search(_knowing(scope, other, int(alibis.truth[other])), deadline)
    search.witnesses.propose(alibis.truth)
    goal = value + 1 if alibis.excused[row, other] else alibis.k
    up = search.most(column, 1, goal)
    equations = None if up.most >= goal else up.equations
    if equations is not None and alibis.excused[row, other]:
        down = search.most(column, -1, 1 - value)
        equations = None if down.most > -value else equations | down.equations
    for table in search.witnesses.tables:
        alibis.add(np.array(table, dtype=np.float64))
    return equations


def _knowing(scope: Scope, column: int, value: int) -> Scope:
    """What is left to know once one cell is known."""
    component = scope.component
    lower, upper = list(component.lower), list(component.upper)
    lower[column] = upper[column] = value
    return replace(scope, component=replace(component, lower=tuple(lower), upper=tuple(upper)))
