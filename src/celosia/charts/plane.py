"""The plot of a chart in time: a yearly axis across, figures up from zero, breaks and gaps marked. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from celosia.charts.drawing import Drawing
from celosia.charts.observation import Observation, figure
from celosia.charts.palette import SOFT_INK
from celosia.charts.placement import words
from celosia.charts.scale import Scale, ticks
from celosia.charts.series import Gap
from celosia.charts.sheet import Mark, Sheet
from celosia.charts.time_axis import Calendar
from celosia.charts.typography import room, wrap
from celosia.locales import format_period
from celosia.model import Break

MARGIN = 22
_CLEAR = 14
_LONGEST = 330


@dataclass(frozen=True, slots=True, kw_only=True)
class Plane:
    """A plot's scales in pixels from its top left corner; `left` and `right` are the room beside it."""

    sheet: Sheet
    lang: str
    calendar: Calendar
    breaks: tuple[tuple[float, Break], ...]
    steps: tuple[float, ...]
    left: float
    right: float

    @classmethod
    def of(cls, drawing: Drawing, sheet: Sheet, found: Sequence[Observation], highest: float | None = None) -> "Plane":
        """The plane on which all these observations stand; `highest` where they are stacked."""
        calendar = Calendar.of(one.period for one in found if one.period)
        values = [one.value for one in found if one.value is not None]
        top = max(values, default=1) if highest is None else highest
        steps = ticks(top, whole=all(float(value).is_integer() for value in values))
        left = max(room(figure(step, None, drawing.lang), sheet.size) for step in steps) + 8
        breaks = calendar.breaks(drawing.breaks)
        return cls(sheet=sheet, lang=drawing.lang, calendar=calendar, breaks=breaks, steps=steps, left=left, right=MARGIN)

    @property
    def width(self) -> float:
        """Of the plot, without the room around it."""
        return self.sheet.width - self.left - self.right

    @property
    def across(self) -> Scale:
        """From a place on the time axis to a pixel."""
        return Scale(low=self.calendar.first - 0.5, high=self.calendar.last + 0.5, start=0, end=self.width)

    @property
    def down(self) -> Scale:
        """From a figure to a pixel."""
        return Scale(low=0, high=self.steps[-1], start=self.sheet.plot, end=0)

    @property
    def cuts(self) -> tuple[float, ...]:
        """Where no line may cross."""
        return tuple(at for at, _ in self.breaks)

    @property
    def params(self) -> Mapping[str, object]:
        """The parameters of the templates in time."""
        labelled = self.calendar.ticks(self.sheet, self.width, self.lang)
        return {
            "first": self.calendar.first - 0.5,
            "last": self.calendar.last + 0.5,
            "highest": self.steps[-1],
            "steps": list(self.steps),
            "slots": [slot for slot, _ in labelled],
            "slot_labels": [label for _, label in labelled],
        }


def break_height(plane: Plane) -> float:
    """The room that the words of the breaks need above the plot."""
    return sum(len(_break_words(plane, at, one)) for at, one in plane.breaks) * plane.sheet.line + (
        _CLEAR if plane.breaks else 4
    )


def break_rules(plane: Plane) -> tuple[Mark, ...]:
    """A dashed rule at each break, from its words down to the axis."""
    return tuple(
        {"slot": at, "top": round(top - plane.sheet.line * 0.6, 2), "bottom": plane.sheet.plot} for at, top, _ in _broken(plane)
    )


def break_texts(plane: Plane) -> tuple[Mark, ...]:
    """The words of each break, on the side of its rule that has more room."""
    marks: list[Mark] = []
    for at, top, lines in _broken(plane):
        x = plane.across(at)
        is_left = x > plane.width / 2
        for number, line in enumerate(lines):
            y = top + number * plane.sheet.line
            marks.append(
                words(
                    x + (-6 if is_left else 6), y, line, plane.sheet.size, align="right" if is_left else "left", color=SOFT_INK
                )
            )
    return tuple(marks)


def break_labels(plane: Plane) -> tuple[str, ...]:
    """The words of each break, for a key."""
    return tuple(_break_label(one, plane.lang) for _, one in plane.breaks)


def gap_texts(plane: Plane, gaps: Sequence[Gap]) -> tuple[Mark, ...]:
    """The marks of the places that have no figure, at the foot of the plot."""
    y = plane.sheet.plot - plane.sheet.size * 0.7
    return tuple(
        words(plane.across((first + last) / 2), y, status.sign, plane.sheet.size - 1, align="center", color=SOFT_INK)
        for first, last, status in gaps
    )


def _broken(plane: Plane) -> tuple[tuple[float, float, tuple[str, ...]], ...]:
    top = -break_height(plane) + plane.sheet.line * 0.6
    broken: list[tuple[float, float, tuple[str, ...]]] = []
    for at, one in plane.breaks:
        lines = _break_words(plane, at, one)
        broken.append((at, top, lines))
        top += len(lines) * plane.sheet.line
    return tuple(broken)


def _break_words(plane: Plane, at: float, one: Break) -> tuple[str, ...]:
    x = plane.across(at)
    limit = max(x + plane.left, plane.width - x + plane.right) - 12
    return wrap(_break_label(one, plane.lang), min(limit, _LONGEST), plane.sheet.size)


def _break_label(one: Break, lang: str) -> str:
    label, when = one.label.text(lang), format_period(one.at, lang)
    return label if when in label else f"{when}: {label}"
