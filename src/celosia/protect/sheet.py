"""A public table as the CSV that its dataset's descriptor declares. Pure."""

import csv
import io
from collections.abc import Mapping

from celosia.errors import ProtectionRefusedError
from celosia.model import Catalog, Finding, Place, Report, Table
from celosia.model.nearest import nearest
from celosia.model.plan import Plan, PlannedTable
from celosia.protect.public import PublicRow, PublicTable

_STATUS = {False: ("A", "F"), True: ("Q", "C")}
_STATUS_COLUMNS = ("estado", "confidencialidad")


def path(table: PublicTable, catalog: Catalog) -> str:
    """Where the table stands in the catalogue."""
    declared = _declared(table.planned, catalog)
    return f"datasets/{table.planned.dataset}/{declared.path if declared else f'{table.planned.name}.csv'}"


def require_columns(plan: Plan, catalog: Catalog) -> None:
    """`ProtectionRefusedError` where a descriptor has other columns than the plan."""
    for planned in plan.tables:
        declared = _declared(planned, catalog)
        if declared and planned.publish:
            _require(_header(declared), _columns(planned, _status_columns(declared)), planned, plan)


def sheet(table: PublicTable, catalog: Catalog) -> bytes:
    """The rows in the order of the plan."""
    declared = _declared(table.planned, catalog)
    status = _status_columns(declared)
    header = _header(declared) if declared else _columns(table.planned, status)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    for row in table.rows:
        cells = _cells(table.planned, row, status)
        writer.writerow([cells[name] for name in header])
    return text.getvalue().encode()


def _declared(planned: PlannedTable, catalog: Catalog) -> Table | None:
    datasets = (dataset for dataset in catalog.datasets if dataset.id == planned.dataset)
    return next((table for dataset in datasets for table in dataset.tables if table.name == planned.name), None)


def _header(declared: Table) -> tuple[str, ...]:
    return tuple(column.name for column in declared.columns)


def _status_columns(declared: Table | None) -> tuple[str, str]:
    if declared is None:
        return _STATUS_COLUMNS
    observed, confidential = declared.with_concept("obs-status"), declared.with_concept("conf-status")
    return (observed.name if observed else _STATUS_COLUMNS[0], confidential.name if confidential else _STATUS_COLUMNS[1])


def _columns(planned: PlannedTable, status: tuple[str, str]) -> tuple[str, ...]:
    dimensions = (name for name, _ in (*planned.fixed, *planned.dimensions))
    return (*dimensions, planned.measure, *status, *(name for name, _ in planned.attributes))


def _cells(planned: PlannedTable, row: PublicRow, status: tuple[str, str]) -> Mapping[str, str]:
    own = dict(zip((name for name, _ in planned.dimensions), row.codes, strict=True))
    codes = ".".join((*(code for _, code in planned.fixed), *row.codes))
    return {
        **{name: _filled(text, (("key", codes), *row.told)) for name, text in planned.attributes},
        **dict(planned.fixed),
        **own,
        planned.measure: "" if row.value is None else str(row.value),
        **dict(zip(status, _STATUS[row.value is None], strict=True)),
    }


def _filled(text: str, told: tuple[tuple[str, str], ...]) -> str:
    for name, said in told:
        text = text.replace(f"{{{name}}}", said)
    return text


def _require(header: tuple[str, ...], known: tuple[str, ...], planned: PlannedTable, plan: Plan) -> None:
    where = Place(path=plan.path, table=f"{planned.dataset}/{planned.name}")
    for code, written, others in (("plan-lacks-column", header, known), ("descriptor-lacks-column", known, header)):
        for name in written:
            if name not in others:
                near = nearest(name, (other for other in others if other not in written))
                details = (("name", name), *((("nearest", near),) if near else ()))
                raise ProtectionRefusedError(Report.of([Finding(code=code, where=where, details=details)]))
