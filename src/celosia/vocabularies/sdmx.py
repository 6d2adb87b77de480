"""A table of figures in the words of SDMX-CSV 2.0: the columns of its structure, each with its component's identifier. Pure.

Follows the SDMX-CSV field guide 2.0.0 and SDMX 3.0 §3. A hidden figure is an empty cell with OBS_STATUS Q and CONF_STATUS C:
that it is not there, and why, is all that is said of it.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from unicodedata import normalize

from celosia.locales import N_
from celosia.model import Cell, Column, Dataset, PeriodOfTime, Role, Row, Site, Table
from celosia.vocabularies.status import CONFIDENTIAL, FREE, NOT_AVAILABLE, PROTECTED

FIXED = ("STRUCTURE", "STRUCTURE_ID", "ACTION")
"""The columns that come first, whatever the structure (field guide, “Columns”)."""

PURPOSE = N_("for statistical software, with the status of each figure")

_CONCEPTS = {
    "time-period": "TIME_PERIOD",
    "ref-area": "REF_AREA",
    "obs-status": "OBS_STATUS",
    "conf-status": "CONF_STATUS",
}
_OBSERVATION, _CONFIDENTIALITY = "OBS_STATUS", "CONF_STATUS"
_NORMAL = "A"
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9_]+")
_MONTH = len("2026-11")


def is_statistical(table: Table) -> bool:
    """Whether a table has figures: only those are data in the sense of SDMX."""
    return bool(table.with_role(Role.MEASURE))


def structure_id(table: Table, dataset: Dataset, site: Site) -> str:
    """The dataflow of a table: who keeps it, what it is called, which version (`AGENCY:ID(1.0.0)`)."""
    return f"{identifier(site.publisher.name)}:{identifier(dataset.id)}_{identifier(table.name)}({dataset.version})"


def identifier(name: str) -> str:
    """A name as an SDMX identifier (common:IDType): capitals without accents, digits, underscores.

    >>> identifier("Proyecto Celosía"), identifier("ar-asistencias")
    ('PROYECTO_CELOSIA', 'AR_ASISTENCIAS')
    """
    return _NOT_IN_A_NAME.sub("_", _without_accents(name)).strip("_").upper()


def components(table: Table) -> tuple[str, ...]:
    """The component of each column, in the order of the table: SDMX's cross-domain concepts, and its own name for the rest.

    A single measure is OBS_VALUE; of several, each has its own name (SDMX 3.0 allows many).
    """
    measures = table.with_role(Role.MEASURE)
    return tuple(_component(column, table, alone=len(measures) == 1) for column in table.columns)


def statuses(table: Table, row: Row) -> tuple[str, str]:
    """OBS_STATUS and CONF_STATUS of a row; where the table has no such column, what its cells themselves say."""
    observation, confidentiality = _said(table, row, "obs-status"), _said(table, row, "conf-status")
    figures = [row[table.index(column.name)] for column in table.with_role(Role.MEASURE)]
    absent = all(figure is None for figure in figures)
    observation = observation or (NOT_AVAILABLE.code if absent else _NORMAL)
    return observation, confidentiality or (CONFIDENTIAL if observation == PROTECTED.code else FREE)


def added(table: Table) -> tuple[str, ...]:
    """The status columns that the file has and the table does not."""
    return tuple(name for name in (_OBSERVATION, _CONFIDENTIALITY) if name not in components(table))


def observation(table: Table, row: Row) -> tuple[str, ...]:
    """A row as texts: the cells of the table, then the status columns that it lacks."""
    told = dict(zip((_OBSERVATION, _CONFIDENTIALITY), statuses(table, row), strict=True))
    named = zip(components(table), table.columns, row, strict=True)
    kept = ((name, None if _is_hidden(column, told) else cell) for name, column, cell in named)
    cells = (told[name] if name in told else _written(name, cell) for name, cell in kept)
    return (*cells, *(told[name] for name in added(table)))


def time_period(text: str) -> str:
    """A period as SDMX's ObservationalTimePeriod: a year, a month or a day as it is, any other as its start and its length.

    >>> time_period("2019"), time_period("2023-01/2023-10"), time_period("2016/2018"), time_period("2020-03-20/2020-09-30")
    ('2019', '2023-01-01/P10M', '2016-01-01/P3Y', '2020-03-20/P195D')
    """
    if "/" not in text:
        return text
    period = PeriodOfTime.parse(text)
    return f"{period.start.isoformat()}/{_length(period.start, period.end + timedelta(days=1), text)}"


def _length(start: date, after: date, text: str) -> str:
    lengths = {len(part) for part in text.split("/")}
    months = (after.year - start.year) * 12 + after.month - start.month
    if start.day != 1 or after.day != 1 or max(lengths) > _MONTH:
        return f"P{(after - start).days}D"
    return f"P{months // 12}Y" if months % 12 == 0 else f"P{months}M"


def _is_hidden(column: Column, told: Mapping[str, str]) -> bool:
    return column.role is Role.MEASURE and told[_CONFIDENTIALITY] == CONFIDENTIAL


def _component(column: Column, table: Table, *, alone: bool) -> str:
    if column.role is Role.MEASURE and alone:
        return "OBS_VALUE"
    known = _CONCEPTS.get(column.concept or "")
    return known if known and table.with_concept(column.concept) == column else identifier(column.name)  # type: ignore[arg-type]


def _said(table: Table, row: Row, concept: str) -> str:
    column = table.with_concept(concept)  # type: ignore[arg-type]  # the two names are concepts
    return "" if column is None else str(row[table.index(column.name)] or "")


def _written(name: str, cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, date):
        return cell.isoformat()
    return time_period(str(cell)) if name == "TIME_PERIOD" else str(cell)


def _without_accents(text: str) -> str:
    return normalize("NFKD", text).encode("ascii", "ignore").decode()
