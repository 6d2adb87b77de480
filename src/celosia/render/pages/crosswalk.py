"""The page that shows several systems side by side, where their categories allow it. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from celosia.derive import ComparisonCard, CrosswalkPublication, Publication
from celosia.model import Page, Site, Source, Unit
from celosia.render.address import Address
from celosia.render.heads import Place, page_head
from celosia.render.pages.dataset import own_site
from celosia.render.pages.document import document_files, titled
from celosia.render.views.crosswalk import crosswalk_view
from celosia.render.views.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class CrosswalkPage:
    """All that the page of a crosswalk shows, in one language, with the comparisons of its country."""

    publication: CrosswalkPublication
    site: Site
    comparisons: tuple[ComparisonCard, ...]
    lang: str


def crosswalk_units(publication: Publication) -> Iterable[Unit]:
    """For each crosswalk its page in each language: `comparisons/<id>/`."""
    for told in publication.crosswalks:
        country = told.crosswalk.country
        cards = tuple(one.card for one in publication.comparisons if one.comparison.country == country)
        for lang in publication.site.languages:
            page = CrosswalkPage(publication=told, site=own_site(publication.site), comparisons=cards, lang=lang)
            yield Unit(name=f"page:{lang}:comparisons/{told.crosswalk.id}/", function=crosswalk_page, arguments=(page,))


def crosswalk_page(page: CrosswalkPage) -> Mapping[str, bytes]:
    """The two files of a crosswalk's page."""
    crosswalk = page.publication.crosswalk
    address = Address(lang=page.lang, path=f"comparisons/{crosswalk.id}/")
    view = crosswalk_view(page.publication, page.comparisons, Reading.of(address, (), _sources(page.publication)))
    document = titled(crosswalk.title, crosswalk.summary, address, updated=crosswalk.date)
    said = Page(path=address.path, lang=page.lang, title=document.title, description=document.description, body="")
    return document_files(document, "crosswalk", view, page_head(said, Place(site=page.site, address=address)), page.site.terms)


def _sources(told: CrosswalkPublication) -> tuple[Source, ...]:
    figures = (one for part in told.dimensions for line in part.lines for ones in line.figures for one in ones)
    return tuple({one.source.id: one.source for one in figures if one.source}.values())
