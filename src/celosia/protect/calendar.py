"""Periods that hold other periods: how they merge, and which lines they make. Pure."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from itertools import pairwise

from celosia.model import PeriodOfTime
from celosia.model.plan import Granularity, Merge

_MONTHS = 12
_DAY = timedelta(days=1)


def merged(codes: Collection[str], merge: Merge) -> dict[str, str] | None:
    """The longer period of each period; none where they overlap or leave gaps, so that they cannot be added.

    >>> merged(("2019", "2020-01/2020-06", "2020-07/2020-12"), "year")
    {'2019': '2019', '2020-01/2020-06': '2020', '2020-07/2020-12': '2020'}
    """
    groups: dict[int, list[PeriodOfTime]] = {}
    for period in sorted((PeriodOfTime.parse(code) for code in codes), key=lambda period: (period.start, period.end)):
        if merge == "year" and period.year is None:
            return None
        groups.setdefault(period.start.year if merge == "year" else 0, []).append(period)
    if not all(_is_whole(group) for group in groups.values()):
        return None
    return {period.text: span(group[0].start, group[-1].end) for group in groups.values() for period in group}


def span(start: date, end: date) -> str:
    """The shortest text of a period.

    >>> span(date(2020, 1, 1), date(2021, 12, 31))
    '2020/2021'
    """
    after = end + _DAY
    if start.day != 1 or after.day != 1:
        return start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"
    if start.month == 1 and after.month == 1:
        return str(start.year) if start.year == end.year else f"{start.year}/{end.year}"
    first, last = start.isoformat()[:7], end.isoformat()[:7]
    return first if first == last else f"{first}/{last}"


def filled(codes: Collection[str], granularity: Granularity) -> tuple[str, ...]:
    """The periods in order, with the months or years between them in which nothing happened."""
    if granularity == "stated" or not codes:
        return tuple(sorted(codes, key=_order))
    first, last = PeriodOfTime.parse(min(codes)).start, PeriodOfTime.parse(max(codes)).start
    if granularity == "year":
        return tuple(str(year) for year in range(first.year, last.year + 1))
    months = range(first.year * _MONTHS + first.month - 1, last.year * _MONTHS + last.month)
    return tuple(f"{month // _MONTHS:04}-{month % _MONTHS + 1:02}" for month in months)


def lines(codes: Collection[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each period with shorter ones that make it up: by months, by years, or by one part and the rest.

    The rest may be a period that no table shows: whoever knows the year and January to August knows the other months.
    """
    periods = [PeriodOfTime.parse(code) for code in sorted(codes)]
    for whole in periods:
        parts = [part for part in periods if part != whole and whole.start <= part.start and part.end <= whole.end]
        for longest in (31, 366):
            tiles = _tiles(whole, [part for part in parts if (part.end - part.start).days < longest])
            if tiles:
                yield whole.text, tiles
        for part in parts:
            rest = _rest(whole, part)
            if rest and not _tiles(whole, [other for other in parts if other != part]):
                yield whole.text, (part.text, rest)


def _order(code: str) -> tuple[date, date]:
    period = PeriodOfTime.parse(code)
    return period.start, period.end


def _is_whole(group: list[PeriodOfTime]) -> bool:
    return all(later.start == earlier.end + _DAY for earlier, later in pairwise(group))


def _tiles(whole: PeriodOfTime, parts: list[PeriodOfTime]) -> tuple[str, ...]:
    """The parts, from the first day to the last without gap or overlap; empty where they do not make up the whole."""
    chosen, start = [], whole.start
    for part in sorted(parts, key=lambda part: (part.start, -(part.end - part.start).days)):
        if part.start == start:
            chosen.append(part.text)
            start = part.end + _DAY
    return tuple(chosen) if start == whole.end + _DAY else ()


def _rest(whole: PeriodOfTime, part: PeriodOfTime) -> str | None:
    if part.start == whole.start:
        return span(part.end + _DAY, whole.end)
    return span(whole.start, part.start - _DAY) if part.end == whole.end else None
