"""The board of commitments with its files, and the list of all commitments that they are from. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from celosia.derive import CommitmentPublication, Publication
from celosia.model import Made, Page, Site, Table, Territory, Unit
from celosia.model.commitment import Commitment
from celosia.render.address import Address
from celosia.render.board import board_files
from celosia.render.heads import Place, list_head
from celosia.render.menu import written
from celosia.render.pages.dataset import own_site
from celosia.render.pages.document import authored, document_files, opened
from celosia.render.views.board import board_view
from celosia.render.views.commitment import answer_of_all
from celosia.render.views.pledges import answer, pledges_view
from celosia.render.views.reading import Reading

_EXPORT = "export:commitments"
ALL = "commitments/all/"
"""The list of all commitments of the countries, of which the board's are a few."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardPage:
    """All that the board shows, in one language. `register`: how many commitments the whole list has."""

    page: Page
    site: Site
    commitments: tuple[CommitmentPublication, ...]
    register: int
    territories: tuple[Territory, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AllPage:
    """All that the list of all commitments shows, in one language. `own`: those that have a page."""

    page: Page
    site: Site
    dataset: str
    table: Table
    own: tuple[Commitment, ...]
    territories: tuple[Territory, ...]


def commitments_units(publication: Publication) -> Iterable[Unit]:
    """The board as files and as a page; the list of all commitments where the catalogue has one."""
    if not publication.commitments:
        return
    site, table = own_site(publication.site), register_table(publication)
    yield Unit(name=_EXPORT, function=board_files, arguments=(publication.commitments, site))
    for lang in publication.site.languages:
        board = BoardPage(
            page=written(publication, "commitments/", lang),
            site=site,
            commitments=publication.commitments,
            register=len(table[1].rows) if table else 0,
            territories=publication.territories,
        )
        yield Unit(name=f"page:{lang}:commitments/", function=board_page, arguments=(board,), needs=(_EXPORT,))
        if table:
            every = AllPage(
                page=written(publication, ALL, lang),
                site=site,
                dataset=table[0],
                table=table[1],
                own=tuple(told.commitment for told in publication.commitments if told.commitment.register),
                territories=publication.territories,
            )
            yield Unit(name=f"page:{lang}:{ALL}", function=all_page, arguments=(every,))


def register_table(publication: Publication) -> tuple[str, Table] | None:
    """The dataset and the table in which the commitments are rows, if a commitment names one."""
    named = next((told.commitment.register for told in publication.commitments if told.commitment.register), None)
    datasets = {told.dataset.id: told.dataset for told in publication.datasets}
    if named is None or named.dataset not in datasets:
        return None
    return named.dataset, datasets[named.dataset].table(named.table)


def board_page(board: BoardPage, made: Mapping[str, Made]) -> Mapping[str, bytes]:
    """The files of the board's page."""
    address = Address(lang=board.page.lang, path="commitments/")
    reading = Reading.of(address, board.territories)
    view = board_view(board.commitments, board.register, reading, made)
    members = ((told.commitment.title.text(address.lang), f"commitments/{told.commitment.id}/") for told in board.commitments)
    head = list_head(board.page, Place(site=board.site, address=address), members)
    document = opened(authored(board.page, address), answer_of_all(board.commitments, reading))
    return document_files(document, "commitments", view, head, board.site.terms)


def all_page(every: AllPage) -> Mapping[str, bytes]:
    """The files of the list of all commitments."""
    address = Address(lang=every.page.lang, path=ALL)
    reading = Reading.of(address, every.territories)
    view = pledges_view((every.dataset, every.table), every.own, reading)
    head = list_head(every.page, Place(site=every.site, address=address))
    document = opened(authored(every.page, address), answer(every.table, every.own, reading))
    return document_files(document, "pledges", view, head, every.site.terms)
