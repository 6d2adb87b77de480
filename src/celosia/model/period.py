"""When a figure holds: the period that its source stated, never a rounder one."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodOfTime:
    """A period, both ends included (DCAT 3 `dct:PeriodOfTime`), with the text that it was written as.

    >>> PeriodOfTime.parse("2023-01/2023-10").is_partial_year
    True
    >>> PeriodOfTime.parse("2019").year
    2019
    """

    text: str
    start: date
    end: date

    @classmethod
    @lru_cache(maxsize=4096)
    def parse(cls, text: str) -> "PeriodOfTime":
        """Read `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or `start/end` (ISO 8601-1 §5.5.2). `ValueError` for anything else."""
        first, slash, last = text.partition("/")
        start, end = _bounds(first)
        if slash:
            end = _bounds(last)[1]
        if end < start:
            msg = f"the period ends before it starts: {text!r}"
            raise ValueError(msg)
        return cls(text=text, start=start, end=end)

    @property
    def year(self) -> int | None:
        """The calendar year that the period lies in, whole or in part; none where it spans several."""
        return self.start.year if self.start.year == self.end.year else None

    @property
    def is_full_year(self) -> bool:
        """Whether it is one whole calendar year."""
        return self.start == date(self.start.year, 1, 1) and self.end == date(self.start.year, 12, 31)

    @property
    def is_partial_year(self) -> bool:
        """Whether it is a part of one calendar year: to be marked, never joined with whole years."""
        return self.year is not None and not self.is_full_year

    @property
    def is_cumulative(self) -> bool:
        """Whether it spans several calendar years: never drawn or added with yearly figures."""
        return self.year is None


def _bounds(text: str) -> tuple[date, date]:
    match = _PART.fullmatch(text)
    if not match:
        msg = f"not a year, a month or a day: {text!r}"
        raise ValueError(msg)
    year, month, day = (int(part) if part else None for part in match.groups())
    if not year:
        msg = f"not a year: {text!r}"
        raise ValueError(msg)
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)
