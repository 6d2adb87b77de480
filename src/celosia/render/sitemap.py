"""What search engines are told: every page with its twin in each language. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from celosia.derive import Publication
from celosia.model import Unit
from celosia.render.address import ROOT, Address, folder
from celosia.render.menu import paths

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitemap:
    """The paths of all pages, with the languages of each and the day of its last change where that is known."""

    url: str
    pages: tuple[tuple[str, tuple[str, ...], str], ...]


def sitemap_units(publication: Publication) -> Iterable[Unit]:
    """The site map and the file for robots."""
    argument = Sitemap(url=publication.site.url, pages=tuple(_pages(publication)))
    yield Unit(name="sitemap", function=sitemap, arguments=(argument,))


def sitemap(told: Sitemap) -> Mapping[str, bytes]:
    """`sitemap.xml` (sitemaps.org 0.9, with `hreflang` links) and `robots.txt`, at the root of the site."""
    entries = "".join(_entry(told.url, page, lang) for page in told.pages for lang in page[1])
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {told.url}sitemap.xml\n"
    return {
        f"{folder(ROOT)}sitemap.xml": f"{_HEAD}{entries}</urlset>\n".encode(),
        f"{folder(ROOT)}robots.txt": robots.encode(),
    }


def _pages(publication: Publication) -> Iterable[tuple[str, tuple[str, ...], str]]:
    langs = publication.site.languages
    there = {lang: paths(publication, lang) for lang in langs}
    for path in sorted({path for paths_ in there.values() for path in paths_}):
        yield path, tuple(lang for lang in langs if path in there[lang]), ""
    for told in publication.datasets:
        yield f"datasets/{told.dataset.id}/", langs, told.dataset.modified.isoformat()
    for agreement in publication.agreements:
        yield f"agreements/{agreement.agreement.id}/", langs, ""


def _entry(url: str, page: tuple[str, tuple[str, ...], str], lang: str) -> str:
    path, langs, modified = page
    twins = "".join(
        f'  <xhtml:link rel="alternate" hreflang="{twin}" href={quoteattr(_address(url, path, twin))}/>\n' for twin in langs
    )
    day = f"  <lastmod>{modified}</lastmod>\n" if modified else ""
    return f" <url>\n  <loc>{escape(_address(url, path, lang))}</loc>\n{day}{twins} </url>\n"


def _address(url: str, path: str, lang: str) -> str:
    return url + Address(lang=lang, path=path).public
