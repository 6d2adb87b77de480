"""The two papers that a chart is drawn on, and the drawing before it is rendered: positions, and where the words go."""

from collections.abc import Mapping
from dataclasses import dataclass

from celosia.model.chart import ChartKind

Mark = Mapping[str, str | float | bool | tuple[int, ...] | dict[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A width in CSS pixels with its text size; `plot` is the height of a chart with a vertical scale."""

    name: str
    width: int
    size: int
    plot: int

    @property
    def line(self) -> float:
        """From one line of text to the next."""
        return self.size * 1.25

    @property
    def is_narrow(self) -> bool:
        """Whether it is a phone's."""
        return self.name == "narrow"


WIDE = Sheet(name="wide", width=640, size=13, plot=240)
NARROW = Sheet(name="narrow", width=300, size=12, plot=200)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The plot and the room around it, in pixels: left, right, top, bottom."""

    width: float
    height: float
    left: float = 0
    right: float = 0
    top: float = 0
    bottom: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A drawing that is laid out: what to fill its template with. `kind` is what it became, not always what was declared.

    `grid`, of panels only: how many stand side by side, and the pixels between columns and between rows.
    """

    kind: ChartKind
    template: str
    sheet: Sheet
    frame: Frame
    params: Mapping[str, object]
    marks: Mapping[str, tuple[Mark, ...]]
    grid: tuple[int, float, float] | None = None
