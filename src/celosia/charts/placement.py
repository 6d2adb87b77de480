"""Where direct labels go: beside their point, over nothing else, inside the paper. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from celosia.charts.palette import INK
from celosia.charts.sheet import Mark
from celosia.charts.typography import room, width

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
    """Words that belong to a point; those that are `required` stand even where there is no good place."""

    x: float
    y: float
    text: str
    size: float
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
        cost, mark, box = min((_candidate(label, place, scene, taken) for place in _PLACES), key=lambda found: found[0])
        if cost < _TOLERABLE or label.is_required:
            taken.append(box)
            marks.append(mark)
    return tuple(marks)


def words(x: float, y: float, text: str, size: float, **style: str | bool) -> Mark:
    """A line of text on the paper, in pixels; `y` is its middle."""
    style = {"align": "left", "color": INK, "weight": "normal", **style}
    return {"x": round(x, 2), "y": round(y, 2), "text": text, "size": size, **style}


def box_of(mark: Mark) -> Box:
    """The room that a text mark takes."""
    x, y, size = (float(str(mark[key])) for key in ("x", "y", "size"))
    return _box(x, y, str(mark["align"]), Label(x=x, y=y, text=str(mark["text"]), size=size, is_bold=mark["weight"] == "bold"))


_PLACES = (
    ("center", 0, -1.15),
    ("center", 0, 1.25),
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


def _candidate(label: Label, place: tuple[str, float, float], scene: Scene, taken: Sequence[Box]) -> tuple[float, Mark, Box]:
    align, across, down = place
    x, y = label.x + across * _AWAY, label.y + down * _AWAY
    box = _box(x, y, align, label)
    cost = _PLACES.index(place) * _ORDER_COST
    cost += 0 if scene.paper.holds(box) else _OUTSIDE
    cost += sum(box.overlap(other) for other in taken)
    cost += sum(_LINE_COST for start, end in scene.lines if box.length(start, end) > 0)
    weight = "bold" if label.is_bold else "normal"
    return cost, words(x, y, label.text, label.size, align=align, color=label.color, weight=weight), box


def _box(x: float, y: float, align: str, label: Label) -> Box:
    long = (
        room(label.text, label.size, bold=label.is_bold) if align != "center" else width(label.text, label.size, bold=True) + 4
    )
    left = {"left": x, "center": x - long / 2, "right": x - long}[align]
    return Box(left=left, top=y - label.size * 0.55, right=left + long, bottom=y + label.size * 0.5)
