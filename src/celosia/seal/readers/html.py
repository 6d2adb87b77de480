"""A page as somebody reads it who looks at its source too: texts, attributes, comments, data inside. Pure."""

import html
import json
import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from celosia.seal.content import Content, Passage
from celosia.seal.lexicon import NUMERIC
from celosia.seal.readers.json import passages_in

_TOKEN = re.compile(
    r"<!--.*?-->|<![^>]*>|<(?P<close>/?)(?P<tag>[a-zA-Z][\w-]*)(?P<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>"
    r"|(?P<text>[^<]+|<)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([^\s=>\"'/]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")
_ROW = re.compile(r"<tr\b[^>]*>.*?(?=</tr>|<tr\b|</t(?:body|head|foot)>|$)", re.DOTALL)
_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "i", "kbd", "mark", "q", "s", "samp", "small", "span",
    "strong", "sub", "sup", "time", "u", "var", "wbr", "br", "img", "input", "label", "output",
})  # fmt: skip
_SILENT = frozenset({
    "href", "src", "srcset", "width", "height", "sizes", "media", "rel", "type", "charset", "lang", "dir", "hreflang",
    "role", "for", "aria-labelledby", "aria-describedby", "aria-controls", "scope", "tabindex", "loading", "decoding",
    "viewbox",
    "d", "fill", "stroke", "stroke-width", "xmlns", "colspan", "rowspan", "datetime", "data-spec", "data-bundle", "data-index",
    "data-script", "data-up", "start", "reversed", "http-equiv",
})  # fmt: skip
"""Attributes that a browser uses and that are judged elsewhere (addresses, sizes)."""

_LEADS = ("href", "src", "srcset")
_UNSEEN = {"<!--": "comment", '="data:': "data address"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of a table in a page: its text, and all attributes, those inside it too."""

    text: str
    attributes: tuple[tuple[str, str], ...]

    @property
    def written(self) -> str:
        """The text and what is behind it."""
        return " ".join(
            (self.text, *(value for name, value in self.attributes if name not in ("href", "class", "lang", "scope")))
        )


def read_html(body: bytes) -> Content:
    """Texts by block (a sentence is not cut by a link inside it), attributes that hold words, data and comments."""
    page = body.decode()
    return Content(passages=tuple(_passages(page)), parts=tuple(part for sign, part in _UNSEEN.items() if sign in page))


def tables(page: str, names: Container[str]) -> Iterator[tuple[str, tuple[str, ...], tuple[tuple[Cell, ...], ...]]]:
    """Each table that has one of these ids: its id, the texts of its head, and the cells of its rows."""
    for opening, inside in re.findall(r"<table\b([^>]*)>(.*?)</table>", page, re.DOTALL):
        name = _attributes(opening).get("id", "")
        if name in names:
            head, *rows = (tuple(_cells(row)) for row in _ROW.findall(inside))
            yield name, tuple(cell.text for cell in head), tuple(rows)


def _cells(row: str) -> Iterator[Cell]:
    """The cells of a row; the attributes of the row itself belong to its first one."""
    opening = re.match(r"<tr\b([^>]*)>", row)
    own = tuple((name, value) for name, value in _attributes(opening[1] if opening else "").items() if name != "id")
    for cell in re.findall(r"<t[dh]\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>.*?(?=</t[dh]>|<t[dh]\b|$)", row, re.DOTALL):
        tokens = tuple(_TOKEN.finditer(cell))
        attributes = [pair for token in tokens if token["tag"] for pair in _attributes(token["attributes"]).items()]
        text = html.unescape("".join(token["text"] or "" for token in tokens))
        yield Cell(text=" ".join(text.split()), attributes=(*own, *attributes))
        own = ()


def _passages(page: str) -> Iterator[Passage]:
    """Only those with a number: the others say no figure."""
    block, part, kind = "", "text", ""
    for token in _TOKEN.finditer(page):
        close, name, attributes, text = token.groups()
        if text is not None:
            if kind == "json":
                yield from passages_in(json.loads(text), "json-ld")
            elif kind != "code":
                block += text
            continue
        tag = (name or "").lower()
        if tag and tag not in _INLINE:
            yield from _said(block, part)
            block, part = "", part if close else tag
        if tag in ("script", "style"):
            kind = "" if close else "json" if "json" in attributes else "code"
        if tag and not close and NUMERIC.search(attributes):
            yield from _told(tag, attributes)
    yield from _said(block, part)


def _said(block: str, part: str) -> Iterator[Passage]:
    if NUMERIC.search(block):
        yield Passage(part=part, text=html.unescape(" ".join(block.split())))


def _told(tag: str, attributes: str) -> Iterator[Passage]:
    for name, value in _attributes(attributes).items():
        asks = name in _LEADS and "?" in value and "://" not in value
        if (asks or name not in _SILENT) and value and not (tag == "meta" and name == "name"):
            yield Passage(part=f"{tag}@{name}", text=value)


@lru_cache(maxsize=10_000)
def _attributes(text: str) -> Mapping[str, str]:
    found = (match.groups(default="") for match in _ATTRIBUTE.finditer(text))
    return {name.lower(): html.unescape(double or single or bare) for name, double, single, bare in found}
