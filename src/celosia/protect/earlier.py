"""What everybody knows already: the ledger of releases, and the catalogue's other tables of the same population. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from celosia.disclosure.family import Key
from celosia.disclosure.rule import counts, is_hidden, is_inexact, population
from celosia.errors import ProtectionRefusedError
from celosia.model import Catalog, Column, Finding, Place, Release, Report, Role, Table
from celosia.model.plan import Plan
from celosia.protect.confidential import ConfidentialFamily, line_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """By positions of the family: `fixed` was shown with today's value, `sealed` was hidden and stays so.

    `pattern` is what the last release hid of its `seen` figures; no figure was `seen` where there was no release. `rounded`
    are positions with the values that controlled rounding gave them in the last release.
    """

    fixed: frozenset[int]
    sealed: frozenset[int]
    pattern: frozenset[int]
    seen: frozenset[int]
    rounded: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figure:
    """One figure that was published: none where it was hidden."""

    path: str
    table: str
    key: Key
    value: int | None
    kept: bool


def releases(catalog: Catalog, plan: Plan) -> tuple[Release, ...]:
    """The releases of the plan's population, oldest first."""
    return tuple(release for release in catalog.releases if release.population == plan.population)


def earlier(catalog: Catalog, plan: Plan, confidential: ConfidentialFamily, k: int | None) -> Earlier:
    """Compare what was published with what is true. `ProtectionRefusedError` where the two cannot stand together."""
    position = {key: number for number, key in enumerate(confidential.family.keys)}
    periods = {dict(key).get(plan.time or "") for key in confidential.family.keys}
    fixed, sealed = set(), set()
    for figure in (*_ledger(catalog, plan), *_tables(catalog, plan)):
        cell = position.get(figure.key)
        if cell is None:
            if figure.kept and dict(figure.key).get(plan.time or "") in periods:
                _refuse("release-not-in-plan", figure)
        elif figure.value is None:
            sealed.add(cell)
        elif figure.value == confidential.values[cell]:
            fixed.add(cell)
        elif not figure.kept:
            _refuse("published-differs", figure)
        elif k is not None and abs(figure.value - confidential.values[cell]) < k:
            _refuse("small-change", figure)
    last = [cell for release in releases(catalog, plan)[-1:] for cell in release.cells if cell.key in position]
    return Earlier(
        fixed=frozenset(fixed),
        sealed=frozenset(sealed - fixed),
        pattern=frozenset(position[cell.key] for cell in last if cell.value is None),
        seen=frozenset(position[cell.key] for cell in last),
        rounded=tuple(sorted({(position[cell.key], cell.value) for cell in last if cell.value is not None and cell.base})),
    )


def _ledger(catalog: Catalog, plan: Plan) -> Iterator[_Figure]:
    path = f"releases/{plan.population}.csv"
    for release in releases(catalog, plan):
        for cell in release.cells if not any(cell.base for cell in release.cells) else ():
            yield _Figure(path=path, table=cell.table, key=cell.key, value=cell.value, kept=True)


def _tables(catalog: Catalog, plan: Plan) -> Iterator[_Figure]:
    """The figures of tables that the plan does not write."""
    written = {(table.dataset, table.name) for table in plan.tables}
    for dataset in catalog.datasets:
        for table in dataset.tables:
            for measure, _ in counts(table):
                own = population(dataset, table, measure) == plan.population
                if own and (dataset.id, table.name) not in written:
                    yield from _figures(table, measure, f"datasets/{dataset.id}/{table.path}")


def _figures(table: Table, measure: Column, path: str) -> Iterator[_Figure]:
    value = table.index(measure.name)
    for number, row in enumerate(table.rows):
        hidden, count = is_hidden(table, number, measure), row[value]
        if hidden or (isinstance(count, int) and not is_inexact(table, number)):
            key = _key(table, number)
            yield _Figure(path=path, table=table.name, key=key, value=None if hidden else int(str(count)), kept=False)


def _key(table: Table, number: int) -> Key:
    dimensions = [(column, table.index(column.name)) for column in table.with_role(Role.DIMENSION)]
    cells = ((column, table.rows[number][position]) for column, position in dimensions)
    return tuple(sorted((column.name, str(code)) for column, code in cells if code not in {None, column.total_code}))


def _refuse(code: str, figure: _Figure) -> None:
    where = Place(path=figure.path, table=figure.table)
    details = (("line", line_name(figure.key)),)
    raise ProtectionRefusedError(Report.of([Finding(code=code, where=where, details=details)]))
