"""Tables against their Table Schema, judged by frictionless. Its messages quote cells; ours never do. Pure.

The only importer of frictionless, and only when a table is judged: it takes half a second to import.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from celosia.check.place import cell, descriptor
from celosia.check.table import header
from celosia.model import Column, Dataset, Finding, Table
from celosia.model.nearest import shown
from celosia.vocabularies.datapackage import table_schema

_CODES = {
    "primary-key": "repeated-primary-key",
    "unique-error": "repeated-value",
    "missing-cell": "missing-cell",
    "extra-cell": "extra-cell",
    "blank-row": "blank-row",
}
_CONSTRAINT = re.compile(r'constraint "(\w+)"')


def schema(dataset: Dataset) -> Iterator[Finding]:
    """What frictionless finds in each table whose file and header could be read."""
    for table in dataset.tables:
        if table.body and header(table) == [column.name for column in table.columns]:
            yield from _judged(dataset, table)


def _judged(dataset: Dataset, table: Table) -> Iterator[Finding]:
    from frictionless import Dialect, FrictionlessException, Resource, Schema, formats  # noqa: PLC0415 - slow to import

    control = formats.CsvControl(delimiter=",", quote_char='"', line_terminator="\r\n", skip_initial_space=False)
    try:
        declared = Schema.from_descriptor(table_schema(table))
        resource = Resource(
            data=table.body,
            format="csv",
            encoding="utf-8",
            schema=declared,
            dialect=Dialect(header_rows=[1], controls=[control]),
        )
        report = resource.validate()
    except FrictionlessException:
        yield Finding(code="bad-schema", where=descriptor(dataset, table))
        return
    errors = report.tasks[0].errors if report.tasks else report.errors
    blank = {getattr(error, "row_number", 0) for error in errors if error.type == "blank-row"}
    columns = {column.name: column for column in table.columns}
    for error in errors:
        if error.type == "blank-row" or getattr(error, "row_number", None) not in blank:
            yield _finding(dataset, table, columns, error)


def _finding(dataset: Dataset, table: Table, columns: Mapping[str, Column], error: Any) -> Finding:  # noqa: ANN401 - untyped
    number = getattr(error, "row_number", None)
    column = columns.get(getattr(error, "field_name", None) or "")
    where = cell(dataset, table, None if number is None else number - 2, column.name if column else None)
    if error.type == "type-error" and column:
        return Finding(code="not-of-type", where=where, details=(("type", column.type),))
    if error.type == "constraint-error" and column:
        match = _CONSTRAINT.search(error.note)
        name = match[1] if match else ""
        expected = _expected(dict(column.constraints).get(name))
        return Finding(code="constraint", where=where, details=(("constraint", name), ("expected", expected)))
    if error.type in _CODES:
        return Finding(code=_CODES[error.type], where=where)
    return Finding(code="bad-table", where=where, details=(("type", str(error.type)),))


def _expected(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return shown(", ".join(str(part) for part in value) if isinstance(value, tuple) else str(value))
