"""The page of a territory: it knows its own rows, and no other territory's. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from celosia.derive import Publication
from celosia.derive.territory import TerritoryPublication
from celosia.locales import gettext
from celosia.model import HelpLine, LangString, Page, Site, Territory, Unit
from celosia.render.address import Address
from celosia.render.heads import Place, page_head
from celosia.render.menu import PROTECTION
from celosia.render.pages.dataset import own_site
from celosia.render.pages.document import document_files, titled
from celosia.render.views.reading import Reading
from celosia.render.views.territory import Around, territory_view
from celosia.render.words import N_

_SOME = (
    N_("This catalogue has published figures on {place}, {span}, in 1 dataset."),
    N_("This catalogue has published figures on {place}, {span}, in {n} datasets."),
)
_NONE = N_("No published data: this catalogue has no figure on {place}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class TerritoryPage:
    """All that a territory's page shows, in one language.

    `today` is the day of the build, by which a contact is old; `updated` that of the newest of its figures' datasets.
    """

    publication: TerritoryPublication
    site: Site
    lang: str
    today: date | None
    explained: bool
    has_directory: bool
    lines: tuple[HelpLine, ...]
    updated: date | None


def territory_units(publication: Publication) -> Iterable[Unit]:
    """A page for each territory, in each language."""
    site = own_site(publication.site)
    changed = {card.id: card.modified for card in publication.cards}
    for told in publication.places:
        for lang in site.languages:
            page = TerritoryPage(
                publication=told,
                site=site,
                lang=lang,
                today=publication.modified if told.contacts else None,
                explained=any((other.path, other.lang) == (PROTECTION, lang) for other in publication.pages),
                has_directory=publication.directory is not None,
                updated=max((changed[part.dataset] for part in told.parts), default=None),
                lines=tuple(line for line in publication.site.help_lines if line.country == told.country.code),
            )
            yield Unit(name=f"page:{lang}:territories/{told.slug}/", function=territory_page, arguments=(page,))


def territory_page(page: TerritoryPage) -> Mapping[str, bytes]:
    """The two files of a territory's page."""
    told = page.publication
    address = Address(lang=page.lang, path=f"territories/{told.slug}/")
    areas: tuple[Territory, ...] = (told.country, told.territory)
    reading = Reading.of(address, areas, told.sources, explained=page.explained)
    around = Around(lines=page.lines, today=page.today or date.min, has_directory=page.has_directory)
    view = territory_view(told, around, reading)
    said = lead(told, page.lang)
    own = Page(path=address.path, lang=page.lang, title=told.territory.name.text(page.lang), description=said, body="")
    head = page_head(own, Place(site=page.site, address=address, territories=areas))
    document = titled(told.territory.name, LangString(es=said, en=said), address, updated=page.updated)
    return document_files(document, "territory", view, head, page.site.terms)


def lead(told: TerritoryPublication, lang: str) -> str:
    """The answer of a territory's page, in one sentence."""
    place = told.territory.name.text(lang)
    if not told.parts:
        return gettext(lang)(_NONE).format(place=place)
    sentence = _SOME[0] if len(told.parts) == 1 else _SOME[1]
    return gettext(lang)(sentence).format(place=place, span=_span(told, lang), n=len(told.parts))


def _span(told: TerritoryPublication, lang: str) -> str:
    _ = gettext(lang)
    if told.span is None:
        return _("of no stated period")
    first, last = told.span.start.year, told.span.end.year
    return _("of {year}").format(year=first) if first == last else _("from {first} to {last}").format(first=first, last=last)
