"""The lines of calendars and contact cards (RFC 5545 §3.1, RFC 2426 §2.6): escaped texts, folded at 75 octets. Pure."""

import re
from collections.abc import Iterable, Iterator

_LIMIT = 75
_ESCAPED = re.compile(r"([\\;,])")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


def escaped(text: str) -> str:
    r"""A text as a value has it.

    >>> escaped("a, b; c\nd")
    'a\\, b\\; c\\nd'
    """
    return _ESCAPED.sub(r"\\\1", _CONTROL.sub("", text)).replace("\n", "\\n")


def content(lines: Iterable[str]) -> bytes:
    r"""The lines as a file.

    >>> content(["A:b", "C:" + "d" * 80])[:16], content(["C:" + "d" * 80]).count(b"\r\n ")
    (b'A:b\r\nC:ddddddddd', 1)
    """
    return "".join(f"{piece}\r\n" for line in lines for piece in _folded(line)).encode()


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, never within a character; each but the first begins with a space."""
    piece = ""
    for character in line:
        if len(f"{piece}{character}".encode()) > _LIMIT:
            yield piece
            piece = " "
        piece += character
    yield piece
