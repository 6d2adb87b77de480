"""What protection took out of a table, and at which wider levels its numbers can still be had. Pure.

It reads published tables and nothing else, so it cannot say more than anybody could count.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from celosia.locales import format_number, gettext
from celosia.model import Cell, Column, LangString, Role, Row, Table
from celosia.vocabularies.status import PROTECTED, reader

_TOTAL = 99
_MOST_LEVELS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A margin that is published whole.

    `steps`: each dimension with its height (0 its own codes, 1 and more their groups); a dimension that is not among them
    stands at its total. `table` is the title where it is another table.
    """

    steps: tuple[tuple[Column, int], ...]
    table: LangString | None
    rows: int

    def told(self, lang: str) -> str:
        """The level in words: by period and region (table “By region”)."""
        _ = gettext(lang)
        names = [_named(column, height, lang) for column, height in self.steps]
        by = _("by {dimensions}").format(dimensions=_joined(names, lang)) if names else _("the total")
        return by if self.table is None else _("{level} (table “{title}”)").format(level=by, title=self.table.text(lang))


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """How many of a table's cells are hidden, and the most detailed levels at which none is."""

    hidden: int
    cells: int
    levels: tuple[Level, ...]

    @property
    def share(self) -> float:
        """The hidden part of the cells, from 0 to 1."""
        return self.hidden / self.cells

    def told(self, lang: str) -> str:
        """All of it in one or two sentences."""
        _ = gettext(lang)
        counts = {"hidden": format_number(self.hidden, lang), "cells": format_number(self.cells, lang)}
        removed = _("Cells not published, to protect people: {hidden} of {cells} ({share}).")
        if not self.levels:
            return f"{removed.format(**counts, share=_percent(self.share, lang))} {_('No wider level is published whole.')}"
        levels = "; ".join(level.told(lang) for level in self.levels)
        where = _("Levels at which every figure is published: {levels}.").format(levels=levels)
        return f"{removed.format(**counts, share=_percent(self.share, lang))} {where}"


def removal(table: Table, beside: Sequence[Table]) -> Removal | None:
    """What was taken out of a table whose dataset has these tables; none where nothing was."""
    measures = table.with_role(Role.MEASURE)
    hidden = {measure: sum(map(_is_hidden(table, measure), table.rows)) for measure in measures}
    if not any(hidden.values()):
        return None
    measure = next(measure for measure in measures if hidden[measure])
    return Removal(
        hidden=sum(hidden.values()),
        cells=len(table.rows) * len(measures),
        levels=_most_detailed(tuple(_levels(table, measure, beside))),
    )


def _is_hidden(table: Table, measure: Column) -> Callable[[Row], bool]:
    read = reader(table, measure)
    return lambda row: read(row) is PROTECTED


def _levels(table: Table, measure: Column, beside: Sequence[Table]) -> Iterator[Level]:
    """Every margin of the table, in itself or in one of the others, that has a figure and hides none."""
    own = {column.name for column in table.with_role(Role.DIMENSION)}
    for other in beside:
        dimensions = other.with_role(Role.DIMENSION)
        if {column.name for column in dimensions} <= own and _measures(other, measure):
            title = None if other.name == table.name else other.title
            for heights, rows in _margins(other, dimensions).items():
                if _is_whole(other, other.column(measure.name), rows):
                    steps = zip(dimensions, heights, strict=True)
                    kept = tuple((column, height) for column, height in steps if height != _TOTAL)
                    yield Level(steps=kept, table=title, rows=len(rows))


def _margins(table: Table, dimensions: Sequence[Column]) -> Mapping[tuple[int, ...], Sequence[Row]]:
    """The rows by how high each of their codes stands."""
    places = [(table.index(column.name), _heights(table, column)) for column in dimensions]
    margins: dict[tuple[int, ...], list[Row]] = {}
    for row in table.rows:
        margins.setdefault(tuple(heights[row[position]] for position, heights in places), []).append(row)
    return margins


def _heights(table: Table, column: Column) -> Mapping[Cell, int]:
    """How far each code of a column is from the leaves of its hierarchy."""
    children: dict[str, list[str]] = {}
    for child, parent in column.parents:
        children.setdefault(parent, []).append(child)

    def height(value: Cell) -> int:
        if value is None or value == column.total_code:
            return _TOTAL
        below = [height(child) for child in children.get(str(value), ()) if child != value]
        return 1 + max(below) if below else 0

    return {value: height(value) for value in set(table.values(column.name))}


def _most_detailed(levels: Sequence[Level]) -> tuple[Level, ...]:
    """Those that no other one contains, the longest first; of two that tell the same, the one with more rows."""
    best: list[Level] = []
    for level in sorted(levels, key=lambda level: (-level.rows, level.table is not None)):
        if not any(_contains(other, level) for other in best):
            best = [other for other in best if not _contains(level, other)] + [level]
    return tuple(best[:_MOST_LEVELS])


def _contains(fine: Level, coarse: Level) -> bool:
    heights = {column.name: height for column, height in fine.steps}
    return all(heights.get(column.name, _TOTAL) <= height for column, height in coarse.steps)


def _measures(table: Table, measure: Column) -> bool:
    return any(column.name == measure.name and column.unit == measure.unit for column in table.with_role(Role.MEASURE))


def _is_whole(table: Table, measure: Column, rows: Sequence[Row]) -> bool:
    hidden, position = _is_hidden(table, measure), table.index(measure.name)
    return not any(map(hidden, rows)) and any(row[position] is not None for row in rows)


def _named(column: Column, height: int, lang: str) -> str:
    title = _lower(column.title.text(lang))
    return gettext(lang)("groups of {dimension}").format(dimension=title) if height else title


def _joined(names: Sequence[str], lang: str) -> str:
    """Names as a sentence lists them: a, b y c."""
    if len(names) == 1:
        return names[0]
    return gettext(lang)("{first} and {last}").format(first=", ".join(names[:-1]), last=names[-1])


def _lower(title: str) -> str:
    """A title inside a sentence; an acronym stays as it is."""
    return title if title[:2].isupper() else title[:1].lower() + title[1:]


def _percent(share: float, lang: str) -> str:
    whole = round(share * 100)
    sign: Mapping[str, str] = {"es": "\u202f%", "en": "%"}
    return f"{whole}{sign[lang]}" if whole else f"<1{sign[lang]}"
