"""What may leave the room: tables in which hidden values no longer exist. Nothing here knows which cells were small. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from celosia.disclosure.family import Key
from celosia.model.plan import Plan, PlannedTable
from celosia.protect.case import Case
from celosia.protect.confidential import ConfidentialTable
from celosia.protect.source import SourceTable


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicRow:
    """A row as everybody will see it: `codes` as the table writes them, no value where it is hidden.

    `told` is what the source says of the row in the columns that the plan repeats.
    """

    codes: tuple[str, ...]
    key: Key
    value: int | None
    told: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicTable:
    """A table without its secrets."""

    planned: PlannedTable
    rows: tuple[PublicRow, ...]

    @property
    def id(self) -> str:
        """Its name in the ledger."""
        return f"{self.planned.dataset}/{self.planned.name}"

    @property
    def hidden(self) -> int:
        """How many figures are hidden."""
        return sum(row.value is None for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """All tables of a plan; `base` is that of controlled rounding where figures are rounded."""

    plan: Plan
    tables: tuple[PublicTable, ...]
    base: int | None = None


def publication(case: Case, values: Mapping[int, int], base: int | None = None) -> Publication:
    """The tables with the figures of `values`, by position; what is not in it is hidden. Structural zeros have no row."""
    tables = tuple(_table(case, table, values) for table in case.confidential.tables)
    return Publication(plan=case.plan, tables=tables, base=base)


def _table(case: Case, table: ConfidentialTable, values: Mapping[int, int]) -> PublicTable:
    keys = case.confidential.family.keys
    rows = tuple(
        PublicRow(codes=codes, key=keys[cell], value=values.get(cell), told=_told(table.source, codes))
        for codes, cell in table.rows
        if cell not in case.confidential.impossible
    )
    return PublicTable(planned=table.source.planned, rows=rows)


def _told(source: SourceTable, codes: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """One text for each column: those of all rows that were counted, each once."""
    rows = source.told.get(codes, ())
    columns = enumerate(source.planned.told)
    return tuple((name, "+".join(dict.fromkeys(row[position] for row in rows))) for position, name in columns)
