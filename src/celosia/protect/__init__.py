"""From a confidential source to tables that point at nobody: the only code that ever sees an unprotected figure. Pure.

source → lattice → confidential → earlier → primary → pattern → gate → public → audit → sheet, ledger, note; redesign where
the gate stays shut. `public` and what comes after it no longer know what is hidden.
"""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Literal, NoReturn, Protocol

from celosia.errors import ProtectionRefusedError
from celosia.model import Catalog, Finding, Place, Report
from celosia.model.plan import Plan
from celosia.protect import sheet
from celosia.protect.audit import audited
from celosia.protect.case import Case, policy
from celosia.protect.confidential import confidential
from celosia.protect.earlier import earlier, releases
from celosia.protect.lattice import reshaped
from celosia.protect.ledger import ledger, with_release
from celosia.protect.note import Loss, losses, note
from celosia.protect.public import Publication, publication
from celosia.protect.redesign import Redesign, redesign
from celosia.protect.rounded import BASE, rounded
from celosia.protect.source import SourceTable, read
from celosia.protect.suppression import Failed, Suppressed, loss, suppress

__all__ = ["Loss", "Order", "Outcome", "Protected", "protect"]

_TRY = 10.0


class Teller(Protocol):
    """Is told how many more are done."""

    def tell(self, more: int = 1) -> None:
        """So many more."""


Outcome = Literal["kept", "optimal", "bounded", "rounded"]
Stage = Callable[[str], AbstractContextManager[Teller]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to protect: a plan, the catalogue that it is for, and the seconds for finding a pattern."""

    plan: Plan
    catalog: Catalog
    budget: float = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Protected:
    """What may be published: files by their path in the catalogue, and what was lost.

    `gap` is how far the loss may be from the least one; none where nothing was looked for, because the last release's
    pattern still protects, or because figures are rounded.
    """

    files: tuple[tuple[str, bytes], ...]
    losses: tuple[Loss, ...]
    outcome: Outcome
    gap: float | None
    release: str


def protect(order: Order, lines: Iterable[str], stage: Stage) -> Protected:
    """Count, protect, judge. `ProtectionRefusedError` with what to do where something would point at people."""
    sheet.require_columns(order.plan, order.catalog)
    with stage("read") as counter:
        sources = read(order.plan, lines, counter.tell)
    with stage("family"):
        case = _case(order, order.plan, sources, order.budget)
    if order.plan.method == "rounding":
        with stage("round"):
            return _protected(order, case, _rounded(case), None)
    with stage("protect"):
        result = suppress(case)
    if isinstance(result, Failed):
        with stage("redesign") as counter:
            _refuse(case, result, _redesigned(order, case, result, sources, counter))
    shown = case.confidential.published - result.hidden
    values = {cell: case.confidential.values[cell] for cell in shown}
    with stage("audit"):
        return _protected(order, case, publication(case, values), result.gap)


def _case(order: Order, plan: Plan, sources: tuple[SourceTable, ...], budget: float) -> Case:
    rules = policy(plan, order.catalog)
    k = max(rules.threshold(plan.unit, crossed=plan.crossed) or 0, plan.threshold) or None
    by_name = {(source.planned.dataset, source.planned.name): source for source in sources}
    tables = (reshaped(by_name[table.dataset, table.name], table, plan) for table in plan.tables)
    family = confidential(plan, tables)
    known = earlier(order.catalog, plan, family, k)
    return Case(plan=plan, policy=rules, k=k, confidential=family, earlier=known, budget=budget)


def _rounded(case: Case) -> Publication:
    base = case.policy.rounding or BASE
    values = rounded(case, base)
    if values is None:
        raise ProtectionRefusedError(Report.of([Finding(code="rounding-impossible", where=Place(path=case.plan.path))]))
    return publication(case, values, base)


def _protected(order: Order, case: Case, made: Publication, gap: float | None) -> Protected:
    plan, catalog = order.plan, order.catalog
    before = releases(catalog, plan)
    if any(
        (cell.base is None) != (made.base is None) for release in before for cell in release.cells if cell.value is not None
    ):
        raise ProtectionRefusedError(Report.of([Finding(code="method-mixed", where=Place(path=plan.path))]))
    if audited(case, made, catalog, before):
        raise ProtectionRefusedError(Report.of([Finding(code="audit-failed", where=Place(path=plan.path))]))
    now = with_release(before, made)
    tables = tuple((sheet.path(table, catalog), sheet.sheet(table, catalog)) for table in made.tables)
    files = (
        *tables,
        (f"releases/{plan.population}.csv", ledger(now)),
        (f"protection/{plan.name}.report.yaml", note(made, now[-1].name)),
    )
    return Protected(files=files, losses=losses(made), outcome=_outcome(made, gap), gap=gap, release=now[-1].name)


def _outcome(made: Publication, gap: float | None) -> Outcome:
    if made.base is not None:
        return "rounded"
    if gap is None:
        return "kept"
    return "bounded" if gap else "optimal"


def _redesigned(order: Order, case: Case, failed: Failed, sources: tuple[SourceTable, ...], counter: Teller) -> Redesign | None:
    def attempt(plan: Plan) -> tuple[Case, Suppressed | Failed]:
        counter.tell()
        changed = _case(order, plan, sources, min(_TRY, order.budget))
        return changed, suppress(changed)

    return redesign(case, failed, attempt, lambda changed, found: loss(changed, found.hidden))


def _refuse(case: Case, failed: Failed, proposed: Redesign | None) -> NoReturn:
    """Say why, and each change that together was tried and passes."""
    place = Place(path=case.plan.path)
    names = sorted({table.source.planned.name for table in case.confidential.tables if _holds(table.rows, failed)})
    details = (("tables", ", ".join(names)), ("limit", f"{case.policy.loss:.0%}"), ("dimensions", str(case.policy.dimensions)))
    found = [Finding(code=failed.reason, where=place, details=details)]
    if proposed is None:
        found.append(Finding(code="no-redesign", where=place))
    for number, step in enumerate(proposed.steps if proposed else (), 1):
        typed = (("number", str(number)), ("typed", step.typed), ("share", f"{proposed.loss if proposed else 0:.0%}"))
        where = Place(path=case.plan.path, table=f"{step.table.dataset}/{step.table.name}")
        found.append(Finding(code=step.kind, where=where, details=typed, severity="warning"))
    raise ProtectionRefusedError(Report.of(found))


def _holds(rows: tuple[tuple[tuple[str, ...], int], ...], failed: Failed) -> bool:
    return any(cell in failed.cells for _, cell in rows)
