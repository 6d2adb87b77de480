"""A site map has every page once, and is an index where the standard lets no more into one file."""

from xml.etree import ElementTree as ET

import pytest

from celosia.render import sitemap as module
from celosia.render.sitemap import Sitemap, sitemap

S = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
PAGES = tuple((f"datasets/d{number}/", ("es", "en"), f"2026-01-{number:02}" if number > 1 else "") for number in range(1, 5))
TOLD = Sitemap(url="https://catalogo.example/", pages=PAGES)


def _read(body):
    root = ET.fromstring(body)
    return root.tag.removeprefix(S), [(one.findtext(f"{S}loc"), one.findtext(f"{S}lastmod")) for one in root]


def test_few_pages_are_in_one_file():
    files = sitemap(TOLD)
    kind, entries = _read(files["docs/es/sitemap.xml"])
    assert (kind, len(entries)) == ("urlset", 8)
    assert set(files) == {"docs/es/sitemap.xml", "docs/es/robots.txt"}


def test_more_than_the_standard_allows_are_in_several_with_an_index(monkeypatch: pytest.MonkeyPatch):
    whole = _read(sitemap(TOLD)["docs/es/sitemap.xml"])[1]
    monkeypatch.setattr(module, "MOST", 3)
    files = {path.removeprefix("docs/es/"): body for path, body in sitemap(TOLD).items()}
    kind, maps = _read(files.pop("sitemap.xml"))
    assert (kind, maps) == (
        "sitemapindex",
        [
            ("https://catalogo.example/sitemap-1.xml", "2026-01-02"),
            ("https://catalogo.example/sitemap-2.xml", "2026-01-03"),
            ("https://catalogo.example/sitemap-3.xml", "2026-01-04"),
        ],
    )
    assert b"Sitemap: https://catalogo.example/sitemap.xml" in files.pop("robots.txt")
    assert [entry for name in sorted(files) for entry in _read(files[name])[1]] == whole
    assert max(len(_read(body)[1]) for body in files.values()) == 3


def test_the_limit_is_that_of_the_standard():
    assert module.MOST == 50_000
