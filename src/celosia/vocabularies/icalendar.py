"""A calendar as iCalendar (RFC 5545): whole days, lines folded at 75 octets, the same bytes for the same events. Pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_LIMIT = 75
_ESCAPED = re.compile(r"([\\;,])")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """`VEVENT` of whole days, both ends included. `uid` never changes; `tentative`: it is expected, not announced."""

    uid: str
    first: date
    last: date
    summary: str
    description: str
    url: str
    tentative: bool = False


def icalendar(name: str, days: Iterable[Day], stamp: date, product: str) -> bytes:
    """The calendar. `stamp`: the day as at which it speaks, never the clock's."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_text(product)}", "CALSCALE:GREGORIAN", f"X-WR-CALNAME:{_text(name)}"]
    for day in days:
        lines += _event(day, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{piece}\r\n" for line in lines for piece in _folded(line)).encode()


def _event(day: Day, stamp: date) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{day.uid}",
        f"DTSTAMP:{stamp:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{day.first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day.last + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(day.summary)}",
        f"DESCRIPTION:{_text(day.description)}",
        f"URL:{day.url}",
        f"STATUS:{'TENTATIVE' if day.tentative else 'CONFIRMED'}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _text(text: str) -> str:
    r"""A text as iCalendar writes it (§3.3.11).

    >>> _text("a, b; c\nd")
    'a\\, b\\; c\\nd'
    """
    return _ESCAPED.sub(r"\\\1", _CONTROL.sub("", text)).replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, never within a character; each but the first begins with a space (§3.1)."""
    piece = ""
    for character in line:
        if len(f"{piece}{character}".encode()) > _LIMIT:
            yield piece
            piece = " "
        piece += character
    yield piece
