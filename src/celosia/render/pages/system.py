"""The pages of the systems that count, and their list. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from celosia.derive import Publication
from celosia.derive.system import SystemCard, SystemPublication, card
from celosia.model import Page, Site, Territory, Unit
from celosia.render.address import Address
from celosia.render.heads import Place, list_head, page_head
from celosia.render.pages.dataset import own_site
from celosia.render.pages.document import authored, document_files, opened, titled
from celosia.render.views.reading import Reading
from celosia.render.views.system import SystemEntry, system_entry, system_view
from celosia.render.words import N_

_ANSWER = N_("Of the {n} systems and bodies on this page, {m} have data in this catalogue.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemPage:
    """All that a system's page shows, in one language."""

    publication: SystemPublication
    site: Site
    territories: tuple[Territory, ...]
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemsPage:
    """All that the list shows, in one language."""

    page: Page
    site: Site
    cards: tuple[SystemCard, ...]
    territories: tuple[Territory, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemsView:
    """The list below the words of its page."""

    entries: tuple[SystemEntry, ...]


def system_units(publication: Publication) -> Iterable[Unit]:
    """A page for each system, in each language."""
    site = own_site(publication.site)
    for told in publication.systems:
        areas = tuple(area for area in publication.territories if area.code == told.system.country)
        for lang in site.languages:
            page = SystemPage(publication=told, site=site, territories=areas, lang=lang)
            yield Unit(name=f"page:{lang}:systems/{told.system.id}/", function=system_page, arguments=(page,))


def system_page(page: SystemPage) -> Mapping[str, bytes]:
    """The two files of a system's page."""
    system = page.publication.system
    address = Address(lang=page.lang, path=f"systems/{system.id}/")
    view = system_view(page.publication, Reading.of(address, page.territories))
    own = Page(
        path=address.path,
        lang=page.lang,
        title=system.name.text(page.lang),
        description=system.answer.text(page.lang),
        body="",
    )
    head = page_head(own, Place(site=page.site, address=address, territories=page.territories))
    return document_files(titled(system.name, system.answer, address), "system", view, head, page.site.terms)


def systems_unit(publication: Publication, page: Page) -> Unit:
    """The unit of the list."""
    countries = {told.system.country for told in publication.systems}
    argument = SystemsPage(
        page=page,
        site=own_site(publication.site),
        cards=tuple(card(told.system) for told in publication.systems),
        territories=tuple(area for area in publication.territories if area.code in countries),
    )
    return Unit(name=f"page:{page.lang}:systems/", function=systems_page, arguments=(argument,))


def systems_page(page: SystemsPage) -> Mapping[str, bytes]:
    """The two files of the list."""
    address = Address(lang=page.page.lang, path="systems/")
    reading = Reading.of(address, page.territories)
    view = SystemsView(entries=tuple(system_entry(one, reading) for one in page.cards))
    names = ((one.name.text(address.lang), f"systems/{one.id}/") for one in page.cards)
    head = list_head(page.page, Place(site=page.site, address=address), names)
    answer = reading.word(_ANSWER).format(n=len(view.entries), m=sum(one.has_datasets for one in view.entries))
    return document_files(opened(authored(page.page, address), answer), "systems", view, head, page.site.terms)
