"""What the help directory shows: each contact, how to reach it, and how sure we are that it still answers. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from celosia.locales import format_date
from celosia.model import Column, HelpLine, Role, Row, Table
from celosia.render.views.catalogue import countries
from celosia.render.views.cell import Cell, cells_of
from celosia.render.views.facet import Facet, facet, sort_key, token
from celosia.render.views.home import HelpView, help_view
from celosia.render.views.reading import Reading
from celosia.render.views.text import Fact, Text, stated
from celosia.render.words import N_

FRESH = timedelta(days=183)

_CHECKED_ON = "verificado_el"
_NAME = "nombre"
_KIND = "tipo"
_SOURCE = ("fuente_titulo", "fuente_fecha", "fuente_url")
_NOT_SHOWN = (_NAME, _KIND, _CHECKED_ON, *_SOURCE, "verificado", "confianza")
_DIGITS = re.compile(r"[^\d+]")
_PHONE = re.compile(r"\+?[\d\s().-]{2,24}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """A number as it is written and, where it can be dialled, its `tel:` link."""

    label: str
    text: str
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """An entry; `checked` says when it was verified, `stale` warns that it was long ago."""

    id: str
    name: Text
    kind: Text
    place: Text
    national: bool
    phones: tuple[Phone, ...]
    emails: tuple[str, ...]
    facts: tuple[Fact, ...]
    checked: str | None
    stale: bool
    tokens: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The contacts of a country, those for the whole of it first."""

    id: str
    title: Text
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryView:
    """The directory below the words of its page."""

    help: tuple[HelpView, ...]
    groups: tuple[Group, ...]
    facets: tuple[Facet, ...]


def directory_view(table: Table, lines: tuple[HelpLine, ...], today: date, reading: Reading) -> DirectoryView:
    """The view of a directory. Columns are known by their concept and, for a few of them, by name."""
    words = {column.name: cells_of(table, column, table.rows, reading) for column in table.columns}
    told = [{name: cells[number] for name, cells in words.items()} for number in range(len(table.rows))]
    found = [
        (_country(table, row), _contact(table, row, cells, today, reading)) for row, cells in zip(table.rows, told, strict=True)
    ]
    codes = sorted({country for country, _ in found})
    groups = (
        Group(
            id=token(code) or "otros",
            title=reading.territory(code) if code else stated(reading.word("Other places")),
            contacts=tuple(sorted((contact for country, contact in found if country == code), key=_order)),
        )
        for code in codes
    )
    return DirectoryView(
        help=tuple(help_view(line, reading) for line in lines),
        groups=tuple(groups),
        facets=_facets(found, reading),
    )


def _country(table: Table, row: Row) -> str:
    named = next((row[n] for n, column in enumerate(table.columns) if column.name == "pais"), None)
    return countries((_area(table, row) or str(named or ""),))[0]


def _contact(table: Table, row: Row, cells: Mapping[str, Cell], today: date, reading: Reading) -> Contact:
    checked = next((row[n] for n, column in enumerate(table.columns) if column.name == _CHECKED_ON), None)
    day = checked if isinstance(checked, date) else None
    place = _place(table, row, reading)
    kind = cells.get(_KIND, Cell(text=""))
    return Contact(
        id=_first(table, cells, "identifier"),
        name=_text(cells[_NAME]),
        kind=_text(kind),
        place=place,
        national=not _area(table, row),
        phones=tuple(_phone(column, cells[column.name], reading) for column in _with(table, "telephone", cells)),
        emails=tuple(cells[column.name].text for column in _with(table, "email", cells)),
        facts=_facts(table, cells, reading),
        checked=format_date(day, reading.lang) if day else None,
        stale=bool(day and today - day > FRESH),
        tokens=(("country", _country(table, row)), ("place", token(place.text)), ("kind", token(kind.text))),
    )


def _area(table: Table, row: Row) -> str | None:
    area = table.with_concept("ref-area")
    code = row[table.index(area.name)] if area else None
    return str(code) if code else None


def _place(table: Table, row: Row, reading: Reading) -> Text:
    code = _area(table, row)
    return reading.territory(code) if code else stated(reading.word("The whole country"))


def _phone(column: Column, cell: Cell, reading: Reading) -> Phone:
    href = f"tel:{_DIGITS.sub('', cell.text)}" if _PHONE.fullmatch(cell.text) else None
    return Phone(label=column.title.text(reading.lang), text=cell.text, href=href)


def _facts(table: Table, cells: Mapping[str, Cell], reading: Reading) -> tuple[Fact, ...]:
    """Everything else that is known of a contact, by the titles of its columns."""
    special = ("telephone", "email", "identifier", "ref-area")
    columns = (
        column
        for column in table.columns
        if column.role is not Role.DIMENSION and column.concept not in special and column.name not in _NOT_SHOWN
    )
    facts = (
        Fact(label=column.title.text(reading.lang), text=_text(cells[column.name]), href=cells[column.name].href)
        for column in columns
        if cells[column.name].text
    )
    return (*facts, *_source(cells, reading))


def _source(cells: Mapping[str, Cell], reading: Reading) -> tuple[Fact, ...]:
    """Who published it and when, as a link to it."""
    title, day, address = (cells.get(name, Cell(text="")) for name in _SOURCE)
    words = ", ".join(cell.text for cell in (title, day) if cell.text) or address.text
    return (Fact(label=reading.word("Source"), text=Text(text=words, lang=title.lang), href=address.href),) if words else ()


def _facets(found: list[tuple[str, Contact]], reading: Reading) -> tuple[Facet, ...]:
    contacts = [contact for _, contact in found]
    options = (
        ("country", N_("Country"), [{code: reading.territory(code)} for code, _ in found]),
        ("place", N_("Territory"), [{token(contact.place.text): contact.place} for contact in contacts]),
        ("kind", N_("Kind"), [{token(contact.kind.text): contact.kind} for contact in contacts]),
    )
    facets = (facet(name, reading.word(label), tags) for name, label, tags in options)
    return tuple(one for one in facets if one)


def _order(contact: Contact) -> tuple[bool, str, str]:
    """Those for the whole country first, then by territory."""
    return not contact.national, sort_key(contact.place.text), contact.id


def _with(table: Table, concept: str, cells: Mapping[str, Cell]) -> tuple[Column, ...]:
    return tuple(column for column in table.columns if column.concept == concept and cells[column.name].text)


def _first(table: Table, cells: Mapping[str, Cell], concept: str) -> str:
    return next((cells[column.name].text for column in _with(table, concept, cells)), "")


def _text(cell: Cell) -> Text:
    return Text(text=cell.text, lang=cell.lang)
