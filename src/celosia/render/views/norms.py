"""What the page of norms shows: each norm with what it is about, and the agreements that it approves. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from celosia.derive import AgreementCard
from celosia.model import Column, Table
from celosia.render.views.cell import Cell, cells_of
from celosia.render.views.facet import Facet, facet, token
from celosia.render.views.reading import Reading
from celosia.render.views.text import Fact, Link, Text, told
from celosia.render.words import N_

_NAME = ("tipo", "numero")
_TITLE = ("titulo", "titulo_en")
_COUNTRY = "pais"
_ANSWER = N_("Of the {n} norms on the page, those that approve an agreement of the site number {m}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class NormView:
    """A norm; `links` lead to its text and to where it was read, `facts` are what else is known of it."""

    id: str
    name: Text
    title: Text
    facts: tuple[Fact, ...]
    links: tuple[Link, ...]
    approved: tuple[Link, ...]
    tokens: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NormsView:
    """The register below the words of its page."""

    norms: tuple[NormView, ...]
    facets: tuple[Facet, ...]


def norms_view(norms: Table, approved: Mapping[str, tuple[AgreementCard, ...]], reading: Reading) -> NormsView:
    """The view of the register. A norm's number, kind, title and country are known by their columns' names."""
    words = {column.name: cells_of(norms, column, norms.rows, reading) for column in norms.columns}
    rows = tuple({name: cells[number] for name, cells in words.items()} for number in range(len(norms.rows)))
    choices = (("country", N_("Country"), _COUNTRY), ("kind", N_("Kind"), _NAME[0]))
    facets = (facet(name, reading.word(label), (_tag(row, column) for row in rows)) for name, label, column in choices)
    return NormsView(
        norms=tuple(_norm(norms, row, approved, reading) for row in rows),
        facets=tuple(one for one in facets if one),
    )


def answer(view: NormsView, reading: Reading) -> str:
    """The first sentence of the page: how many norms approve an agreement that has a page."""
    return reading.word(_ANSWER).format(n=len(view.norms), m=sum(bool(norm.approved) for norm in view.norms))


def _norm(
    norms: Table, row: Mapping[str, Cell], approved: Mapping[str, tuple[AgreementCard, ...]], reading: Reading
) -> NormView:
    names = [row[name] for name in _NAME if name in row]
    title = row[_TITLE[1]] if reading.lang == "en" and _TITLE[1] in row and row[_TITLE[1]].text else row[_TITLE[0]]
    return NormView(
        id=row["id"].text,
        name=Text(text=" ".join(cell.text for cell in names), lang=names[0].lang if names else None),
        title=Text(text=title.text, lang=title.lang),
        facts=tuple(_facts(norms, row, reading)),
        links=tuple(_links(norms, row, reading)),
        approved=tuple(_agreement(card, reading) for card in approved.get(row["id"].text, ())),
        tokens=tuple((name, " ".join(_tag(row, column))) for name, column in (("country", _COUNTRY), ("kind", _NAME[0]))),
    )


def _facts(norms: Table, row: Mapping[str, Cell], reading: Reading) -> list[Fact]:
    plain = (column for column in norms.columns if column.concept != "url" and column.name not in ("id", *_NAME, *_TITLE))
    return [_fact(column, row[column.name], reading) for column in plain if row[column.name].text]


def _fact(column: Column, cell: Cell, reading: Reading) -> Fact:
    return Fact(label=column.title.text(reading.lang), text=Text(text=cell.text, lang=cell.lang))


def _links(norms: Table, row: Mapping[str, Cell], reading: Reading) -> list[Link]:
    addressed = ((column, row[column.name]) for column in norms.columns if column.concept == "url")
    return [
        Link(text=told(column.title, reading.lang), href=cell.href, note=cell.text) for column, cell in addressed if cell.text
    ]


def _tag(row: Mapping[str, Cell], column: str) -> Mapping[str, Text]:
    cell = row.get(column)
    return {token(cell.text): Text(text=cell.text, lang=cell.lang)} if cell and cell.text else {}


def _agreement(card: AgreementCard, reading: Reading) -> Link:
    return Link(text=told(card.title, reading.lang), href=reading.address.page(f"agreements/{card.id}/"))
