"""The gate once more, from the other side: only what everybody will see, read as any published table is. Pure.

It shares with the rest of `protect` neither the family nor its equations: an error there shows here.
"""

from collections.abc import Iterator

from celosia.disclosure.attack import attack
from celosia.disclosure.exposure import Exposure
from celosia.disclosure.line import system
from celosia.disclosure.sheet import Entry, Sheet, Spot, released, sheets
from celosia.disclosure.tables import published
from celosia.model import Catalog, Release
from celosia.model.plan import Plan
from celosia.protect.case import Case
from celosia.protect.public import Publication, PublicTable


def audited(case: Case, made: Publication, catalog: Catalog, before: tuple[Release, ...]) -> tuple[Exposure, ...]:
    """What an attacker finds in these tables, the catalogue's others of the same population, and all earlier releases."""
    now = [_sheet(case, made, table) for table in made.tables]
    earlier = [sheet for release in before for sheet in released(release, now[0])] if now else []
    family = published(system((*now, *_others(case.plan, catalog), *earlier)))
    if not family.knowledge.hidden:
        return ()
    insider = case.policy.insider if made.base is None else 1
    found = attack(family.knowledge, family.k, insider=insider, budget=case.budget)
    return tuple(exposure for exposure in found if made.base is None or exposure.low != 0)


def _others(plan: Plan, catalog: Catalog) -> Iterator[Sheet]:
    written = {f"{table.dataset}/{table.name}" for table in plan.tables}
    for dataset in catalog.datasets:
        for sheet in sheets(dataset):
            if sheet.population == plan.population and sheet.name not in written:
                yield sheet


def _sheet(case: Case, made: Publication, table: PublicTable) -> Sheet:
    plan = made.plan
    return Sheet(
        name=table.id,
        population=plan.population,
        unit=plan.unit,
        k=case.k if made.base is None else None,
        entries=tuple(_entries(made, table, 1 if case.policy.zeros == "shown" else 0)),
        time=plan.time,
        parents=tuple((dimension.name, *pair) for dimension in plan.dimensions for pair in dimension.parents),
        sensitive=frozenset(dimension.name for dimension in plan.dimensions if dimension.sensitive),
        insider=case.policy.insider if made.base is None else 1,
    )


def _entries(made: Publication, table: PublicTable, least: int) -> Iterator[Entry]:
    for number, row in enumerate(table.rows):
        spot = Spot(path=table.id, table=table.planned.name, row=number, column=table.planned.measure)
        if made.base is not None and row.value is not None:
            low, high = max(0, row.value - made.base + 1), row.value + made.base - 1
            yield Entry(key=row.key, spot=spot, value=None, hidden=True, lower=low, upper=high)
        else:
            hidden = row.value is None
            yield Entry(key=row.key, spot=spot, value=row.value, hidden=hidden, lower=least if hidden else 0)
