"""The list of datasets. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from celosia.derive import DatasetCard, Publication
from celosia.model import Page, Site, Territory, Unit
from celosia.render.address import Address
from celosia.render.heads import Place, list_head
from celosia.render.pages.dataset import own_site
from celosia.render.pages.document import authored, document_files, opened
from celosia.render.views.catalogue import answer, catalogue_view, countries
from celosia.render.views.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class CataloguePage:
    """All that the list shows, in one language."""

    page: Page
    site: Site
    cards: tuple[DatasetCard, ...]
    territories: tuple[Territory, ...]


def catalogue_unit(publication: Publication, page: Page) -> Unit:
    """The unit of the list of datasets."""
    named = {code for card in publication.cards for code in countries(card.spatial)}
    territories = tuple(territory for territory in publication.territories if territory.code in named)
    argument = CataloguePage(page=page, site=own_site(publication.site), cards=publication.cards, territories=territories)
    return Unit(name=f"page:{page.lang}:datasets/", function=catalogue_page, arguments=(argument,))


def catalogue_page(catalogue: CataloguePage) -> Mapping[str, bytes]:
    """The two files of the list of datasets."""
    address = Address(lang=catalogue.page.lang, path="datasets/")
    reading = Reading.of(address, catalogue.territories)
    view = catalogue_view(catalogue.cards, reading)
    members = ((card.title.text(address.lang), f"datasets/{card.id}/") for card in catalogue.cards)
    head = list_head(catalogue.page, Place(site=catalogue.site, address=address), members)
    document = opened(authored(catalogue.page, address), answer(catalogue.cards, reading))
    return document_files(document, "catalogue", view, head, catalogue.site.terms)
