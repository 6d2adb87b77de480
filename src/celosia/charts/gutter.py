"""The names of lines or layers in the room at the right of a plot, each at the height of what it names. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from celosia.charts.placement import words
from celosia.charts.plane import MARGIN
from celosia.charts.sheet import Mark, Sheet
from celosia.charts.typography import room, wrap

_SIGN = 24
_WIDEST = 0.27


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name, the height that it wants, and its sign."""

    text: str
    y: float
    color: str
    shape: str


def gutter_width(names: Sequence[str], sheet: Sheet) -> float:
    """The room that these names need."""
    return _SIGN + max(room(line, sheet.size) for name in names for line in _lines(name, sheet)) if names else MARGIN


def gutter(names: Sequence[Name], sheet: Sheet, x: float) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """The names' text marks and their signs, from top to bottom, none over another."""
    texts: list[Mark] = []
    signs: list[Mark] = []
    for name, top in _spread(sorted(names, key=lambda name: name.y), sheet):
        y = top + sheet.line / 2
        signs.append({"x": x + 14, "y": round(y, 2), "shape": name.shape, "fill": name.color, "stroke": name.color, "size": 60})
        for number, line in enumerate(_lines(name.text, sheet)):
            texts.append(words(x + _SIGN, y + number * sheet.line, line, sheet.size))
    return tuple(texts), tuple(signs)


def _lines(text: str, sheet: Sheet) -> tuple[str, ...]:
    return wrap(text, sheet.width * _WIDEST - _SIGN, sheet.size)


def _spread(names: Sequence[Name], sheet: Sheet) -> tuple[tuple[Name, float], ...]:
    heights = [len(_lines(name.text, sheet)) * sheet.line + 3 for name in names]
    tops = [name.y - sheet.line / 2 for name in names]
    for number in range(1, len(tops)):
        tops[number] = max(tops[number], tops[number - 1] + heights[number - 1])
    limit = float(sheet.plot + 10)
    for number in reversed(range(len(tops))):
        tops[number] = min(tops[number], limit - heights[number])
        limit = tops[number]
    return tuple(zip(names, tops, strict=True))
