"""The glossary. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from celosia.derive import Publication
from celosia.derive.glossary import GLOSSARY, GlossaryPublication
from celosia.model import Page, Site, Unit
from celosia.render.address import Address
from celosia.render.heads import Place, page_head
from celosia.render.pages.dataset import own_site
from celosia.render.pages.document import authored, document_files
from celosia.render.pages.prose import prose_unit
from celosia.render.views.glossary import glossary_view
from celosia.render.views.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryPage:
    """All that the glossary shows, in one language."""

    page: Page
    site: Site
    glossary: GlossaryPublication


def glossary_unit(publication: Publication, page: Page) -> Unit:
    """The unit of the glossary; a page like any other where there are no terms."""
    if publication.glossary is None:
        return prose_unit(publication, page)
    argument = GlossaryPage(page=page, site=own_site(publication.site), glossary=publication.glossary)
    return Unit(name=f"page:{page.lang}:{GLOSSARY}", function=glossary_page, arguments=(argument,))


def glossary_page(glossary: GlossaryPage) -> Mapping[str, bytes]:
    """The two files of the glossary. Its own texts lead nowhere in it."""
    address = Address(lang=glossary.page.lang, path=GLOSSARY)
    head = page_head(glossary.page, Place(site=glossary.site, address=address))
    view = glossary_view(glossary.glossary, Reading.of(address))
    return document_files(authored(glossary.page, address), "glossary", view, head)
