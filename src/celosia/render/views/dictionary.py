"""The columns of a dataset in words: what each holds, in what unit, with which codes. Pure."""

from dataclasses import dataclass

from celosia.model import Column, Table
from celosia.render.views.reading import Reading
from celosia.render.views.text import Text, told
from celosia.render.words import ROLES, TYPES, UNITS, word


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A column; `codes` pairs each value of the file with its words, where the two differ."""

    name: str
    title: Text
    role: str
    type: str
    unit: str | None
    description: Text | None
    codes: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """An entry, and the tables that it holds for; none named where it holds for all."""

    entry: Entry
    tables: tuple[Text, ...]


def dictionary(tables: tuple[Table, ...], reading: Reading) -> tuple[Definition, ...]:
    """The dictionary of a dataset: what many tables share is said once, in the order in which it first appears."""
    homes: dict[Entry, list[Text]] = {}
    for table in tables:
        for column in table.columns:
            homes.setdefault(_entry(column, reading), []).append(told(table.title, reading.lang))
    return tuple(
        Definition(entry=entry, tables=() if len(titles) == len(tables) else tuple(titles)) for entry, titles in homes.items()
    )


def _entry(column: Column, reading: Reading) -> Entry:
    codes = ((code.value, told(code.label, reading.lang)) for code in column.codes)
    return Entry(
        name=column.name,
        title=told(column.title, reading.lang),
        role=word(ROLES, column.role.value, reading.lang),
        type=word(TYPES, column.type, reading.lang),
        unit=word(UNITS, column.unit, reading.lang) if column.unit else None,
        description=told(column.description, reading.lang) if column.description else None,
        codes=tuple(code for code in codes if code[0] != code[1].text),
    )
