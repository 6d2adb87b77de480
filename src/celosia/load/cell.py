"""Texts of a CSV into cells with the type that the schema says. Pure."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date

from celosia.model import Cell, Column

_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_NUMBER = re.compile(r"[-+]?[0-9]{1,18}(?:\.[0-9]{1,18})?(?:[eE][-+]?[0-9]{1,2})?")
_YEAR = re.compile(r"[0-9]{4}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BOOLEANS = {"true": True, "false": False}


def cells(texts: Sequence[str], column: Column, missing: Collection[str]) -> tuple[tuple[Cell, ...], tuple[int, ...]]:
    """The cells of a column, and the positions of those that are not of its type (they become `None`)."""
    if column.type == "string":
        return tuple([None if text in missing else text for text in texts]), ()
    read = _READ[column.type]
    try:
        return tuple([None if text in missing else read(text) for text in texts]), ()
    except ValueError:
        return _careful(texts, read, missing)


def _careful(
    texts: Sequence[str], read: Callable[[str], Cell], missing: Collection[str]
) -> tuple[tuple[Cell, ...], tuple[int, ...]]:
    values: list[Cell] = []
    faulty: list[int] = []
    for position, text in enumerate(texts):
        try:
            values.append(None if text in missing else read(text))
        except ValueError:
            values.append(None)
            faulty.append(position)
    return tuple(values), tuple(faulty)


def _matched(pattern: re.Pattern[str], text: str) -> str:
    if not pattern.fullmatch(text):
        raise ValueError
    return text


def _boolean(text: str) -> bool:
    if text not in _BOOLEANS:
        raise ValueError
    return _BOOLEANS[text]


_READ: Mapping[str, Callable[[str], Cell]] = {
    "integer": lambda text: int(_matched(_INTEGER, text)),
    "number": lambda text: float(_matched(_NUMBER, text)),
    "year": lambda text: int(_matched(_YEAR, text)),
    "date": lambda text: date.fromisoformat(_matched(_DATE, text)),
    "boolean": _boolean,
}
