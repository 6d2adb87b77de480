"""Marks that say the same as the cells beside them: what is hidden is empty, and says so in both of its codes. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from celosia.check.place import cell
from celosia.model import Cell, Column, Dataset, Finding, Role, Row, Table
from celosia.model.nearest import nearest, shown
from celosia.vocabularies.status import CONFIDENTIAL, CONFIDENTIALITIES, OBSERVATIONS, PROTECTED, WITHOUT_FIGURE

_TELLING = frozenset("ADEGMNOST")
"""The other codes of CL_CONF_STATUS: they say by which rule a cell was hidden, and so which ones were hidden for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Marked:
    """A table with its status columns and its measures."""

    dataset: Dataset
    table: Table
    observation: Column | None
    confidentiality: Column | None
    measures: tuple[Column, ...]

    def cell(self, row: Row, column: Column | None) -> Cell:
        return None if column is None else row[self.table.index(column.name)]

    def finding(self, code: str, row: int, column: Column | None, *details: tuple[str, str]) -> Finding:
        where = cell(self.dataset, self.table, row, column.name if column else None)
        return Finding(code=code, where=where, details=details)


def statuses(dataset: Dataset) -> Iterator[Finding]:
    """Codes that are of no list, hidden cells that hold a figure or are half marked, figures that their status denies.

    A status is its row's: where it says that a figure is hidden, every measure of the row is empty.
    """
    for table in dataset.tables:
        marked = _Marked(
            dataset=dataset,
            table=table,
            observation=table.with_concept("obs-status"),
            confidentiality=table.with_concept("conf-status"),
            measures=table.with_role(Role.MEASURE),
        )
        if marked.measures and (marked.observation or marked.confidentiality):
            yield from _table(marked)


def _table(marked: _Marked) -> Iterator[Finding]:
    """Rows that say the same are judged once; only those of which something is wrong are looked at again."""
    judged: dict[tuple[object, ...], bool] = {}
    for number, row in enumerate(marked.table.rows):
        present = tuple(marked.cell(row, measure) is not None for measure in marked.measures)
        key = (marked.cell(row, marked.observation), marked.cell(row, marked.confidentiality), present)
        if key not in judged:
            judged[key] = any(_row(marked, number, row))
        if judged[key]:
            yield from _row(marked, number, row)


def _row(marked: _Marked, number: int, row: Row) -> Iterator[Finding]:
    observation, confidentiality = marked.cell(row, marked.observation), marked.cell(row, marked.confidentiality)
    yield from _codes(marked, number, observation, confidentiality)
    if PROTECTED.code == observation or confidentiality == CONFIDENTIAL:
        yield from _hidden(marked, number, row)
    elif observation in OBSERVATIONS:
        yield from _shown(marked, number, row, str(observation))


def _codes(marked: _Marked, number: int, observation: Cell, confidentiality: Cell) -> Iterator[Finding]:
    if observation is not None and observation not in OBSERVATIONS:
        yield _unknown(marked, number, marked.observation, str(observation))
    if confidentiality in _TELLING:
        yield marked.finding("telling-status", number, marked.confidentiality, ("name", str(confidentiality)))
    elif confidentiality is not None and confidentiality not in CONFIDENTIALITIES:
        yield _unknown(marked, number, marked.confidentiality, str(confidentiality))


def _unknown(marked: _Marked, number: int, column: Column | None, name: str) -> Finding:
    known = sorted(OBSERVATIONS if column is marked.observation else CONFIDENTIALITIES)
    near = nearest(name, known)
    details = (("name", shown(name)), ("expected", ", ".join(known)), *((("nearest", near),) if near else ()))
    return marked.finding("unknown-status", number, column, *details)


def _hidden(marked: _Marked, number: int, row: Row) -> Iterator[Finding]:
    for measure in marked.measures:
        if marked.cell(row, measure) is not None:
            yield marked.finding("hidden-with-figure", number, measure)
    if marked.cell(row, marked.observation) != PROTECTED.code:
        yield marked.finding("half-hidden", number, marked.observation, ("expected", f"obs-status: {PROTECTED.code}"))
    elif marked.cell(row, marked.confidentiality) not in {CONFIDENTIAL, *_TELLING}:
        yield marked.finding("half-hidden", number, marked.confidentiality, ("expected", f"conf-status: {CONFIDENTIAL}"))


def _shown(marked: _Marked, number: int, row: Row, observation: str) -> Iterator[Finding]:
    present = [marked.cell(row, measure) is not None for measure in marked.measures]
    if observation in WITHOUT_FIGURE and all(present):
        yield marked.finding("figure-denied", number, marked.observation, ("name", observation))
    if observation not in WITHOUT_FIGURE and not any(present):
        yield marked.finding("absence-unexplained", number, marked.observation, ("name", observation))
