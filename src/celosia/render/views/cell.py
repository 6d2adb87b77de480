"""One cell in words: what it says, how it sorts, where it leads. A protected value, a missing one and zero differ. Pure."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from celosia.locales import format_date, format_number, format_period
from celosia.model import Cell as Value
from celosia.model import Column, PeriodOfTime, Role, Row, Table
from celosia.render.atoms import sign
from celosia.render.views.reading import Reading
from celosia.render.views.text import outward
from celosia.render.words import CONFIDENCES, word
from celosia.vocabularies.status import CONFIDENTIALITIES, OBSERVATIONS, STATUSES, Status, marks_of

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])){0,1}|\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """`value` sorts (a number or an ISO date); `mark` stands beside the text; `kind` is its class in the page.

    `text` and `mark` are plain text, or the HTML of a figure's mark.
    """

    text: str
    kind: str = "text"
    value: str | None = None
    mark: str | None = None
    href: str | None = None
    lang: str | None = None


Writer = Callable[[Value], Cell]


def cells_of(table: Table, column: Column, rows: tuple[Row, ...], reading: Reading) -> tuple[Cell, ...]:
    """The cells of a column, in the order of the rows."""
    position = table.index(column.name)
    if column.role is Role.MEASURE:
        return _measures(table, rows, position, reading)
    write = _writer(column, reading)
    known: dict[Value, Cell] = {}
    for row in rows:
        value = row[position]
        if value not in known:
            known[value] = Cell(text="") if value is None else write(value)
    return tuple(known[row[position]] for row in rows)


def worded(column: Column, value: Value, reading: Reading) -> Cell:
    """What a cell of a column that is no measure says."""
    return _writer(column, reading)(value)


def _measures(table: Table, rows: tuple[Row, ...], position: int, reading: Reading) -> tuple[Cell, ...]:
    column = table.columns[position]
    marks = marks_of(table, column, rows)
    return tuple(_measure(column, row[position], mark, reading) for row, mark in zip(rows, marks, strict=True))


def _measure(column: Column, value: Value, status: Status | None, reading: Reading) -> Cell:
    """A figure with what must be minded about it, or the mark that says why there is none."""
    if status and status.is_absent:
        return Cell(text=sign(status, reading.lang), kind="absent")
    if isinstance(value, int | float) and not isinstance(value, bool):
        mark = sign(status, reading.lang) if status else None
        return Cell(text=format_number(value, reading.lang), kind="number", value=str(value), mark=mark)
    return _text(column, value, reading)


def _writer(column: Column, reading: Reading) -> Writer:
    concept = column.concept or ""
    if concept in _BY_CONCEPT:
        return lambda value: _BY_CONCEPT[concept](column, value, reading)
    if column.codes:
        return lambda value: _coded(column, value, reading)
    return lambda value: _text(column, value, reading)


def _coded(column: Column, value: Value, reading: Reading) -> Cell:
    code = next((code for code in column.codes if code.value == str(value)), None)
    if code is None:
        return _text(column, value, reading)
    spoken = code.label.lang(reading.lang)
    return Cell(text=code.label.text(reading.lang), lang=None if spoken == reading.lang else spoken)


def _text(column: Column, value: Value, reading: Reading) -> Cell:
    if isinstance(value, bool):
        return Cell(text=reading.word("yes") if value else reading.word("no"))
    if isinstance(value, date):
        return Cell(text=format_date(value, reading.lang), value=value.isoformat())
    if isinstance(value, int | float):
        return Cell(text=str(value), value=str(value))
    if "fecha" in column.name and _DATE.fullmatch(str(value)):
        return Cell(text=format_period(str(value), reading.lang), value=str(value))
    lang = "en" if column.name.endswith("_en") else "es"
    return Cell(text=str(value), lang=None if reading.lang == lang else lang)


def _period(column: Column, value: Value, reading: Reading) -> Cell:  # noqa: ARG001 - one signature for all concepts
    period = PeriodOfTime.parse(str(value))
    mark = None
    if period.is_partial_year:
        mark = reading.word("part of a year")
    if period.is_cumulative:
        mark = reading.word("several years together")
    return Cell(text=format_period(period.text, reading.lang), value=period.text, mark=mark)


def _area(column: Column, value: Value, reading: Reading) -> Cell:
    if any(code.value == str(value) for code in column.codes) and str(value) not in reading.territories:
        return _coded(column, value, reading)
    name = reading.territory(str(value))
    return Cell(text=name.text, lang=name.lang)


def _source(column: Column, value: Value, reading: Reading) -> Cell:  # noqa: ARG001
    source = reading.sources.get(str(value))
    if source is None:
        return Cell(text=str(value), kind="code")
    lang = None if reading.lang == "es" else "es"
    return Cell(text=source.publisher, href=reading.address.page("sources/", source.id), lang=lang, kind="source")


def _known(words: Mapping[str, str]) -> Callable[[Column, Value, Reading], Cell]:
    def write(column: Column, value: Value, reading: Reading) -> Cell:
        if column.codes:
            return _coded(column, value, reading)
        return Cell(text=word(words, str(value), reading.lang).partition(":")[0])

    return write


def _observation(column: Column, value: Value, reading: Reading) -> Cell:
    """The code of a mark in the words of its legend, whatever the descriptor calls it."""
    status = STATUSES.get(str(value))
    return Cell(text=status.spoken(reading.lang)) if status else _known(OBSERVATIONS)(column, value, reading)


def _identifier(column: Column, value: Value, reading: Reading) -> Cell:  # noqa: ARG001
    return Cell(text=str(value), kind="code")


def _url(column: Column, value: Value, reading: Reading) -> Cell:  # noqa: ARG001
    href = outward(str(value))
    if href is None:
        return Cell(text=str(value), kind="address")
    return Cell(text=urlsplit(href).hostname or href, href=href, kind="link")


def _telephone(column: Column, value: Value, reading: Reading) -> Cell:  # noqa: ARG001
    return Cell(text=str(value), kind="telephone")


_BY_CONCEPT: Mapping[str, Callable[[Column, Value, Reading], Cell]] = {
    "time-period": _period,
    "ref-area": _area,
    "source": _source,
    "obs-status": _observation,
    "conf-status": _known(CONFIDENTIALITIES),
    "confidence": _known(CONFIDENCES),
    "identifier": _identifier,
    "url": _url,
    "telephone": _telephone,
}
