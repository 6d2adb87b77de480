"""On tiny synthetic families, the attack finds just what trying all tables of whole numbers finds: no leak less or more."""

from collections.abc import Iterator
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from celosia.disclosure import Equation, Family, Knowledge
from celosia.disclosure.attack import attack
from celosia.disclosure.exposure import Exposure, judge

MOST = 5
"""The bound on every hidden cell, so that all tables can be tried."""


@st.composite
def families(draw: st.DrawFn, *, faults: bool = True) -> tuple[Knowledge, tuple[int, ...]]:
    """A cross of two dimensions with its margins, or columns that a total, a middle sum and parts tie; some cells hidden."""
    rows, columns = draw(st.sampled_from([(2, 2), (2, 3), (3, 3), (1, 4)]))
    inner = draw(st.lists(st.integers(0, 3), min_size=rows * columns, max_size=rows * columns))
    truth, equations = _cross(rows, columns, inner)
    shown = list(truth)
    if faults and draw(st.integers(0, 9)) == 0:
        shown[draw(st.integers(0, len(truth) - 1))] += 1
    few = st.sets(st.integers(0, len(truth) - 1), max_size=6)
    hidden = {cell for cell in draw(few) if truth[cell] <= MOST}
    lower = draw(st.sampled_from([0, 0, 0, 1])) if all(truth[cell] for cell in hidden) else 0
    knowledge = Knowledge(
        family=Family(unit="persons", population="synthetic", keys=_keys(len(truth)), equations=equations),
        values=tuple(None if cell in hidden else value for cell, value in enumerate(shown)),
        lower=(lower,) * len(truth),
        upper=tuple(max(draw(st.integers(2, MOST)), value) for value in truth),
        latent=frozenset(draw(st.sets(st.sampled_from(sorted(hidden)), max_size=2)) if hidden else ()),
    )
    return knowledge, truth


@given(families(), st.sampled_from([None, 2, 3, 4]))
@settings(max_examples=150, deadline=None)
def test_the_attack_finds_what_trying_all_tables_finds(case: tuple[Knowledge, tuple[int, ...]], k: int | None) -> None:
    knowledge, _ = case
    found = {exposure.cell: _core(exposure) for exposure in attack(knowledge, k, insider=1)}
    assert found == _expected(knowledge, k)


@given(families(), st.sampled_from([2, 3, 4]))
@settings(max_examples=80, deadline=None)
def test_the_named_equations_alone_give_a_cell_away(case: tuple[Knowledge, tuple[int, ...]], k: int) -> None:
    knowledge, _ = case
    for exposure in attack(knowledge, k, insider=1):
        equations = tuple(knowledge.family.equations[position] for position in exposure.equations)
        cells = {exposure.cell}.union(*(_cells(equation) for equation in equations)) & set(knowledge.hidden)
        values = [table[exposure.cell] for table in _tables(knowledge, equations, frozenset(cells))] if cells else []
        assert (min(values, default=None), max(values, default=None)) == (exposure.low, exposure.high)


@given(families(faults=False), st.sampled_from([2, 3, 4]))
@settings(max_examples=80, deadline=None)
def test_the_insiders_found_are_those_who_know_too_much(case: tuple[Knowledge, tuple[int, ...]], k: int) -> None:
    knowledge, truth = case
    lost = {exposure.cell for exposure in attack(knowledge, k, insider=1)}
    found = {exposure.cell for exposure in attack(knowledge, k, truth=truth) if exposure.verdict == "insider"}
    assert found == set(_betrayed(knowledge, truth, k)) - lost


def _cross(rows: int, columns: int, inner: list[int]) -> tuple[tuple[int, ...], tuple[Equation, ...]]:
    width = columns + 1
    grid = [inner[row * columns : (row + 1) * columns] for row in range(rows)]
    full = [[*line, sum(line)] for line in grid]
    full.append([sum(line[column] for line in full) for column in range(width)])
    lines = [(row * width + columns, tuple(row * width + column for column in range(columns))) for row in range(rows + 1)]
    lines += [(rows * width + column, tuple(row * width + column for row in range(rows))) for column in range(width)]
    equations = tuple(Equation(total=total, parts=parts, line=f"line {number}") for number, (total, parts) in enumerate(lines))
    return tuple(value for line in full for value in line), equations


def _keys(count: int) -> tuple[tuple[tuple[str, str], ...], ...]:
    return tuple((("cell", f"{cell:02}"),) for cell in range(count))


def _core(exposure: Exposure) -> tuple[str, int | None, int | None]:
    return exposure.verdict, exposure.low, exposure.high


def _expected(knowledge: Knowledge, k: int | None) -> dict[int, tuple[str, int | None, int | None]]:
    expected: dict[int, tuple[str, int | None, int | None]] = {}
    for cells, equations in _parts(knowledge):
        tables = list(_tables(knowledge, equations, cells))
        for cell in cells:
            seen = [table[cell] for table in tables]
            low, high = min(seen, default=None), max(seen, default=None)
            verdict = judge(low, high, k, latent=cell in knowledge.latent) if tables else "inconsistent"
            if verdict:
                expected[cell] = (verdict, low, high)
    for equation in knowledge.family.equations:
        values = [knowledge.values[cell] for cell in (equation.total, *equation.parts)]
        if None not in values and values[0] != sum(values[1:]):
            expected[equation.total] = ("inconsistent", None, None)
    return expected


def _betrayed(knowledge: Knowledge, truth: tuple[int, ...], k: int) -> Iterator[int]:
    """Small cells that somebody knows, or knows to be small for another reason than that their total is."""
    for cells, equations in _parts(knowledge):
        tables = list(_tables(knowledge, equations, cells))
        for cell, other in permutations(cells, 2):
            if 0 < truth[cell] < k and cell not in knowledge.latent:
                values = {table[cell] for table in tables if table[other] == truth[other]}
                small_total = truth[other] < k and other in _above(knowledge, cell)
                if len(values) == 1 or (max(values) < k and not small_total):
                    yield cell


def _above(knowledge: Knowledge, cell: int) -> set[int]:
    above = {equation.total for equation in knowledge.family.equations if cell in equation.parts}
    return above.union(*(_above(knowledge, total) for total in above))


def _parts(knowledge: Knowledge) -> Iterator[tuple[frozenset[int], tuple[Equation, ...]]]:
    """Hidden cells that hang together, with their equations."""
    left = set(knowledge.hidden)
    while left:
        cells, equations = {left.pop()}, ()
        while True:
            equations = tuple(equation for equation in knowledge.family.equations if _cells(equation) & cells)
            reached = cells.union(*(_cells(equation) for equation in equations)) & set(knowledge.hidden)
            if reached == cells:
                break
            cells = reached
        left -= cells
        yield frozenset(cells), equations


def _cells(equation: Equation) -> set[int]:
    return {equation.total, *equation.parts}


def _tables(knowledge: Knowledge, equations: tuple[Equation, ...], cells: frozenset[int]) -> Iterator[dict[int, int]]:
    """All tables of whole numbers within bounds that obey some equations."""
    order = sorted(cells)
    shown = {cell: value for cell, value in enumerate(knowledge.values) if value is not None}
    ready = [[equation for equation in equations if _last(equation, cells) == cell] for cell in order]

    def extend(table: dict[int, int], position: int) -> Iterator[dict[int, int]]:
        if position == len(order):
            yield table
            return
        cell = order[position]
        for value in range(knowledge.lower[cell], (knowledge.upper[cell] or 0) + 1):
            longer = {**table, cell: value}
            if all(longer[equation.total] == sum(longer[part] for part in equation.parts) for equation in ready[position]):
                yield from extend(longer, position + 1)

    yield from extend(shown, 0)


def _last(equation: Equation, cells: frozenset[int]) -> int:
    return max(_cells(equation) & cells)
