"""Against all patterns and all tables of tiny synthetic families, counted out: the pattern is valid, and none is cheaper."""

from collections.abc import Iterator
from itertools import combinations, product

import numpy as np
from benchmarks.families import generate_family
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from celosia.disclosure.family import Family
from celosia.protect.pattern import find_pattern
from celosia.protect.problem import Problem, default_costs

K = 3
INSIDER = 3
Tables = np.ndarray


def _tables(family: Family, most: int) -> Tables:
    """All tables whose inside counts from 0 to `most`, one a row."""
    depth = max(len(key) for key in family.keys)
    inside = [cell for cell, key in enumerate(family.keys) if len(key) == depth]
    counts = np.array(list(product(range(most + 1), repeat=len(inside))))
    contains = [[set(key) <= set(family.keys[cell]) for cell in inside] for key in family.keys]
    return counts @ np.array(contains, dtype=int).T


def _faults(problem: Problem, tables: Tables, hidden: frozenset[int]) -> Iterator[tuple[int, str, int | None]]:
    """What somebody finds out: cell, what of it, and the cell that he knew (or nobody)."""
    values = np.array(problem.values)
    shown = [cell for cell in range(len(values)) if cell not in hidden]
    fitting = tables[(tables[:, shown] == values[shown]).all(axis=1)]
    for known in (None, *(sorted(hidden) if problem.insider >= INSIDER else ())):
        seen = fitting if known is None else fitting[fitting[:, known] == values[known]]
        for cell in sorted(hidden - {known}):
            if values[cell] < K and seen[:, cell].max() < K:
                yield cell, "small", known
            if seen[:, cell].min() == seen[:, cell].max():
                yield cell, "exact", known
            if known is None and cell in problem.primary and seen[:, cell].min() == values[cell]:
                yield cell, "low", known


def _is_valid(problem: Problem, tables: Tables, hidden: frozenset[int], idle: set[tuple[int, str, int | None]]) -> bool:
    lines = [{equation.total, *equation.parts} for equation in problem.family.equations]
    least = INSIDER if problem.insider >= INSIDER else 2
    if any(0 < len(line & hidden) < least for line in lines):
        return False
    return all(fault in idle and fault[2] is not None for fault in _faults(problem, tables, hidden))


@settings(max_examples=25)
@given(
    shape=st.sampled_from([(4,), (3,), (2, 2)]),
    seed=st.integers(0, 10_000),
    mean=st.integers(1, 4),
    insider=st.sampled_from([1, INSIDER]),
)
def test_no_valid_pattern_is_cheaper_and_this_one_is_valid(shape: tuple[int, ...], seed: int, mean: int, insider: int) -> None:
    family, values = generate_family(shape, seed, mean=mean)
    primary = frozenset(cell for cell, value in enumerate(values) if 0 < value < K)
    assume(primary)
    cost = default_costs(family, values)
    problem = Problem(family=family, values=values, primary=primary, cost=cost, k=K, insider=insider)
    depth = max(len(key) for key in family.keys)
    tables = _tables(family, max(v for v, key in zip(values, family.keys, strict=True) if len(key) == depth) + K)
    everything = frozenset(range(len(values)))
    idle = set(_faults(problem, tables, everything))
    others = sorted(everything - primary)
    patterns = (primary.union(chosen) for size in range(len(others) + 1) for chosen in combinations(others, size))
    valid = [hidden for hidden in patterns if _is_valid(problem, tables, hidden, idle)]
    found = find_pattern(problem)
    if not valid:
        assert found.status == "refused"
        return
    assert _is_valid(problem, tables, found.hidden, idle)
    assert found.status == "optimal"
    assert found.cost == min(sum(cost[cell] for cell in hidden - primary) for hidden in valid)
