"""No link of the site leads nowhere, and nothing is loaded from anybody else. Pure."""

import posixpath
from collections.abc import Iterable, Mapping
from urllib.parse import unquote, urlsplit

from celosia.model import Finding, Place
from celosia.seal.facts import Facts

_OUTSIDE = ("http", "https", "tel", "mailto")


def check_references(pages: Mapping[str, Facts], paths: frozenset[str], base: str) -> Iterable[Finding]:
    """Every reference of every page, against the paths of the whole site. `base`: the path that the site is served under."""
    anchors = {path: frozenset(facts.anchors) for path, facts in pages.items()}
    for path, facts in pages.items():
        for target in facts.loads:
            yield from _check_load(path, target, paths, base)
        for target in facts.links:
            yield from _check_link(path, target, paths, anchors, base)
        for thing in facts.forbidden:
            yield _finding("site-inline-code", path, thing)


def _check_load(path: str, target: str, paths: frozenset[str], base: str) -> Iterable[Finding]:
    parts = urlsplit(target)
    if parts.scheme == "data":
        return
    if parts.scheme or parts.netloc:
        yield _finding("site-third-party", path, target)
    elif _resolve(path, parts.path, base) not in paths:
        yield _finding("site-dead-link", path, target)


def _check_link(
    path: str, target: str, paths: frozenset[str], anchors: Mapping[str, frozenset[str]], base: str
) -> Iterable[Finding]:
    parts = urlsplit(target)
    if parts.scheme in _OUTSIDE:
        return
    if parts.scheme or parts.netloc:
        yield _finding("site-odd-link", path, target)
        return
    found = _resolve(path, parts.path, base)
    if found not in paths:
        yield _finding("site-dead-link", path, target)
    elif parts.fragment and found in anchors and unquote(parts.fragment) not in anchors[found]:
        yield _finding("site-dead-anchor", path, target)


def _resolve(path: str, target: str, base: str) -> str:
    """The path that a link leads to. Only the page for errors may start at the root, since it is served at any depth."""
    target = unquote(target)
    if not target:
        return path
    if path.endswith("404.html") and target.startswith(base):
        return target.removeprefix(base)
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))


def _finding(code: str, path: str, target: str) -> Finding:
    return Finding(code=code, where=Place(path=path), details=(("target", target[:200]),))
