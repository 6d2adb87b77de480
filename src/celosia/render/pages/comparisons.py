"""The list of comparisons, and the doors to the views that bring the systems of a country together. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from celosia.derive import ComparisonPublication, Publication
from celosia.model import LangString, Page, Site, Territory, Unit
from celosia.render.address import Address
from celosia.render.heads import Place, list_head
from celosia.render.pages.dataset import own_site
from celosia.render.pages.document import authored, document_files, opened
from celosia.render.views.comparisons import answer, comparisons_view
from celosia.render.views.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonsPage:
    """All that the list shows, in one language. `crosswalks`: the id, title and summary of each."""

    page: Page
    site: Site
    comparisons: tuple[ComparisonPublication, ...]
    crosswalks: tuple[tuple[str, LangString, LangString], ...]
    territories: tuple[Territory, ...]


def comparisons_unit(publication: Publication, page: Page) -> Unit:
    """The unit of the list of comparisons."""
    named = {one.comparison.country for one in publication.comparisons}
    argument = ComparisonsPage(
        page=page,
        site=own_site(publication.site),
        comparisons=publication.comparisons,
        crosswalks=tuple((one.crosswalk.id, one.crosswalk.title, one.crosswalk.summary) for one in publication.crosswalks),
        territories=tuple(one for one in publication.territories if one.code in named),
    )
    return Unit(name=f"page:{page.lang}:comparisons/", function=comparisons_page, arguments=(argument,))


def comparisons_page(listed: ComparisonsPage) -> Mapping[str, bytes]:
    """The two files of the list of comparisons."""
    address = Address(lang=listed.page.lang, path="comparisons/")
    reading = Reading.of(address, listed.territories)
    view = comparisons_view(listed.comparisons, listed.crosswalks, reading)
    members = (
        *((title.text(address.lang), f"comparisons/{id_}/") for id_, title, _ in listed.crosswalks),
        *((one.comparison.title.text(address.lang), f"comparisons/{one.comparison.id}/") for one in listed.comparisons),
    )
    head = list_head(listed.page, Place(site=listed.site, address=address), members)
    document = opened(authored(listed.page, address), answer(listed.comparisons, reading))
    return document_files(document, "comparisons", view, head, listed.site.terms)
