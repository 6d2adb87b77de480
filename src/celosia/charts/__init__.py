"""Charts: a declared chart and its rows become a drawing in two widths, its words and its downloads. Pure.

The only package that imports altair and vl-convert, and only once something is drawn.
"""

from collections.abc import Mapping

from celosia.charts.default import default_charts
from celosia.charts.description import describe
from celosia.charts.drawing import Drawing
from celosia.charts.kinds import CHARTS
from celosia.charts.selection import chart_table
from celosia.charts.sheet import NARROW, WIDE

__all__ = ["CHARTS", "Drawing", "chart_table", "default_charts", "describe", "draw", "vega_bundle"]


def draw(drawing: Drawing) -> Mapping[str, bytes]:
    """A chart's five files: SVG wide and narrow, PNG, compiled Vega and the CSV of the rows that it shows."""
    from celosia.charts import rendering  # noqa: PLC0415 - half a second, for those who draw only

    chart, lang = drawing.chart, drawing.lang
    title, stem = chart.title.text(lang), f"{drawing.folder}{chart.name}"
    words = title, describe(drawing)
    wide, narrow = (rendering.vega(CHARTS[chart.kind](drawing, sheet), lang) for sheet in (WIDE, NARROW))
    drawn = rendering.svg(wide, words, f"{chart.name}-wide", lang)
    return {
        f"{stem}.svg": drawn.encode(),
        f"{stem}.narrow.svg": rendering.svg(narrow, words, f"{chart.name}-narrow", lang).encode(),
        f"{stem}.png": rendering.png(drawn, title),
        f"{stem}.vega.json": rendering.vega_json(wide),
        f"{stem}.csv": drawing.table.body,
    }


def vega_bundle() -> Mapping[str, bytes]:
    """The script that makes a chart interactive once somebody asks for it."""
    from celosia.charts import rendering  # noqa: PLC0415 - idem

    return {"docs/es/assets/vendor/vega.js": rendering.bundle()}
