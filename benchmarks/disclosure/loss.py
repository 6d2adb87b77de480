"""Information loss: ours and the peers' on the same instances at the same requirement, and what an attacker still gets."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from benchmarks.disclosure.judge import judge
from benchmarks.disclosure.peer import NAMES, Job, Name, ask
from benchmarks.families import LINKED, LINKED_SHAPE, Shape, generate_family
from benchmarks.measure import tell
from celosia.disclosure.family import Family, Knowledge
from celosia.protect.pattern import find_pattern
from celosia.protect.problem import Pattern, Problem

Requirement = Literal["theirs", "hide", "three", "insiders"]
BUDGET = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An instance that everybody gets, who of the peers can take it, and what was promised of ours."""

    name: str
    job: Job
    peers: tuple[Name, ...]
    optimal: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What one tool hid of one case: complements, their value, its time; and how many cells the judge still found.

    `exact` and `under` for an attacker who knows that counts are not negative; `exact_shown` for one who also knows that zeros
    are never hidden, which is true of every tool that shows them all.
    """

    case: Case
    tool: str
    cells: int = 0
    value: int = 0
    seconds: float = 0.0
    gap: float | None = None
    exact: int = 0
    exact_shown: int | None = None
    under: int = 0
    failure: str = ""


def cases(*, whole: bool = True) -> Iterator[Case]:
    """2- and 3-way tables up to 2,000 cells, then one of 4,725 and eight linked tables."""
    every: tuple[Name, ...] = ("argus-opt", "argus-mod", "g-confid")
    for shape, k in (((10, 10), 5), ((10, 10), 10), ((50, 20), 5), ((24, 6, 5), 5), ((24, 6, 5), 10)):
        yield _case(shape, k, every)
    if whole:
        yield _case((60, 30), 5, every)
        yield _case((24, 12, 5), 5, every)
        yield _case((24, 20, 8), 5, ("argus-mod",), optimal=False)
        yield _linked(5)
        yield _linked(10)


def losses(case: Case, limit: float) -> Iterator[Loss]:
    """Ours at their requirement, the peers, then ours at its own: k hidden, three a line, from insiders."""
    yield _ours(case, "theirs")
    for name in case.peers:
        tell(f"  {case.name}: {NAMES[name]}")
        answer = ask(name, case.job, limit)
        found = Loss(case=case, tool=NAMES[name], seconds=answer.seconds, failure=answer.failure)
        yield found if answer.failure else _judged(found, answer.hidden, zeros_shown=True)
    for own in _OWN:
        yield _ours(case, own)


def table(found: Iterable[Loss]) -> str:
    """Tools down, by case."""
    head = (
        "instance",
        "cells",
        "small",
        "tool",
        "complements",
        "their value",
        "s",
        "gap",
        "exact",
        "exact, zeros known",
        "under k",
    )
    rows: list[tuple[str, ...]] = [head, ("---", "--:", "--:", "---", *("--:",) * 7)]
    rows += [_row(loss) for loss in found]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def broken(found: Iterable[Loss]) -> Iterator[str]:
    """The promises that were not kept."""
    listed = list(found)
    for loss in listed:
        own = [other for other in listed if other.case is loss.case and other.tool == _TOOLS["theirs"]]
        if loss.tool in NAMES.values() and not loss.failure and own[0].value > loss.value:
            yield f"{loss.case.name}: ours hides {own[0].value}, {loss.tool} {loss.value}"
        proven = loss.case.optimal and loss.tool != _TOOLS["insiders"]
        if loss.gap is not None and loss.gap > (0 if proven else _GAP):
            yield f"{loss.case.name}: {loss.tool} is {loss.gap:.1%} from what is proven"
        if loss.tool in {_TOOLS[own] for own in _OWN} and (loss.exact or loss.under):
            yield f"{loss.case.name}: {loss.tool} leaves {loss.exact} exact and {loss.under} under k"


_TOOLS: dict[Requirement, str] = {
    "theirs": "Celosía, their requirement",
    "hide": "Celosía, k hidden",
    "three": "Celosía, and three a line",
    "insiders": "Celosía, and from insiders",
}
_OWN: tuple[Requirement, ...] = ("hide", "three", "insiders")
_GAP = 0.05


def _case(shape: Shape, k: int, peers: tuple[Name, ...], *, optimal: bool = True) -> Case:
    family, values = generate_family(shape, seed=1)
    return Case(
        name=f"{'×'.join(map(str, shape))}, k = {k}", job=Job(family=family, values=values, k=k), peers=peers, optimal=optimal
    )


def _linked(k: int) -> Case:
    family, values = generate_family(LINKED_SHAPE, seed=1, tables=LINKED, hierarchy=(0, 3))
    return Case(
        name=f"8 linked tables, k = {k}", job=Job(family=family, values=values, k=k), peers=("g-confid",), optimal=False
    )


def _ours(case: Case, requirement: Requirement) -> Loss:
    tell(f"  {case.name}: {_TOOLS[requirement]}")
    problem = _problem(case.job, requirement)
    started = time.perf_counter()
    pattern = find_pattern(problem)
    found = Loss(case=case, tool=_TOOLS[requirement], seconds=time.perf_counter() - started, gap=pattern.gap)
    if pattern.status == "refused":
        return Loss(case=case, tool=_TOOLS[requirement], seconds=found.seconds, failure=_refusal(pattern))
    return _judged(found, pattern.hidden, zeros_shown=requirement == "theirs")


def _refusal(pattern: Pattern) -> str:
    return f"refused: {len(pattern.unprotectable)} cells cannot be protected"


def _problem(job: Job, requirement: Requirement) -> Problem:
    values, size = job.values, len(job.values)
    zeros = frozenset(cell for cell, value in enumerate(values) if value == 0)
    theirs = requirement == "theirs"
    return Problem(
        family=job.family,
        values=values,
        primary=job.sensitive,
        fixed=zeros if theirs else frozenset(),
        cost=tuple(max(value, 1) for value in values),
        k=job.k,
        insider=3 if requirement in {"three", "insiders"} else 1,
        insider_exact=requirement == "insiders",
        budget=BUDGET,
        levels=tuple((value, value) for value in values) if theirs else (),
        lower=(0,) * size if theirs else (),
    )


def _judged(found: Loss, hidden: frozenset[int], *, zeros_shown: bool) -> Loss:
    job = found.case.job
    complements = hidden - job.sensitive
    open_world = judge(_knowledge(job.family, job.values, hidden, 0), job.k)
    shown = judge(_knowledge(job.family, job.values, hidden, 1), job.k) if zeros_shown else None
    return Loss(
        case=found.case,
        tool=found.tool,
        cells=len(complements),
        value=sum(job.values[cell] for cell in complements),
        seconds=found.seconds,
        gap=found.gap,
        exact=len(open_world.exact & job.sensitive),
        exact_shown=None if shown is None else len(shown.exact & job.sensitive),
        under=len((open_world.under | open_world.unproven) & job.sensitive),
    )


def _knowledge(family: Family, values: tuple[int, ...], hidden: frozenset[int], least: int) -> Knowledge:
    shown = tuple(None if cell in hidden else value for cell, value in enumerate(values))
    return Knowledge(family=family, values=shown, lower=(least,) * len(shown), upper=(None,) * len(shown))


def _row(loss: Loss) -> tuple[str, ...]:
    start = (loss.case.name, str(len(loss.case.job.values)), str(len(loss.case.job.sensitive)), loss.tool)
    if loss.failure:
        return (*start, loss.failure, "", f"{loss.seconds:.1f}", "", "", "", "")
    gap = "" if loss.gap is None else "0 (proven)" if loss.gap == 0 else f"{loss.gap:.1%}"
    shown = "–" if loss.exact_shown is None else str(loss.exact_shown)
    return (*start, str(loss.cells), str(loss.value), f"{loss.seconds:.1f}", gap, str(loss.exact), shown, str(loss.under))
