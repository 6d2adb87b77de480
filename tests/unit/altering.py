"""A catalogue with another value in one cell: what a page would say if its row said something else."""

from collections.abc import Mapping
from dataclasses import replace

from celosia.model import Catalog
from celosia.model.catalog import KeyFigure
from celosia.model.comparison import CellQuery


def record_of(catalog: Catalog, cell: CellQuery | KeyFigure) -> Mapping[str, object]:
    """The row that a cell names."""
    records = catalog.dataset(cell.dataset).table(cell.table).records()
    return next(record for record in records if all(str(record[name]) == value for name, value in cell.where))


def with_cell(catalog: Catalog, cell: CellQuery | KeyFigure, value: object) -> Catalog:
    """The catalogue with this value in that cell."""
    row = tuple(record_of(catalog, cell).values())
    dataset = catalog.dataset(cell.dataset)
    table = dataset.table(cell.table)
    place = table.index(cell.measure)
    rows = tuple((*one[:place], value, *one[place + 1 :]) if one == row else one for one in table.rows)
    changed = replace(dataset, tables=tuple(replace(one, rows=rows) if one is table else one for one in dataset.tables))
    return replace(catalog, datasets=tuple(changed if one is dataset else one for one in catalog.datasets))
