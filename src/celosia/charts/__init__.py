"""Charts: a declared chart and its rows become a drawing in two widths, its words and its downloads. Pure.

The only package that imports altair and vl-convert, and only once something is drawn.
"""

from collections.abc import Callable, Mapping

from celosia.charts.bars import bars
from celosia.charts.default import default_charts
from celosia.charts.description import describe
from celosia.charts.dot_range import dot_range
from celosia.charts.drawing import Drawing
from celosia.charts.line import line
from celosia.charts.selection import chart_table
from celosia.charts.sheet import NARROW, WIDE, Layout, Sheet
from celosia.charts.small_multiples import small_multiples
from celosia.charts.stacked_bars import stacked_bars
from celosia.charts.tile_map import tile_map
from celosia.charts.timeline import timeline
from celosia.model.chart import ChartKind

__all__ = ["CHARTS", "Drawing", "chart_table", "default_charts", "describe", "draw", "vega_bundle"]

CHARTS: Mapping[ChartKind, Callable[[Drawing, Sheet], Layout]] = {
    "line": line,
    "bars": bars,
    "stacked-bars": stacked_bars,
    "small-multiples": small_multiples,
    "dot-range": dot_range,
    "tile-map": tile_map,
    "timeline": timeline,
}


def draw(drawing: Drawing) -> Mapping[str, bytes]:
    """A chart's five files: SVG wide and narrow, PNG, compiled Vega and the CSV of the rows that it shows."""
    from celosia.charts import rendering  # noqa: PLC0415 - half a second, for those who draw only

    chart, lang = drawing.chart, drawing.lang
    title, stem = chart.title.text(lang), f"{drawing.folder}{chart.name}"
    wide, narrow = (rendering.vega(CHARTS[chart.kind](drawing, sheet), lang) for sheet in (WIDE, NARROW))
    drawn = rendering.svg(wide, title, f"{chart.name}-wide", lang)
    return {
        f"{stem}.svg": drawn.encode(),
        f"{stem}.narrow.svg": rendering.svg(narrow, title, f"{chart.name}-narrow", lang).encode(),
        f"{stem}.png": rendering.png(drawn, title),
        f"{stem}.vega.json": rendering.vega_json(wide),
        f"{stem}.csv": drawing.table.body,
    }


def vega_bundle() -> Mapping[str, bytes]:
    """The script that makes a chart interactive once somebody asks for it."""
    from celosia.charts import rendering  # noqa: PLC0415 - idem

    return {"docs/es/assets/vendor/vega.js": rendering.bundle()}
