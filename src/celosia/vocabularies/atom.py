"""A feed as Atom 1.0 (RFC 4287). Pure.

Written with the standard library: the library that is most used for it (feedgen) has had no release since 2023, needs a
compiled XML parser, and fills in the moment of the build where it is told none, which would break «same input, same bytes».
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as ET

NAMESPACE = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DECLARATION = b'<?xml version="1.0" encoding="utf-8"?>\n'


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """`atom:entry`: something that happened on a day. `category` is a code with its word, `related` a second page.

    `id` never changes, whatever else of it does (§4.2.6). `summary` is empty where nothing may be said of the content.
    """

    id: str
    title: str
    url: str
    day: date
    category: tuple[str, str]
    summary: str = ""
    related: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """`atom:feed`: `url` is its own address, `id` the first that it had, `page` the page that shows the same to people."""

    id: str
    url: str
    page: str
    title: str
    lang: str
    author: tuple[str, str]
    rights: str
    day: date
    entries: tuple[Entry, ...]


def atom(feed: Feed) -> bytes:
    """The document. `updated` is the day of the newest entry, or `day` where there is none."""
    root = ET.Element("feed", {"xmlns": NAMESPACE, "xml:lang": feed.lang})
    newest = max((entry.day for entry in feed.entries), default=feed.day)
    root.extend(_texts({"id": feed.id, "title": feed.title, "updated": instant(newest)}))
    root.append(_link("self", feed.url, MEDIA_TYPE))
    root.append(_link("alternate", feed.page, "text/html"))
    root.append(_author(feed.author))
    root.extend(_texts({"rights": feed.rights}))
    root.extend(_entry(entry) for entry in feed.entries)
    ET.indent(root, " ")
    body: bytes = ET.tostring(root, encoding="utf-8")
    return _DECLARATION + body + b"\n"


def instant(day: date) -> str:
    """A day as an instant (RFC 3339): its noon in UTC, which is the same day in every country of the Americas.

    >>> instant(date(2026, 11, 21))
    '2026-11-21T12:00:00Z'
    """
    return f"{day.isoformat()}T12:00:00Z"


def _entry(entry: Entry) -> ET.Element:
    element = ET.Element("entry")
    moment = instant(entry.day)
    element.extend(_texts({"id": entry.id, "title": entry.title, "updated": moment, "published": moment}))
    element.append(_link("alternate", entry.url, "text/html"))
    if entry.related:
        element.append(_link("related", entry.related, "text/html"))
    term, label = entry.category
    element.append(ET.Element("category", {"term": term, "label": _clean(label)}))
    element.extend(_texts({"summary": entry.summary}))
    return element


def _author(author: tuple[str, str]) -> ET.Element:
    name, url = author
    element = ET.Element("author")
    element.extend(_texts({"name": name, "uri": url}))
    return element


def _link(rel: str, href: str, type_: str) -> ET.Element:
    return ET.Element("link", {"rel": rel, "type": type_, "href": href})


def _texts(texts: dict[str, str]) -> Iterator[ET.Element]:
    for name, text in texts.items():
        if text:
            element = ET.Element(name)
            element.text = _clean(text)
            yield element


def _clean(text: str) -> str:
    """Without the characters that XML 1.0 §2.2 does not allow."""
    return _NOT_XML.sub("", text)
