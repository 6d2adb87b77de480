"""What stands above a plot: the unit of its scale, the key to its signs, and the words of its breaks. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from celosia.charts.observation import Observation
from celosia.charts.palette import HUES, INK, PAPER, RULE, SOFT_INK, WITHHELD
from celosia.charts.placement import words
from celosia.charts.sheet import Mark, Sheet
from celosia.charts.typography import room, wrap
from celosia.locales import gettext
from celosia.vocabularies.status import PROTECTED, STATUSES, TENTATIVE, Status

_SIGN = 18
_GAP = 16
SHAPES = ("circle", "square", "triangle-up", "circle")
SPAN = "M0,-1L0,1M-0.4,-1L0.4,-1M-0.4,1L0.4,1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """An entry of the key: a small drawing, if it has a shape, and its words."""

    text: str
    shape: str = "circle"
    fill: str = PAPER
    stroke: str = INK


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """Its height, and its marks in pixels from the top left corner of the plot."""

    height: float
    texts: tuple[Mark, ...]
    signs: tuple[Mark, ...]


def heading(title: str, signs: Sequence[Sign], sheet: Sheet, left: float, *, lift: float = 4) -> Heading:
    """The title of the scale on the first lines, then the key in as many rows as it needs, `lift` above the plot."""
    titles = wrap(title, sheet.width - 8, sheet.size)
    rows = _rows(signs, sheet)
    height = (len(titles) + len(rows)) * sheet.line + len(rows) * 3 + 8 + lift
    texts = [
        words(-left + 2, -height + (number + 0.6) * sheet.line, line, sheet.size, weight="bold")
        for number, line in enumerate(titles)
    ]
    drawn: list[Mark] = []
    for number, row in enumerate(rows):
        y = -height + (len(titles) + 0.6) * sheet.line + 2 + number * (sheet.line + 3)
        for x, sign, line in row:
            if sign.shape:
                drawn.append(_sign(x - left + 8, y, sign))
            texts.append(words(x - left + (_SIGN if sign.shape else 2), y, line, sheet.size, color=SOFT_INK))
    return Heading(height=height, texts=tuple(texts), signs=tuple(drawn))


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What needs explaining on a chart: the marks of its figures, parts of years, sources that differ."""

    statuses: frozenset[Status] = frozenset()
    partial: bool = False
    competing: bool = False


def said_of(found: Sequence[Observation]) -> Said:
    """What these observations need explained."""
    return Said(
        statuses=frozenset(one.status for one in found if one.status),
        partial=any(one.is_partial for one in found),
    )


def signs_of(said: Said, lang: str) -> tuple[Sign, ...]:
    """The entries for what needs explaining on this chart, and for nothing else."""
    say = gettext(lang)
    found = [_explained(status, lang) for status in STATUSES.values() if status in said.statuses]
    if said.partial:
        found.append(Sign(text=say("part of a year"), shape="diamond", stroke=HUES[0]))
    if said.competing:
        found.append(Sign(text=say("figures that differ"), shape=SPAN, stroke=RULE))
    return tuple(found)


def flags_of(lang: str, statuses: Iterable[Status | None]) -> tuple[Sign, ...]:
    """The entries for marks where no outline can tell a figure apart: [p] provisional."""
    present = set(statuses)
    return tuple(Sign(text=status.spoken(lang), shape="") for status in STATUSES.values() if status in present)


def hatched(width: float, middle: float, height: float) -> Mark:
    """The gap of a hidden figure, from the axis: a hatched box of the same size for all, in pixels and not on the scale."""
    return {
        "x": round(width / 2, 2),
        "y": middle,
        "shape": f"M{-width / height:g},-1H{width / height:g}V1H{-width / height:g}Z",
        "fill": WITHHELD,
        "stroke": RULE,
        "size": round(height**2, 2),
    }


def _explained(status: Status, lang: str) -> Sign:
    """A mark with its words, beside what it looks like: hatched where it is protected, hollow where it may change."""
    if status is PROTECTED:
        return Sign(text=status.spoken(lang), shape="square", fill=WITHHELD, stroke=RULE)
    return Sign(text=status.spoken(lang), shape="circle" if status in TENTATIVE else "", stroke=HUES[0])


def _rows(signs: Sequence[Sign], sheet: Sheet) -> list[list[tuple[float, Sign, str]]]:
    rows: list[list[tuple[float, Sign, str]]] = []
    x = float(sheet.width)
    for sign in signs:
        indent = _SIGN if sign.shape else 2
        for number, line in enumerate(wrap(sign.text, sheet.width - indent - 8, sheet.size)):
            if number or x + indent + room(line, sheet.size) > sheet.width:
                rows.append([])
                x = indent - 2 if number else 0
            rows[-1].append((x, replace(sign, shape="") if number else sign, line))
            x += indent + room(line, sheet.size) + _GAP
    return rows


def _sign(x: float, y: float, sign: Sign) -> Mark:
    return {"x": round(x, 2), "y": round(y, 2), "shape": sign.shape, "fill": sign.fill, "stroke": sign.stroke, "size": 80}
