"""A comparison: what several claims say of one measure, and what people know of why they differ."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from celosia.model.counted import UNITS, Unit
from celosia.model.dataset import SourceLink
from celosia.model.langstring import LangString

ComparisonClass = Literal[
    "not-comparable", "definition", "coverage-or-time", "revised", "internal-contradiction", "unexplained", "same-figure"
]
"""Why the figures differ; `same-figure`: they do not, and one is a control of the other."""

COMPARISON_UNITS = (*UNITS, "%")


@dataclass(frozen=True, slots=True, kw_only=True)
class CellQuery:
    """A published cell: the one row of a table that has these values in its columns, and one of its measures."""

    dataset: str
    table: str
    measure: str
    where: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one system or document says: a published cell, what `plus` and `minus` give together, or a `value` with its source.

    Neither: the catalogue does not publish it, and the page says so. `counts` says what one unit is in this claim; `unit` and
    `period` are said where no single row says them; `row` keeps apart figures of one comparison that are about other groups.
    """

    id: str
    system: str
    name: LangString
    counts: LangString
    cell: CellQuery | None = None
    plus: tuple[CellQuery, ...] = ()
    minus: tuple[CellQuery, ...] = ()
    value: float | None = None
    qualifier: str | None = None
    unit: Unit | Literal["%"] | None = None
    period: str | None = None
    as_of: str | None = None
    source: SourceLink | None = None
    confidence: str | None = None
    row: LangString | None = None
    note: LangString | None = None

    @property
    def cells(self) -> tuple[CellQuery, ...]:
        """Every published cell that it rests on."""
        return (*((self.cell,) if self.cell else ()), *self.plus, *self.minus)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What ought to be equal: a total (`first`) to its parts (`second`), or a stated difference to the difference."""

    kind: Literal["parts", "difference"]
    first: str
    second: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Several claims of one measure. `sentence` names their figures by their ids in braces: `{reta}`."""

    id: str
    case: str | None
    title: LangString
    country: str
    topic: str
    kind: ComparisonClass
    sentence: LangString
    claims: tuple[Claim, ...]
    explanation: LangString
    author: str
    date: date
    needed: tuple[LangString, ...]
    relations: tuple[Relation, ...] = ()
