"""What other people's validators and programs found in this site. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from celosia.derive import ConformancePublication, Publication
from celosia.model import Page, Site, Unit
from celosia.render.address import Address
from celosia.render.heads import Place, page_head
from celosia.render.pages.dataset import own_site
from celosia.render.pages.document import authored, document_files
from celosia.render.views.conformance import conformance_view
from celosia.render.views.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class ConformancePage:
    """All that the page shows, in one language; no findings where nothing was judged."""

    page: Page
    site: Site
    conformance: ConformancePublication | None


def conformance_unit(publication: Publication, page: Page) -> Unit:
    """The unit of the page."""
    argument = ConformancePage(page=page, site=own_site(publication.site), conformance=publication.conformance)
    return Unit(name=f"page:{page.lang}:conformance/", function=conformance_page, arguments=(argument,))


def conformance_page(conformance: ConformancePage) -> Mapping[str, bytes]:
    """The two files of the page."""
    address = Address(lang=conformance.page.lang, path="conformance/")
    view = conformance_view(conformance.conformance, Reading.of(address))
    head = page_head(conformance.page, Place(site=conformance.site, address=address))
    return document_files(authored(conformance.page, address), "conformance", view, head, conformance.site.terms)
