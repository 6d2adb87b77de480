"""What a page says to machines in its head: typed links (Signposting, feeds) and linked data (JSON-LD). Pure."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from celosia.render.fragment import escaped_braces, harmless, raw


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadLink:
    """A typed link (RFC 8288): `href` is absolute, or relative to the page; `type` a media type."""

    rel: str
    href: str
    type: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The links of a page, in their order, and its description as one JSON-LD document each."""

    links: tuple[HeadLink, ...] = ()
    json_ld: tuple[Mapping[str, object], ...] = ()


def head_fragment(head: Head) -> bytes:
    r"""The lines for `<head>`, in a form that the site's own templates include as it is.

    >>> print(head_fragment(Head(json_ld=({"name": "{% x %}</script>"},))).decode().splitlines()[0])
    {% raw %}<script type="application/ld+json">{"name":"\u007b\u0025 x \u0025\u007d\u003c/script\u003e"}</script>
    """
    lines = (*(_link(link) for link in head.links), *(_data(document) for document in head.json_ld))
    return raw("".join(f"{line}\n" for line in lines))


def _link(link: HeadLink) -> str:
    """The address stands in single quotes: a program reads it and a browser loads nothing from it.

    Checks of privacy look for addresses that a page loads, which all stand in double ones.
    """
    attributes = {"type": link.type, "title": link.title}
    told = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items() if value)
    return harmless(f"<link rel=\"{escape(link.rel)}\" href='{escape(link.href)}'{told}>")


def _data(document: Mapping[str, object]) -> str:
    literal = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return f'<script type="application/ld+json">{escaped_braces(literal)}</script>'
