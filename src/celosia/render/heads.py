"""What each kind of page says to machines in its head: Signposting, feeds, the catalogue's own files, and one JSON-LD document.

One place for all of it; a page's maker calls the function of its kind. Pure.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from celosia.derive import DatasetPublication
from celosia.exporters import files_of
from celosia.locales import gettext
from celosia.model import Agreement, Dataset, Made, Page, Site, Territory
from celosia.render.address import ROOT, Address, folder
from celosia.render.follow import feed_links
from celosia.render.head import Head, HeadLink
from celosia.render.menu import MENU
from celosia.render.words import N_
from celosia.vocabularies.legislation import legislation
from celosia.vocabularies.schema_dataset import Distribution, Shown, dataset_node
from celosia.vocabularies.schema_org import Node, Spot, article, catalog_link, collection, data_catalog, document, web_page
from celosia.vocabularies.signposting import (
    LINKSET,
    LINKSET_TYPE,
    Signpost,
    agreement_signpost,
    changes_signpost,
    dataset_signpost,
    version_signpost,
)

_CATALOGUES = (
    ("catalog.ttl", "text/turtle"),
    ("catalog.jsonld", "application/ld+json"),
    ("catalog.rdf", "application/rdf+xml"),
)
_KINDS = {"about/": "AboutPage", "search/": "SearchResultsPage", "info/": "CollectionPage"}
_ARTICLES = ("methods/", "protection/")
_HOME = N_("Home")
_TYPES = {"csv": "text/csv", "zip": "application/zip"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A page in the site: its address, and the names of the territories that it speaks of.

    `parent`: the title of the dataset whose folder it is in, where the page is not the dataset's own.
    """

    site: Site
    address: Address
    territories: tuple[Territory, ...] = ()
    parent: str = ""

    @property
    def named(self) -> Mapping[str, Territory]:
        """The territories by their codes."""
        return {territory.code: territory for territory in self.territories}

    def spot(self, title: str) -> Spot:
        """The page under its title, below the home page and the list that it is in."""
        return Spot(url=self._url(self.address.path), lang=self.address.lang, title=title, above=tuple(self._above()))

    def _above(self) -> Iterable[tuple[str, str]]:
        _ = gettext(self.address.lang)
        if self.address.path:
            yield _(_HOME), self._url("")
        section = f"{self.address.path.partition('/')[0]}/"
        if section != self.address.path and section in MENU:
            yield _(MENU[section]), self._url(section)
        if self.parent:
            yield self.parent, self._url("/".join(self.address.path.split("/")[:2]) + "/")

    def _url(self, path: str) -> str:
        return self.site.url + Address(lang=self.address.lang, path=path).public


def dataset_head(told: DatasetPublication, place: Place, made: Mapping[str, Made]) -> Head:
    """The head of a dataset's page. `made` holds its downloads."""
    shown = Shown(
        dataset=told.dataset,
        coverage=told.coverage,
        files=tuple(_distributions(told, place.address.lang, made)),
        versions=tuple(card.number for card in told.history),
    )
    node = dataset_node(shown, place.site, place.spot(told.dataset.title.text(place.address.lang)), place.named)
    signpost = dataset_signpost(told.dataset, place.site, files_of(told.dataset), released=shown.released)
    return _head(place, node, signpost)


def version_head(told: DatasetPublication, place: Place, files: Mapping[str, Made], newest: str) -> Head:
    """The head of the page of a frozen version: `told` is the dataset as it was, `files` are the version's by their names.

    `newest`: the number of the newest version.
    """
    tables = {f"{table.name}.csv": table.title.text(place.address.lang) for table in told.dataset.tables}
    shown = Shown(
        dataset=told.dataset,
        coverage=told.coverage,
        files=tuple(_distribution(name, title, files[name]) for name, title in tables.items() if name in files),
        versions=(newest,),
        frozen=True,
    )
    title = f"{told.dataset.title.text(place.address.lang)} ({told.dataset.version})"
    node = dataset_node(shown, place.site, place.spot(title), place.named)
    return _head(place, node, version_signpost(told.dataset, place.site, files))


def changes_head(dataset: Dataset, place: Place, title: str, files: Iterable[str]) -> Head:
    """The head of the page of what changed in a dataset, which has no linkset of its own."""
    node = web_page(place.spot(title), "CollectionPage", isPartOf=catalog_link(place.site, place.address.lang))
    signpost = changes_signpost(dataset, place.site, files)
    links = (HeadLink(rel=link.rel, href=link.href, type=link.type) for link in signpost.links)
    return Head(links=(*links, *_alternates(place.address), *feed_links(place.address)), json_ld=(document(node),))


def explore_head(dataset: Dataset, place: Place, title: str) -> Head:
    """The head of a page on which a table of a dataset is explored."""
    lang, url = place.address.lang, place.site.url
    home, data = (url + Address(lang=lang, path=path).public for path in ("", "datasets/"))
    page = url + Address(lang=lang, path=f"datasets/{dataset.id}/").public
    above = ((gettext(lang)(_HOME), home), (gettext(lang)(MENU["datasets/"]), data), (dataset.title.text(lang), page))
    spot = Spot(url=url + place.address.public, lang=lang, title=title, above=above)
    return _head(place, web_page(spot, "WebPage", isPartOf=catalog_link(place.site, lang)))


def agreement_head(agreement: Agreement, place: Place) -> Head:
    """The head of an agreement's page."""
    spot = place.spot(agreement.title.text(place.address.lang))
    node = legislation(agreement, place.site, spot, place.named)
    return _head(place, node, agreement_signpost(agreement, place.site))


def home_head(place: Place) -> Head:
    """The head of the home page: the catalogue."""
    return _head(place, data_catalog(place.site, place.spot(place.site.title.text(place.address.lang))))


def list_head(page: Page, place: Place, members: Iterable[tuple[str, str]] = ()) -> Head:
    """The head of a list. `members`: the title of each thing in it and the path of its page ("datasets/x/")."""
    listed = ((title, place.site.url + Address(lang=page.lang, path=path).public) for title, path in members)
    return _head(place, collection(place.spot(_title(page)), place.site, tuple(listed)))


def page_head(page: Page, place: Place) -> Head:
    """The head of a page that a person wrote."""
    spot, site = place.spot(_title(page)), place.site
    part = {"isPartOf": catalog_link(site, page.lang), "description": page.description}
    if page.path in _ARTICLES:
        return _head(place, article(spot, site, **part))
    return _head(place, web_page(spot, _KINDS.get(page.path, "WebPage"), **part))


def _head(place: Place, node: Node, signpost: Signpost | None = None) -> Head:
    links = (*(_signs(signpost) if signpost else ()), *_alternates(place.address), *feed_links(place.address))
    return Head(links=links, json_ld=(document(node),))


def _signs(signpost: Signpost) -> Iterable[HeadLink]:
    """Level 1 in the page, and level 2 behind a link."""
    yield from (HeadLink(rel=link.rel, href=link.href, type=link.type) for link in signpost.links)
    yield HeadLink(rel="linkset", href=f"{signpost.anchor}{LINKSET}", type=LINKSET_TYPE)


def _alternates(address: Address) -> Iterable[HeadLink]:
    return (HeadLink(rel="alternate", href=address.root(name), type=type_, title="DCAT") for name, type_ in _CATALOGUES)


def _title(page: Page) -> str:
    """As the browser's tab says it: a page whose title must not be seen there has a neutral one."""
    return page.neutral_title or page.title


def _distributions(told: DatasetPublication, lang: str, made: Mapping[str, Made]) -> Iterable[Distribution]:
    """The CSV of each table, and the whole; the linkset names every other format."""
    dataset = told.dataset
    base = f"{folder(ROOT)}datasets/{dataset.id}/"
    for table in dataset.tables:
        name = f"{table.name}.csv"
        yield _distribution(name, table.title.text(lang), made[base + name])
    if dataset.tables:
        name = f"{dataset.id}.zip"
        yield _distribution(name, dataset.title.text(lang), made[base + name])


def _distribution(name: str, title: str, made: Made) -> Distribution:
    return Distribution(
        name=name,
        title=f"{title} ({name.rpartition('.')[2].upper()})",
        media_type=_TYPES[name.rpartition(".")[2]],
        size=made.size,
        sha256=made.sha256,
    )
