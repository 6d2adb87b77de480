"""Whether what is said of the systems that count, and of the sources' own places, leads anywhere. Pure."""

from collections.abc import Iterable, Iterator

from celosia.check.place import about
from celosia.model import Catalog, Dataset, Finding, Place, PlacedColumn, Placement, Statement, System
from celosia.model.nearest import nearest, shown

_GROUPS = ("runs", "registers", "rules", "since")
"""What must rest on something. What is not published needs no source: it is what nobody has seen."""


def systems(catalog: Catalog) -> Iterator[Finding]:
    """Each dataset, norm, source and agreement that a system names, its country, and a basis for each statement."""
    known = known_names(catalog)
    for system in catalog.systems:
        where = Place(path=f"systems/{system.id}.yaml")
        if system.country and system.country not in known["country"]:
            yield _unknown("unknown-territory", where, ("country", system.country), known["country"])
        yield from _names("unknown-dataset", where, ("datasets", system.datasets), known["datasets"])
        for key, statement in _statements(system):
            yield from basis(where, key, statement, known)
            if key.startswith(_GROUPS) and not _rests(statement):
                yield Finding(code="statement-without-source", where=where, details=(("key", key),))


def placements(catalog: Catalog) -> Iterator[Finding]:
    """Each column and territory of a mapping, and that a place of no territory says why."""
    codes = {territory.code for territory in catalog.territories}
    datasets = {dataset.id: dataset for dataset in catalog.datasets}
    for placement in catalog.placements:
        where = Place(path=f"territories/{placement.id}.yaml")
        for number, column in enumerate(placement.columns, 1):
            yield from _column(where, f"columns[{number}]", column, datasets)
        named = (*(value.territory for value in placement.values), *(note.territory for note in placement.notes))
        yield from _names("unknown-territory", where, ("territory", [name for name in named if name]), codes)
        yield from _reasons(where, placement)


def agreement_territories(catalog: Catalog) -> Iterator[Finding]:
    """The territories that agreements name."""
    codes = {territory.code for territory in catalog.territories}
    for agreement in catalog.agreements:
        where = Place(path=f"agreements/{agreement.id}.yaml")
        yield from _names("unknown-territory", where, ("territories", agreement.territories), codes)


def known_names(catalog: Catalog) -> dict[str, set[str]]:
    """What a statement may rest on: the ids of each kind of thing."""
    norms = next((dataset for dataset in catalog.datasets if dataset.id == catalog.site.norms), None)
    register = norms.tables[0] if norms and norms.tables else None
    identifier = register.with_concept("identifier") if register else None
    return {
        "datasets": {dataset.id for dataset in catalog.datasets},
        "agreements": {agreement.id for agreement in catalog.agreements},
        "sources": {source.id for source in catalog.sources},
        "norms": set(map(str, register.values(identifier.name))) if register and identifier else set(),
        "country": {territory.code for territory in catalog.territories},
    }


def _statements(system: System) -> Iterator[tuple[str, Statement]]:
    for group in (*_GROUPS, "withholds"):
        for number, statement in enumerate(getattr(system, group), 1):
            yield f"{group}[{number}]", statement
    for number, promise in enumerate(system.promises, 1):
        yield f"promises[{number}]", promise.statement


def basis(where: Place, key: str, statement: Statement, known: dict[str, set[str]]) -> Iterator[Finding]:
    """What a statement rests on and is not there."""
    codes = (("sources", "unknown-source-named"), ("norms", "unknown-norm"), ("datasets", "unknown-dataset"))
    for name, code in (*codes, ("agreements", "unknown-agreement")):
        yield from _names(code, where, (f"{key}.{name}", getattr(statement, name)), known[name])


def _rests(statement: Statement) -> bool:
    return any((statement.sources, statement.norms, statement.datasets, statement.agreements, statement.links))


def _column(where: Place, key: str, column: PlacedColumn, datasets: dict[str, Dataset]) -> Iterator[Finding]:
    dataset = datasets.get(column.dataset)
    if dataset is None:
        yield _unknown("unknown-dataset", where, (f"{key}.dataset", column.dataset), datasets)
        return
    table = next((table for table in dataset.tables if table.name == column.table), None)
    if table is None:
        yield _unknown("unknown-table", where, (f"{key}.table", column.table), [table.name for table in dataset.tables])
    elif column.column not in (names := [one.name for one in table.columns]):
        yield _unknown("unknown-column-named", where, (f"{key}.column", column.column), names)


def _reasons(where: Place, placement: Placement) -> Iterator[Finding]:
    """A place is of a territory, or of none and then it is said why."""
    for number, value in enumerate(placement.values, 1):
        nowhere = value.match == "none"
        if nowhere == (value.territory is not None) or (nowhere and value.reason is None):
            yield Finding(code="placed-without-reason", where=where, details=(("key", f"values[{number}]"),))


def _names(code: str, where: Place, named: tuple[str, Iterable[str]], known: set[str]) -> Iterator[Finding]:
    key, names = named
    return (_unknown(code, where, (key, name), known) for name in names if name not in known)


def _unknown(code: str, where: Place, named: tuple[str, str], known: Iterable[str]) -> Finding:
    key, name = named
    return Finding(code=code, where=where, details=about(key, shown(name), nearest(name, known)))
