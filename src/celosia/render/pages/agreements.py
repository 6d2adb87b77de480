"""The list of agreements, with its timeline and its files. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from celosia.charts import Drawing, draw
from celosia.derive import Publication
from celosia.exporters import export_agreements
from celosia.model import Agreement, Made, Page, Site, Territory, Unit
from celosia.render.address import Address, folder
from celosia.render.heads import Place, list_head
from celosia.render.menu import written
from celosia.render.pages.dataset import own_site
from celosia.render.pages.document import authored, document_files, opened
from celosia.render.pages.timeline import timeline
from celosia.render.views.agreements import agreements_view, answer
from celosia.render.views.figure import Drawn
from celosia.render.views.reading import Reading

_EXPORT = "export:agreements"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementsPage:
    """All that the list shows, in one language."""

    page: Page
    site: Site
    agreements: tuple[Agreement, ...]
    drawn: Drawn | None
    territories: tuple[Territory, ...]


def agreements_units(publication: Publication) -> Iterable[Unit]:
    """The collection as files, and the list with its timeline in each language."""
    agreements = tuple(told.agreement for told in publication.agreements)
    if not agreements:
        return
    yield Unit(name=_EXPORT, function=export_agreements, arguments=(agreements, publication.site))
    for lang in publication.site.languages:
        drawn = timeline(agreements)
        drawings = tuple(_drawing(drawn, lang)) if drawn else ()
        yield from drawings
        page = written(publication, "agreements/", lang)
        argument = AgreementsPage(
            page=page,
            site=own_site(publication.site),
            agreements=agreements,
            drawn=drawn,
            territories=publication.territories,
        )
        needs = (_EXPORT, *(unit.name for unit in drawings))
        yield Unit(name=f"page:{lang}:agreements/", function=agreements_page, arguments=(argument,), needs=needs)


def agreements_page(page: AgreementsPage, made: Mapping[str, Made]) -> Mapping[str, bytes]:
    """The two files of the list of agreements."""
    address = Address(lang=page.page.lang, path="agreements/")
    reading = Reading.of(address, page.territories)
    view = agreements_view(page.agreements, page.drawn, reading, made)
    members = ((one.title.text(address.lang), f"agreements/{one.id}/") for one in page.agreements)
    head = list_head(page.page, Place(site=page.site, address=address), members)
    document = opened(authored(page.page, address), answer(page.agreements, reading))
    return document_files(document, "agreements", view, head, page.site.terms)


def _drawing(drawn: Drawn, lang: str) -> Iterable[Unit]:
    drawing = Drawing(
        chart=drawn.chart,
        table=drawn.table,
        breaks=(),
        territories=(),
        lang=lang,
        folder=f"{folder(lang)}agreements/charts/",
    )
    yield Unit(name=f"chart:agreements:{drawn.chart.name}:{lang}", function=draw, arguments=(drawing,))
