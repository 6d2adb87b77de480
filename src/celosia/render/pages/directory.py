"""The help directory. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from celosia.derive import Publication
from celosia.model import HelpLine, Page, Site, Table, Territory, Unit
from celosia.render.address import Address
from celosia.render.heads import Place, page_head
from celosia.render.pages.dataset import own_site
from celosia.render.pages.document import authored, document_files
from celosia.render.pages.prose import prose_unit
from celosia.render.views.directory import directory_view
from celosia.render.views.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryPage:
    """All that the directory shows, in one language; `today` is the day of the build, by which an entry is old."""

    page: Page
    site: Site
    directory: Table
    help_lines: tuple[HelpLine, ...]
    territories: tuple[Territory, ...]
    today: date


def directory_unit(publication: Publication, page: Page) -> Unit:
    """The unit of the directory, where the catalogue has one."""
    if publication.directory is None:
        return prose_unit(publication, page)
    argument = DirectoryPage(
        page=page,
        site=own_site(publication.site),
        directory=replace(publication.directory, body=b""),
        help_lines=publication.site.help_lines,
        territories=publication.territories,
        today=publication.modified,
    )
    return Unit(name=f"page:{page.lang}:info/", function=directory_page, arguments=(argument,))


def directory_page(directory: DirectoryPage) -> Mapping[str, bytes]:
    """The two files of the directory."""
    address = Address(lang=directory.page.lang, path="info/")
    reading = Reading.of(address, directory.territories)
    view = directory_view(directory.directory, directory.help_lines, directory.today, reading)
    return document_files(
        authored(directory.page, address),
        "directory",
        view,
        page_head(directory.page, Place(site=directory.site, address=address)),
    )
