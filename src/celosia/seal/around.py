"""What the texts of a catalogue may mention besides its figures, gathered from the catalogue itself. Pure."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from celosia.derive import Publication
from celosia.model import Table
from celosia.seal.told import Around

_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def around(publication: Publication) -> Around:
    """The areas, the sources, the help lines, and every word with a digit in what the search may find by."""
    found = (publication.cards, publication.agreements, publication.norms, publication.territories)
    columns = {column for told in publication.datasets for table in told.dataset.tables for column in _spoken(table)}
    words = {part for text in (*_texts(found), *columns) for word in text.split() for part in _parts(word)}
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


def _parts(word: str) -> tuple[str, ...]:
    """A word with a digit, and the parts of a date: people look for «16 de mayo», written 2008-05-16."""
    if not any(map(str.isdigit, word)):
        return ()
    return (word, *(part.lstrip("0") for part in word.split("-"))) if _DATE.fullmatch(word) else (word,)


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever a catalogue is made of
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for member in value:
            yield from _texts(member)
    elif is_dataclass(value) and not isinstance(value, type):
        for member in fields(value):
            yield from _texts(getattr(value, member.name))
