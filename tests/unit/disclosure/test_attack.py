"""Each attack model and each verdict, on synthetic families small enough to be checked by hand."""

from dataclasses import replace

import pytest
from stating import cell, stated

from celosia.disclosure import Knowledge
from celosia.disclosure.attack import attack
from celosia.disclosure.exposure import Exposure

SQUARE = ("r = a + b", "s = c + d", "t = a + c", "u = b + d", "w = r + s")
CUBE_SIDE = ("r = a + b + c", "s = d + e + f", "t = g + h + i", "u = a + d + g", "v = b + e + h", "w = c + f + i")
NINE = {"r": 24, "s": 24, "t": 24, "u": 24, "v": 24, "w": 24}


def _verdicts(knowledge: Knowledge, found: tuple[Exposure, ...]) -> dict[str, str]:
    return {knowledge.family.keys[exposure.cell][0][1]: exposure.verdict for exposure in found}


def _of(knowledge: Knowledge, found: tuple[Exposure, ...], name: str) -> Exposure:
    return next(exposure for exposure in found if exposure.cell == cell(knowledge, name))


def test_what_can_be_anything_is_safe() -> None:
    assert attack(stated(*CUBE_SIDE, shown=NINE), 10) == ()


def test_the_same_attack_finds_the_same() -> None:
    knowledge = stated(*CUBE_SIDE, shown={**NINE, "a": 17}, upper={"e": 4})
    assert attack(knowledge, 10) == attack(knowledge, 10)


def test_a_cell_in_no_equation_is_known_by_its_bounds_alone() -> None:
    alone = stated("t = a + b", shown={"t": 3, "a": 1, "b": 2, "z": 0})
    hidden = replace(alone, values=(*alone.values[:-1], None))
    assert attack(hidden, 10) == ()
    assert [exposure.verdict for exposure in attack(replace(hidden, upper=(4,) * 4), 10)] == ["under-threshold"]
    assert [exposure.verdict for exposure in attack(replace(hidden, upper=(4,) * 4, lower=(5,) * 4), 10)] == ["inconsistent"]


def test_nothing_hidden_is_safe() -> None:
    assert attack(stated("t = a + b", shown={"t": 12, "a": 5, "b": 7}), 10) == ()


def test_a_single_hidden_cell_of_a_line_is_its_difference() -> None:
    knowledge = stated("t = a + b + c", shown={"t": 40, "a": 30, "b": 7})
    assert attack(knowledge, 10) == (Exposure(cell=cell(knowledge, "c"), verdict="exact", low=3, high=3, equations=(0,)),)


def test_a_difference_of_differences_is_found_with_all_its_equations() -> None:
    knowledge = stated("t = a + b", "b = c + d", shown={"t": 40, "a": 30, "c": 7})
    found = attack(knowledge, None)
    assert _of(knowledge, found, "d").equations == (0, 1)
    assert (_of(knowledge, found, "d").low, _of(knowledge, found, "b").low) == (3, 10)


def test_a_cell_that_only_several_lines_together_give_away_is_found() -> None:
    """Rows a+b and c+d, less columns b+d: a + c is known, and the line a + c + e gives e."""
    knowledge = stated("r = a + b", "s = c + d", "u = b + d", "v = a + c + e", shown={"r": 40, "s": 40, "u": 50, "v": 33})
    exposure = _of(knowledge, attack(knowledge, 10, insider=1), "e")
    assert (exposure.verdict, exposure.low, exposure.equations) == ("exact", 3, (0, 1, 2, 3))


def test_equations_that_add_nothing_are_not_named() -> None:
    knowledge = stated("r = a + b", "s = a + b", "u = b + c", "v = a + c", shown={"r": 3, "s": 3, "u": 40, "v": 39})
    exposures = attack(knowledge, 10, insider=1)
    assert all(len(exposure.equations) <= 3 for exposure in exposures)


def test_a_hidden_cell_that_is_surely_small_is_under_the_threshold() -> None:
    """Model i: counts are not negative, so parts are no more than their total."""
    knowledge = stated("t = a + b + c", shown={"t": 9})
    found = attack(knowledge, 10)
    assert {(exposure.verdict, exposure.low, exposure.high) for exposure in found} == {("under-threshold", 0, 9)}


def test_the_same_cells_are_safe_where_no_threshold_is_asked() -> None:
    assert attack(stated("t = a + b + c", shown={"t": 9}), None) == ()


def test_zeros_that_are_never_hidden_tighten_what_is_hidden() -> None:
    """Model ii: with three hidden cells of at least 1, a sum of 3 tells each."""
    assert attack(stated("t = a + b + c", shown={"t": 3}), None) == ()
    assert {exposure.low for exposure in attack(stated("t = a + b + c", shown={"t": 3}, lower=1), None)} == {1}


def test_a_legend_that_bounds_a_cell_is_used() -> None:
    """Model iii: `upper` under k is itself a proof."""
    knowledge = stated("t = a + b + c", shown={"t": 60}, upper={"a": 4})
    assert _verdicts(knowledge, attack(knowledge, 10, insider=1)) == {"a": "under-threshold"}


def test_bounds_on_others_give_a_cell_away() -> None:
    knowledge = stated("t = a + b + c", shown={"t": 60}, upper={"a": 20, "b": 20, "c": 20})
    assert _verdicts(knowledge, attack(knowledge, 10)) == dict.fromkeys("abc", "exact")


def test_a_later_release_with_one_line_more_is_attacked_in_union() -> None:
    """Model v: each release is safe by itself; the two totals of the union differ by one hidden cell."""
    first, second = "old = a + b + c", "new = a + b + c + d"
    assert attack(stated(first, shown={"old": 60}), 10) == attack(stated(second, shown={"new": 64}), 10) == ()
    both = stated(first, second, shown={"old": 60, "new": 64})
    assert _verdicts(both, attack(both, 10)) == {"d": "exact"}


def test_bands_that_overlap_are_attacked_through_their_common_parts() -> None:
    """18–25 in one table and 18–30 in another: the latent band 26–30 is proven to count a few."""
    knowledge = stated("b18to30 = b18to25 + b26to30", shown={"b18to30": 40, "b18to25": 36}, latent="b26to30")
    assert _verdicts(knowledge, attack(knowledge, 10)) == {"b26to30": "under-threshold"}


def test_a_total_said_elsewhere_counts_as_known() -> None:
    """Model vi."""
    line = "t = a + b + c"
    assert attack(stated(line, shown={"a": 30}), 10) == ()
    said = stated(line, shown={"a": 30, "t": 36})
    assert _verdicts(said, attack(said, 10)) == {"b": "under-threshold", "c": "under-threshold"}


def test_a_structural_zero_leaves_one_place_less_to_hide_in() -> None:
    knowledge = stated("t = a + b", shown={"t": 25, "a": 0})
    assert _verdicts(knowledge, attack(knowledge, 10)) == {"b": "exact"}


@pytest.mark.parametrize(("left", "verdicts"), [(0, {}), (4, {"rest": "under-threshold"}), (10, {})])
def test_a_latent_cell_is_a_fault_only_where_it_counts_a_few(left: int, verdicts: dict[str, str]) -> None:
    knowledge = stated("t = a + rest", shown={"t": 50 + left, "a": 50}, latent="rest")
    assert _verdicts(knowledge, attack(knowledge, 10)) == verdicts
    assert attack(knowledge, None) == ()


def test_visible_figures_that_do_not_add_up_are_never_safe() -> None:
    knowledge = stated("t = a + b", shown={"t": 12, "a": 5, "b": 6})
    assert attack(knowledge, 10) == (
        Exposure(cell=cell(knowledge, "t"), verdict="inconsistent", low=None, high=None, equations=(0,)),
    )


def test_hidden_cells_among_contradictory_lines_are_never_safe() -> None:
    """a + b + c is 60 and, with d, 50: the lines that cannot hold are named, and the third one is not."""
    knowledge = stated("t = a + b + c", "u = a + b + c + d", "v = e + d", shown={"t": 60, "u": 50, "v": 40})
    found = attack(knowledge, 10)
    assert _verdicts(knowledge, found) == dict.fromkeys("abcde", "inconsistent")
    assert {exposure.equations for exposure in found} == {(0, 1)}


def test_a_contradiction_in_one_place_hides_no_leak_in_another() -> None:
    knowledge = stated("t = a + b", "u = c + d", shown={"t": 12, "a": 20, "u": 30, "c": 26})
    assert _verdicts(knowledge, attack(knowledge, 10)) == {"b": "inconsistent", "d": "exact"}


def test_what_has_no_solution_in_whole_numbers_is_inconsistent() -> None:
    """a + b, b + c and a + c are odd together: halves only."""
    knowledge = stated("r = a + b", "s = b + c", "t = a + c", shown={"r": 31, "s": 30, "t": 30})
    assert _verdicts(knowledge, attack(knowledge, 10)) == dict.fromkeys("abc", "inconsistent")


def test_that_counts_are_whole_is_used() -> None:
    """2a + e is 45 with e at most 1: fractions leave a an interval, whole numbers one value."""
    lines = ("r = a + b", "s = b + c", "t = a + c + e")
    knowledge = stated(*lines, shown={"r": 30, "s": 15, "t": 30}, upper={"e": 1})
    found = _of(knowledge, attack(knowledge, None), "a")
    assert (found.verdict, found.low) == ("exact", 22)


def test_out_of_time_is_unproven_not_safe() -> None:
    found = attack(stated(*CUBE_SIDE, shown=NINE), 10, budget=0.0)
    assert {exposure.verdict for exposure in found} == {"unproven"}
    assert len(found) == 9


def test_two_hidden_cells_in_a_line_tell_each_other_to_an_insider() -> None:
    knowledge = stated(*SQUARE, shown={"r": 30, "s": 30, "t": 30, "u": 30, "w": 60})
    assert _verdicts(knowledge, attack(knowledge, 10)) == dict.fromkeys("abcd", "thin-line")
    assert attack(knowledge, 10, insider=1) == ()


def test_two_cells_of_no_common_line_that_tell_each_other_are_found() -> None:
    """Three cells in both lines and in all of them; u less r is e less a."""
    knowledge = stated(
        "r = a + b + c", "u = b + c + e", "v = a + g + h", "w = e + i + j", shown={"r": 40, "u": 43, "v": 90, "w": 80}
    )
    found = attack(knowledge, 10)
    assert _verdicts(knowledge, found) == {"a": "insider", "e": "insider"}
    assert _of(knowledge, found, "a").equations == (0, 1)


def test_cells_that_cannot_be_small_are_of_no_use_to_an_insider() -> None:
    knowledge = stated("t = a + b", shown={"t": 60}, upper={"a": 45, "b": 45})
    assert attack(knowledge, 10) == ()


def test_no_insider_is_feared_without_a_threshold() -> None:
    assert attack(stated("t = a + b", shown={"t": 60}), None) == ()


def test_the_truth_tells_which_thin_lines_hold_somebody() -> None:
    knowledge = stated(*SQUARE, shown={"r": 40, "s": 30, "t": 30, "u": 40, "w": 70})
    large, small = (_truth(knowledge, a=a, b=40 - a, c=30 - a, d=a) for a in (15, 4))
    assert attack(knowledge, 10, truth=large) == ()
    assert _verdicts(knowledge, attack(knowledge, 10, truth=small)) == {"a": "insider", "d": "insider"}


def test_an_insider_who_proves_that_a_cell_is_small_is_found() -> None:
    """Whoever knows that b is 29 knows that a and c share 4."""
    knowledge = stated("t = a + b + c", shown={"t": 33})
    found = attack(knowledge, 10, truth=_truth(knowledge, a=2, b=29, c=2))
    assert _verdicts(knowledge, found) == {"a": "insider", "c": "insider"}


def test_a_cell_with_room_for_everybody_is_safe_from_insiders() -> None:
    knowledge = stated(*CUBE_SIDE, shown=NINE)
    assert attack(knowledge, 5, truth=_truth(knowledge, a=2, b=11, c=11, d=11, e=2, f=11, g=11, h=11, i=2)) == ()


def test_who_knows_a_small_total_learns_nothing_from_its_table() -> None:
    """s hides 4 = 2 + 2 + 0; knowing s, its parts are small without any table, and still not known."""
    lines = ("r = a + b + c", "s = d + e + f", "u = a + d", "v = b + e", "w = c + f", "z = r + s + t")
    knowledge = stated(*lines, shown={"z": 100})
    truth = _truth(knowledge, a=20, b=20, c=20, d=2, e=2, f=0, r=60, s=4, t=36, u=22, v=22, w=20)
    assert attack(knowledge, 5, truth=truth) == ()


def _truth(knowledge: Knowledge, **values: int) -> tuple[int, ...]:
    return tuple(
        values[key[0][1]] if value is None else value
        for key, value in zip(knowledge.family.keys, knowledge.values, strict=True)
    )
