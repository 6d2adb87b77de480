"""The pages with which each table is explored: one for each table that has figures, in each language. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from celosia.derive import DatasetPublication, Publication
from celosia.exporters.explore import explorable, explore_path
from celosia.model import Dataset, LangString, Made, Site, Source, Table, Territory, Unit
from celosia.render.address import Address
from celosia.render.heads import Place, explore_head
from celosia.render.menu import PROTECTION
from celosia.render.pages.dataset import own_site
from celosia.render.pages.document import document_files, titled
from celosia.render.territory import named_territories
from celosia.render.views.explore import explore_view
from celosia.render.views.outline import Outline, outline
from celosia.render.views.reading import Reading
from celosia.render.words import N_, both

_TITLE = N_("Explore: {table}")
_LEAD = N_(
    "Choose the figure, the breakdown, the period and the place: the chart and the table show the published rows of “{table}”, "
    "of the dataset “{dataset}”, and nothing is added up."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplorePage:
    """All that the page shows, in one language: no figure, only what there is to choose."""

    dataset: Dataset
    outline: Outline
    sources: tuple[Source, ...]
    site: Site
    territories: tuple[Territory, ...]
    lang: str
    explained: bool


def explore_units(publication: Publication) -> Iterable[Unit]:
    """For each table with figures, its page in each language. The rows come with the downloads of the dataset."""
    site = own_site(publication.site)
    explained = {page.lang for page in publication.pages if page.path == PROTECTION}
    for told in publication.datasets:
        bare = replace(told.dataset, tables=(), charts=(), changes=())
        territories = named_territories(told, publication.territories)
        for table in explorable(told.dataset):
            drawn, sources = outline(table), _sources(told, table)
            for lang in publication.site.languages:
                page = ExplorePage(
                    dataset=bare, outline=drawn, sources=sources, site=site, territories=territories, lang=lang,
                    explained=lang in explained,
                )  # fmt: skip
                name = f"page:{lang}:{explore_path(bare.id, table.name)}"
                yield Unit(name=name, function=explore_page, arguments=(page,), needs=(f"export:{bare.id}",))


def explore_page(page: ExplorePage, made: Mapping[str, Made]) -> Mapping[str, bytes]:
    """The files of the page."""
    dataset, table = page.dataset, page.outline.table
    address = Address(lang=page.lang, path=explore_path(dataset.id, table.name))
    reading = Reading.of(address, page.territories, page.sources, explained=page.explained)
    title, lead = _filled(_TITLE, dataset, table), _filled(_LEAD, dataset, table)
    document = titled(title, lead, address, updated=dataset.modified)
    head = explore_head(dataset, Place(site=page.site, address=address), title.text(page.lang))
    view = explore_view(dataset, page.outline, reading, made)
    return document_files(replace(document, section="datasets"), "explore", view, head)


def _filled(message: str, dataset: Dataset, table: Table) -> LangString:
    texts = {
        lang: getattr(both(message, table=table.title.text(lang), dataset=dataset.title.text(lang)), lang)
        for lang in ("es", "en")
    }
    return LangString(es=texts["es"], en=texts["en"])


def _sources(told: DatasetPublication, table: Table) -> tuple[Source, ...]:
    column = table.with_concept("source")
    named = set(table.values(column.name)) if column else set()
    return tuple(source for source in told.sources if source.id in named)
