"""A table as JSON that explains itself: columns with their words, rows as objects. Pure."""

import json
from collections.abc import Mapping
from datetime import date

from celosia.exporters.notes import Notes
from celosia.model import Cell, Column, LangString, Table
from celosia.vocabularies import cite
from celosia.vocabularies.citation import landing_page
from celosia.vocabularies.status import about_codes, legend


def write_json(table: Table, notes: Notes) -> bytes:
    """One object: what it is, `columns`, `rows`. A missing or protected value is `null`; a date is ISO 8601.

    `marks` says what the statuses that occur mean, and which mark stands for them where people read.
    """
    dataset, marks = notes.dataset, legend(table)
    document = {
        "dataset": dataset.id,
        "table": table.name,
        "title": texts(table.title),
        "version": dataset.version,
        "url": landing_page(dataset, notes.site),
        "license": {"name": dataset.license.name, "title": dataset.license.title, "url": dataset.license.url},
        "citation": cite(dataset, notes.site, "es", released=notes.released),
        **({"marks": marks} if marks else {}),
        "columns": [_column(column) for column in table.columns],
        "rows": [{name: _plain(cell) for name, cell in record.items()} for record in table.records()],
    }
    return dump(document)


def dump(document: Mapping[str, object]) -> bytes:
    """UTF-8, keys in the order that they were given; one member a line, and one line for each part of a list.

    Fully indented JSON takes Python's slow encoder, ten times the time for nothing that a program needs.
    """
    members = [f"{_compact(name)}: {_lines(value)}" for name, value in document.items()]
    return ("{\n" + ",\n".join(members) + "\n}\n").encode()


def texts(text: LangString | None) -> dict[str, str] | None:
    """A text by language, without a language that it is not written in."""
    if text is None:
        return None
    return {"es": text.es} | ({"en": text.en} if text.en else {})


def _column(column: Column) -> dict[str, object]:
    codes = [{"value": code.value, "label": texts(code.label)} for code in column.codes]
    described: dict[str, object] = {
        "name": column.name,
        "type": column.type,
        "role": column.role.value,
        "title": texts(column.title),
        "description": texts(column.description or about_codes(column)),
        "unit": column.unit,
        "codes": codes,
    }
    return {name: value for name, value in described.items() if value}


def _plain(cell: Cell) -> str | float | None:
    return cell.isoformat() if isinstance(cell, date) else cell


def _lines(value: object) -> str:
    if isinstance(value, list) and value:
        return "[\n  " + ",\n  ".join(_compact(part) for part in value) + "\n]"
    return _compact(value)


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
