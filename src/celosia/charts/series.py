"""A group's observations in time, sorted by what may be joined with a line and what may not. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from celosia.charts.observation import Observation
from celosia.charts.time_axis import Calendar
from celosia.vocabularies.status import NOT_AVAILABLE, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One line. `single`: the places with one figure; `competing`: those where sources differ, all their figures.

    `partial` figures hold for a part of their year, `protected` places have a figure that is hidden, and `absent` ones none,
    with the mark that says why.
    """

    group: str
    label: str
    single: tuple[tuple[int, Observation], ...]
    competing: tuple[tuple[int, tuple[Observation, ...]], ...]
    partial: tuple[tuple[int, Observation], ...]
    protected: tuple[int, ...]
    absent: tuple[tuple[int, Status], ...]

    @property
    def points(self) -> tuple[tuple[int, Observation], ...]:
        """Every figure, in order of time, then of size."""
        rivals = tuple((slot, one) for slot, ones in self.competing for one in ones)
        return tuple(sorted((*self.single, *rivals, *self.partial), key=lambda pair: (pair[0], pair[1].value or 0)))

    @property
    def known(self) -> frozenset[int]:
        """The places with a figure, or with one that is hidden."""
        return frozenset((*(slot for slot, _ in self.points), *self.protected))

    def pieces(self, cuts: Sequence[float]) -> tuple[tuple[tuple[int, Observation], tuple[int, Observation]], ...]:
        """The pairs of neighbours that a line may join: one figure each, nothing missing between, no break between."""
        return tuple(
            (before, after)
            for before, after in pairwise(self.single)
            if after[0] == before[0] + 1 and not after[1].is_broken and not any(before[0] < cut <= after[0] for cut in cuts)
        )


Gap = tuple[int, int, Status]


def series(found: Iterable[Observation], calendar: Calendar) -> tuple[Series, ...]:
    """One series for each group, in the order of the rows."""
    groups: dict[str, list[Observation]] = {}
    for one in found:
        groups.setdefault(one.group, []).append(one)
    return tuple(_series(ones, calendar) for ones in groups.values())


def missing(lines: Iterable[Series], calendar: Calendar) -> tuple[Gap, ...]:
    """The runs of places, first and last, where no series has a figure or a hidden one, with the mark that says why."""
    lines = tuple(lines)
    known = frozenset[int]().union(*(line.known for line in lines))
    told = {slot: status for line in lines for slot, status in line.absent}
    gaps = [slot for slot in range(calendar.first, calendar.last + 1) if slot not in known]
    marked = [(slot, told.get(slot, NOT_AVAILABLE)) for slot in gaps]
    starts = [(slot, status) for slot, status in marked if (slot - 1, status) not in marked]
    ends = [slot for slot, status in marked if (slot + 1, status) not in marked]
    return tuple((first, last, status) for (first, status), last in zip(starts, ends, strict=True))


def _series(ones: Sequence[Observation], calendar: Calendar) -> Series:
    whole: dict[int, dict[float, Observation]] = {}
    partial: list[tuple[int, Observation]] = []
    protected: set[int] = set()
    absent: dict[int, Status] = {}
    for one in ones:
        if one.period is None:
            continue
        slot = calendar.slot(one.period)
        if one.is_protected:
            protected.add(slot)
        elif one.value is not None and calendar.is_part(one.period):
            partial.append((slot, one))
        elif one.value is not None:
            whole.setdefault(slot, {}).setdefault(one.value, one)
        elif one.status:
            absent[slot] = one.status
    ordered = sorted(whole.items())
    return Series(
        group=ones[0].group,
        label=ones[0].group_label,
        single=tuple((slot, next(iter(values.values()))) for slot, values in ordered if len(values) == 1),
        competing=tuple(
            (slot, tuple(values[value] for value in sorted(values))) for slot, values in ordered if len(values) > 1
        ),
        partial=tuple(sorted(partial, key=lambda pair: (pair[0], pair[1].value or 0))),
        protected=tuple(sorted(protected)),
        absent=tuple(sorted(absent.items())),
    )
