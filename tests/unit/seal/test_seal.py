"""The seal finds each kind of dead end, and only those."""

import pytest

from celosia.seal import facts_of, seal

PATHS = frozenset({"index.html", "a/index.html", "a/x.svg", "assets/s.css", "404.html"})


def _codes(html: str, path: str = "a/index.html", base: str = "/") -> list[str]:
    pages = {"index.html": facts_of(b'<h1 id="top">x</h1>'), path: facts_of(html.encode())}
    return [finding.code for finding in seal(pages, PATHS | {path}, base).findings]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="../index.html#top">home</a>',
        '<img src="x.svg" alt="a > b"><link rel="stylesheet" href="../assets/s.css">',
        '<a href="https://example.org/x" rel="noreferrer">out</a> <a href="tel:145">145</a>',
        '<link rel="canonical" href="https://example.org/a/">',
        '<p id="here"></p><a href="#here">x</a>',
        '<script type="application/ld+json">{}</script>',
        "<p>1 &lt; 2 style='no tag'</p>",
    ],
)
def test_a_sound_page_passes(html: str) -> None:
    assert _codes(html) == []


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ('<a href="../b/index.html">x</a>', "site-dead-link"),
        ('<a href="/index.html">x</a>', "site-dead-link"),
        ('<a href="../">a bare folder</a>', "site-dead-link"),
        ('<img src="y.svg" alt="">', "site-dead-link"),
        ('<source srcset="y.svg">', "site-dead-link"),
        ('<div data-spec="y.json"></div>', "site-dead-link"),
        ('<a href="../index.html#bottom">x</a>', "site-dead-anchor"),
        ('<a href="#nowhere">x</a>', "site-dead-anchor"),
        ('<a href="javascript:alert(1)">x</a>', "site-odd-link"),
        ('<a href="//example.org/x">x</a>', "site-odd-link"),
        ('<img src="https://example.org/p.gif" alt="">', "site-third-party"),
        ("<script src='//example.org/a.js'></script>", "site-third-party"),
        ('<link href="https://example.org/f.css" rel="stylesheet">', "site-third-party"),
        ("<script>1</script>", "site-inline-code"),
        ("<style>p{}</style>", "site-inline-code"),
        ('<p style="color:red">x</p>', "site-inline-code"),
        ('<p onclick="x()">x</p>', "site-inline-code"),
    ],
)
def test_a_fault_is_found(html: str, code: str) -> None:
    assert _codes(html) == [code]


def test_the_page_for_errors_may_start_at_the_root_of_the_site() -> None:
    assert _codes('<a href="/sub/index.html">x</a>', "404.html", "/sub/") == []
    assert _codes('<a href="/index.html">x</a>', "404.html", "/sub/") == ["site-dead-link"]
