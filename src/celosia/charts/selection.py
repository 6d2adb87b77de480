"""The rows that a chart shows, which are also the table beside it and its CSV. Pure."""

import csv
from dataclasses import replace
from io import StringIO

from celosia.model import Cell, Chart, Column, Role, Row, Table

_KEPT = ("qualifier", "obs-status", "conf-status", "source", "time-period")
_PARTS_ONLY = ("bars", "stacked-bars", "tile-map")


def chart_table(chart: Chart, table: Table) -> Table:
    """The rows and columns of `table` that `chart` shows, with the same cells. Twice is once.

    A dimension that the chart neither draws nor filters is held at its total, where it has one: its parts are not
    other observations of the same thing. Kinds that compare parts leave the total of their own dimensions out.
    """
    columns = tuple(column for column in table.columns if _is_kept(column, chart))
    positions = tuple(table.index(column.name) for column in columns)
    rows = tuple(tuple(row[position] for position in positions) for row in _rows(chart, table))
    return replace(table, columns=columns, rows=rows, body=_csv(columns, rows), primary_key=())


def _is_kept(column: Column, chart: Chart) -> bool:
    named = (*chart.dimensions, chart.measure, *(one.column for one in chart.where))
    return column.name in named or column.role is Role.DIMENSION or column.concept in _KEPT


def _rows(chart: Chart, table: Table) -> tuple[Row, ...]:
    rows = table.rows
    for one in chart.where:
        rows = tuple(row for row in rows if _text(row[table.index(one.column)]) in one.values)
    filtered = {one.column for one in chart.where}
    for column in table.with_role(Role.DIMENSION):
        if column.total_code is not None and column.name not in filtered:
            rows = _without_mixture(rows, table, column, chart)
    return rows


def _without_mixture(rows: tuple[Row, ...], table: Table, column: Column, chart: Chart) -> tuple[Row, ...]:
    position = table.index(column.name)
    totals = tuple(row for row in rows if row[position] == column.total_code)
    parts = tuple(row for row in rows if row[position] != column.total_code)
    if column.name not in chart.dimensions:
        return totals or rows
    return parts if parts and chart.kind in _PARTS_ONLY else rows


def _csv(columns: tuple[Column, ...], rows: tuple[Row, ...]) -> bytes:
    written = StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(column.name for column in columns)
    writer.writerows([_text(cell) for cell in row] for row in rows)
    return written.getvalue().encode()


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
