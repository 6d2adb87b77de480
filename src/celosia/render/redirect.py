"""Where what moved is now: a static page at each old address, and the same as rules for servers. Pure.

A page says it three ways: to a browser (`refresh`), to a search engine (`canonical`), and to a person (a link). No script.
"""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

from celosia.derive import Publication
from celosia.locales import gettext
from celosia.model import Unit
from celosia.model.permanence import file_of
from celosia.render.address import ROOT, folder
from celosia.render.words import N_

_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'"
_TITLE = N_("This page moved")
_TEXT = N_("The page that you are looking for is at another address now:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """What moved (old address, new one) and what was withdrawn, below the address of the site."""

    url: str
    moved: tuple[tuple[str, str], ...]
    withdrawn: tuple[str, ...] = ()


def redirect_units(publication: Publication) -> Iterable[Unit]:
    """The pages at old addresses, and the rules. The rules are there from the first day, so that their address is known."""
    rows = publication.permanence.addresses
    moved = tuple((row.path, row.to) for row in rows if row.status == "moved")
    pages = tuple((path, to) for path, to in moved if path.endswith("/"))
    withdrawn = tuple(row.path for row in rows if row.status == "withdrawn")
    if pages:
        yield Unit(name="redirects", function=redirects, arguments=(Moves(url=publication.site.url, moved=pages),))
    everything = Moves(url=publication.site.url, moved=moved, withdrawn=withdrawn)
    yield Unit(name="server-rules", function=rules, arguments=(everything,))


def redirects(moves: Moves) -> Mapping[str, bytes]:
    """A page at each old address, in the language of its tree."""
    return {_placed(path): _page(moves.url, path, to).encode() for path, to in moves.moved}


def rules(moves: Moves) -> Mapping[str, bytes]:
    """`_redirects` (static hosts), `server/nginx.conf` and `server/htaccess.txt`: 301 for what moved, 410 for the withdrawn."""
    base = urlsplit(moves.url).path or "/"
    served = {
        "_redirects": _hosts(base, moves),
        "server/nginx.conf": _nginx(base, moves),
        "server/htaccess.txt": _apache(base, moves),
    }
    return {f"{folder(ROOT)}{path}": text.encode() for path, text in served.items()}


def _placed(path: str) -> str:
    """The file of the generated folder for an old address of either tree."""
    file = file_of(path)
    return f"{folder('en')}{file.removeprefix('en/')}" if file.startswith("en/") else f"{folder(ROOT)}{file}"


def _page(url: str, path: str, to: str) -> str:
    lang = "en" if path.startswith("en/") else ROOT
    _ = gettext(lang)
    near = escape(posixpath.relpath(file_of(to), posixpath.dirname(file_of(path)) or "."))
    address = escape(f"{url}{to.removeprefix('./')}")
    return (
        f'<!doctype html>\n<html lang="{lang}" dir="ltr">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f'<meta name="color-scheme" content="light dark">\n<meta name="robots" content="noindex">\n<title>{_(_TITLE)}</title>\n'
        f'<link rel="canonical" href="{address}">\n<meta http-equiv="refresh" content="0; url={near}">\n</head>\n'
        f'<body>\n<main>\n<h1>{_(_TITLE)}</h1>\n<p>{_(_TEXT)} <a href="{near}">{address}</a></p>\n</main>\n</body>\n</html>\n'
    )


def _hosts(base: str, moves: Moves) -> str:
    """The form that Netlify, Cloudflare Pages and GitLab Pages read. They know no 410: there the notice itself answers."""
    head = "# What moved, for hosts that read _redirects. What was withdrawn has a page that says so at its address.\n"
    return head + "".join(f"{base}{path} {base}{to.removeprefix('./')} 301\n" for path, to in moves.moved)


def _nginx(base: str, moves: Moves) -> str:
    """For the `server` block. What was withdrawn is answered with 410 and its own notice."""
    head = "# What moved and what was withdrawn: include this file in the server block of the site.\n"
    moved = (
        f"location = {base}{old} {{ return 301 {base}{to.removeprefix('./')}; }}\n"
        for path, to in moves.moved
        for old in _spellings(path)
    )
    gone = (f"location = {base}{path} {{ {_gone(base, moves.url, path)} }}\n" for path in moves.withdrawn)
    return head + "".join((*moved, *gone))


def _gone(base: str, url: str, path: str) -> str:
    """A page answers with its notice; a file with the notice's address, since its links would not work one level up."""
    if path.endswith("/"):
        return f"error_page 410 {base}{file_of(path)}; return 410;"
    return f'default_type text/plain; return 410 "Retirado · Withdrawn: {url}{path}/";'


def _apache(base: str, moves: Moves) -> str:
    """For `.htaccess`, with mod_alias. A notice itself still answers at its file, `index.html`."""
    head = (
        "# What moved and what was withdrawn: add these lines to the .htaccess of the site.\n"
        'ErrorDocument 410 "Retirado · Withdrawn: index.html"\n'
    )
    moved = (
        f'RedirectMatch 301 "^{_exact(base + old)}$" "{base}{to.removeprefix("./")}"\n'
        for path, to in moves.moved
        for old in _spellings(path)
    )
    gone = (f'RedirectMatch 410 "^{_exact(base + path)}$"\n' for path in moves.withdrawn)
    return head + "".join((*moved, *gone))


def _spellings(path: str) -> tuple[str, ...]:
    """An address, and the file that answers there where that is another name."""
    return (path, file_of(path)) if path.endswith("/") else (path,)


def _exact(path: str) -> str:
    """A path as a regular expression that nothing else matches.

    >>> _exact("/a.csv")
    '/a[.]csv'
    """
    return path.replace(".", "[.]").replace("+", "[+]")
