"""Parts on top of one another, only where every part is known. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from celosia.charts.heading import Sign, flags_of
from celosia.charts.observation import Observation
from celosia.charts.palette import HUES
from celosia.vocabularies.status import STATUSES


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a stack: from `start` to `end` of the scale; `number` says which of the groups it is."""

    observation: Observation
    number: int
    start: float
    end: float


def is_whole(found: Sequence[Observation], groups: Sequence[str]) -> bool:
    """Whether each place has each part once, with its figure: nothing hidden, missing or told twice."""
    known = {(one.place, one.rest, one.group) for one in found if one.value is not None}
    places = {(one.place, one.rest) for one in found}
    return len(groups) > 1 and len(found) == len(known) == len(places) * len(groups)


def stacks(found: Sequence[Observation], groups: Sequence[str]) -> tuple[tuple[Part, ...], ...]:
    """The stack of each place, in the order of the observations, its parts in the order of the groups."""
    places: dict[tuple[str, str], list[Observation]] = {}
    for one in found:
        places.setdefault((one.place, one.rest), []).append(one)
    return tuple(_stack(sorted(ones, key=lambda one: groups.index(one.group)), groups) for ones in places.values())


def key(found: Sequence[Observation], groups: Sequence[str], lang: str, *, names: bool) -> tuple[Sign, ...]:
    """What the colours stand for, if `names` are not written beside the stacks, and what else needs words."""
    labels = {one.group: one.group_label for one in found}
    named = tuple(
        Sign(text=labels[group], shape="square", fill=HUES[number], stroke=HUES[number]) for number, group in enumerate(groups)
    )
    return (*(named if names else ()), *flags_of(lang, (one.status for one in found)))


def marks_of(pile: Sequence[Part]) -> str:
    """The marks of a stack's figures, each once, for where the figures themselves have no room."""
    found = {part.observation.status for part in pile}
    return " ".join(status.sign for status in STATUSES.values() if status in found)


def _stack(ones: Sequence[Observation], groups: Sequence[str]) -> tuple[Part, ...]:
    ends = tuple(accumulate(one.value or 0 for one in ones))
    return tuple(
        Part(observation=one, number=groups.index(one.group), start=start, end=end)
        for one, start, end in zip(ones, (0, *ends[:-1]), ends, strict=True)
    )
