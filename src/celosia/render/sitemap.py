"""What search engines are told: every page of every language, with the day of what it shows. Pure.

Its twins in the other languages are told in the head of each page (`hreflang`), not here: the schema of sitemaps.org lets no
element in that it does not know, so a site map with `xhtml:link` is one that no validator accepts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

from celosia.derive import Publication
from celosia.model import Unit
from celosia.render.address import ROOT, Address, folder
from celosia.render.dates import days, shown

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST = 50_000
"""How many addresses a site map may have (sitemaps.org, “Using Sitemap index files”)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitemap:
    """The paths of all pages, with the languages of each and the day of its last change where that is known."""

    url: str
    pages: tuple[tuple[str, tuple[str, ...], str], ...]


def sitemap_units(publication: Publication, pages: tuple[tuple[str, str], ...]) -> Iterable[Unit]:
    """The site map and the file for robots. `pages` are the language and the path of each page that the site has."""
    argument = Sitemap(url=publication.site.url, pages=tuple(_pages(publication, pages)))
    yield Unit(name="sitemap", function=sitemap, arguments=(argument,))


def page_of(unit: Unit) -> tuple[str, str] | None:
    """The language and the path of the page that a unit makes, as its name says; none where it makes no page.

    >>> page_of(Unit(name="page:en:datasets/x/", function=print, arguments=()))
    ('en', 'datasets/x/')
    """
    kind, _, rest = unit.name.partition(":")
    lang, _, path = rest.partition(":")
    return (lang, path) if kind == "page" else None


def sitemap(told: Sitemap) -> Mapping[str, bytes]:
    """`sitemap.xml` (sitemaps.org 0.9) and `robots.txt`, at the root of the site.

    Of more pages than a site map may have, `sitemap.xml` is the index of `sitemap-1.xml` and those that follow.
    """
    entries = [(told.url + Address(lang=lang, path=path).public, day) for path, langs, day in told.pages for lang in langs]
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {told.url}sitemap.xml\n"
    return {
        **{f"{folder(ROOT)}{name}": body for name, body in _maps(told.url, entries).items()},
        f"{folder(ROOT)}robots.txt": robots.encode(),
    }


def _maps(url: str, entries: list[tuple[str, str]]) -> Mapping[str, bytes]:
    if len(entries) <= MOST:
        return {"sitemap.xml": _document("urlset", "url", entries)}
    parts = [entries[start : start + MOST] for start in range(0, len(entries), MOST)]
    named = {f"sitemap-{number}.xml": part for number, part in enumerate(parts, 1)}
    newest = [(f"{url}{name}", max(day for _, day in part)) for name, part in named.items()]
    maps = {name: _document("urlset", "url", part) for name, part in named.items()}
    return {"sitemap.xml": _document("sitemapindex", "sitemap", newest), **maps}


def _document(root: str, element: str, entries: Iterable[tuple[str, str]]) -> bytes:
    told = "".join(_entry(element, address, day) for address, day in entries)
    return f'{_XML}<{root} xmlns="{_NAMESPACE}">\n{told}</{root}>\n'.encode()


def _pages(publication: Publication, pages: tuple[tuple[str, str], ...]) -> Iterable[tuple[str, tuple[str, ...], str]]:
    langs: dict[str, list[str]] = {}
    for lang, path in pages:
        langs.setdefault(path, []).append(lang)
    known = days(publication)
    for path in sorted(langs):
        day = shown(path, known)
        yield path, tuple(langs[path]), day.isoformat() if day else ""


def _entry(element: str, address: str, day: str) -> str:
    modified = f"<lastmod>{day}</lastmod>" if day else ""
    return f" <{element}><loc>{escape(address)}</loc>{modified}</{element}>\n"
