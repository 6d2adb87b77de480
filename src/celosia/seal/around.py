"""What the texts of a catalogue may mention besides its figures, gathered from the catalogue itself. Pure."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from celosia.derive import Publication
from celosia.locales.stems import Stems, stems
from celosia.model import PeriodOfTime, Table
from celosia.seal.told import Around

_SEARCHED = (
    "cards", "comparisons", "crosswalks", "commitments", "agreements", "systems", "events", "norms", "directory", "sources",
    "pages", "glossary", "territories", "site",
)  # fmt: skip
"""The parts of a publication whose words the search may find by."""
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def around(publication: Publication) -> Around:
    """The areas, the sources, the help lines, and every word with a digit in what the search may find by."""
    found = tuple(getattr(publication, name) for name in _SEARCHED)
    columns = {column for told in publication.datasets for table in told.dataset.tables for column in _spoken(table)}
    rules = stems("es")
    words = {part for text in (*_texts(found), *columns) for part in _parts(text, rules)}
    return Around(
        territories=publication.territories,
        sources=publication.sources,
        lines=tuple(line.number for line in publication.site.help_lines),
        words=tuple(sorted(words)),
    )


def _spoken(table: Table) -> Iterator[str]:
    """The titles of a table's columns, and the words of its codes."""
    for column in table.columns:
        for label in (column.title, *(code.label for code in column.codes)):
            yield from (label.es, label.en or "")


def _parts(text: str, rules: Stems) -> Iterator[str]:
    """The words of a text that have a digit, as the search cuts them; of a date its parts too: people look for «16 de mayo»."""
    if not any(map(str.isdigit, text)):
        return
    yield from (word for word in rules.split(text) if not word.isalpha())
    for day in _DATE.findall(text):
        yield from (part.lstrip("0") for part in day.split("-"))


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever a catalogue is made of
    if isinstance(value, str):
        yield value
    elif isinstance(value, date):
        yield value.isoformat()
    elif isinstance(value, PeriodOfTime):
        yield from (value.text, *map(str, range(value.start.year, value.end.year + 1)))
    elif isinstance(value, tuple | list):
        for member in value:
            yield from _texts(member)
    elif is_dataclass(value) and not isinstance(value, type):
        for member in fields(value):
            yield from _texts(getattr(value, member.name))
