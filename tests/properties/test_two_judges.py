"""The attacker of the build and the judge of the benchmarks share no code, and say the same of any pattern of hidden cells."""

from random import Random

import pytest
from benchmarks.disclosure.judge import judge, judge_insiders
from benchmarks.families import generate_family
from hypothesis import given, settings
from hypothesis import strategies as st

from celosia.disclosure.attack import attack
from celosia.disclosure.family import Knowledge
from celosia.protect.pattern import find_pattern
from celosia.protect.problem import Problem, default_costs

_SHAPES = ((3, 3), (4, 3), (5, 4), (3, 3, 2), (3, 3, 3))


def _knowledge(shape: tuple[int, ...], seed: int, share: float) -> tuple[Knowledge, tuple[int, ...]]:
    family, values = generate_family(shape, seed, mean=6)
    chance = Random(seed)
    shown = tuple(None if chance.random() < share else value for value in values)
    size = len(values)
    return Knowledge(family=family, values=shown, lower=(0,) * size, upper=(None,) * size), values


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(_SHAPES), st.integers(0, 10**6), st.floats(0.1, 0.9), st.sampled_from([None, 3, 10]))
def test_both_find_the_same_cells(shape: tuple[int, ...], seed: int, share: float, k: int | None) -> None:
    known, _ = _knowledge(shape, seed, share)
    verdict = judge(known, k)
    exposed = attack(known, k, insider=1)
    assert {exposure.cell for exposure in exposed} == verdict.exact | verdict.under
    assert {exposure.cell for exposure in exposed if exposure.verdict == "exact"} == verdict.exact


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(_SHAPES[:4]), st.integers(0, 10**6), st.sampled_from([3, 5]))
def test_a_pattern_that_was_found_is_safe_before_both(shape: tuple[int, ...], seed: int, k: int) -> None:
    family, values = generate_family(shape, seed, mean=8)
    small = frozenset(cell for cell, value in enumerate(values) if 0 < value < k)
    pattern = find_pattern(
        Problem(family=family, values=values, primary=small, cost=default_costs(family, values), k=k, budget=5)
    )
    if pattern.status == "refused":
        return
    shown = tuple(None if cell in pattern.hidden else value for cell, value in enumerate(values))
    known = Knowledge(family=family, values=shown, lower=(0,) * len(values), upper=(None,) * len(values))
    assert judge(known, k).safe
    assert attack(known, k, insider=1) == ()


@pytest.mark.parametrize("k", [3, 10])
def test_contradicting_tables_are_safe_before_neither(k: int) -> None:
    known, values = _knowledge((3, 3), 1, 0.5)
    first = next(cell for cell, value in enumerate(known.values) if value is not None)
    wrong = tuple(values[cell] + 1000 if cell == first else value for cell, value in enumerate(known.values))
    broken = Knowledge(family=known.family, values=wrong, lower=known.lower, upper=known.upper)
    assert not judge(broken, k).safe
    assert attack(broken, k, insider=1)


def test_an_insider_who_knows_one_of_two_hidden_cells_knows_the_other() -> None:
    family, values = generate_family((2, 2), 1)
    inner = [cell for cell, key in enumerate(family.keys) if len(key) == 2]
    shown = tuple(None if cell in inner else value for cell, value in enumerate(values))
    known = Knowledge(family=family, values=shown, lower=(0,) * len(values), upper=(None,) * len(values))
    found = judge(known, None)
    assert found.safe
    for cell, verdict in judge_insiders(known, None, values, found.tables):
        assert verdict.exact == set(inner) - {cell}
