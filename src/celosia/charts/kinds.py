"""The kinds of chart: each lays a drawing out on a sheet. Pure.

To add one: a module, a line here, a template in `template.py`, a line in `docs/project/reference/charts.md`.
"""

from collections.abc import Callable, Mapping

from celosia.charts.bars import bars
from celosia.charts.dot_range import dot_range
from celosia.charts.drawing import Drawing
from celosia.charts.line import line
from celosia.charts.sheet import Layout, Sheet
from celosia.charts.small_multiples import small_multiples
from celosia.charts.stacked_bars import stacked_bars
from celosia.charts.tile_map import tile_map
from celosia.charts.timeline import timeline
from celosia.model.chart import ChartKind

CHARTS: Mapping[ChartKind, Callable[[Drawing, Sheet], Layout]] = {
    "line": line,
    "bars": bars,
    "stacked-bars": stacked_bars,
    "small-multiples": small_multiples,
    "dot-range": dot_range,
    "tile-map": tile_map,
    "timeline": timeline,
}
