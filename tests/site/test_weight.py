"""What a page asks of a cheap phone before any click: at most 50 kB compressed, besides the style sheet."""

import gzip
import re
from functools import cache
from pathlib import Path

SITE = Path(__file__).parents[2] / "site"
MOST = 50_000
_SCRIPT = re.compile(r'<script[^>]*\ssrc="([^"?]+)')
_WIDE = re.compile(r'<img src="([^"]+)"[^>]*>')
_NARROW = re.compile(r'<source [^>]*srcset="([^" ]+)"[^>]*>\s*(<img[^>]*>)')
_LAZY = 'loading="lazy"'
_DRAWN_ALREADY = {".png", ".jpg", ".woff2"}


@cache
def _weight(path: Path) -> int:
    content = path.read_bytes()
    return len(content) if path.suffix in _DRAWN_ALREADY else len(gzip.compress(content, 6))


def _first_view(page: Path) -> int:
    """The page, its scripts, and the drawings that do not wait for the reader to scroll: of the heavier of both widths."""
    text = page.read_text()
    wide = [match[1] for match in _WIDE.finditer(text) if _LAZY not in match[0]]
    narrow = [match[1] for match in _NARROW.finditer(text) if _LAZY not in match[2]]
    drawings, others = max(_weights(wide, page), _weights(narrow, page)), _weights(_SCRIPT.findall(text), page)
    return _weight(page) + others + drawings


def _weights(sources: list[str], page: Path) -> int:
    return sum(_weight(_file(source, page.parent)) for source in set(sources))


def _file(source: str, folder: Path) -> Path:
    """The error page, which is served at any depth, is the one that asks from the root."""
    return SITE / source[1:] if source.startswith("/") else (folder / source).resolve()


def test_the_first_view_of_every_page_is_light() -> None:
    pages = sorted(SITE.rglob("*.html"))
    weights = {page.relative_to(SITE).as_posix(): _first_view(page) for page in pages}
    assert len(weights) > 100
    assert {page: weight for page, weight in weights.items() if weight > MOST} == {}
