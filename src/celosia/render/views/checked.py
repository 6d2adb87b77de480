"""When something was checked, and whether that was long ago. Pure."""

from dataclasses import dataclass
from datetime import date

from celosia.locales import format_date

_FRESH = 6
"""After so many months a warning is given. The page's script asks the same of the reader's own day (assets/sitio.js)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A day in words and as a program reads it; `stale`: on the day of the build it was more than six months ago."""

    day: str
    iso: str
    stale: bool


def checked(day: date, today: date | None, lang: str) -> Checked:
    """The view of the day on which something was checked."""
    return Checked(day=format_date(day, lang), iso=day.isoformat(), stale=today is not None and is_stale(day, today))


def is_stale(day: date, today: date) -> bool:
    """Whether more than six months have gone by.

    >>> is_stale(date(2026, 5, 21), date(2026, 11, 21)), is_stale(date(2026, 5, 21), date(2026, 11, 22))
    (False, True)
    """
    months = (today.year - day.year) * 12 + today.month - day.month
    return months - (today.day <= day.day) >= _FRESH
