"""In what order categories stand: time by time, steps (age bands) as declared, everything else by size. Pure."""

from collections.abc import Iterable, Sequence

from celosia.charts.drawing import Drawing
from celosia.charts.observation import Observation


def in_order(found: Iterable[Observation], drawing: Drawing) -> tuple[Observation, ...]:
    """The observations as their rows or bars stand, from the first to the last."""
    found = tuple(found)
    column = drawing.table.column(drawing.chart.dimensions[0])
    if column.concept == "time-period":
        return tuple(sorted(found, key=lambda one: (one.period.end, one.period.start) if one.period else ()))
    codes = [code.value for code in column.codes]
    if _are_steps([code.label.es for code in column.codes]):
        return tuple(sorted(found, key=lambda one: codes.index(one.place) if one.place in codes else len(codes)))
    highest: dict[str, float] = {}
    for one in found:
        highest[one.place] = max(highest.get(one.place, -1), -1 if one.value is None else one.value)
    return tuple(sorted(found, key=lambda one: (-highest[one.place], one.place_label)))


def parts(found: Iterable[Observation], drawing: Drawing) -> tuple[str, ...]:
    """The groups of the second dimension: as declared where they are, or else by size."""
    if len(drawing.chart.dimensions) == 1:
        return ("",)
    sizes: dict[str, float] = {}
    for one in found:
        sizes[one.group] = sizes.get(one.group, 0) + (one.value or 0)
    declared = [code.value for code in drawing.table.column(drawing.chart.dimensions[1]).codes]
    return tuple(
        sorted(sizes, key=lambda group: (declared.index(group) if group in declared else len(declared), -sizes[group], group))
    )


def _are_steps(labels: Sequence[str]) -> bool:
    return sum(any(letter.isdigit() for letter in label) for label in labels) * 2 > len(labels)
