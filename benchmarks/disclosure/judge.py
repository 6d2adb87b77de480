"""The judge: what can be proven about every hidden cell of what was published, by a plain integer program. Nothing of ours.

A cell is safe where two tables differ in it and one of them has k or more: both are shown, in whole numbers. Where no such
table exists the cell is given away, and where the solver does not say, nobody may publish.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from benchmarks.disclosure.program import Answer, Program, Table
from celosia.disclosure.family import Knowledge


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The hidden cells that are exactly known, those proven to be under k, and those of which nothing could be said."""

    exact: frozenset[int] = frozenset()
    under: frozenset[int] = frozenset()
    unproven: frozenset[int] = frozenset()
    contradictory: bool = False
    tables: tuple[Table, ...] = ()

    @property
    def safe(self) -> bool:
        """Whether nothing was found and everything proven."""
        return not (self.exact or self.under or self.unproven or self.contradictory)


class _Shown:
    """The tables shown to be possible so far, and how high each cell stands in one of them."""

    def __init__(self, tables: Iterable[Table]) -> None:
        self.tables: list[Table] = []
        self._lowest: list[int] = []
        self.highest: list[int] = []
        for table in tables:
            self.add(table)

    def add(self, table: Table) -> None:
        self.tables.append(table)
        self._lowest = list(map(min, self._lowest, table)) if self._lowest else list(table)
        self.highest = list(map(max, self.highest, table)) if self.highest else list(table)

    def differs(self, cell: int) -> bool:
        return self._lowest[cell] != self.highest[cell]


def judge(knowledge: Knowledge, k: int | None) -> Verdict:
    """What `knowledge` gives away."""
    if not knowledge.hidden:
        return Verdict()
    program = Program(knowledge, k or 1)
    return Verdict(contradictory=True) if program.contradictory else _judge(knowledge, k, program, {}, ())


def judge_insiders(
    knowledge: Knowledge, k: int | None, truth: Table, tables: tuple[Table, ...]
) -> Iterator[tuple[int, Verdict]]:
    """What each person who knows one hidden cell, with somebody in it, learns of the others.

    `tables` are some that are possible to who knows none.
    """
    program, pool = Program(knowledge, k or 1), dict.fromkeys(tables)
    for cell in knowledge.hidden:
        if truth[cell] > 0 and cell not in knowledge.latent:
            agreeing = [table for table in pool if table[cell] == truth[cell]]
            verdict = _judge(knowledge, k, program, {cell: truth[cell]}, agreeing)
            pool |= dict.fromkeys(verdict.tables)
            yield cell, verdict


def knows(knowledge: Knowledge, k: int | None, own: Mapping[int, int], cells: Iterable[int]) -> frozenset[int]:
    """Which of some cells are given away by `knowledge` and the values that somebody has of his `own`."""
    verdict = _judge(knowledge, k, Program(knowledge, k or 1), own, ())
    return frozenset(cells) & (verdict.exact | verdict.under)


def _judge(knowledge: Knowledge, k: int | None, program: Program, known: Mapping[int, int], tables: Iterable[Table]) -> Verdict:
    shown = _Shown(tables)
    secret = [cell for cell in knowledge.hidden if cell not in known]
    if not shown.tables:
        first = program.possible(known, known, secret)
        if isinstance(first, str):
            return Verdict(contradictory=first == "none", unproven=frozenset(secret))
        shown.add(first)
    lost: dict[int, str] = {}
    if k is not None:
        lost = dict(_low(secret, k, shown, program, known))
        settled = [cell for cell in lost if cell in knowledge.latent and not _holds_some(program, known, cell)]
        lost = {cell: why for cell, why in lost.items() if cell not in settled}
    kept = dict(_still(secret, shown, program, known, knowledge.latent))
    unproven = {cell for cell, why in (*lost.items(), *kept.items()) if why == "unknown"}
    return Verdict(
        exact=frozenset(cell for cell, why in kept.items() if why == "none"),
        under=frozenset(cell for cell, why in lost.items() if why == "none"),
        unproven=frozenset(unproven),
        tables=tuple(shown.tables),
    )


def _low(secret: list[int], k: int, shown: _Shown, program: Program, known: Mapping[int, int]) -> Iterator[tuple[int, str]]:
    """The cells that reach k in no table, and why."""
    for cell in secret:
        if shown.highest[cell] < k:
            wanted = [other for other in secret if shown.highest[other] < k]
            answer = program.possible({**known, cell: k}, known, wanted)
            if isinstance(answer, str):
                yield cell, answer
            else:
                shown.add(answer)


def _still(
    secret: list[int], shown: _Shown, program: Program, known: Mapping[int, int], latent: frozenset[int]
) -> Iterator[tuple[int, str]]:
    """The cells that are the same in every table, and why; a latent one may be."""
    for cell in secret:
        if cell not in latent and not shown.differs(cell):
            answer = _another(program, known, cell, shown.highest[cell])
            if isinstance(answer, str):
                yield cell, answer
            else:
                shown.add(answer)


def _another(program: Program, known: Mapping[int, int], cell: int, value: int) -> Answer:
    """A table with another value in the cell."""
    higher = program.possible({**known, cell: value + 1}, known, ())
    if isinstance(higher, tuple):
        return higher
    lower = program.possible(known, {**known, cell: value - 1}, ())
    return "unknown" if lower == "none" and higher == "unknown" else lower


def _holds_some(program: Program, known: Mapping[int, int], cell: int) -> bool:
    """Whether nobody can think that the cell is empty."""
    return not isinstance(program.possible(known, {**known, cell: 0}, ()), tuple)
