"""The time axis: whole years, or months where every period is one month. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from celosia.charts.observation import is_monthly
from celosia.charts.sheet import Sheet
from celosia.charts.typography import width
from celosia.locales import format_period
from celosia.model import Break, PeriodOfTime

_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A time axis from `first` to `last`: the year itself, or months since the year zero (`is_monthly`)."""

    is_monthly: bool
    first: int
    last: int

    @classmethod
    def of(cls, periods: Iterable[PeriodOfTime]) -> "Calendar":
        """The axis on which all these periods stand."""
        periods = tuple(periods)
        by_month = is_monthly(periods)
        slots = tuple(_slot(period, is_monthly=by_month) for period in periods)
        return cls(is_monthly=by_month, first=min(slots), last=max(slots))

    def slot(self, period: PeriodOfTime) -> int:
        """Where a period stands."""
        return _slot(period, is_monthly=self.is_monthly)

    def is_part(self, period: PeriodOfTime) -> bool:
        """Whether a period is only a part of its place on the axis."""
        return not self.is_monthly and period.is_partial_year

    def breaks(self, breaks: Iterable[Break]) -> tuple[tuple[float, Break], ...]:
        """The breaks inside the axis, each at its own instant: half a step before the first period of the new way."""
        placed = ((self._instant(one.at), one) for one in breaks)
        return tuple((at, one) for at, one in sorted(placed, key=lambda pair: pair[0]) if self.first < at < self.last)

    def label(self, slot: int, lang: str) -> str:
        """The words of a place."""
        if not self.is_monthly:
            return str(slot)
        year, month = divmod(slot, _MONTHS)
        return str(year) if month == 0 and self.last - self.first > _MONTHS else format_period(f"{year}-{month + 1:02}", lang)

    def ticks(self, sheet: Sheet, length: float, lang: str) -> tuple[tuple[int, str], ...]:
        """The labelled places: as many as fit, back from the last one."""
        step = _MONTHS if self.is_monthly and self.last - self.first > _MONTHS else 1
        end = self.last - self.last % step if step > 1 else self.last
        slot_width = length / (self.last - self.first + 1)
        needed = width(self.label(end, lang), sheet.size) + sheet.size * 0.75
        while step * slot_width < needed:
            step = step * 2 if step != 1 or not self.is_monthly else 3
        slots = range(end, self.first - 1, -step)
        return tuple((slot, self.label(slot, lang)) for slot in reversed(slots))

    def _instant(self, at: str) -> float:
        start = PeriodOfTime.parse(at).start
        if self.is_monthly:
            return start.year * _MONTHS + start.month - 1.5
        return start.year - 0.5 + (start.month - 1) / _MONTHS


def _slot(period: PeriodOfTime, *, is_monthly: bool) -> int:
    return period.start.year * _MONTHS + period.start.month - 1 if is_monthly else period.start.year
