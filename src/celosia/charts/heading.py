"""What stands above a plot: the unit of its scale, the key to its signs, and the words of its breaks. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from celosia.charts.observation import Observation
from celosia.charts.palette import HUES, INK, PAPER, RULE, SOFT_INK, WITHHELD
from celosia.charts.placement import words
from celosia.charts.sheet import Mark, Sheet
from celosia.charts.typography import room, wrap
from celosia.locales import gettext

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
    """What needs explaining on a chart: `tentative` words, parts of years, sources that differ, withheld or missing figures."""

    tentative: frozenset[str] = frozenset()
    partial: bool = False
    competing: bool = False
    protected: bool = False
    gaps: bool = False


def said_of(found: Sequence[Observation]) -> Said:
    """What these observations need explained."""
    return Said(
        tentative=frozenset(one.tentative for one in found),
        partial=any(one.is_partial for one in found),
        protected=any(one.is_protected for one in found),
    )


def signs_of(said: Said, lang: str) -> tuple[Sign, ...]:
    """The entries for what needs explaining on this chart, and for nothing else."""
    say = gettext(lang)
    found = [Sign(text=say(word), stroke=HUES[0]) for word in sorted(said.tentative - {""})]
    if said.partial:
        found.append(Sign(text=say("part of a year"), shape="diamond", stroke=HUES[0]))
    if said.competing:
        found.append(Sign(text=say("figures that differ"), shape=SPAN, stroke=RULE))
    if said.protected:
        found.append(Sign(text=say("[c] protected figure"), shape="square", fill=WITHHELD, stroke=RULE))
    if said.gaps:
        found.append(Sign(text=say("n/a: no figure was published"), shape=""))
    return tuple(found)


def flags_of(lang: str, tentative: Iterable[str]) -> tuple[Sign, ...]:
    """The entries for figures that may change where no outline can say it: [p] provisional."""
    say = gettext(lang)
    return tuple(Sign(text=f"{flag(word)} {say(word)}", shape="") for word in sorted(set(tentative) - {""}))


def flag(tentative: str) -> str:
    """The sign of a figure that may change.

    >>> flag("provisional"), flag("")
    ('[p]', '')
    """
    return f"[{tentative[0]}]" if tentative else ""


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
