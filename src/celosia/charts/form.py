"""What a chart is drawn as: its declared kind, or a plainer one where that would say something untrue. Pure."""

from collections.abc import Sequence

from celosia.charts.drawing import Drawing
from celosia.charts.observation import Observation, is_cumulative, is_in_time
from celosia.charts.order import parts
from celosia.charts.palette import HUES
from celosia.charts.stack import is_whole
from celosia.model.chart import ChartKind


def form(kind: ChartKind, drawing: Drawing, found: Sequence[Observation]) -> ChartKind:
    """The kind that the observations allow.

    Cumulative figures, or figures without a time, stand on no axis of time: they become bars. More lines than colours
    become small multiples. A stack claims to be a whole: where a part is hidden, missing or told twice, or there are
    more parts than colours, the parts stand side by side instead, as small multiples in time or as bars.
    """
    if kind == "line":
        return _line(drawing, found)
    if kind == "stacked-bars":
        return _stacked_bars(drawing, found)
    if kind == "small-multiples":
        return "small-multiples" if is_in_time(drawing) and _is_yearly(found) else "bars"
    return kind


def _line(drawing: Drawing, found: Sequence[Observation]) -> ChartKind:
    if not _is_yearly(found):
        return "bars"
    return "line" if len({one.group for one in found}) <= len(HUES) else form("small-multiples", drawing, found)


def _stacked_bars(drawing: Drawing, found: Sequence[Observation]) -> ChartKind:
    groups = parts(found, drawing)
    if is_whole(found, groups) and len(groups) <= len(HUES):
        return "stacked-bars"
    return form("small-multiples", drawing, found)


def _is_yearly(found: Sequence[Observation]) -> bool:
    return any(one.period for one in found) and not is_cumulative(found)
