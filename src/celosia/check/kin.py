"""Datasets that must be judged together: those that count the same people, with what was published of them before. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from celosia.disclosure.rule import counts, population
from celosia.model import Catalog, Dataset, Release, Table, Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """Datasets tied by populations, mostly one by itself, and the earlier releases of these populations.

    `frozen` are their versions that say anything else than they do today: these stand published for ever (rule R11).
    """

    datasets: tuple[Dataset, ...]
    releases: tuple[Release, ...] = ()
    frozen: tuple[Dataset, ...] = ()


def kin(catalog: Catalog) -> tuple[Kin, ...]:
    """Every dataset once, in the order of the first of each kin."""
    past = {dataset.id: tuple(frozen(dataset, catalog.versions)) for dataset in catalog.datasets}
    counted = {dataset.id: frozenset(_populations((dataset, *past[dataset.id]))) for dataset in catalog.datasets}
    groups: list[list[Dataset]] = []
    for dataset in catalog.datasets:
        tied = [group for group in groups if any(counted[dataset.id] & counted[other.id] for other in group)]
        groups = [group for group in groups if group not in tied] + [[*(one for group in tied for one in group), dataset]]
    return tuple(_with_past(group, counted, past, catalog.releases) for group in groups)


def frozen(dataset: Dataset, versions: Iterable[Version]) -> Iterator[Dataset]:
    """The versions of a dataset whose tables are not all as they are today, without what no attacker reads twice."""
    today = [_bare(table) for table in dataset.tables]
    for version in versions:
        tables = tuple(_bare(table) for table in version.dataset.tables)
        if version.dataset.id == dataset.id and list(tables) != today:
            yield replace(version.dataset, tables=tables)


def _bare(table: Table) -> Table:
    return replace(table, body=b"")


def _with_past(
    group: Iterable[Dataset],
    counted: dict[str, frozenset[str]],
    past: dict[str, tuple[Dataset, ...]],
    releases: Iterable[Release],
) -> Kin:
    datasets = tuple(group)
    names = frozenset(name for dataset in datasets for name in counted[dataset.id])
    return Kin(
        datasets=datasets,
        releases=tuple(release for release in releases if release.population in names),
        frozen=tuple(one for dataset in datasets for one in past[dataset.id]),
    )


def _populations(states: Iterable[Dataset]) -> Iterator[str]:
    for dataset in states:
        for table in dataset.tables:
            for measure, _ in counts(table):
                yield population(dataset, table, measure)
