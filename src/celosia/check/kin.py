"""Datasets that must be judged together: those that count the same people, with what was published of them before. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from celosia.disclosure.rule import counts, population
from celosia.model import Catalog, Dataset, Release


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """Datasets tied by populations, mostly one by itself, and the earlier releases of these populations."""

    datasets: tuple[Dataset, ...]
    releases: tuple[Release, ...] = ()


def kin(catalog: Catalog) -> tuple[Kin, ...]:
    """Every dataset once, in the order of the first of each kin."""
    counted = {dataset.id: frozenset(_populations(dataset)) for dataset in catalog.datasets}
    groups: list[list[Dataset]] = []
    for dataset in catalog.datasets:
        tied = [group for group in groups if any(counted[dataset.id] & counted[other.id] for other in group)]
        groups = [group for group in groups if group not in tied] + [[*(one for group in tied for one in group), dataset]]
    return tuple(_with_releases(group, counted, catalog.releases) for group in groups)


def _with_releases(group: Iterable[Dataset], counted: dict[str, frozenset[str]], releases: Iterable[Release]) -> Kin:
    datasets = tuple(group)
    names = frozenset(name for dataset in datasets for name in counted[dataset.id])
    return Kin(datasets=datasets, releases=tuple(release for release in releases if release.population in names))


def _populations(dataset: Dataset) -> Iterator[str]:
    for table in dataset.tables:
        for measure, _ in counts(table):
            yield population(dataset, table, measure)
