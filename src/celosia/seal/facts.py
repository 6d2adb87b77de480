"""What an HTML page refers to and what can be referred to in it: all that the seal must know of a page. Pure."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_TELLS_NOTHING = r"(?!(?!script|style)[a-z][a-z0-9]*(?:\s(?:class|scope|lang|data-v|role|tabindex|aria-[a-z]+)=\"[^\"<>]*\")*>)"
"""Nine tags in ten are cells and spans with no attribute but these: they are stepped over without a look."""
_TAG = re.compile(
    rf"<{_TELLS_NOTHING}((?i:script|style)(?=[\s/>])|[a-zA-Z][\w-]*(?=\s))"
    r"([^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*)>"
)
"""A tag that has attributes, or is forbidden without any."""
_ATTRIBUTE = re.compile(r"([^\s=>\"'/]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")
_LOADS = {
    *((tag, "src") for tag in ("audio", "embed", "iframe", "img", "script", "source", "video")),
    *((tag, "srcset") for tag in ("img", "source")),
    *((tag, "href") for tag in ("image", "use")),
    ("object", "data"),
}
_LOADING_RELATIONS = {"stylesheet", "icon", "preload", "prefetch", "modulepreload", "manifest", "preconnect", "dns-prefetch"}
_DATA = ("data-spec", "data-index")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The references of a page: what it loads, what it links to, its anchors, and what the policy forbids in it."""

    loads: tuple[str, ...]
    links: tuple[str, ...]
    anchors: tuple[str, ...]
    forbidden: tuple[str, ...]


def facts_of(body: bytes) -> Facts:
    """Read a page's tags (its text is of no interest here)."""
    told = [_facts_of_tag(tag, attributes) for tag, attributes in dict.fromkeys(_TAG.findall(body.decode()))]
    return Facts(
        loads=_unique(load for facts in told for load in facts.loads),
        links=_unique(link for facts in told for link in facts.links),
        anchors=_unique(anchor for facts in told for anchor in facts.anchors),
        forbidden=_unique(thing for facts in told for thing in facts.forbidden),
    )


@lru_cache(maxsize=10_000)
def _facts_of_tag(name: str, text: str) -> Facts:
    """Of one tag; pages share their menus, so that many are the same."""
    tag = name.lower()
    attributes = _attributes(text)
    return Facts(
        loads=tuple(_loads(tag, attributes)),
        links=tuple(_links(tag, attributes)),
        anchors=(attributes["id"],) if attributes.get("id") else (),
        forbidden=tuple(_forbidden(tag, attributes)),
    )


def _attributes(text: str) -> dict[str, str]:
    found = (match.groups(default="") for match in _ATTRIBUTE.finditer(text))
    return {name.lower(): html.unescape(double or single or bare) for name, double, single, bare in found}


def _loads(tag: str, attributes: dict[str, str]) -> list[str]:
    loads = [value for name, value in attributes.items() if (tag, name) in _LOADS or name in _DATA]
    if tag == "link" and _LOADING_RELATIONS & set(attributes.get("rel", "").lower().split()):
        loads.append(attributes.get("href", ""))
    return loads


def _links(tag: str, attributes: dict[str, str]) -> list[str]:
    return [attributes["href"]] if tag in ("a", "area") and "href" in attributes else []


def _forbidden(tag: str, attributes: dict[str, str]) -> list[str]:
    """What a strict Content-Security-Policy would block: inline scripts, styles and handlers."""
    found = [name for name in attributes if name == "style" or name.startswith("on")]
    if tag == "style" or (tag == "script" and "src" not in attributes and not attributes.get("type", "").endswith("json")):
        found.append(f"<{tag}>")
    return found


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
