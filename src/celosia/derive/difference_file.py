"""A difference as files: CSV for spreadsheets, one line a change, and JSON for programs. Pure."""

import csv
import json
from collections.abc import Iterator
from io import StringIO

from celosia.derive.difference import CellChange, Difference, Key, Standing, needed, plain
from celosia.model import Cell, LangString

COLUMNS = ("what", "change", "table", "key", "column", "code", "period", "old", "new")
"""`what` changed: a table, a column, a code, a row, a cell, a total or a text. `key` names the row («id=x»)."""


def changes_path(older: str, newer: str, ending: str) -> str:
    """Where the difference between two versions stands, below the dataset's page.

    >>> changes_path("1.0.0", "1.1.0", "csv")
    'changes/1.0.0--1.1.0.csv'
    """
    return f"changes/{older}--{newer}.{ending}"


def difference_csv(difference: Difference) -> bytes:
    """Every change as a line; a hidden figure is its mark."""
    text = StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(difference_lines(difference))
    return text.getvalue().encode()


def difference_lines(difference: Difference) -> Iterator[dict[str, str]]:
    """The lines of the CSV: the frame of the tables first, then what is in them."""
    yield from ({"what": "table", "change": "added", "table": name} for name in difference.tables_added)
    yield from ({"what": "table", "change": "removed", "table": name} for name in difference.tables_removed)
    for column in difference.columns:
        told = {"what": "column", "change": column.kind, "table": column.table, "column": column.column}
        yield {**told, "old": column.old, "new": column.new}
    for code in difference.codes:
        told = {"what": "code", "change": code.kind, "table": code.table, "column": code.column, "code": code.code}
        yield {**told, "old": _label(code.old), "new": _label(code.new)}
    for row in difference.rows:
        yield {"what": "row", "change": row.kind, "table": row.table, "key": key_text(row.key), "period": row.period}
    yield from map(_cell_line, difference.cells)
    for total in difference.totals:
        told = {"what": "total", "change": total.unsummed or "revised", "table": total.table, "column": total.column}
        yield {**told, "old": plain(total.old), "new": plain(total.new)}
    yield from ({"what": "text", "change": "revised", "table": name} for name in difference.texts)


def difference_json(difference: Difference) -> bytes:
    """The same as one document. `needed` is the step of the version that it asks for."""
    document = {
        "dataset": difference.dataset,
        "from": difference.older,
        "to": difference.newer,
        "needed": needed(difference),
        "periods": list(difference.periods),
        "tables": {"added": list(difference.tables_added), "removed": list(difference.tables_removed)},
        "columns": [
            {"table": one.table, "column": one.column, "change": one.kind, "old": one.old, "new": one.new}
            for one in difference.columns
        ],
        "codes": [
            {"table": one.table, "column": one.column, "code": one.code, "change": one.kind,
             "old": _texts(one.old), "new": _texts(one.new)}
            for one in difference.codes
        ],
        "rows": [
            {"table": one.table, "change": one.kind, "key": _key(one.key), "period": one.period} for one in difference.rows
        ],
        "cells": [_cell_member(one) for one in difference.cells],
        "totals": [
            {"table": one.table, "column": one.column, "old": _value(one.old), "new": _value(one.new), "unsummed": one.unsummed}
            for one in difference.totals
        ],
        "texts": list(difference.texts),
    }  # fmt: skip
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def key_text(key: Key) -> str:
    """A row's name in one text.

    >>> key_text((("periodo", "2019"), ("sistema", "sistra")))
    'periodo=2019 sistema=sistra'
    """
    return " ".join(f"{name}={plain(value)}" for name, value in key)


def _cell_line(change: CellChange) -> dict[str, str]:
    told = {"what": "cell", "change": change.kind, "table": change.table, "key": key_text(change.key)}
    old, new = (standing.text if standing else "" for standing in (change.old, change.new))
    return {**told, "column": change.column, "period": change.period, "old": old, "new": new}


def _cell_member(change: CellChange) -> dict[str, object]:
    told: dict[str, object] = {"table": change.table, "key": _key(change.key), "column": change.column, "change": change.kind}
    return {**told, "period": change.period, **_standing("old", change.old), **_standing("new", change.new)}


def _standing(name: str, standing: Standing | None) -> dict[str, object]:
    """A value, and its mark where it has one."""
    if standing is None:
        return {name: None}
    mark = {f"{name}_mark": standing.mark} if standing.mark else {}
    return {name: _value(standing.value), **mark}


def _key(key: Key) -> dict[str, object]:
    return {name: _value(value) for name, value in key}


def _value(value: Cell) -> object:
    return value if isinstance(value, str | int | float) or value is None else plain(value)


def _label(label: LangString | None) -> str:
    return label.es if label else ""


def _texts(label: LangString | None) -> dict[str, str] | None:
    return None if label is None else {"es": label.es, **({"en": label.en} if label.en else {})}
