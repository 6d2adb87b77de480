"""Days and periods as others write them. Pure."""

import re
from datetime import date

from celosia.model import PeriodOfTime

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?", re.DOTALL)
_FIRST_YEAR = 1900


def day(text: str | None) -> str | None:
    """The day of an ISO 8601 date or moment; none for anything else, and for years before 1900: clocks that nobody set.

    >>> day("2018-05-02T16:42:22.287665"), day("2018-13-01"), day("ayer"), day("0001-01-01")
    ('2018-05-02', None, None, None)
    """
    found = _DAY.fullmatch((text or "").strip())
    if found is None:
        return None
    try:
        stated = date(*map(int, found.groups()))
    except ValueError:
        return None
    return stated.isoformat() if stated.year >= _FIRST_YEAR else None


def period(text: str) -> str | None:
    """A period that we can read: a year, a month, a day, or two of them; none for anything else.

    >>> period("2016-01-01/2018-12-31"), period("2018"), period("2018/.."), period("siempre")
    ('2016-01-01/2018-12-31', '2018', None, None)
    """
    parts = [day(part) or part for part in text.strip().split("/")]
    try:
        return PeriodOfTime.parse("/".join(parts)).text
    except ValueError:
        return None
