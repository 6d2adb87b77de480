"""What other people's validators and programs found in this site. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from celosia.derive import ConformancePublication, Publication
from celosia.derive.reading import Read
from celosia.model import Page, Site, Unit
from celosia.render.address import Address
from celosia.render.heads import Place, page_head
from celosia.render.pages.dataset import own_site
from celosia.render.pages.document import authored, document_files, opened
from celosia.render.views.conformance import conformance_view
from celosia.render.views.ease import ease_views
from celosia.render.views.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class ConformancePage:
    """All that the page shows, in one language; no findings where nothing was judged."""

    page: Page
    site: Site
    conformance: ConformancePublication | None
    reads: tuple[Read, ...] = ()


def conformance_unit(publication: Publication, page: Page) -> Unit:
    """The unit of the page."""
    argument = ConformancePage(
        page=page, site=own_site(publication.site), conformance=publication.conformance, reads=publication.reads
    )
    return Unit(name=f"page:{page.lang}:conformance/", function=conformance_page, arguments=(argument,))


def conformance_page(conformance: ConformancePage) -> Mapping[str, bytes]:
    """The two files of the page."""
    address = Address(lang=conformance.page.lang, path="conformance/")
    view = replace(
        conformance_view(conformance.conformance, Reading.of(address)), eases=ease_views(conformance.reads, Reading.of(address))
    )
    head = page_head(conformance.page, Place(site=conformance.site, address=address))
    document = opened(authored(conformance.page, address), view.state)
    return document_files(document, "conformance", view, head, conformance.site.terms)
