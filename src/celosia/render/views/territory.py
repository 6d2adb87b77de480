"""What a territory's page shows: each published figure as its table has it, beside the country's, with its source. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from celosia.derive.beside import Beside
from celosia.derive.locality import Figure, TerritoryPart, TerritoryTable
from celosia.derive.territory import TerritoryPublication
from celosia.model import Column, HelpLine, Role, Row, Table
from celosia.render.menu import PROTECTION
from celosia.render.views.cell import Cell, cells_of
from celosia.render.views.contact import Contact, contacts
from celosia.render.views.facet import token
from celosia.render.views.home import HelpView, help_view
from celosia.render.views.reading import Reading
from celosia.render.views.table import Heading, Legend
from celosia.render.views.text import Link, Text, stated, told
from celosia.render.words import N_, STATUSES, UNITS, count, word
from celosia.vocabularies.status import PROTECTED, Status, statuses_in

_EXACT = ("exacto", "exact")
_SURE = "alta"
_NONE = "—"
_LEFT = (N_("1 more figure"), N_("{n} more figures"))

Line = tuple[str, tuple[Cell, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartView:
    """The figures of a dataset; `left` says how many more it has, and leads to them."""

    id: str
    title: Link
    what: Text
    headings: tuple[Heading, ...]
    lines: tuple[Line, ...]
    left: str | None
    has_gaps: bool

    @property
    def labels(self) -> tuple[str, ...]:
        """What each cell of a row is, after the first."""
        return tuple(heading.title.text for heading in self.headings[1:])


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactView:
    """A contact with the link to its entry in the directory; never an address."""

    contact: Contact
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TerritoryView:
    """The whole page below its title and its sentence."""

    name: Text
    country: Text
    parts: tuple[PartView, ...]
    legend: Legend | None
    notes: tuple[Text, ...]
    lines: tuple[HelpView, ...]
    contacts: tuple[ContactView, ...]
    directory: str | None
    agreements: tuple[Link, ...]
    every: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What a territory's page is told besides: the country's lines, the build's day, and whether there is a directory."""

    lines: tuple[HelpLine, ...]
    today: date
    has_directory: bool


def territory_view(publication: TerritoryPublication, around: Around, reading: Reading) -> TerritoryView:
    """The view of a territory."""
    name, country = reading.territory(publication.territory.code), reading.territory(publication.country.code)
    return TerritoryView(
        name=name,
        country=country,
        parts=tuple(_part(part, (name, country), reading) for part in publication.parts),
        legend=_legend(publication.parts, reading),
        notes=tuple(told(note, reading.lang) for note in publication.notes),
        lines=tuple(help_view(line, reading, None) for line in around.lines),
        contacts=tuple(_contacts(publication.contacts, around.today, reading)),
        directory=reading.address.page("info/", token(publication.territory.code)) if around.has_directory else None,
        agreements=tuple(
            Link(
                text=told(one.title, reading.lang),
                href=reading.address.page(f"agreements/{one.id}/"),
                note=word(STATUSES, one.status, reading.lang),
            )
            for one in publication.agreements
        ),
        every=reading.address.page("territories/"),
    )


def _part(part: TerritoryPart, names: tuple[Text, Text], reading: Reading) -> PartView:
    page = f"datasets/{part.dataset}/"
    lines = [line for one in part.tables for line in _lines(one, page, reading)]
    beside = any(national for _, national, _ in lines)
    noted = any(note.text for _, _, note in lines)
    return PartView(
        id=f"from-{part.dataset}",
        title=Link(text=told(part.title, reading.lang), href=reading.address.page(page)),
        what=told(part.what, reading.lang),
        headings=tuple(_headings(names, reading, beside=beside, noted=noted)),
        lines=tuple(("", tuple(_shown(line, beside=beside, noted=noted))) for line in lines),
        left=count(part.left, _LEFT, reading.lang) if part.left else None,
        has_gaps=beside and any(national is None for _, national, _ in lines),
    )


def _headings(names: tuple[Text, Text], reading: Reading, *, beside: bool, noted: bool) -> Iterator[Heading]:
    yield Heading(title=stated(reading.word("What is counted")), unit=None, kind="text")
    yield Heading(title=stated(reading.word("Period")), unit=None, kind="text")
    yield Heading(title=names[0], unit=None, kind="number")
    if beside:
        yield Heading(title=names[1], unit=None, kind="number")
    yield Heading(title=stated(reading.word("Source")), unit=None, kind="text")
    if noted:
        yield Heading(title=stated(reading.word("Note")), unit=None, kind="text")


_Line = tuple[tuple[Cell, Cell, Cell, Cell], Cell | None, Cell]
"""What is counted, the period, the figure and its source; the country's figure; the note."""


def _shown(line: _Line, *, beside: bool, noted: bool) -> Iterator[Cell]:
    (what, period, own, source), national, note = line
    yield from (what, period, own)
    if beside:
        yield national or Cell(text=_NONE, kind="number")
    yield source
    if noted:
        yield note


def _lines(one: TerritoryTable, page: str, reading: Reading) -> Iterator[_Line]:
    href = reading.address.page(page, f"table-{one.table.name}")
    for figure in one.figures:
        measure = one.table.column(figure.measure)
        title = told(one.table.title, reading.lang)
        what = Cell(text=title.text, lang=title.lang, href=href, mark=_classes(one, figure, measure, reading))
        national = None if figure.national is None else one.beside[figure.national]
        yield (
            (
                what,
                _said(one.table, "time-period", figure.row, reading),
                _cell(one.table, measure, figure.row, reading),
                _said(one.table, "source", figure.row, reading),
            ),
            _national(national, measure, reading) if national else None,
            Cell(text=". ".join(_notes(one, figure, national, reading)), lang=None if reading.lang == "es" else "es"),
        )


def _classes(one: TerritoryTable, figure: Figure, measure: Column, reading: Reading) -> str:
    """The unit, and the words for every class of the row but its place and its period."""
    words = [f"({word(UNITS, measure.unit, reading.lang)})"] if measure.unit else []
    named = [
        column
        for column in one.table.with_role(Role.DIMENSION)
        if column.name != one.place and column.concept not in ("time-period", "identifier")
    ]
    if figure.placed:
        named.append(one.table.column(one.place))
    words += (f"{column.title.text(reading.lang)}: {_cell(one.table, column, figure.row, reading).text}" for column in named)
    return " · ".join(words)


def _national(national: Beside, measure: Column, reading: Reading) -> Cell:
    return _cell(national.table, national.table.column(measure.name), national.row, reading)


def _notes(one: TerritoryTable, figure: Figure, national: Beside | None, reading: Reading) -> Iterator[str]:
    """What must be minded: how exact, how sure, by which mapping, and the country's source where it is another."""
    for concept, plain in (("qualifier", _EXACT), ("confidence", (_SURE,)), ("comment", ())):
        column = one.table.with_concept(concept)  # type: ignore[arg-type]  # the three are concepts
        value = None if column is None else figure.row[one.table.index(column.name)]
        if column and value is not None and value not in plain:
            text = _cell(one.table, column, figure.row, reading).text.rstrip(".")
            yield f"{column.title.text(reading.lang)}: {text.lower()}" if concept == "confidence" else text
    if figure.placed and figure.placed.reason:
        yield figure.placed.reason.text(reading.lang).rstrip(".")
    if national:
        other = _said(national.table, "source", national.row, reading).text
        if other != _said(one.table, "source", figure.row, reading).text:
            yield reading.word("The country’s figure: {source}").format(source=other)


def _said(table: Table, concept: str, row: Row, reading: Reading) -> Cell:
    column = table.with_concept(concept)  # type: ignore[arg-type]  # a concept
    return _cell(table, column, row, reading) if column else Cell(text="")


def _cell(table: Table, column: Column, row: Row, reading: Reading) -> Cell:
    return cells_of(table, column, (row,), reading)[0]


def _legend(parts: Iterable[TerritoryPart], reading: Reading) -> Legend | None:
    """The marks that occur in any of the figures."""
    found: dict[Status, None] = {}
    for part in parts:
        for one in part.tables:
            rows = tuple(dict.fromkeys(figure.row for figure in one.figures))
            found |= dict.fromkeys(statuses_in(replace(one.table, rows=rows)))
            for beside in one.beside:
                found |= dict.fromkeys(statuses_in(replace(beside.table, rows=(beside.row,))))
    if not found:
        return None
    rule = Link(text=stated(reading.word("How people are protected")), href=reading.address.page(PROTECTION))
    return Legend(
        entries=tuple((status.sign, status.explained(reading.lang)) for status in found),
        removed=None,
        rule=rule if reading.explained and PROTECTED in found else None,
    )


def _contacts(table: Table | None, today: date, reading: Reading) -> Iterator[ContactView]:
    if table is None:
        return
    for contact in contacts(table, today, reading):
        yield ContactView(contact=contact, href=reading.address.page("info/", contact.id))
