"""What could be published instead: a cross dropped, codes collapsed, periods merged, a table left out. Each is tried. Pure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from celosia.errors import ProtectionRefusedError
from celosia.model.plan import Plan, PlannedTable
from celosia.protect.case import Case
from celosia.protect.suppression import Failed, Suppressed

Kind = Literal["redesign-drop", "redesign-collapse", "redesign-merge", "redesign-leave-out"]
Try = Callable[[Plan], tuple[Case, Suppressed | Failed]]

_MOST_TRIES = 40
_REASONS = ("refused-loss", "refused-not-proven", "refused-unprotectable", "refused-too-many-dimensions")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One change of the plan: what to do with the table at a position, and what to type there."""

    kind: Kind
    table: PlannedTable
    typed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Redesign:
    """Changes that together pass, and the share of figures that is then hidden."""

    steps: tuple[Step, ...]
    loss: float


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class _Draft:
    plan: Plan
    steps: tuple[Step, ...]
    case: Case
    failed: Failed


def redesign(case: Case, failed: Failed, attempt: Try, share: Callable[[Case, Suppressed], float]) -> Redesign | None:
    """The first redesign that passes: one change of a table that fails; where no single one does, the best so far and one more.

    `attempt` protects the family of a changed plan. None where nothing passes within the tries that we allow ourselves.
    """
    draft = _Draft(plan=case.plan, steps=(), case=case, failed=failed)
    left = _MOST_TRIES
    while left > 0:
        drafts = []
        for plan, step in _changes(draft):
            left -= 1
            tried = _tried(attempt, plan)
            if tried is None:
                continue
            changed, result = tried
            if isinstance(result, Suppressed):
                return Redesign(steps=(*draft.steps, step), loss=share(changed, result))
            drafts.append(_Draft(plan=plan, steps=(*draft.steps, step), case=changed, failed=result))
            if left <= 0:
                break
        if not drafts:
            return None
        draft = min(drafts, key=lambda drafted: (_REASONS.index(drafted.failed.reason), drafted.failed.loss))
    return None


def _tried(attempt: Try, plan: Plan) -> tuple[Case, Suppressed | Failed] | None:
    """None where the changed plan makes no sense: periods that overlap, tables that contradict each other."""
    try:
        return attempt(plan)
    except ProtectionRefusedError:
        return None


def _changes(draft: _Draft) -> Iterator[tuple[Plan, Step]]:
    """Every change of one of the tables that fail, in the order of the remedies, the worst table first."""
    tables = _guilty(draft)
    for change in (_drops, _collapses, _merges, _leaves_out):
        for table in tables:
            yield from change(draft.plan, table)


def _guilty(draft: _Draft) -> tuple[PlannedTable, ...]:
    """The tables that hold the cells it hangs on, by the share of such cells; all where only margins are concerned."""
    shares = {}
    for table in draft.case.confidential.tables:
        cells = [cell for _, cell in table.rows]
        shares[table.source.planned] = sum(cell in draft.failed.cells for cell in cells) / max(1, len(cells))
    guilty = [table for table, share in shares.items() if share] or list(shares)
    return tuple(sorted(guilty, key=lambda table: -shares[table]))


def _drops(plan: Plan, table: PlannedTable) -> Iterator[tuple[Plan, Step]]:
    others = [name for name, _ in table.dimensions if name != plan.time]
    for name in reversed(others):
        kept = tuple(pair for pair in table.dimensions if pair[0] != name)
        changed = replace(table, dimensions=kept, collapse=tuple(part for part in table.collapse if part != name))
        yield _changed(plan, table, changed), Step(kind="redesign-drop", table=table, typed=f"dimensions: {_mapping(kept)}")


def _collapses(plan: Plan, table: PlannedTable) -> Iterator[tuple[Plan, Step]]:
    for name, _ in table.dimensions:
        if name not in table.collapse and plan.dimension(name).parents:
            changed = replace(table, collapse=(*table.collapse, name))
            yield (
                _changed(plan, table, changed),
                Step(kind="redesign-collapse", table=table, typed=f"collapse: [{', '.join(changed.collapse)}]"),
            )


def _merges(plan: Plan, table: PlannedTable) -> Iterator[tuple[Plan, Step]]:
    timed = any(name == plan.time for name, _ in table.dimensions)
    for merge in ("year", "all") if timed and table.merge is None else ("all",) if timed and table.merge == "year" else ():
        changed = replace(table, merge=merge)
        yield _changed(plan, table, changed), Step(kind="redesign-merge", table=table, typed=f"merge: {merge}")


def _leaves_out(plan: Plan, table: PlannedTable) -> Iterator[tuple[Plan, Step]]:
    if len(plan.tables) > 1:
        rest = tuple(other for other in plan.tables if other != table)
        yield replace(plan, tables=rest), Step(kind="redesign-leave-out", table=table, typed=f"{table.dataset}/{table.name}")


def _changed(plan: Plan, table: PlannedTable, changed: PlannedTable) -> Plan:
    return replace(plan, tables=tuple(changed if other == table else other for other in plan.tables))


def _mapping(pairs: tuple[tuple[str, str], ...]) -> str:
    return "{" + ", ".join(f"{name}: {_quoted(column)}" for name, column in pairs) + "}"


def _quoted(text: str) -> str:
    """A text as YAML takes it in a mapping on one line."""
    return text if text.replace("_", "").isalnum() and not text.isdigit() else "'" + text.replace("'", "''") + "'"
