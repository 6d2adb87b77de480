"""A table: columns that say what they mean, and rows that are exactly the committed ones."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Literal

from celosia.model.langstring import LangString
from celosia.model.period import PeriodOfTime
from celosia.model.remembered import Remembered

Cell = str | int | float | bool | date | None
Row = tuple[Cell, ...]


class Role(Enum):
    """What a column does in its table (SDMX 3.0 §3: dimension, measure, attribute)."""

    DIMENSION = "dimension"
    MEASURE = "measure"
    ATTRIBUTE = "attribute"


Concept = Literal[
    "time-period", "ref-area", "obs-status", "conf-status", "source", "qualifier", "confidence", "comment", "identifier", "url",
    "telephone", "email",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One value that a dimension may take, and its words (Data Package 2 `categories`)."""

    value: str
    label: LangString


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Column(Remembered):
    """A field of Table Schema with its role; `unit` names what a measure counts or is in (`persons`, `%` …).

    `constraints` are Table Schema's own (`required`, `minimum`, `pattern`, `enum` with a tuple of values). `parents` are the
    steps of a hierarchy (code, its parent), `sensitive` marks an attribute of victims that nobody may learn from a group.
    """

    name: str
    type: str
    title: LangString
    role: Role
    description: LangString | None = None
    concept: Concept | None = None
    unit: str | None = None
    codes: tuple[Code, ...] = ()
    total_code: str | None = None
    constraints: tuple[tuple[str, object], ...] = ()
    parents: tuple[tuple[str, str], ...] = ()
    sensitive: bool = False

    def label(self, value: Cell, lang: str) -> str | None:
        """The words for a coded value, or none where the column has no such code."""
        return next((code.label.text(lang) for code in self.codes if code.value == value), None)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Table(Remembered):
    """A tabular resource (Data Package 2): `body` is the committed CSV, `rows` the same cells with their types.

    A cell is `None` where the CSV has a missing value; periods stay text in `rows` (see `period`).
    """

    name: str
    path: str
    title: LangString
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    body: bytes
    description: LangString | None = None
    primary_key: tuple[str, ...] = ()
    missing_values: tuple[str, ...] = ("",)

    def index(self, name: str) -> int:
        """The position of a column. `KeyError` where there is none."""
        for position, column in enumerate(self.columns):
            if column.name == name:
                return position
        raise KeyError(name)

    def column(self, name: str) -> Column:
        """The column of that name. `KeyError` where there is none."""
        return self.columns[self.index(name)]

    def values(self, name: str) -> tuple[Cell, ...]:
        """All cells of a column, in the order of the rows."""
        position = self.index(name)
        return tuple(row[position] for row in self.rows)

    def with_role(self, role: Role) -> tuple[Column, ...]:
        """The columns of a role, in order."""
        return tuple(column for column in self.columns if column.role is role)

    def with_concept(self, concept: Concept) -> Column | None:
        """The first column that stands for a concept (SDMX cross-domain concepts), or none."""
        return next((column for column in self.columns if column.concept == concept), None)

    def periods(self) -> tuple[PeriodOfTime, ...]:
        """The period of each row; empty where the table has no time."""
        column = self.with_concept("time-period")
        if column is None:
            return ()
        return tuple(PeriodOfTime.parse(str(cell)) for cell in self.values(column.name) if cell is not None)

    def records(self) -> tuple[Mapping[str, Cell], ...]:
        """Each row as a mapping from column name to cell."""
        names = [column.name for column in self.columns]
        return tuple(dict(zip(names, row, strict=True)) for row in self.rows)
