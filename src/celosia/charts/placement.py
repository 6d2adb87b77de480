"""Where direct labels go: beside their point, over nothing else, inside the paper. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from celosia.charts.palette import INK, SOFT_INK
from celosia.charts.sheet import Mark
from celosia.charts.typography import width

_AWAY = 11
_LEAST = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle on the paper, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: "Box") -> float:
        """The area that both cover."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, across) * max(0.0, down)

    def holds(self, other: "Box") -> bool:
        """Whether the other is wholly inside."""
        return self.left <= other.left and self.right >= other.right and self.top <= other.top and self.bottom >= other.bottom

    def length(self, start: tuple[float, float], end: tuple[float, float]) -> float:
        """How much of a straight line is inside, as a share of it (Liang and Barsky 1984)."""
        low, high = 0.0, 1.0
        for step, room_before, room_after in (
            (end[0] - start[0], start[0] - self.left, self.right - start[0]),
            (end[1] - start[1], start[1] - self.top, self.bottom - start[1]),
        ):
            if abs(step) < _LEAST:
                if room_before < 0 or room_after < 0:
                    return 0.0
                continue
            entry, leave = sorted((-room_before / step, room_after / step))
            low, high = max(low, entry), min(high, leave)
        return max(0.0, high - low)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words that belong to a point, with a second line if need be; one that is `required` stands even in a bad place."""

    x: float
    y: float
    text: str
    size: float
    note: str = ""
    color: str = INK
    is_bold: bool = True
    is_required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What labels must not cover: boxes, straight lines, and the edge of the paper."""

    paper: Box
    boxes: tuple[Box, ...]
    lines: tuple[tuple[tuple[float, float], tuple[float, float]], ...]


def place(labels: Iterable[Label], scene: Scene) -> tuple[Mark, ...]:
    """The labels as text marks, the first ones first served; one that fits nowhere and is not required is left out."""
    taken = list(scene.boxes)
    marks: list[Mark] = []
    for label in labels:
        spots = ((_cost(box, rank, scene, taken), rank, box) for rank, box in enumerate(_boxes(label)))
        cost, rank, box = min(spots, key=lambda spot: spot[0])
        if cost < _TOLERABLE or label.is_required:
            taken.append(box)
            marks += _marks(label, rank)
    return tuple(marks)


def words(x: float, y: float, text: str, size: float, **style: str | bool) -> Mark:
    """A line of text on the paper, in pixels; `y` is its middle."""
    style = {"align": "left", "color": INK, "weight": "normal", **style}
    return {"x": round(x, 2), "y": round(y, 2), "text": text, "size": size, **style}


def box_of(mark: Mark) -> Box:
    """The room that a text mark takes."""
    x, y, size = (float(str(mark[key])) for key in ("x", "y", "size"))
    label = Label(x=x, y=y, text=str(mark["text"]), size=size, is_bold=mark["weight"] == "bold")
    return _box(label, x, y, str(mark["align"]))


_PLACES = (
    ("center", 0, -1.25),
    ("center", 0, 1.3),
    ("left", 0.85, 0),
    ("right", -0.85, 0),
    ("left", 0.6, -0.9),
    ("right", -0.6, -0.9),
    ("left", 0.6, 0.95),
    ("right", -0.6, 0.95),
    ("center", 0, -2.3),
    ("center", 0, 2.4),
)
_ORDER_COST = 0.4
_OUTSIDE = 1e6
_LINE_COST = 60
_TOLERABLE = 30
_LINE = 1.1
_EDGE = 1.1


def _boxes(label: Label) -> Iterator[Box]:
    for align, across, down in _PLACES:
        yield _box(label, *_middle(label, across, down), align)


def _middle(label: Label, across: float, down: float) -> tuple[float, float]:
    """The middle of the label's height: a second line pushes it away from its point."""
    second = label.size * _LINE / 2 * (down > 0) - label.size * _LINE / 2 * (down < 0) if label.note else 0
    return label.x + across * _AWAY, label.y + down * _AWAY + second


def _cost(box: Box, rank: int, scene: Scene, taken: Sequence[Box]) -> float:
    outside = 0 if scene.paper.holds(box) else _OUTSIDE
    crossed = sum(_LINE_COST for start, end in scene.lines if box.length(start, end) > 0)
    return rank * _ORDER_COST + outside + crossed + sum(box.overlap(other) for other in taken)


def _marks(label: Label, rank: int) -> tuple[Mark, ...]:
    align, across, down = _PLACES[rank]
    x, y = _middle(label, across, down)
    shift = label.size * _LINE / 2 if label.note else 0
    weight = "bold" if label.is_bold else "normal"
    first = words(x, y - shift, label.text, label.size, align=align, color=label.color, weight=weight)
    if not label.note:
        return (first,)
    return first, words(x, y + shift, label.note, label.size - 1, align=align, color=SOFT_INK)


def _box(label: Label, x: float, y: float, align: str) -> Box:
    long = (
        max(width(label.text, label.size, bold=label.is_bold), width(label.note, label.size))
        * (_EDGE if align != "center" else 1)
        + 3
    )
    left = {"left": x, "center": x - long / 2, "right": x - long}[align]
    high = label.size * (0.52 + (_LINE / 2 if label.note else 0))
    return Box(left=left, top=y - high, right=left + long, bottom=y + high)
