"""A contact of the directory: how to reach it, when, at what cost, what its source does not say, how sure we are. Pure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from celosia.locales.stems import folded
from celosia.model import Column, Role, Row, Table
from celosia.render.views.catalogue import countries
from celosia.render.views.cell import Cell, cells_of
from celosia.render.views.checked import Checked, checked
from celosia.render.views.facet import token
from celosia.render.views.reading import Reading
from celosia.render.views.text import Fact, Text, stated
from celosia.render.words import N_
from celosia.vocabularies.telephone import dialled

_CHECKED_ON = "verificado_el"
_NAME, _KIND, _HOURS = "nombre", "tipo", "horario"
_SOURCE = ("fuente_titulo", "fuente_fecha", "fuente_url")
_NOT_SHOWN = (_NAME, _KIND, _CHECKED_ON, *_SOURCE, "verificado", "confianza")
_SPECIAL = ("telephone", "email", "identifier", "ref-area")
_ALWAYS = re.compile(r"\b24\s?(?:h\b|hs\b|horas|hours)")

WANTED = {
    _HOURS: N_("opening hours"),
    "costo": N_("whether it is free"),
    "anonimo": N_("whether a name must be given"),
    "idiomas": N_("languages"),
    "preguntan": N_("what is asked"),
}
"""What somebody wants to know before calling, by the name of its column: where nobody says it, that is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """A number as it is written and, where it can be dialled, as a telephone dials it."""

    label: str
    text: str
    number: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """An entry. `area` is the code of its place, none where it is the country's; `always`: it answers day and night."""

    id: str
    name: Text
    kind: Text
    country: str
    area: str | None
    place: Text
    always: bool
    hours: str
    street: str
    locality: str
    phones: tuple[Phone, ...]
    emails: tuple[str, ...]
    facts: tuple[Fact, ...]
    unsaid: str
    checked: Checked | None
    card: str | None


def contacts(table: Table, today: date, reading: Reading) -> tuple[Contact, ...]:
    """The entries of a directory: the country's first, then by place; in each, those that answer day and night first.

    Columns are known by their concept and, for a few of them, by name.
    """
    words = {column.name: cells_of(table, column, table.rows, reading) for column in table.columns}
    told = ({name: cells[number] for name, cells in words.items()} for number in range(len(table.rows)))
    entries = (_Entry(table=table, row=row, cells=cells) for row, cells in zip(table.rows, told, strict=True))
    return tuple(sorted((_contact(entry, today, reading) for entry in entries), key=_order))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A row with its cells in words."""

    table: Table
    row: Row
    cells: Mapping[str, Cell]

    def value(self, name: str) -> object:
        """What a column of that name holds."""
        return next((self.row[place] for place, column in enumerate(self.table.columns) if column.name == name), None)

    def text(self, name: str) -> str:
        """The words of a column of that name, none where there is no such column."""
        return self.cells[name].text if name in self.cells else ""

    def having(self, concept: str) -> Iterator[Column]:
        """The columns of a concept that hold something."""
        return (column for column in self.table.columns if column.concept == concept and self.cells[column.name].text)

    @property
    def area(self) -> str | None:
        """The code of its place."""
        column = self.table.with_concept("ref-area")
        code = self.row[self.table.index(column.name)] if column else None
        return str(code) if code else None


def _contact(entry: _Entry, today: date, reading: Reading) -> Contact:
    area, named = entry.area, entry.value("pais")
    country = countries((area or str(named or ""),))[0]
    own = None if area == country else area
    name = next((entry.cells[column.name].text for column in entry.having("identifier")), "")
    phones = tuple(_phone(column, entry.cells[column.name], country, reading) for column in entry.having("telephone"))
    emails = tuple(entry.cells[column.name].text for column in entry.having("email"))
    day = entry.value(_CHECKED_ON)
    return Contact(
        id=name,
        name=_text(entry.cells[_NAME]),
        kind=_text(entry.cells.get(_KIND, Cell(text=""))),
        country=country,
        area=own,
        place=reading.territory(area) if area else stated(reading.word("The whole country")),
        always=bool(_ALWAYS.search(f"{entry.value(_HOURS)} {entry.text(_HOURS)}")),
        hours=entry.text(_HOURS),
        street=entry.text("direccion"),
        locality=entry.text("localidad"),
        phones=phones,
        emails=emails,
        facts=(*_facts(entry, reading), *_source(entry.cells, reading)),
        unsaid=", ".join(_unsaid(entry, reading)) if phones else "",
        checked=checked(day, today, reading.lang) if isinstance(day, date) else None,
        card=f"{token(name)}.vcf" if emails or any(phone.number for phone in phones) else None,
    )


def _phone(column: Column, cell: Cell, country: str, reading: Reading) -> Phone:
    return Phone(label=column.title.text(reading.lang), text=cell.text, number=dialled(cell.text, country))


def _facts(entry: _Entry, reading: Reading) -> Iterator[Fact]:
    """Everything else that is known of a contact, by the titles of its columns: first what is wanted before calling."""
    columns = (
        column
        for column in entry.table.columns
        if column.role is not Role.DIMENSION and column.concept not in _SPECIAL and column.name not in _NOT_SHOWN
    )
    for column in sorted(columns, key=lambda column: column.name not in WANTED):
        cell = entry.cells[column.name]
        if cell.text:
            yield Fact(label=column.title.text(reading.lang), text=_text(cell), href=cell.href)


def _unsaid(entry: _Entry, reading: Reading) -> Iterator[str]:
    return (reading.word(words) for name, words in WANTED.items() if not entry.text(name))


def _source(cells: Mapping[str, Cell], reading: Reading) -> tuple[Fact, ...]:
    """Who published it and when, as a link to it."""
    title, day, address = (cells.get(name, Cell(text="")) for name in _SOURCE)
    words = ", ".join(cell.text for cell in (title, day) if cell.text) or address.text
    return (Fact(label=reading.word("Source"), text=Text(text=words, lang=title.lang), href=address.href),) if words else ()


def _order(contact: Contact) -> tuple[bool, str, bool, bool, str]:
    return contact.area is not None, folded(contact.place.text), not contact.always, not contact.phones, contact.id


def _text(cell: Cell) -> Text:
    return Text(text=cell.text, lang=cell.lang)
