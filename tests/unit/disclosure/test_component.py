"""Hidden cells are cut into parts that know nothing of each other, less what follows at once."""

from stating import cell, stated

from celosia.disclosure.component import regions, visible_faults


def test_lines_that_share_no_hidden_cell_are_apart() -> None:
    knowledge = stated("t = a + b + x", "u = c + d + x", shown={"t": 30, "u": 30, "x": 5})
    parts = [component.cells for region in regions(knowledge) for component in region.components]
    assert parts == [(cell(knowledge, "a"), cell(knowledge, "b")), (cell(knowledge, "c"), cell(knowledge, "d"))]


def test_a_chain_of_single_cells_is_unrolled_with_its_equations() -> None:
    knowledge = stated("t = a + x", "u = a + b", "v = b + c", shown={"t": 9, "x": 4, "u": 12, "v": 20})
    (region,) = regions(knowledge)
    found = {position: (fact.value, sorted(fact.equations)) for position, fact in region.facts.items()}
    assert found == {
        cell(knowledge, "a"): (5, [0]),
        cell(knowledge, "b"): (7, [0, 1]),
        cell(knowledge, "c"): (13, [0, 1, 2]),
    }
    assert region.components == ()


def test_what_is_left_of_a_line_remembers_what_it_rests_on() -> None:
    knowledge = stated("t = a + x", "u = a + b + c", shown={"t": 9, "x": 4, "u": 12})
    (region,) = regions(knowledge)
    (component,) = region.components
    assert (component.lines[0].right, sorted(component.lines[0].equations)) == (-7, [0, 1])


def test_a_cell_in_no_equation_is_a_component_by_itself() -> None:
    knowledge = stated("t = a + b", shown={"t": 3, "a": 1, "b": 2})
    alone = stated("t = a + b", "z = y", shown={"t": 3, "a": 1, "b": 2})
    assert list(regions(knowledge)) == []
    assert [component.cells for region in regions(alone) for component in region.components] == [(3, 4)]


def test_two_values_for_one_cell_break_their_region() -> None:
    knowledge = stated("t = a + x", "u = a + y", "v = b + c", shown={"t": 9, "x": 4, "u": 9, "y": 5, "v": 30})
    first, second = regions(knowledge)
    assert (sorted(first.broken), first.facts, first.components) == ([0, 1], {}, ())
    assert not second.broken


def test_a_value_beyond_its_bounds_breaks_its_region() -> None:
    (region,) = regions(stated("t = a + x", shown={"t": 3, "x": 5}))
    assert sorted(region.broken) == [0]


def test_a_cell_with_one_possible_value_is_known_from_its_bounds() -> None:
    (region,) = regions(stated("t = a + b", shown={"t": 3}, upper={"a": 0}))
    assert [fact.value for _, fact in sorted(region.facts.items())] == [0, 3]


def test_visible_lines_that_do_not_add_up_are_told() -> None:
    assert list(visible_faults(stated("t = a", "u = b", shown={"t": 1, "a": 1, "u": 1, "b": 2}))) == [1]
