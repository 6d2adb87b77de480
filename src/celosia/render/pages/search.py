"""The search page and its index. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from celosia.derive import Publication
from celosia.locales.stems import stems
from celosia.model import Page, Site, Synonym, Unit
from celosia.render.address import ROOT, Address, folder
from celosia.render.heads import Place, page_head
from celosia.render.menu import paths
from celosia.render.pages.dataset import own_site
from celosia.render.pages.document import authored, document_files
from celosia.render.search.around import other_entries
from celosia.render.search.entry import SECTIONS, Entry
from celosia.render.search.figures import figure_entries
from celosia.render.search.index import build
from celosia.render.search.promises import promise_entries
from celosia.render.search.shards import scripts
from celosia.render.views.reading import Reading
from celosia.render.views.search import FOLDER, search_view

_LISTS = ("datasets/", "comparisons/", "commitments/", "agreements/", "territories/", "norms/", "sources/")


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """All that the search page shows; `lists` are the pages that list everything."""

    page: Page
    site: Site
    lists: tuple[str, ...]
    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchIndex:
    """What can be found, in one language, and by which words besides its own."""

    entries: tuple[Entry, ...]
    synonyms: tuple[Synonym, ...]
    lang: str


def search_unit(publication: Publication, page: Page) -> Unit:
    """The unit of the search page."""
    there = paths(publication, page.lang)
    lists = tuple(path for path in _LISTS if path in there)
    sections = tuple(section for section in SECTIONS if section == "pages" or f"{section}/" in there)
    argument = SearchPage(page=page, site=own_site(publication.site), lists=lists, sections=sections)
    return Unit(name=f"page:{page.lang}:search/", function=search_page, arguments=(argument,))


def search_page(search: SearchPage) -> Mapping[str, bytes]:
    """The two files of the search page."""
    address = Address(lang=search.page.lang, path="search/")
    head = page_head(search.page, Place(site=search.site, address=address))
    view = search_view(search.lists, search.sections, Reading.of(address))
    return document_files(authored(search.page, address), "search", view, head)


def index_units(publication: Publication) -> Iterable[Unit]:
    """The search index of each language."""
    for lang in publication.site.languages:
        synonyms = tuple(one for one in publication.synonyms if one.lang == lang)
        index = SearchIndex(entries=tuple(_entries(publication, lang)), synonyms=synonyms, lang=lang)
        yield Unit(name=f"index:{lang}", function=search_index, arguments=(index,))


def search_index(index: SearchIndex) -> Mapping[str, bytes]:
    """The index as scripts that each set a variable."""
    rules = stems(index.lang)
    files = scripts(build(index.entries, index.synonyms, rules), rules)
    return {f"{folder(ROOT)}{FOLDER}{index.lang}/{name}": body for name, body in files.items()}


def _entries(publication: Publication, lang: str) -> Iterable[Entry]:
    reading = Reading.of(Address(lang=lang, path=""), publication.territories)
    yield from figure_entries(publication, reading)
    yield from promise_entries(publication, reading)
    yield from other_entries(publication, reading)
