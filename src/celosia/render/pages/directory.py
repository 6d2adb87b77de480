"""The help directory, and its contacts as cards for a telephone. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from celosia.derive import Publication
from celosia.locales import format_date
from celosia.model import Page, Site, Territory, Unit
from celosia.render.address import Address
from celosia.render.heads import Place, page_head
from celosia.render.pages.cards import Deck, card_files
from celosia.render.pages.dataset import own_site
from celosia.render.pages.document import authored, document_files
from celosia.render.pages.prose import prose_unit
from celosia.render.views.contact import contacts
from celosia.render.views.directory import Told, directory_view
from celosia.render.views.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryPage:
    """All that the directory shows, in one language; `revised` is the day of its data."""

    page: Page
    site: Site
    told: Told
    territories: tuple[Territory, ...]
    revised: date


def directory_unit(publication: Publication, page: Page) -> Unit:
    """The unit of the directory, where the catalogue has one."""
    if publication.directory is None:
        return prose_unit(publication, page)
    told = Told(
        table=replace(publication.directory, body=b""),
        lines=publication.site.help_lines,
        pages=frozenset(place.territory.code for place in publication.places),
        today=publication.modified,
    )
    argument = DirectoryPage(
        page=page,
        site=own_site(publication.site),
        told=told,
        territories=publication.territories,
        revised=next(card.modified for card in publication.cards if card.id == publication.site.directory),
    )
    return Unit(name=f"page:{page.lang}:info/", function=directory_page, arguments=(argument,))


def directory_page(directory: DirectoryPage) -> Mapping[str, bytes]:
    """The files of the directory: the page, and the cards beside it."""
    address, told = Address(lang=directory.page.lang, path="info/"), directory.told
    reading = Reading.of(address, directory.territories)
    found = contacts(told.table, told.today, reading)
    document = replace(authored(directory.page, address), updated=format_date(directory.revised, reading.lang))
    head = page_head(directory.page, Place(site=directory.site, address=address))
    deck = Deck(site=directory.site, revised=directory.revised, reading=reading)
    page = document_files(document, "directory", directory_view(told, found, reading), head)
    return {**page, **card_files(told.lines, found, deck)}
