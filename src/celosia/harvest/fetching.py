"""The only one that asks anything of an address: of the one that a person named, or of a file that is named there."""

from collections.abc import Callable
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from celosia.harvest.address import address, is_doubtful
from celosia.model import Finding, Place

MEGABYTE = 1_000_000
LARGEST = 60 * MEGABYTE
_SECONDS = 60
_ACCEPTED = "application/json, text/turtle, text/csv, */*"


def is_address(text: str) -> bool:
    """Whether it is to be fetched."""
    return urlsplit(text).scheme in ("http", "https")


def fetched(url: str) -> bytes | Finding:
    """The answer of an address; a redirection may lead to another address of the web, and to no file of this machine."""
    return _answer(url, build_opener().open)


def file_of(named: str, source: str) -> bytes | Finding | None:
    """The bytes of a file that `source` (a file or an address) names; none where it names no file that may be asked for.

    A source may not make this machine ask its own network: only where the source itself is, or addresses that look public.
    Beside a source that is a file, a relative name is a file in its folder.
    """
    if is_address(named) or is_address(source):
        url = address(urljoin(source, named) if is_address(source) else named)
        return _answer(url, build_opener(_Guard(source)).open) if url and _may_ask(url, source) else None
    if urlsplit(named).scheme:
        return None
    folder = Path(source).resolve().parent
    path = (folder / named).resolve()
    return local(path) if path.is_relative_to(folder) and path != folder else None


def local(path: Path) -> bytes | Finding:
    """The bytes of a file of this machine."""
    where = Place(path=path.name)
    try:
        if not path.is_file():
            return Finding(code="not-a-file" if path.exists() else "missing-file", where=where)
        if path.stat().st_size > LARGEST:
            return _too_big(where)
        return path.read_bytes()
    except (OSError, ValueError):
        return Finding(code="unreadable-file", where=where)


class _Guard(HTTPRedirectHandler):
    """Follows no redirection to where a file's own address might not lead."""

    def __init__(self, source: str) -> None:
        self._source = source

    def redirect_request(self, *asked: Any, **named: Any) -> Request | None:  # noqa: ANN401 - as the library's
        """The next request; none where nothing may be asked. The last of `asked` is the new address."""
        may = _may_ask(str(asked[-1]), self._source)
        return super().redirect_request(*asked, **named) if may else None


def _may_ask(url: str, source: str) -> bool:
    beside = is_address(source) and urlsplit(url)[:2] == urlsplit(source)[:2]
    return is_address(url) and (beside or not is_doubtful(url, of_file=True))


def _answer(url: str, get: Callable[..., object]) -> bytes | Finding:
    where = Place(path=url)
    request = Request(url, headers={"User-Agent": "celosia", "Accept": _ACCEPTED})  # noqa: S310 - http(s) by `is_address`
    try:
        with get(request, timeout=_SECONDS) as answer:  # type: ignore[attr-defined]  # a response
            body: bytes = answer.read(LARGEST + 1)
    except (URLError, HTTPException, OSError, ValueError):
        return Finding(code="harvest-unreachable", where=where)
    return _too_big(where) if len(body) > LARGEST else body


def _too_big(where: Place) -> Finding:
    return Finding(code="file-too-big", where=where, details=(("limit", f"{LARGEST / MEGABYTE:g} MB"),))
