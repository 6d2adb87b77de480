"""Groups exchange among themselves only: every line keeps its sum, and every block is the smallest that can move."""

import numpy as np
from stating import stated

from celosia.disclosure.component import Component, regions
from celosia.disclosure.exchange import blocks, deal, dimensions, exchange, pieces

CROSS = ("r = a + b", "s = c + d", "t = e + f", "u = a + c + e", "v = b + d + f")


def _component() -> Component:
    (region,) = regions(stated(*CROSS, shown={"r": 20, "s": 20, "t": 20, "u": 30, "v": 30}))
    (component,) = region.components
    return component


TABLE = np.full(6, 10.0)
"""a … f."""


def test_two_rows_exchange_and_the_third_stays() -> None:
    matrix, rows = _component().matrix(), np.array([0, 0, 0, 0, 1, 1])
    limits = matrix.limits(np.array([1.0, 0, 0, 0, 0, 0]))
    assert exchange(matrix, rows, TABLE, limits).tolist() == [20, 0, 0, 20, 10, 10]


def test_an_exchange_stops_where_it_is_told_to() -> None:
    matrix = _component().matrix()
    limits = matrix.limits(np.array([1.0, 0, 0, 0, 0, 0]))
    limits.upper[0] = 13
    after = exchange(matrix, np.zeros(6, dtype=np.int64), TABLE, limits)
    assert after[0] == 13
    assert matrix.residual(after) == 0
    assert np.count_nonzero(after != TABLE) == 4


def test_who_is_alone_in_a_group_of_a_line_is_in_no_block() -> None:
    found = list(blocks(_component().matrix(), np.array([0, 0, 0, 0, 1, 1])))
    assert [block.columns.tolist() for block in found] == [[0, 1, 2, 3]]
    assert list(blocks(_component().matrix(), np.arange(6))) == []


def test_the_pieces_of_a_change_keep_the_lines_each_by_itself() -> None:
    lines = ("r = a + b", "s = c + d", "u = a + b + c + d")
    (region,) = regions(stated(*lines, shown={"r": 9, "s": 9}))
    (component,) = region.components
    matrix = component.matrix()
    change = np.array([1.0, -1, 2, -2, 0])
    assert [piece.tolist() for piece in pieces(matrix, change)] == [[0, 1, 2, 3]]
    assert [piece.tolist() for piece in pieces(matrix, np.array([1.0, -1, 0, 0, 0]))] == [[0, 1]]


def test_groups_are_codes_of_a_dimension() -> None:
    knowledge = stated(*CROSS, shown={"r": 20, "s": 20, "t": 20, "u": 30, "v": 30})
    (codes,) = dimensions(knowledge.family, _component())
    assert codes.tolist() == [0, 1, 2, 3, 4, 5]
    sizes = np.bincount(deal((codes,), np.random.default_rng(1)))
    assert sizes.sum() == 6
    assert sizes.max() <= 4
