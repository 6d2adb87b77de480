"""The areas that a dataset's pages and drawings must know. Pure."""

from collections.abc import Iterable

from celosia.derive import DatasetPublication
from celosia.model import Table, Territory


def named_territories(told: DatasetPublication, territories: tuple[Territory, ...]) -> tuple[Territory, ...]:
    """Those that the dataset speaks of, and all tiles of the countries that it maps."""
    tables = told.dataset.tables
    named = {*told.dataset.spatial, *(code for table in tables for code in _areas(table))}
    named |= {code.partition("-")[0] for code in named}
    mapped = any(chart.kind == "tile-map" for chart, _ in told.charts)
    return tuple(territory for territory in territories if territory.code in named or (mapped and territory.parent in named))


def _areas(table: Table) -> Iterable[str]:
    column = table.with_concept("ref-area")
    return () if column is None else {str(value) for value in table.values(column.name) if value is not None}
