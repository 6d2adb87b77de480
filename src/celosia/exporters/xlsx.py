"""A table as a workbook that opens right in Excel: typed cells, then its dictionary, its notes and its sources. Pure.

Text is never read as a formula, a number or a link. What Excel cannot hold is turned into text rather than lost:
integers of more than 15 digits, days before March 1900. A character that XML forbids becomes U+FFFD, and a text longer than
a cell is cut and says so. xlsxwriter is imported when it is first needed (a cached build has no use for it).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from celosia.exporters.dictionary import both, dictionary
from celosia.exporters.notes import Notes, notes_in, sources_of
from celosia.locales import gettext
from celosia.model import LANGUAGES, Cell, Column, Role, Table
from celosia.vocabularies.status import marks_of

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NEWLINE = re.compile("\r\n?")
_LONGEST = 32_767
_MOST_ROWS = 1_048_576
_TITLE = 255
_TOO_LARGE = 10**15
_FIRST_DAY = date(1900, 3, 1)
_NARROW, _WIDE, _SAMPLE = 9, 60, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class _Formats:
    heading: "Format"
    text: "Format"
    wrapped: "Format"
    count: "Format"
    plain: "Format"
    number: "Format"
    day: "Format"


def write_xlsx(table: Table, notes: Notes) -> bytes:
    """Four sheets, named in Spanish; row 1 of the first holds the names of the columns, as in the CSV.

    `ValueError` for a table that no sheet can hold, since the library would drop the rest in silence.
    """
    import xlsxwriter  # noqa: PLC0415 - see the module's docstring

    if len(table.rows) >= _MOST_ROWS:
        msg = f"{table.name} has more rows than a sheet of Excel can hold ({_MOST_ROWS:,} with the heading)"
        raise ValueError(msg)
    target = BytesIO()
    workbook = xlsxwriter.Workbook(target, {"in_memory": True})
    workbook.set_properties(_properties(table, notes))
    formats = _formats(workbook)
    _ = gettext("es")
    _write_data(workbook.add_worksheet(_("Data")), table, formats)
    _write_text(workbook.add_worksheet(_("Dictionary")), dictionary(table), formats)
    _write_text(workbook.add_worksheet(_("Notes")), _notes(table, notes), formats)
    _write_text(workbook.add_worksheet(_("Sources")), _sources(table, notes), formats)
    workbook.close()
    return target.getvalue()


def _properties(table: Table, notes: Notes) -> dict[str, object]:
    dataset = notes.dataset
    return {
        "title": f"{dataset.title.es}: {table.title.es}"[:_TITLE],
        "author": dataset.publisher[:_TITLE],
        "comments": dataset.license.url[:_TITLE],
        "created": datetime.combine(notes.dataset.modified, time(), UTC),
    }


def _formats(workbook: "Workbook") -> _Formats:
    return _Formats(
        heading=workbook.add_format({"bold": True, "bottom": 1, "num_format": "@"}),
        text=workbook.add_format({"num_format": "@"}),
        wrapped=workbook.add_format({"num_format": "@", "text_wrap": True, "valign": "top"}),
        count=workbook.add_format({"num_format": "#,##0"}),
        plain=workbook.add_format({"num_format": "0"}),
        number=workbook.add_format(),
        day=workbook.add_format({"num_format": "yyyy-mm-dd"}),
    )


def _write_data(sheet: "Worksheet", table: Table, formats: _Formats) -> None:
    for position, column in enumerate(table.columns):
        values = _shown(table, column)
        format_ = _format(column, formats)
        sheet.set_column(position, position, _width((column.name, *values)), format_)
        sheet.write_string(0, position, column.name, formats.heading)
        for row, value in enumerate(values, start=1):
            _write(sheet, (row, position), value, format_)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table.rows), max(len(table.columns) - 1, 0))
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{len(table.rows) + 1}"})


def _shown(table: Table, column: Column) -> tuple[Cell, ...]:
    """The cells of a column; where a measure has no figure, the mark that says why, which no sum takes for a number."""
    values = table.values(column.name)
    if column.role is not Role.MEASURE:
        return values
    marks = marks_of(table, column, table.rows)
    return tuple(mark.sign if mark and mark.is_absent else value for value, mark in zip(values, marks, strict=True))


def _format(column: Column, formats: _Formats) -> "Format":
    whole = formats.count if column.role is Role.MEASURE else formats.plain
    kinds = {"integer": whole, "year": formats.plain, "number": formats.number, "date": formats.day}
    return kinds.get(column.type, formats.text)


def _write(sheet: "Worksheet", place: tuple[int, int], value: Cell, format_: "Format") -> None:
    """A typed cell; none at all where there is no value."""
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(*place, value)
    elif isinstance(value, int | float) and abs(value) < _TOO_LARGE:
        sheet.write_number(*place, value, format_)
    elif isinstance(value, date) and value >= _FIRST_DAY:
        sheet.write_datetime(*place, datetime.combine(value, time()), format_)
    else:
        sheet.write_string(*place, _text(str(value)), format_)


def _text(value: str) -> str:
    text = value if value.isprintable() else _FORBIDDEN.sub("\ufffd", _NEWLINE.sub("\n", value))
    if len(text) <= _LONGEST:
        return text
    mark = f" … [{both('cut here: see the CSV')}]"
    return text[: _LONGEST - len(mark)] + mark


def _write_text(sheet: "Worksheet", rows: Sequence[Sequence[str]], formats: _Formats) -> None:
    """A sheet to be read by people: a heading, then wrapped text."""
    for position, texts in enumerate(zip(*rows, strict=True)):
        sheet.set_column(position, position, _width(texts))
        for row, text in enumerate(texts):
            if text:
                sheet.write_string(row, position, _text(text), formats.wrapped if row else formats.heading)
    sheet.freeze_panes(1, 0)


def _width(values: Sequence[Cell]) -> int:
    longest = max(len(str(value)) for value in values[:_SAMPLE] if value is not None)
    return min(max(longest + 2, _NARROW), _WIDE)


def _notes(table: Table, notes: Notes) -> tuple[tuple[str, ...], ...]:
    heading = tuple(gettext(lang)(message) for lang in LANGUAGES for message in ("Topic", "Text"))
    pairs = zip(*(notes_in(notes, lang, (table,)) for lang in LANGUAGES), strict=True)
    return (heading, *(tuple(word for note in pair for word in (note.topic, note.text)) for pair in pairs))


def _sources(table: Table, notes: Notes) -> tuple[tuple[str, ...], ...]:
    heading = tuple(both(message) for message in ("Source id", "Title", "Publisher", "Kind", "Date", "Address"))
    return (heading, *sources_of(table, notes))
