"""The home page: help, the figures that people ask for, and the doors to the rest. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from celosia.derive import Publication
from celosia.model import Page, Site, Unit
from celosia.render.address import Address
from celosia.render.heads import Place, home_head
from celosia.render.menu import paths
from celosia.render.pages.dataset import own_site
from celosia.render.pages.document import authored, document_files
from celosia.render.views.home import Front, home_view
from celosia.render.views.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """All that the home page shows, in one language."""

    page: Page
    site: Site
    front: Front


def home_unit(publication: Publication, page: Page) -> Unit:
    """The unit of the home page."""
    front = Front(
        help_lines=publication.site.help_lines,
        figures=publication.key_figures,
        featured=publication.featured,
        paths=paths(publication, page.lang),
        datasets=len(publication.datasets),
        agreements=len(publication.agreements),
        sources=len(publication.sources),
        modified=publication.modified,
    )
    argument = HomePage(page=page, site=own_site(publication.site), front=front)
    return Unit(name=f"page:{page.lang}:", function=home_page, arguments=(argument,))


def home_page(home: HomePage) -> Mapping[str, bytes]:
    """The two files of the home page."""
    address = Address(lang=home.page.lang, path="")
    head = home_head(Place(site=home.site, address=address))
    return document_files(
        authored(home.page, address), "home", home_view(home.front, Reading.of(address)), head, home.site.terms
    )
