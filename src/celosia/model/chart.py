"""A chart as its descriptor declares it: what is shown, and the finding that it states."""

from dataclasses import dataclass
from typing import Literal

from celosia.model.langstring import LangString
from celosia.model.remembered import Remembered

ChartKind = Literal["line", "bars", "stacked-bars", "small-multiples", "dot-range", "tile-map", "timeline"]
CHART_KINDS: tuple[ChartKind, ...] = ("line", "bars", "stacked-bars", "small-multiples", "dot-range", "tile-map", "timeline")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Keep the rows whose `column` holds one of `values`."""

    column: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Chart(Remembered):
    """One drawing of one table. `title` states the finding; `description` says in a sentence what is drawn.

    `dimensions`: the first is the axis (a time for line and small-multiples, an area for tile-map), the second the
    colour (line, stacked-bars, dot-range) or the panel (small-multiples).
    """

    name: str
    kind: ChartKind
    table: str
    measure: str
    dimensions: tuple[str, ...]
    title: LangString
    description: LangString
    where: tuple[Filter, ...] = ()
