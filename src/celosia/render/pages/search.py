"""The search page and its index. Pure."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from celosia.derive import Publication
from celosia.model import Page, Site, Unit
from celosia.render.address import ROOT, Address, folder
from celosia.render.heads import Place, page_head
from celosia.render.menu import paths, written
from celosia.render.pages.dataset import own_site
from celosia.render.pages.document import authored, document_files
from celosia.render.views.contact import contacts
from celosia.render.views.entry import Entry, agreement_entry, contact_entry, dataset_entry, norm_entry, page_entry
from celosia.render.views.norms import norms_view
from celosia.render.views.reading import Reading
from celosia.render.views.search import search_view

_HIDDEN = ("", "search/")


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """All that the search page shows; `lists` are the pages that list everything."""

    page: Page
    site: Site
    lists: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchIndex:
    """What can be found, in one language."""

    entries: tuple[Entry, ...]
    lang: str


def search_unit(publication: Publication, page: Page) -> Unit:
    """The unit of the search page."""
    there = paths(publication, page.lang)
    lists = tuple(path for path in ("datasets/", "agreements/", "norms/", "sources/") if path in there)
    argument = SearchPage(page=page, site=own_site(publication.site), lists=lists)
    return Unit(name=f"page:{page.lang}:search/", function=search_page, arguments=(argument,))


def search_page(search: SearchPage) -> Mapping[str, bytes]:
    """The two files of the search page."""
    address = Address(lang=search.page.lang, path="search/")
    head = page_head(search.page, Place(site=search.site, address=address))
    return document_files(authored(search.page, address), "search", search_view(search.lists, Reading.of(address)), head)


def index_units(publication: Publication) -> Iterable[Unit]:
    """The search index of each language."""
    for lang in publication.site.languages:
        index = SearchIndex(entries=tuple(_entries(publication, lang)), lang=lang)
        yield Unit(name=f"index:{lang}", function=search_index, arguments=(index,))


def search_index(index: SearchIndex) -> Mapping[str, bytes]:
    """The index as a script that sets a variable: a page may load it from a folder of files, where it may fetch nothing."""
    entries = [{"t": e.title, "u": e.url, "s": e.section, "x": e.text, "k": e.keywords} for e in index.entries]
    body = json.dumps(entries, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")
    return {f"{folder(ROOT)}assets/index.{index.lang}.js": f"window.CELOSIA_INDEX={body};\n".encode()}


def _entries(publication: Publication, lang: str) -> Iterable[Entry]:
    reading = Reading.of(Address(lang=lang, path=""), publication.territories)
    for card, told in zip(publication.cards, publication.datasets, strict=True):
        yield dataset_entry(card, told.dataset.tables, reading)
    yield from (agreement_entry(told.agreement, reading) for told in publication.agreements)
    yield from _rows(publication, reading)
    pages = (path for path in paths(publication, lang) if path not in _HIDDEN)
    yield from (page_entry(written(publication, path, lang)) for path in pages)


def _rows(publication: Publication, reading: Reading) -> Iterable[Entry]:
    """What has no page of its own but an anchor: contacts and norms."""
    if publication.directory:
        found = contacts(publication.directory, publication.modified, reading)
        yield from (contact_entry(contact) for contact in found)
    if publication.norms:
        yield from (norm_entry(norm) for norm in norms_view(publication.norms, {}, reading).norms)
