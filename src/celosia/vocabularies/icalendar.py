"""A calendar as iCalendar (RFC 5545): whole days, lines folded at 75 octets, the same bytes for the same events. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from celosia.vocabularies.contentline import content, escaped


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
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{escaped(product)}",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escaped(name)}",
    ]
    for day in days:
        lines += _event(day, stamp)
    lines.append("END:VCALENDAR")
    return content(lines)


def _event(day: Day, stamp: date) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{day.uid}",
        f"DTSTAMP:{stamp:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{day.first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day.last + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{escaped(day.summary)}",
        f"DESCRIPTION:{escaped(day.description)}",
        f"URL:{day.url}",
        f"STATUS:{'TENTATIVE' if day.tentative else 'CONFIRMED'}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]
