"""A table for programs: its rows, and beside each figure what its cell means (SDMX `OBS_STATUS` and `CONF_STATUS`). Pure."""

from collections.abc import Iterator
from datetime import date

from celosia.exporters.api.path import dataset_path, licensed, schema_url, table_path
from celosia.exporters.json import dump, texts
from celosia.exporters.notes import Notes
from celosia.model import Cell, Column, Role, Row, Table
from celosia.vocabularies.citation import landing_page
from celosia.vocabularies.status import CONFIDENTIAL, FREE, OBSERVATIONS, PROTECTED, WITHOUT_FIGURE, about_codes, reader

_NORMAL = "A"


def write_observations(table: Table, notes: Notes) -> bytes:
    """One object. A row has the cells of the table, and after each measure `x` its statuses: `x.OBS_STATUS`, `x.CONF_STATUS`.

    No column can have such a name: they have no dot. A hidden figure is `null`, with Q and C; a figure that is merely not
    known is `null` with another status.
    """
    dataset, site = notes.dataset, notes.site
    document = {
        "$schema": schema_url("table", site),
        "id": table.name,
        "dataset": dataset.id,
        "title": texts(table.title),
        "version": dataset.version,
        "modified": dataset.modified.isoformat(),
        "url": site.url + table_path(dataset.id, table.name),
        "landing_page": landing_page(dataset, site),
        "dataset_url": site.url + dataset_path(dataset.id),
        "license": licensed(dataset.license),
        "primary_key": list(table.primary_key),
        "columns": [_column(column) for column in table.columns],
        "rows": _rows(table),
    }
    return dump(document)


def _column(column: Column) -> dict[str, object]:
    statuses = {name: f"{column.name}.{name.upper()}" for name in ("obs_status", "conf_status")}
    return {
        "name": column.name,
        "type": column.type,
        "role": column.role.value,
        "title": texts(column.title),
        "description": texts(column.description or about_codes(column)),
        "unit": column.unit,
        "concept": column.concept,
        "codes": [{"value": code.value, "label": texts(code.label)} for code in column.codes],
        **(statuses if column.role is Role.MEASURE else {}),
    }


def _rows(table: Table) -> list[dict[str, Cell]]:
    names = [name for column in table.columns for name in _names(column)]
    told = [_told(table, column) for column in table.columns]
    return [dict(zip(names, (cell for cells in row for cell in cells), strict=True)) for row in zip(*told, strict=True)]


def _names(column: Column) -> tuple[str, ...]:
    statuses = (f"{column.name}.OBS_STATUS", f"{column.name}.CONF_STATUS")
    return (column.name, *(statuses if column.role is Role.MEASURE else ()))


def _told(table: Table, column: Column) -> list[tuple[Cell, ...]]:
    """The cells of a column, each with its statuses where it is a measure's."""
    cells = [cell.isoformat() if isinstance(cell, date) else cell for cell in table.values(column.name)]
    if column.role is not Role.MEASURE:
        return [(cell,) for cell in cells]
    return [(cell, *said) for cell, said in zip(cells, _statuses(table, column), strict=True)]


def _statuses(table: Table, measure: Column) -> Iterator[tuple[str, str]]:
    read, observed = reader(table, measure), table.with_concept("obs-status")
    position = None if observed is None else table.index(observed.name)
    for row in table.rows:
        mark = read(row)
        if mark is PROTECTED:
            yield PROTECTED.code, CONFIDENTIAL
        else:
            yield mark.code if mark else _plain(row, position), FREE


def _plain(row: Row, position: int | None) -> str:
    """The code of a figure that carries no mark: the table's own, where it is one that a figure may have."""
    code = _NORMAL if position is None else str(row[position])
    return code if code in OBSERVATIONS and code not in WITHOUT_FIGURE else _NORMAL
