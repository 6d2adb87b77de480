"""A witness is whole, within bounds, and agrees with every equation in whole numbers."""

import numpy as np
import pytest
from stating import stated

from celosia.disclosure.proof import scopes
from celosia.disclosure.witness import Witnesses, whole


def _witnesses() -> Witnesses:
    (scope,) = scopes(stated("t = a + b + c", shown={"t": 12}, upper={"a": 5}))
    return Witnesses(scope)


def test_a_table_that_agrees_is_taken_in() -> None:
    witnesses = _witnesses()
    assert witnesses.propose(np.array([5.0, 7.0, 0.0]))
    assert witnesses.propose(np.array([1.0, 7.0, 4.0 + 1e-9]))
    assert witnesses.tables == [(5, 7, 0), (1, 7, 4)]
    assert (witnesses.low.tolist(), witnesses.high.tolist()) == ([1, 7, 0], [5, 7, 4])


def test_a_table_that_shows_nothing_new_is_not_kept() -> None:
    witnesses = _witnesses()
    for values in ([5.0, 7.0, 0.0], [0.0, 0.0, 12.0], [3.0, 5.0, 4.0]):
        assert witnesses.propose(np.array(values))
    assert len(witnesses.tables) == 2


@pytest.mark.parametrize(
    "values",
    [
        [5.0, 7.0, 1.0],
        [6.0, 6.0, 0.0],
        [-1.0, 7.0, 6.0],
        [4.5, 7.5, 0.0],
        [float("nan"), 7.0, 5.0],
        [float("inf"), 7.0, 5.0],
        [1e300, 7.0, 5.0],
    ],
    ids=["sum", "upper", "lower", "fraction", "nan", "infinite", "huge"],
)
def test_any_other_table_is_none(values: list[float]) -> None:
    witnesses = _witnesses()
    assert not witnesses.propose(np.array(values))
    assert witnesses.tables == []


def test_sums_are_exact_where_floating_point_is_not() -> None:
    """Near 2⁵³ a float cannot tell a number from the next."""
    large = 2**53 - 2
    (scope,) = scopes(stated("t = a + b", shown={"t": large + 1}))
    witnesses = Witnesses(scope)
    assert not witnesses.propose(np.array([float(large), 0.0]))
    assert witnesses.propose(np.array([float(large), 1.0]))


def test_values_that_are_all_but_whole_are_rounded() -> None:
    assert whole(np.array([0.9999999, 2.0000001])) == (1, 2)
    assert whole(np.array([0.99])) is None
