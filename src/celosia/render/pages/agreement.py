"""The page of an agreement. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from celosia.derive import AgreementPublication, Publication
from celosia.exporters import export_agreement
from celosia.model import LangString, Made, Site, Territory, Unit
from celosia.render.address import ROOT, Address, folder
from celosia.render.heads import Place, agreement_head
from celosia.render.pages.dataset import own_site
from celosia.render.pages.document import document_files, titled
from celosia.render.views.agreement import agreement_answer, agreement_view
from celosia.render.views.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPage:
    """All that an agreement's page shows, in one language."""

    publication: AgreementPublication
    site: Site
    territories: tuple[Territory, ...]
    lang: str


def agreement_units(publication: Publication) -> Iterable[Unit]:
    """For each agreement its citation and its links as files, and its pages."""
    site = own_site(publication.site)
    for told in publication.agreements:
        export = f"export:agreements/{told.agreement.id}"
        yield Unit(name=export, function=export_agreement, arguments=(told.agreement, site))
        named = {*told.agreement.countries, *(party.country for party in told.agreement.parties)}
        territories = tuple(territory for territory in publication.territories if territory.code in named)
        for lang in publication.site.languages:
            page = AgreementPage(publication=told, site=site, territories=territories, lang=lang)
            name = f"page:{lang}:agreements/{told.agreement.id}/"
            yield Unit(name=name, function=agreement_page, arguments=(page,), needs=(f"api:agreements/{told.agreement.id}",))


def agreement_page(page: AgreementPage, made: Mapping[str, Made]) -> Mapping[str, bytes]:
    """The two files of an agreement's page. `made` has the record for programs, whose hash the page tells."""
    agreement = page.publication.agreement
    address = Address(lang=page.lang, path=f"agreements/{agreement.id}/")
    path = f"api/v1/agreements/{agreement.id}.json"
    document = (path, made[f"{folder(ROOT)}{path}"].sha256)
    reading = Reading.of(address, page.territories)
    view = agreement_view(page.publication, page.site, document, reading)
    first = agreement_answer(agreement, reading)
    headed = titled(agreement.title, LangString(es=first, en=first), address)
    head = agreement_head(agreement, Place(site=page.site, address=address, territories=page.territories))
    return document_files(headed, "agreement", view, head, page.site.terms)
