"""Addresses that others wrote: escaped where they are odd, doubted where they look dead, refused where they are none. Pure."""

import re
from ipaddress import ip_address
from urllib.parse import quote, urlsplit

from celosia.load.scalar import EMAIL, URL

_SAFE = "%/:=&?~#+!$,;'@()*[]-._"
_NOWHERE = re.compile(r"(?:^|\.)(?:localhost|local|internal|intranet|test|invalid|example|lan)$")
_WEB_PORTS = (None, 80, 443)


def address(text: str) -> str | None:
    """An address that may be linked to, with odd characters escaped; none for anything else.

    >>> address("https://x.gob.ar/víctimas 2018.csv"), address("javascript:alert(1)"), address("../x.csv")
    ('https://x.gob.ar/v%C3%ADctimas%202018.csv', None, None)
    """
    try:
        return str(URL.read(quote(text.strip(), safe=_SAFE)))
    except ValueError:
        return None


def is_doubtful(url: str, *, of_file: bool = False) -> bool:
    """Whether nobody but its publisher is likely to reach it: no name of the Internet, an odd port, a file without a path.

    >>> is_doubtful("http://10.0.0.3/x.csv"), is_doubtful("http://datos.jus.gob.ar/x.csv"), is_doubtful("http://servidor/x.csv")
    (True, False, True)
    """
    try:
        parts = urlsplit(url)
        odd_port = parts.port not in _WEB_PORTS
    except ValueError:
        return True
    host = parts.hostname or ""
    return (
        "." not in host or _is_number(host) or bool(_NOWHERE.search(host)) or odd_port or (of_file and parts.path in ("", "/"))
    )


def email(text: str) -> str | None:
    """An address of mail; none for anything else."""
    try:
        return str(EMAIL.read(text.strip().removeprefix("mailto:")))
    except ValueError:
        return None


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
