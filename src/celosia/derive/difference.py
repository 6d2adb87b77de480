"""What differs between two states of a dataset, as a value: tables, columns, codes, cells, totals, texts. Pure."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from celosia.model import Cell, LangString

Kind = Literal["added", "removed", "revised"]
ColumnKind = Literal["added", "removed", "type", "role", "unit", "concept", "total", "title", "description", "key", "order"]
CodeKind = Literal["added", "removed", "relabelled"]
Unsummed = Literal["hidden", "unit", "classified", "overlap"]
Level = Literal["major", "minor", "patch"]
Key = tuple[tuple[str, Cell], ...]
"""What names a row: each column of its primary key with its cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A cell as it stood: `value` is none where there is no figure, and then `mark` says why ("[c]" where it is protected).

    `mark` also stands beside a figure that the source revised, estimated … (`vocabularies.status`).
    """

    value: Cell = None
    mark: str = ""

    @property
    def text(self) -> str:
        """The cell as people read it: a hidden one is its mark, never a guess.

        >>> Standing(value=12).text, Standing(mark="[c]").text, Standing(value=12, mark="[p]").text
        ('12', '[c]', '12 [p]')
        """
        return " ".join(part for part in ("" if self.value is None else plain(self.value), self.mark) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class CellChange:
    """A cell that is new, gone, or different. `period` is that of its row, where the table has time."""

    table: str
    key: Key
    column: str
    kind: Kind
    old: Standing | None = None
    new: Standing | None = None
    period: str = ""
    is_figure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """A row that is new or gone, by its primary key."""

    table: str
    key: Key
    kind: Literal["added", "removed"]
    period: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnChange:
    """A column that is new, gone, or means something else: `kind` says what of it changed, `old` and `new` how it read."""

    table: str
    column: str
    kind: ColumnKind
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeChange:
    """A code of a column that is new, gone, or has other words."""

    table: str
    column: str
    code: str
    kind: CodeKind
    old: LangString | None = None
    new: LangString | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalChange:
    """What a measure adds up to in each state; `unsummed` says why it was not added up, where it makes no sense."""

    table: str
    column: str
    old: Cell = None
    new: Cell = None
    unsummed: Unsummed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """All that differs, in the order of the tables. `texts` name the parts of the description that read otherwise."""

    dataset: str
    older: str
    newer: str
    tables_added: tuple[str, ...] = ()
    tables_removed: tuple[str, ...] = ()
    columns: tuple[ColumnChange, ...] = ()
    codes: tuple[CodeChange, ...] = ()
    rows: tuple[RowChange, ...] = ()
    cells: tuple[CellChange, ...] = ()
    totals: tuple[TotalChange, ...] = ()
    texts: tuple[str, ...] = ()
    unit_changed: bool = False

    @property
    def is_of_figures(self) -> bool:
        """Whether tables, columns, codes, rows or cells differ, and not only words about them."""
        return bool(
            self.tables_added
            or self.tables_removed
            or self.columns
            or self.codes
            or self.rows
            or self.cells
            or self.unit_changed
        )

    @property
    def periods(self) -> tuple[str, ...]:
        """The periods whose figures it touches, sorted."""
        told = {change.period for change in self.rows} | {change.period for change in self.cells}
        return tuple(sorted(told - {""}))

    def revised(self) -> tuple[CellChange, ...]:
        """The cells of rows that stay, whose content is another."""
        return tuple(change for change in self.cells if change.kind == "revised")


def outline(difference: Difference) -> str:
    """What differs, by names and numbers alone, in signs that every language reads: for findings, which quote no figure.

    >>> outline(Difference(dataset="x", older="1.0.0", newer="1.0.0", tables_added=("a",), tables_removed=("b",)))
    '+ a; − b'
    """
    rows = Counter((change.table, "+" if change.kind == "added" else "−") for change in difference.rows)
    cells = Counter(change.table for change in difference.cells if change.kind == "revised")
    signs = {"added": "+", "removed": "−"}
    parts = (
        *(f"+ {name}" for name in difference.tables_added),
        *(f"− {name}" for name in difference.tables_removed),
        *(f"{signs.get(one.kind, '±')} {one.table}.{one.column or one.kind}" for one in difference.columns),
        *(f"{signs.get(one.kind, '±')} {one.table}.{one.column}={one.code}" for one in difference.codes),
        *(f"{table}: {sign}{times}" for (table, sign), times in rows.items()),
        *(f"{table}: ±{times}" for table, times in cells.items()),
        *difference.texts,
    )
    return "; ".join(dict.fromkeys(parts))


def needed(difference: Difference) -> Level | None:
    """The least step of the version (Semantic Versioning 2.0.0, said of data); none where nothing differs.

    Major: what somebody reads by name is gone or means something else. Minor: there is more than before. Patch: the same
    things, corrected.
    """
    gone = (
        difference.tables_removed,
        difference.columns,
        [change for change in difference.codes if change.kind != "added"],
        [change for change in difference.rows if change.kind == "removed"],
    )
    if any(gone) or difference.unit_changed:
        return "major"
    if difference.tables_added or difference.codes or difference.rows:
        return "minor"
    return "patch" if difference.cells or difference.texts else None


def least(version: str, level: Level) -> str:
    """The least version after one, for a step.

    >>> least("1.2.3", "major"), least("1.2.3", "minor"), least("1.2.3", "patch")
    ('2.0.0', '1.3.0', '1.2.4')
    """
    major, minor, patch = number(version)
    if level == "major":
        return f"{major + 1}.0.0"
    return f"{major}.{minor + 1}.0" if level == "minor" else f"{major}.{minor}.{patch + 1}"


def number(version: str) -> tuple[int, int, int]:
    """A version as its three numbers, which can be compared.

    >>> number("1.10.0") > number("1.9.3")
    True
    """
    major, minor, patch = map(int, version.split("."))
    return major, minor, patch


def plain(value: Cell) -> str:
    """A cell as a CSV file holds it.

    >>> plain(True), plain(None), plain(2.5), plain(1266)
    ('true', '', '2.5', '1266')
    """
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)
