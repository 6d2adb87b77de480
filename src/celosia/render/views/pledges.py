"""What the list of all commitments shows: each row of its table, to be narrowed by its coded columns. Pure."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from celosia.locales import format_number
from celosia.model import Column, Table
from celosia.model.commitment import Commitment
from celosia.render.views.cell import Cell, cells_of
from celosia.render.views.facet import Facet, facet, token
from celosia.render.views.reading import Reading
from celosia.render.views.table import LONGEST
from celosia.render.views.text import Link, Text, stated, told
from celosia.render.words import N_

_MOST_VALUES = 40
_ANSWER = N_("This list has {n} commitments{parts}. Of them, this catalogue checks milestone by milestone: {own}.")
_PLANS = N_("plans of {first} to {last}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """A row: its cells, and the page of the commitment that has one."""

    cells: tuple[tuple[str, Text], ...]
    href: str | None
    tokens: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgesView:
    """The rows with the names of their columns, the facets, the pages of some, and the dataset that all are of."""

    headings: tuple[Text, ...]
    pledges: tuple[Pledge, ...]
    facets: tuple[Facet, ...]
    own: tuple[Link, ...]
    dataset: Link
    total: str


def answer(table: Table, own: tuple[Commitment, ...], reading: Reading) -> str:
    """The first sentence of the page: how many commitments, of which countries and plans, and which are checked here."""
    parts = "; ".join((*_by_country(table, reading), *_plans(table, reading)))
    return reading.word(_ANSWER).format(
        n=format_number(len(table.rows), reading.lang),
        parts=f" ({parts})" if parts else "",
        own="; ".join(f"{one.code} ({one.title.text(reading.lang)})" for one in own),
    )


def _by_country(table: Table, reading: Reading) -> Iterator[str]:
    column = table.with_concept("ref-area")
    if column:
        for code, number in sorted(Counter(str(value) for value in table.values(column.name) if value).items()):
            yield f"{reading.territory(code).text}, {number}"


def _plans(table: Table, reading: Reading) -> Iterator[str]:
    """The first and the last year of each column of years: of the plans that the commitments are from."""
    for column in table.columns:
        years = [str(value) for value in table.values(column.name) if value] if column.type == "year" else []
        if years:
            yield reading.word(_PLANS).format(first=min(years), last=max(years))


def pledges_view(named: tuple[str, Table], own: tuple[Commitment, ...], reading: Reading) -> PledgesView:
    """The view of a table of commitments. `own`: those of its rows that have a page."""
    name, table = named
    rows, pages = table.rows[:LONGEST], {one.code: one.id for one in own}
    columns = tuple(zip(table.columns, (cells_of(table, column, rows, reading) for column in table.columns), strict=True))
    chosen = [(column, cells) for column, cells in columns if column.codes or column.type in ("year", "boolean")]
    facets = [_facet(table, column, cells, reading) for column, cells in chosen]
    pledges = []
    for number, row in enumerate(rows):
        tokens = tuple((token(column.name), token(str(row[table.index(column.name)] or ""))) for column, _ in chosen)
        page = pages.get(str(row[0]))
        pledges.append(
            Pledge(
                cells=tuple((column.title.text(reading.lang), _text(cells[number])) for column, cells in columns),
                href=reading.address.page(f"commitments/{page}/") if page else None,
                tokens=tokens,
            )
        )
    return PledgesView(
        headings=tuple(told(column.title, reading.lang) for column in table.columns),
        pledges=tuple(pledges),
        facets=tuple(one for one in facets if one and len(one.options) <= _MOST_VALUES),
        own=tuple(_own(one, reading) for one in own),
        dataset=Link(text=stated(reading.word("Downloads and description")), href=reading.address.page(f"datasets/{name}/")),
        total=str(len(rows)),
    )


def _own(commitment: Commitment, reading: Reading) -> Link:
    message = reading.word("What can be verified of {code}").format(code=commitment.code)
    return Link(text=stated(message), href=reading.address.page(f"commitments/{commitment.id}/"))


def _facet(table: Table, column: Column, cells: tuple[Cell, ...], reading: Reading) -> Facet | None:
    """The values of a column by their codes, which are the same in every language."""
    pairs = zip(table.values(column.name), cells, strict=False)
    return facet(
        token(column.name), column.title.text(reading.lang), ({token(str(code)): _text(cell)} for code, cell in pairs if code)
    )


def _text(cell: Cell) -> Text:
    return Text(text=cell.text, lang=cell.lang)
