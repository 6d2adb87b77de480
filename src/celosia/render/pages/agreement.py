"""The page of an agreement. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from celosia.derive import AgreementPublication, Publication
from celosia.model import LangString, Site, Territory, Unit
from celosia.render.address import Address
from celosia.render.pages.dataset import own_site
from celosia.render.pages.document import document_files, titled
from celosia.render.views.agreement import agreement_view
from celosia.render.views.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPage:
    """All that an agreement's page shows, in one language."""

    publication: AgreementPublication
    site: Site
    territories: tuple[Territory, ...]
    lang: str


def agreement_units(publication: Publication) -> Iterable[Unit]:
    """A page for each agreement and language."""
    site = own_site(publication.site)
    for told in publication.agreements:
        named = {*told.agreement.countries, *(party.country for party in told.agreement.parties)}
        territories = tuple(territory for territory in publication.territories if territory.code in named)
        for lang in publication.site.languages:
            page = AgreementPage(publication=told, site=site, territories=territories, lang=lang)
            name = f"page:{lang}:agreements/{told.agreement.id}/"
            yield Unit(name=name, function=agreement_page, arguments=(page,))


def agreement_page(page: AgreementPage) -> Mapping[str, bytes]:
    """The two files of an agreement's page."""
    agreement = page.publication.agreement
    address = Address(lang=page.lang, path=f"agreements/{agreement.id}/")
    view = agreement_view(page.publication, page.site, Reading.of(address, page.territories))
    document = titled(agreement.title, LangString(es=""), address)
    return document_files(document, "agreement", view)
