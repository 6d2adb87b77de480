"""A page that is only what a person wrote: methods, glossary, safety. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from celosia.derive import Publication
from celosia.model import Page, Site, Unit
from celosia.render.address import Address
from celosia.render.heads import Place, page_head
from celosia.render.pages.dataset import own_site
from celosia.render.pages.document import authored, document_files


@dataclass(frozen=True, slots=True, kw_only=True)
class ProsePage:
    """All that the page shows."""

    page: Page
    site: Site


def prose_unit(publication: Publication, page: Page) -> Unit:
    """The unit of a written page."""
    argument = ProsePage(page=page, site=own_site(publication.site))
    return Unit(name=f"page:{page.lang}:{page.path}", function=prose_page, arguments=(argument,))


def prose_page(prose: ProsePage) -> Mapping[str, bytes]:
    """The Markdown of the page, and its head."""
    address = Address(lang=prose.page.lang, path=prose.page.path)
    head = page_head(prose.page, Place(site=prose.site, address=address))
    return document_files(authored(prose.page, address), head=head, terms=prose.site.terms)
