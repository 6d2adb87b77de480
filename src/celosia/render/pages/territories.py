"""The list of territories. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from celosia.derive import Publication
from celosia.derive.territory import PlacementPublication, TerritoryCard, card
from celosia.model import Page, Site, Territory, Unit
from celosia.render.address import Address
from celosia.render.heads import Place, list_head
from celosia.render.pages.dataset import own_site
from celosia.render.pages.document import authored, document_files, opened
from celosia.render.views.reading import Reading
from celosia.render.views.territories import answer, territories_view


@dataclass(frozen=True, slots=True, kw_only=True)
class TerritoriesPage:
    """All that the list shows, in one language."""

    page: Page
    site: Site
    cards: tuple[TerritoryCard, ...]
    placements: tuple[PlacementPublication, ...]
    territories: tuple[Territory, ...]


def territories_unit(publication: Publication, page: Page) -> Unit:
    """The unit of the list."""
    argument = TerritoriesPage(
        page=page,
        site=own_site(publication.site),
        cards=tuple(card(told) for told in publication.places),
        placements=publication.placements,
        territories=publication.territories,
    )
    return Unit(name=f"page:{page.lang}:territories/", function=territories_page, arguments=(argument,))


def territories_page(page: TerritoriesPage) -> Mapping[str, bytes]:
    """The two files of the list."""
    address = Address(lang=page.page.lang, path="territories/")
    reading = Reading.of(address, page.territories)
    view = territories_view(page.cards, page.placements, reading)
    names = ((one.territory.name.text(address.lang), f"territories/{one.territory.code.lower()}/") for one in page.cards)
    head = list_head(page.page, Place(site=page.site, address=address), names)
    document = opened(authored(page.page, address), answer(view, reading))
    return document_files(document, "territories", view, head, page.site.terms)
