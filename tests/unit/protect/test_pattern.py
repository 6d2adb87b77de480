"""Patterns of synthetic families: what is hidden, what is refused, and when it is not said to be proven."""

import pytest
from benchmarks.families import generate_family

from celosia.disclosure.family import Equation, Family
from celosia.protect.pattern import find_pattern
from celosia.protect.problem import Problem, default_costs
from celosia.protect.rounding import round_family


def _problem(shape: tuple[int, ...] = (5, 4), seed: int = 1, **changes: object) -> Problem:
    family, values = generate_family(shape, seed)
    small = frozenset(cell for cell, value in enumerate(values) if 0 < value < 5)
    given = {"family": family, "values": values, "primary": small, "cost": default_costs(family, values), "k": 5}
    return Problem(**(given | changes))


def _line(*values: int, **changes: object) -> Problem:
    keys = ((), *((("d", f"c{part}"),) for part in range(len(values))))
    family = Family(
        unit="persons",
        population="synthetic",
        keys=keys,
        equations=(Equation(total=0, parts=tuple(range(1, len(keys))), line="all"),),
    )
    given = {"family": family, "values": (sum(values), *values), "cost": (1,) * len(keys), "k": 5}
    return Problem(**(given | {"primary": frozenset({1})} | changes))


def test_all_primary_cells_are_hidden() -> None:
    problem = _problem()
    assert problem.primary <= find_pattern(problem).hidden


def test_the_same_problem_has_the_same_pattern() -> None:
    problem = _problem((4, 3, 3))
    assert find_pattern(problem) == find_pattern(problem)


def test_nothing_is_hidden_where_nothing_is_small() -> None:
    assert find_pattern(_problem(primary=frozenset())).hidden == frozenset()


def test_an_optimal_pattern_has_no_gap() -> None:
    pattern = find_pattern(_problem((4, 4, 3)))
    assert (pattern.status, pattern.gap) == ("optimal", 0.0)


@pytest.mark.parametrize(("insider", "count"), [(1, 2), (3, 3)])
def test_a_line_hides_as_many_cells_as_the_insider_rule_asks_for(insider: int, count: int) -> None:
    assert len(find_pattern(_line(3, 20, 30, 40, insider=insider)).hidden) == count


def test_fixed_cells_stay_shown() -> None:
    problem = _line(3, 20, 30, 40, fixed=frozenset({0, 2}), insider=1)
    assert not find_pattern(problem).hidden & {0, 2}


def test_structural_zeros_stay_shown() -> None:
    problem = _line(3, 0, 30, 40, impossible=frozenset({2}), insider=1, cost=(9, 1, 0, 5, 6))
    assert find_pattern(problem).hidden == {1, 3}


def test_zeros_stay_shown_where_the_policy_shows_them() -> None:
    problem = _line(3, 0, 30, 40, zeros="shown", insider=1, cost=(9, 1, 0, 5, 6))
    assert find_pattern(problem).hidden == {1, 3}


def test_a_cell_that_nothing_can_protect_is_refused() -> None:
    pattern = find_pattern(_line(3, 20, fixed=frozenset({0, 2})))
    assert (pattern.status, pattern.unprotectable, pattern.hidden) == ("refused", (1,), frozenset())


def test_a_small_remainder_does_not_protect() -> None:
    """Whoever sees the total and the rest knows that 3 + 1 people are left: that is under 5 however they are spread."""
    problem = _line(3, 1, 40, 50, primary=frozenset({1, 2}), insider=1)
    assert len(find_pattern(problem).hidden) == 3


def test_without_a_budget_the_pattern_is_valid_and_its_gap_is_told() -> None:
    problem = _problem((6, 5, 4))
    best, hasty = find_pattern(problem), find_pattern(problem, clock=iter(range(0, 10**9, 10**4)).__next__)
    assert best.bound <= hasty.cost
    assert hasty.bound <= best.cost <= hasty.cost


def test_levels_replace_the_rule_of_k() -> None:
    problem = _line(3, 20, 30, 40, insider=1, levels=((3, 3), (3, 3), (3, 3), (3, 3), (3, 3)), lower=(0,) * 5)
    assert len(find_pattern(problem).hidden) == 2


def test_a_pattern_does_not_print_what_is_hidden() -> None:
    assert "hidden=" not in repr(find_pattern(_problem()))


def test_rounded_values_add_up_and_are_near() -> None:
    problem = _problem((5, 4, 3))
    rounded = round_family(problem, 10)
    assert rounded is not None
    equations = problem.family.equations
    assert all(rounded[one.total] == sum(rounded[part] for part in one.parts) for one in equations)
    assert all(abs(new - old) < 10 and not new % 10 for new, old in zip(rounded, problem.values, strict=True))
