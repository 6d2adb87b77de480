"""A table as a page shows it: words for codes, numbers as they are read, a link to each row's source. Pure."""

import re
from dataclasses import dataclass

from celosia.derive.unfilled import years_without
from celosia.model import Column, Role, Row, Table
from celosia.render.menu import PROTECTION
from celosia.render.views.cell import Cell, cells_of
from celosia.render.views.reading import Reading
from celosia.render.views.text import Fact, Link, Text, stated, told
from celosia.render.words import N_, UNITS, count, word
from celosia.vocabularies.removal import removal
from celosia.vocabularies.status import PROTECTED, ZERO_MEANING, ZERO_WORD, has_zero, statuses_in

LONGEST = 500
SAMPLE = 100
TALL = 12

ANCHOR = re.compile(r"[\w.:-]+")
_ROWS = (N_("1 row"), N_("{n} rows"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The head of a column: `kind` is `number` where its cells are compared by value."""

    title: Text
    unit: str | None
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """The marks that occur in a table, each with what it means; what protection took out of it, and where that is explained."""

    entries: tuple[tuple[str, str], ...]
    removed: str | None
    rule: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """A table whole, or its first rows where it is long. `common`: what is the same in every row, said once.

    `gaps` names the years of which other tables of its dataset have figures and this one has none.
    """

    id: str
    caption: Text
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Cell, ...], ...]
    anchors: tuple[str, ...]
    common: tuple[Fact, ...]
    gaps: str | None
    legend: Legend | None
    length: str
    shown: str | None
    tall: bool
    sortable: bool

    @property
    def lines(self) -> tuple[tuple[str, tuple[Cell, ...]], ...]:
        """Each row with its anchor ("" where it has none)."""
        return tuple(zip(self.anchors, self.rows, strict=True))


def table_view(
    table: Table,
    id: str,  # noqa: A002 - HTML's word
    reading: Reading,
    *,
    anchor: str | None = None,
    beside: tuple[Table, ...] = (),
) -> TableView:
    """The view of a table. No page holds more than 500 rows: of a longer table it shows the first 100.

    `anchor`: what stands before a row's id in its anchor; none where the rows are not to be linked to. `beside`: the tables
    of its dataset, among which its hidden figures may be had at a wider level; none where the table is a part of one of them.
    """
    rows = table.rows if len(table.rows) <= LONGEST else table.rows[:SAMPLE]
    columns, common = split(table, reading.lang)
    return TableView(
        id=id,
        caption=told(table.title, reading.lang),
        headings=tuple(heading(column, reading) for column in columns),
        rows=tuple(zip(*(cells_of(table, column, rows, reading) for column in columns), strict=True)),
        anchors=("",) * len(rows) if anchor is None else _anchors(table, rows, anchor),
        common=tuple(same_everywhere(table, column, reading) for column in common),
        gaps=_gaps(table, reading, beside),
        legend=_legend(table, reading, beside),
        length=count(len(table.rows), _ROWS, reading.lang),
        shown=None if len(rows) == len(table.rows) else count(len(rows), _ROWS, reading.lang),
        tall=len(rows) > TALL,
        sortable=len(rows) > 2,  # noqa: PLR2004 - two rows need no sorting
    )


def _gaps(table: Table, reading: Reading, beside: tuple[Table, ...]) -> str | None:
    runs = years_without(table, beside) if beside else ()
    if not runs:
        return None
    years = ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)
    return reading.word(N_("Years of which this table has no figure: {years}.")).format(years=years)


def _legend(table: Table, reading: Reading, beside: tuple[Table, ...]) -> Legend | None:
    statuses = statuses_in(table)
    if not statuses:
        return None
    entries = tuple((status.sign, status.explained(reading.lang)) for status in statuses)
    if any(status.is_absent for status in statuses) and has_zero(table):
        entries = (*entries, ("0", f"{reading.word(ZERO_WORD)}: {reading.word(ZERO_MEANING)}"))
    removed = removal(table, beside) if beside and PROTECTED in statuses else None
    return Legend(
        entries=entries,
        removed=removed.told(reading.lang) if removed else None,
        rule=rule(reading) if PROTECTED in statuses else None,
    )


def rule(reading: Reading) -> Link | None:
    """The page that explains protection, where the site has it."""
    if not reading.explained:
        return None
    return Link(text=stated(reading.word("How people are protected")), href=reading.address.page(PROTECTION))


def split(table: Table, lang: str) -> tuple[tuple[Column, ...], tuple[Column, ...]]:
    """The columns to show (the row's name first, its id last), and those that say the same in every row."""
    spoken = (column for column in table.columns if _is_told(column, table, lang))
    filled = [column for column in spoken if any(value is not None for value in table.values(column.name))]
    same = [column for column in filled if _is_common(table, column)]
    varied = [column for column in filled if column not in same and not _is_told_by_marks(table, column)]
    head = next((column for column in varied if _names(table, column)), None)
    return tuple(sorted(varied, key=lambda column: _rank(column, head))), tuple(same)


def _is_told(column: Column, table: Table, lang: str) -> bool:
    """Of a text in two columns, `x` and `x_en`, a page shows the one in its language."""
    names = {other.name for other in table.columns}
    if column.name.endswith("_en") and column.name.removesuffix("_en") in names:
        return lang == "en"
    return lang != "en" or f"{column.name}_en" not in names


def _names(table: Table, column: Column) -> bool:
    """Whether the column names a row: what classifies it in a table of figures, its title in a list of things."""
    if table.with_role(Role.MEASURE):
        return column.role is Role.DIMENSION
    return column.type == "string" and not column.codes and column.concept is None


def _is_common(table: Table, column: Column) -> bool:
    """Whether every row says the same here. Of a single row only its statuses are set apart: the rest is the row."""
    if column.role is Role.MEASURE or column.concept in ("time-period", "identifier"):
        return False
    if len(table.rows) == 1:
        return column.concept in ("obs-status", "conf-status")
    return len(set(table.values(column.name))) == 1


def _is_told_by_marks(table: Table, column: Column) -> bool:
    """Whether the marks of the figures say all that the column does: C stands beside [c] and nowhere else."""
    return column.concept == "conf-status" and table.with_concept("obs-status") is not None


def _rank(column: Column, head: Column | None) -> int:
    if column is head:
        return 0
    return 2 if column.concept == "identifier" else 1


def heading(column: Column, reading: Reading) -> Heading:
    """The head of a column: its title, and the unit of its figures."""
    numeric = column.role is Role.MEASURE and column.type in ("integer", "number")
    unit = word(UNITS, column.unit, reading.lang) if column.unit else None
    return Heading(title=told(column.title, reading.lang), unit=unit, kind="number" if numeric else "text")


def same_everywhere(table: Table, column: Column, reading: Reading) -> Fact:
    """What a column says in every row."""
    (cell,) = cells_of(table, column, table.rows[:1], reading)
    return Fact(label=column.title.text(reading.lang), text=Text(text=cell.text, lang=cell.lang), href=cell.href)


def _anchors(table: Table, rows: tuple[Row, ...], before: str) -> tuple[str, ...]:
    column = table.with_concept("identifier")
    if column is None:
        return ("",) * len(rows)
    names = (str(row[table.index(column.name)]) for row in rows)
    return tuple(f"{before}{name}" if ANCHOR.fullmatch(name) else "" for name in names)


def nothing(reading: Reading) -> Text:
    """What is said where our sources say nothing."""
    return stated(reading.word("not stated in the sources"))
