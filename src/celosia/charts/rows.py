"""Horizontal rows with their names: beside the plot or above each row where the paper is narrow and they are long. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from celosia.charts.placement import words
from celosia.charts.sheet import Mark, Sheet
from celosia.charts.typography import room, wrap

_WIDEST = 0.36
_GAP = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The rows' middles in pixels from the top of the plot; `left` is the room that the names need beside it."""

    left: float
    height: float
    middles: tuple[float, ...]
    texts: tuple[Mark, ...]


def rows(names: Sequence[str], sheet: Sheet, thickness: float) -> Rows:
    """Rows of `thickness` pixels, each as high as its name needs."""
    is_short = all(room(name, sheet.size) <= sheet.width * _WIDEST for name in names)
    return _beside(names, sheet, thickness) if is_short or not sheet.is_narrow else _under(names, sheet, thickness)


def _beside(names: Sequence[str], sheet: Sheet, thickness: float) -> Rows:
    written = [wrap(name, sheet.width * _WIDEST, sheet.size) for name in names]
    left = max((room(line, sheet.size) for lines in written for line in lines), default=0) + _GAP
    top, middles = 0.0, []
    texts: list[Mark] = []
    for lines in written:
        height = max(thickness, len(lines) * sheet.line) + 8
        middle = top + height / 2
        first = middle - (len(lines) - 1) * sheet.line / 2
        texts += [words(-8, first + number * sheet.line, line, sheet.size, align="right") for number, line in enumerate(lines)]
        middles.append(round(middle, 2))
        top += height
    return Rows(left=left, height=top or sheet.line, middles=tuple(middles), texts=tuple(texts))


def _under(names: Sequence[str], sheet: Sheet, thickness: float) -> Rows:
    top, middles = 0.0, []
    texts: list[Mark] = []
    for name in names:
        lines = wrap(name, sheet.width - 8, sheet.size) if name else ()
        texts += [words(0, top + (number + 0.6) * sheet.line, line, sheet.size) for number, line in enumerate(lines)]
        middles.append(round(top + len(lines) * sheet.line + 3 + thickness / 2, 2))
        top += len(lines) * sheet.line + thickness + _GAP
    return Rows(left=4, height=top, middles=tuple(middles), texts=tuple(texts))
