"""A map of equal tiles: one for each province or department, its figure printed in it. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from celosia.charts.classes import class_of, classes
from celosia.charts.drawing import Drawing
from celosia.charts.heading import Heading, Said, Sign, flags_of, heading, signs_of
from celosia.charts.observation import Observation, axis_title, figure, observations
from celosia.charts.palette import BLANK, CLASSES, INK, ON_CLASSES, PAPER, RULE, SOFT_INK, WITHHELD
from celosia.charts.placement import words
from celosia.charts.sheet import Frame, Layout, Mark, Sheet
from celosia.charts.typography import width
from celosia.locales import gettext
from celosia.model import Territory
from celosia.vocabularies.status import NOT_AVAILABLE, PROTECTED, STATUSES, Status

_TALLEST = 54
_JOINT = 0.03


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tile:
    area: Territory
    shown: tuple[Observation, ...]
    text: str
    fill: str
    color: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Map:
    sheet: Sheet
    tiles: tuple[_Tile, ...]
    side: float
    left: float
    head: Heading


def tile_map(drawing: Drawing, sheet: Sheet) -> Layout:
    """Lay the tiles out where `Territory.column` and `row` put them; an area without a row says that it has none."""
    found = observations(drawing)
    areas = _areas(drawing.territories, {one.place for one in found})
    by_area = {area.code: tuple(one for one in found if one.place == area.code) for area in areas}
    limits = classes([ones[0].value for ones in by_area.values() if len(ones) == 1 and ones[0].value is not None])
    tiles = tuple(_tile(area, by_area[area.code], limits, drawing) for area in areas)
    columns = max((area.column or 0) for area in areas) + 1 if areas else 1
    side = min(_TALLEST, (sheet.width - 8) / columns)
    left = (sheet.width - side * columns) / 2
    head = heading(axis_title(drawing), _signs(limits, tiles, drawing), sheet, left)
    return _layout(_Map(sheet=sheet, tiles=tiles, side=side, left=left, head=head), columns)


def _layout(laid: _Map, columns: int) -> Layout:
    lines = max((tile.area.row or 0) for tile in laid.tiles) + 1 if laid.tiles else 1
    return Layout(
        kind="tile-map",
        template="tiles",
        sheet=laid.sheet,
        frame=Frame(
            width=laid.side * columns, height=laid.side * lines, left=laid.left, right=laid.left, top=laid.head.height, bottom=4
        ),
        params={"columns": columns, "lines": lines},
        marks={
            "tiles": tuple(_square(tile) for tile in laid.tiles),
            "texts": (*laid.head.texts, *(mark for tile in laid.tiles for mark in _words(tile, laid))),
            "signs": laid.head.signs,
        },
    )


def _areas(territories: Sequence[Territory], codes: set[str]) -> tuple[Territory, ...]:
    parents = {area.parent for area in territories if area.code in codes}
    placed = [area for area in territories if area.parent in parents and area.column is not None and area.row is not None]
    first, top = min((area.column or 0 for area in placed), default=0), min((area.row or 0 for area in placed), default=0)
    return tuple(replace(area, column=(area.column or 0) - first, row=(area.row or 0) - top) for area in placed)


def _tile(area: Territory, ones: tuple[Observation, ...], limits: Sequence[float], drawing: Drawing) -> _Tile:
    values = sorted({one.value for one in ones if one.value is not None})
    if any(one.is_protected for one in ones):
        text, fill, color = PROTECTED.sign, WITHHELD, INK
    elif not values:
        text, fill, color = _why(ones).sign, BLANK, SOFT_INK
    elif len(values) > 1:
        unit = drawing.table.column(drawing.chart.measure).unit
        text, fill, color = "\u2013".join(figure(value, unit, drawing.lang) for value in (values[0], values[-1])), PAPER, INK
    else:
        shade = _shades(limits)[class_of(values[0], limits)]
        text, fill, color = ones[0].said, CLASSES[shade], ON_CLASSES[shade]
        if values[0] == 0:
            fill, color = PAPER, INK
    return _Tile(area=area, shown=ones, text=text, fill=fill, color=color)


def _why(ones: Sequence[Observation]) -> Status:
    """The mark of an area without a figure; one without a row has none that anybody published."""
    return next((one.status for one in ones if one.status), NOT_AVAILABLE)


def _shades(limits: Sequence[float]) -> Mapping[int, int]:
    """The shade of each class: with fewer classes than shades, the ones that are farther apart."""
    return {0: {0: 1}, 1: {0: 0, 1: 2}, 2: {0: 0, 1: 1, 2: 3}}.get(len(limits), {0: 0, 1: 1, 2: 2, 3: 3})


def _signs(limits: Sequence[float], tiles: Sequence[_Tile], drawing: Drawing) -> tuple[Sign, ...]:
    used = {tile.fill for tile in tiles}
    shades = _shades(limits)
    signs = [
        Sign(text=text, shape="square", fill=CLASSES[shades[number]], stroke=RULE)
        for number, text in enumerate(_ranges(limits, drawing))
        if CLASSES[shades[number]] in used
    ]
    if any(tile.fill == PAPER and len(tile.shown) == 1 for tile in tiles):
        signs.append(Sign(text="0", shape="square", fill=PAPER, stroke=RULE))
    blanks = {_why(tile.shown) for tile in tiles if tile.fill == BLANK}
    signs += [
        Sign(text=status.spoken(drawing.lang), shape="square", fill=BLANK, stroke=RULE)
        for status in STATUSES.values()
        if status in blanks
    ]
    beside = {one.status for tile in tiles for one in tile.shown if one.value is not None and one.status}
    hidden = {PROTECTED} if WITHHELD in used else set()
    return (*signs, *signs_of(Said(statuses=frozenset(hidden)), drawing.lang), *flags_of(drawing.lang, beside))


def _ranges(limits: Sequence[float], drawing: Drawing) -> tuple[str, ...]:
    """The words of each class: up to 19, 20 to 49, 50 or more."""
    if not limits:
        return ()
    say, unit = gettext(drawing.lang), drawing.table.column(drawing.chart.measure).unit
    figures = [figure(limit, unit, drawing.lang) for limit in limits]
    before = [
        figure(limit - 1, unit, drawing.lang)
        if float(limit).is_integer() and unit != "%"
        else f"<{figure(limit, unit, drawing.lang)}"
        for limit in limits
    ]
    between = [f"{low}\u2013{high}" for low, high in zip(figures, before[1:], strict=False)]
    return (say("up to {figure}").format(figure=before[0]), *between, say("{figure} or more").format(figure=figures[-1]))


def _square(tile: _Tile) -> Mark:
    tip = dict(tile.shown[0].tip) if tile.shown else {}
    left, top = (tile.area.column or 0) + _JOINT, (tile.area.row or 0) + _JOINT
    return {
        "left": left,
        "right": left + 1 - 2 * _JOINT,
        "top": top,
        "bottom": top + 1 - 2 * _JOINT,
        "fill": tile.fill,
        "tip": tip,
    }


def _words(tile: _Tile, laid: _Map) -> tuple[Mark, ...]:
    x = ((tile.area.column or 0) + 0.5) * laid.side
    y = ((tile.area.row or 0) + 0.5) * laid.side
    size = laid.sheet.size - 1
    fitting = min(float(size), size * (laid.side - 6) / width(tile.text, size)) if tile.text else size
    return (
        words(x, y - size * 0.65, tile.area.short or tile.area.code, size, align="center", weight="bold", color=tile.color),
        words(x, y + size * 0.7, tile.text, round(fitting, 1), align="center", color=tile.color),
    )
