"""The page of a commitment, with its timeline. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from celosia.charts import Drawing, draw
from celosia.derive import CommitmentPublication, Publication
from celosia.model import LangString, Made, Page, Site, Territory, Unit
from celosia.render.address import Address, folder
from celosia.render.heads import Place, page_head
from celosia.render.pages.dataset import own_site
from celosia.render.pages.document import document_files, titled
from celosia.render.pages.promises import timeline
from celosia.render.views.commitment import answer, commitment_view
from celosia.render.views.figure import Drawn
from celosia.render.views.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentPage:
    """All that a commitment's page shows, in one language."""

    publication: CommitmentPublication
    drawn: Drawn | None
    site: Site
    territories: tuple[Territory, ...]
    lang: str


def commitment_units(publication: Publication) -> Iterable[Unit]:
    """For each commitment its timeline and its page, in each language."""
    site = own_site(publication.site)
    for told in publication.commitments:
        drawn = timeline(told)
        path = f"commitments/{told.commitment.id}/"
        territories = tuple(one for one in publication.territories if one.code == told.commitment.country)
        for lang in publication.site.languages:
            drawings = (_drawing(drawn, path, lang),) if drawn else ()
            yield from drawings
            page = CommitmentPage(publication=told, drawn=drawn, site=site, territories=territories, lang=lang)
            needs = tuple(unit.name for unit in drawings)
            yield Unit(name=f"page:{lang}:{path}", function=commitment_page, arguments=(page,), needs=needs)


def commitment_page(page: CommitmentPage, made: Mapping[str, Made] | None = None) -> Mapping[str, bytes]:
    """The files of a commitment's page. Nothing was made for one that has no timeline."""
    told, commitment = page.publication, page.publication.commitment
    address = Address(lang=page.lang, path=f"commitments/{commitment.id}/")
    reading = Reading.of(address, page.territories)
    view = commitment_view(told, page.drawn, page.site, reading, {} if made is None else made)
    title = LangString(
        es=f"{commitment.title.es} ({commitment.code})",
        en=f"{commitment.title.en} ({commitment.code})" if commitment.title.en else None,
    )
    first = answer(told, reading)
    document = titled(title, LangString(es=first, en=first), address)
    headed = Page(path=address.path, lang=page.lang, title=title.text(page.lang), description=first, body="")
    head = page_head(headed, Place(site=page.site, address=address, territories=page.territories))
    return document_files(document, "commitment", view, head, page.site.terms)


def _drawing(drawn: Drawn, path: str, lang: str) -> Unit:
    drawing = Drawing(
        chart=drawn.chart, table=drawn.table, breaks=(), territories=(), lang=lang, folder=f"{folder(lang)}{path}charts/"
    )
    return Unit(name=f"chart:{path}:{lang}", function=draw, arguments=(drawing,))
