"""A derivation holds in exact fractions, whatever weights it is given, and names as few lines as it can."""

import numpy as np
from stating import cell, stated

from celosia.disclosure.component import Component, regions
from celosia.disclosure.derivation import Derivation, best, contradiction, derive, shortest
from celosia.disclosure.family import Knowledge


def _component(knowledge: Knowledge) -> Component:
    (region,) = regions(knowledge)
    (component,) = region.components
    return component


def test_a_line_bounds_its_parts() -> None:
    knowledge = stated("t = a + b + c", shown={"t": 9})
    assert best(_component(knowledge), cell(knowledge, "a"), 1) == Derivation(most=9, equations=frozenset({0}))


def test_any_weights_give_a_bound_that_holds() -> None:
    """Twice the line is a poor reason why a is at most 18, and a true one."""
    knowledge = stated("t = a + b + c", shown={"t": 9})
    found = derive(_component(knowledge), cell(knowledge, "a"), 1, np.array([-2.0]))
    assert found == Derivation(most=18, equations=frozenset({0}))


def test_weights_that_bound_nothing_derive_nothing() -> None:
    knowledge = stated("t = a + b + c", shown={"t": 9})
    assert derive(_component(knowledge), cell(knowledge, "a"), 1, np.array([0.0])) is None


def test_what_nothing_bounds_has_no_derivation() -> None:
    knowledge = stated("t = a + b", shown={})
    assert best(_component(knowledge), cell(knowledge, "a"), 1) is None


def test_half_weights_are_read_exactly() -> None:
    """a is half of what the three pairs leave: r + t − s over 2."""
    knowledge = stated("r = a + b", "s = b + c", "t = a + c", shown={"r": 10, "s": 8, "t": 6})
    assert best(_component(knowledge), cell(knowledge, "a"), 1) == Derivation(most=4, equations=frozenset({0, 1, 2}))


def test_idle_lines_are_left_out() -> None:
    knowledge = stated("t = a + b", "u = a + c", "v = b + c", shown={"t": 3, "u": 40, "v": 39})
    component = _component(knowledge)
    found = Derivation(most=3, equations=frozenset({0, 1, 2}))
    assert shortest(component, cell(knowledge, "a"), 1, found).equations == {0}


def test_lines_that_contradict_each_other_are_told_from_those_that_do_not() -> None:
    knowledge = stated("t = a + b", "u = a + b + c", "v = c + d", shown={"t": 60, "u": 50, "v": 40})
    assert contradiction(_component(knowledge)) == (0, 1)
