"""Periods inside periods and bands inside bands: which parts make up a whole exactly, and where bands cut each other. Pure."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from math import inf

from celosia.model import PeriodOfTime

_AGE = re.compile(r"edad|etari|age|band|rango")
_BETWEEN = re.compile(r"(\d{1,3})(?:-|–|_|-?a-?|_a_|-to-)(\d{1,3})")
_FROM = re.compile(r"(?:(\d{1,3})(?:\+|[-_]?y[-_]m[aá]s|[-_]or[-_]more)|(?:mas|m[aá]s)[-_]de[-_](\d{1,3}))")
_UNDER = re.compile(r"(?:<|menos[-_]de[-_]|menor(?:es)?[-_]de[-_]|under[-_])(\d{1,3})(?:[-_](?:a[nñ]os|years))?")
_MINOR = re.compile(r"menor(?:es)?(?:[-_]de[-_](?:edad|18(?:[-_]a[nñ]os)?))?|minors?|nna|ni[nñ]ez|ni[nñ]as[-_](?:y|ni[nñ]os).*")
_ADULT = re.compile(r"mayor(?:es)?(?:[-_]de[-_](?:edad|18(?:[-_]a[nñ]os)?))?|adult(?:o|a|os|as|s|ez)?|18\+")
_OF_AGE = 18


def canonical(text: str) -> str:
    """One text for one period, however it was written: the shortest.

    >>> canonical("2024-01/2024-12"), canonical("2024-02-01/2024-02-29"), canonical("2024/2025")
    ('2024', '2024-02', '2024/2025')
    """
    try:
        period = PeriodOfTime.parse(text)
    except ValueError:
        return text
    year, month = f"{period.start:%Y}", f"{period.start:%Y-%m}"
    whole = next((part for part in (year, month) if _same(PeriodOfTime.parse(part), period)), None)
    return whole or text


def tiles(whole: str, parts: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """The ways in which parts of one length fill a period exactly: months, quarters, halves, years. A gap is no way.

    >>> tiles("2024", ("2024-01/2024-06", "2024-07/2024-12", "2024-01"))
    (('2024-01/2024-06', '2024-07/2024-12'),)
    """
    outer = _period(whole)
    if outer is None:
        return ()
    grains: dict[int, list[PeriodOfTime]] = defaultdict(list)
    for text in sorted(set(parts) - {whole}):
        inner = _period(text)
        if inner and outer.start <= inner.start and inner.end <= outer.end and not _same(inner, outer):
            grains[_months(inner)].append(inner)
    return tuple(tuple(part.text for part in grain) for _, grain in sorted(grains.items()) if _fills(outer, grain))


def apart(periods: Iterable[str]) -> bool:
    """Whether no two periods have a day in common."""
    read = sorted((period for text in periods if (period := _period(text))), key=lambda period: period.start)
    return all(first.end < second.start for first, second in pairwise(read))


def within(inner: str, outer: str) -> bool:
    """Whether a period lies in another, and is not the same."""
    first, second = _period(inner), _period(outer)
    return bool(first and second and second.start <= first.start and first.end <= second.end and not _same(first, second))


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Years from `first` to `last`, both included; `inf` where there is no end. `joint` stands between them in a code."""

    first: float
    last: float
    joint: str = "-"

    def holds(self, other: "Band") -> bool:
        """Whether the other band lies in this one."""
        return self.first <= other.first and other.last <= self.last

    def meets(self, other: "Band") -> bool:
        """Whether the two have a year in common."""
        return self.first <= other.last and other.first <= self.last

    @property
    def name(self) -> str:
        """The band as a code."""
        if self.last == inf:
            return f"{self.first:g}+"
        return f"{self.first:g}{self.joint}{self.last:g}" if self.first != self.last or self.joint == "-" else f"{self.first:g}"


def bands(dimension: str, codes: Collection[str]) -> Mapping[str, Band]:
    """The codes of a dimension of ages that say from which age to which.

    >>> bands("edad", ("0-17", "mayores", "sin-dato"))["mayores"].name
    '18+'
    """
    if not _AGE.search(dimension):
        return {}
    return {code: band for code in sorted(codes) if (band := _band(code.casefold())) is not None}


def years(codes: Collection[str]) -> Mapping[str, Band]:
    """The periods of whole years, from which year to which. Parts of years are left out: nobody knows what they leave.

    >>> [band.name for band in years(("2018/2020", "2020", "2021-01/2021-06")).values()]
    ['2018/2020', '2020']
    """
    read = {code: period for code in sorted(codes) if (period := _period(code)) is not None}
    return {
        code: Band(first=period.start.year, last=period.end.year, joint="/")
        for code, period in read.items()
        if (period.start.month, period.start.day, period.end.month, period.end.day) == (1, 1, 12, 31)
    }


def refinement(found: Mapping[str, Band]) -> Mapping[str, tuple[str, ...]]:
    """Each band that others cut, as the smallest bands that make it up: codes where there are such, else names of our own.

    >>> refinement(bands("edad", ("18-25", "18-30")))
    {'18-30': ('18-25', '26-30')}
    """
    starts = sorted({band.first for band in found.values()} | {band.last + 1 for band in found.values()})
    joint = next((band.joint for band in found.values()), "-")
    atoms = [Band(first=first, last=after - 1, joint=joint) for first, after in pairwise(starts)]
    names = {band: code for code, band in reversed(list(found.items()))}
    parts = {code: [atom for atom in atoms if band.holds(atom)] for code, band in found.items()}
    return {code: tuple(names.get(atom, atom.name) for atom in made) for code, made in parts.items() if len(made) > 1}


def _band(code: str) -> Band | None:
    if _MINOR.fullmatch(code):
        return Band(first=0, last=_OF_AGE - 1)
    if _ADULT.fullmatch(code):
        return Band(first=_OF_AGE, last=inf)
    if (match := _BETWEEN.fullmatch(code)) and int(match[1]) <= int(match[2]):
        return Band(first=int(match[1]), last=int(match[2]))
    if match := _FROM.fullmatch(code):
        return Band(first=int(match[1]) if match[1] else int(match[2]) + 1, last=inf)
    if (match := _UNDER.fullmatch(code)) and int(match[1]):
        return Band(first=0, last=int(match[1]) - 1)
    return None


def _period(text: str) -> PeriodOfTime | None:
    try:
        return PeriodOfTime.parse(text)
    except ValueError:
        return None


def _same(first: PeriodOfTime, second: PeriodOfTime) -> bool:
    return (first.start, first.end) == (second.start, second.end)


def _months(period: PeriodOfTime) -> int:
    """The length in months, or 0 where it does not start and end with a month."""
    whole = period.start.day == 1 and (period.end + timedelta(days=1)).day == 1
    return (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1 if whole else 0


def _fills(outer: PeriodOfTime, parts: list[PeriodOfTime]) -> bool:
    ordered = sorted(parts, key=lambda period: period.start)
    if ordered[0].start != outer.start or ordered[-1].end != outer.end:
        return False
    return all(first.end + timedelta(days=1) == second.start for first, second in pairwise(ordered))
