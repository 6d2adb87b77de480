"""The register of norms. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from celosia.derive import AgreementCard, Publication
from celosia.model import Page, Site, Table, Territory, Unit
from celosia.render.address import Address
from celosia.render.heads import Place, list_head
from celosia.render.pages.dataset import own_site
from celosia.render.pages.document import authored, document_files, opened
from celosia.render.pages.prose import prose_unit
from celosia.render.views.norms import answer, norms_view
from celosia.render.views.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class NormsPage:
    """All that the register shows, in one language."""

    page: Page
    site: Site
    norms: Table
    approved: tuple[tuple[str, tuple[AgreementCard, ...]], ...]
    territories: tuple[Territory, ...]


def norms_unit(publication: Publication, page: Page) -> Unit:
    """The unit of the register, where the catalogue has one."""
    if publication.norms is None:
        return prose_unit(publication, page)
    argument = NormsPage(
        page=page,
        site=own_site(publication.site),
        norms=replace(publication.norms, body=b""),
        approved=publication.agreements_by_norm,
        territories=publication.territories,
    )
    return Unit(name=f"page:{page.lang}:norms/", function=norms_page, arguments=(argument,))


def norms_page(norms: NormsPage) -> Mapping[str, bytes]:
    """The two files of the register."""
    address = Address(lang=norms.page.lang, path="norms/")
    reading = Reading.of(address, norms.territories)
    view = norms_view(norms.norms, dict(norms.approved), reading)
    document = opened(authored(norms.page, address), answer(view, reading))
    head = list_head(norms.page, Place(site=norms.site, address=address))
    return document_files(document, "norms", view, head, norms.site.terms)
