"""The list of sources. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from celosia.derive import Publication
from celosia.model import LangString, Page, Site, Source, Unit
from celosia.render.address import Address
from celosia.render.heads import Place, list_head
from celosia.render.pages.dataset import own_site
from celosia.render.pages.document import authored, document_files
from celosia.render.views.reading import Reading
from celosia.render.views.sources import sources_view

Uses = tuple[tuple[str, tuple[tuple[str, LangString], ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesPage:
    """All that the list shows, in one language; `uses` gives the id and title of the datasets that use a source."""

    page: Page
    site: Site
    sources: tuple[Source, ...]
    uses: Uses


def sources_unit(publication: Publication, page: Page) -> Unit:
    """The unit of the list of sources."""
    argument = SourcesPage(page=page, site=own_site(publication.site), sources=publication.sources, uses=_uses(publication))
    return Unit(name=f"page:{page.lang}:sources/", function=sources_page, arguments=(argument,))


def sources_page(sources: SourcesPage) -> Mapping[str, bytes]:
    """The two files of the list of sources."""
    address = Address(lang=sources.page.lang, path="sources/")
    view = sources_view(sources.sources, dict(sources.uses), Reading.of(address))
    return document_files(
        authored(sources.page, address),
        "sources",
        view,
        list_head(sources.page, Place(site=sources.site, address=address)),
        terms=sources.site.terms,
    )


def _uses(publication: Publication) -> Uses:
    titles = {card.id: card.title for card in publication.cards}
    return tuple((source, tuple((id_, titles[id_]) for id_ in ids)) for source, ids in publication.datasets_by_source)
