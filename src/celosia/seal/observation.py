"""A table in SDMX-CSV beside the table that it is of: every figure, every status, and what may be added to them. Pure."""

import re
from collections.abc import Iterator
from dataclasses import replace

from celosia.model import Dataset, Finding, Place, Row, Table
from celosia.seal.content import Grid
from celosia.seal.grid import compare
from celosia.vocabularies.sdmx import FIXED, added, components, identifier, statuses, time_period

_AGENCY = r"[A-Z][A-Z0-9_]*"


def compare_observations(table: Table, dataset: Dataset, grid: Grid, path: str) -> Iterator[Finding]:
    """Every difference between a grid of SDMX and the whole table that it must be."""
    if not _is_framed(table, dataset, grid):
        yield Finding(code="leak-rows", where=Place(path=path, table=table.name), details=(("part", grid.part),))
        return
    names = tuple(column.name for column in table.columns)
    start, end = len(FIXED), len(FIXED) + len(names)
    cells = tuple(row[start:end] for row in grid.rows)
    yield from compare(_in_sdmx(table), replace(grid, names=names, rows=cells), path)


def _is_framed(table: Table, dataset: Dataset, grid: Grid) -> bool:
    """Whether all that is around the table's own cells says what it must: the structure, and the statuses of each row."""
    if grid.names != (*FIXED, *components(table), *added(table)) or len(grid.rows) != len(table.rows):
        return False
    own = f"{identifier(dataset.id)}_{identifier(table.name)}({dataset.version})"
    structure = re.compile(rf"dataflow\n{_AGENCY}:{re.escape(own)}\nI")
    start, end = len(FIXED), len(FIXED) + len(table.columns)
    return len({row[:start] for row in grid.rows}) <= 1 and all(
        structure.fullmatch("\n".join(map(str, found[:start]))) and found[end:] == _told(table, row)
        for row, found in zip(table.rows, grid.rows, strict=True)
    )


def _told(table: Table, row: Row) -> tuple[str, ...]:
    """The status columns that the file adds."""
    told = dict(zip(("OBS_STATUS", "CONF_STATUS"), statuses(table, row), strict=True))
    return tuple(told[name] for name in added(table))


def _in_sdmx(table: Table) -> Table:
    """The table with its periods as SDMX writes them; everything else as it is."""
    column = table.with_concept("time-period")
    if column is None:
        return table
    place = table.index(column.name)
    return replace(table, rows=tuple((*row[:place], _period(row[place]), *row[place + 1 :]) for row in table.rows))


def _period(cell: object) -> str | None:
    return None if cell is None else time_period(str(cell))
