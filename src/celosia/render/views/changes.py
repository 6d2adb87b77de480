"""What changed from one version to the next, as tables that people read. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from celosia.derive.difference import CellChange, Difference, Level, needed
from celosia.derive.difference_file import changes_path, key_text
from celosia.derive.difference_text import KINDS, LEVELS, UNSUMMED
from celosia.derive.restated import Figure, First, restated
from celosia.locales import format_number
from celosia.model import Cell, Dataset, LangString, Made, Table
from celosia.render.address import step_anchor
from celosia.render.views.dataset import ChangeView, change_view
from celosia.render.views.download import Download, file
from celosia.render.views.reading import Reading
from celosia.render.views.text import Text, stated, told
from celosia.render.words import N_

_RESTATED = N_("revised; the first one stays")
_CSV, _JSON = N_("one line a change"), N_("for programs")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A change: what happened, to what, how it read, how it reads."""

    what: str
    table: Text
    name: Text
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """The step from one version to another; `longest` is how many lines a page shows, the rest is in the files."""

    anchor: str
    older: str
    newer: str
    older_href: str
    newer_href: str
    level: str | None
    periods: tuple[str, ...]
    frame: tuple[Line, ...]
    figures: tuple[Line, ...]
    left_out: int
    rows: tuple[tuple[Text, int, int], ...]
    totals: tuple[tuple[Text, Text, str], ...]
    files: tuple[Download, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """The page of a dataset's versions; `others` are the files of versions that do not follow each other."""

    home: str
    changes: tuple[ChangeView, ...]
    steps: tuple[Between, ...]
    others: tuple[tuple[str, str, tuple[Download, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A difference with the two states that it is of: their titles and words name what changed."""

    difference: Difference
    older: Dataset
    newer: Dataset

    def table(self, name: str) -> Table:
        """The table in the newer state, or in the older one where it is gone."""
        return next(table for table in (*self.newer.tables, *self.older.tables) if table.name == name)


LONGEST = 200


def between(step: Step, reading: Reading, made: Mapping[str, Made]) -> Between:
    """The view of a step between two versions that follow each other."""
    told_ = step.difference
    level: Level | None = needed(told_)
    firsts = restated(step.older, step.newer)
    figures = tuple(_figure(step, change, _first(change, firsts), reading) for change in told_.cells if _is_told(change))
    home = f"datasets/{told_.dataset}/"
    return Between(
        anchor=step_anchor(told_.older, told_.newer),
        older=told_.older,
        newer=told_.newer,
        older_href=reading.address.page(f"{home}v/{told_.older}/"),
        newer_href=reading.address.page(f"{home}v/{told_.newer}/"),
        level=reading.word(LEVELS[level]) if level else None,
        periods=tuple(reading.period(period) for period in told_.periods),
        frame=tuple(_frame(step, reading)),
        figures=figures[:LONGEST],
        left_out=max(0, len(figures) - LONGEST),
        rows=tuple(_rows(step, reading)),
        totals=tuple(_totals(step, reading)),
        files=files(told_, reading, made),
    )


def revisions(step: Step, reading: Reading) -> tuple[Line, ...]:
    """The figures of a step that were revised, each with what it said and what it says; also in a row beside the first one."""
    firsts = restated(step.older, step.newer)
    told_ = ((change, _first(change, firsts)) for change in step.difference.cells if change.is_figure)
    return tuple(_figure(step, change, first, reading) for change, first in told_ if change.kind == "revised" or first)


def files(difference: Difference, reading: Reading, made: Mapping[str, Made]) -> tuple[Download, ...]:
    """The difference as files."""
    home = f"datasets/{difference.dataset}/"
    kinds = (("csv", ("CSV", _CSV)), ("json", ("JSON", _JSON)))
    return tuple(
        file(home + changes_path(difference.older, difference.newer, name), words, reading, made) for name, words in kinds
    )


def history(dataset: Dataset, numbers: tuple[str, ...], reading: Reading) -> tuple[ChangeView, ...]:
    """Every entry of the changelog, the newest first, with the page of each version that has one."""
    frozen = {number: reading.address.page(f"datasets/{dataset.id}/v/{number}/") for number in numbers}
    return tuple(change_view(change, reading, frozen) for change in dataset.changes)


def _is_told(change: CellChange) -> bool:
    """Figures that came, went or were revised, and revised words; the other cells of a new row go with it."""
    return change.is_figure or change.kind == "revised"


def _first(change: CellChange, firsts: Mapping[Figure, First]) -> First | None:
    """The figure that an added one revises, and that stays beside it."""
    return firsts.get((change.table, change.key, change.column)) if change.kind == "added" else None


def _figure(step: Step, change: CellChange, first: First | None, reading: Reading) -> Line:
    table = step.table(change.table)
    title = _column_title(step, change.table, change.column)
    named = " · ".join(_cell_words(table, name, value, reading) for name, value in _named(step, change))
    old, new = (standing.text if standing else "" for standing in (change.old, change.new))
    return Line(
        what=reading.word(_RESTATED if first else KINDS[change.kind]),
        table=told(table.title, reading.lang),
        name=stated(f"{named}: {title.text(reading.lang)}" if named else title.text(reading.lang)),
        old=_said_first(first, reading) if first else _number(change.old.value if change.old else None, old, reading),
        new=_number(change.new.value if change.new else None, new, reading),
    )


def _said_first(first: First, reading: Reading) -> str:
    """The figure that stays, with the row that it is in."""
    where = " · ".join(str(value) for _, value in first.key)
    return f"{_number(first.value, str(first.value), reading)} ({where})"


def _named(step: Step, change: CellChange) -> Iterator[tuple[str, Cell]]:
    """What names a row for people: its key, without an identifier where the row has dimensions to be named by."""
    table = step.table(change.table)
    if len(change.key) == 1 and change.key[0][0] in {c.name for c in table.columns if c.concept == "identifier"}:
        yield from change.key
        if change.period:
            yield "", change.period
        return
    yield from change.key


def _cell_words(table: Table, name: str, value: Cell, reading: Reading) -> str:
    column = next((column for column in table.columns if column.name == name), None)
    label = column.label(value, reading.lang) if column else None
    return label or key_text(((name, value),)).partition("=")[2]


def _number(value: Cell, text: str, reading: Reading) -> str:
    """A figure as people write it, its mark after it; any other text as it is."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return text
    shown, _, mark = text.partition(" ")
    return f"{format_number(value, reading.lang)} {mark}".strip() if shown else text


def _column_title(step: Step, table: str, name: str) -> LangString:
    states = (one for state in (step.newer, step.older) for one in state.tables if one.name == table)
    return next((column.title for one in states for column in one.columns if column.name == name), LangString(es=name))


def _frame(step: Step, reading: Reading) -> Iterator[Line]:
    _, lang = reading.word, reading.lang
    difference = step.difference
    for kind, names in (("added", difference.tables_added), ("removed", difference.tables_removed)):
        for name in names:
            table = step.table(name)
            yield Line(
                what=f"{_(N_('Table'))}: {_(KINDS[kind])}", table=told(table.title, lang), name=stated(name), old="", new=""
            )
    for one in difference.columns:
        what = f"{_(N_('Column'))}: {_(KINDS[one.kind])}"
        title = told(step.table(one.table).title, lang)
        yield Line(what=what, table=title, name=stated(one.column), old=one.old, new=one.new)
    for code in difference.codes:
        old, new = (label.text(lang) if label else "" for label in (code.old, code.new))
        what = f"{_(N_('Code'))}: {_(KINDS[code.kind])}"
        title = told(step.table(code.table).title, lang)
        yield Line(what=what, table=title, name=stated(f"{code.column} «{code.code}»"), old=old, new=new)


def _rows(step: Step, reading: Reading) -> Iterator[tuple[Text, int, int]]:
    """How many rows each table gained and lost."""
    tables = dict.fromkeys(row.table for row in step.difference.rows)
    for name in tables:
        kinds = [row.kind for row in step.difference.rows if row.table == name]
        yield told(step.table(name).title, reading.lang), kinds.count("added"), kinds.count("removed")


def _totals(step: Step, reading: Reading) -> Iterator[tuple[Text, Text, str]]:
    for total in step.difference.totals:
        table = step.table(total.table)
        title = told(_column_title(step, total.table, total.column), reading.lang)
        if total.unsummed:
            yield told(table.title, reading.lang), title, reading.word(UNSUMMED[total.unsummed])
        else:
            old, new = (_number(value, str(value), reading) for value in (total.old, total.new))
            yield told(table.title, reading.lang), title, f"{old} → {new}"
