"""Each kind of chart as Altair says it, once for each process: scales, axes and marks, with no figures and no words.

A template names its data sets and its parameters; `fill` puts a layout's marks, ticks and sizes into it. Building a chart
with Altair takes a hundred times as long as filling one, and its validation half as long again.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import altair as alt

from celosia.charts.palette import GRID, PAPER, RULE, SOFT_INK
from celosia.charts.sheet import Layout
from celosia.charts.typography import FONT

_TIP = alt.Tooltip("tip:N")
Template = Callable[[], Any]


def fill(layout: Layout) -> dict[str, Any]:
    """The Vega-Lite specification of a drawing."""
    spec = dict(_template(layout.template))
    size = {"width": round(layout.frame.width, 2), "height": round(layout.frame.height, 2)}
    if layout.grid is None:
        spec |= size
    else:
        columns, across, down = layout.grid
        spec |= {
            "spec": {**spec["spec"], **size},
            "columns": columns,
            "bounds": "flush",
            "spacing": {"column": across, "row": down},
        }
    return spec | {
        "padding": {side: round(getattr(layout.frame, side), 2) for side in ("left", "right", "top", "bottom")},
        "params": [{"name": name, "value": value} for name, value in layout.params.items()],
        "datasets": {name: list(marks) for name, marks in layout.marks.items()},
        "config": _config(layout.sheet.size),
    }


@cache
def _template(name: str) -> dict[str, Any]:
    spec: dict[str, Any] = TEMPLATES[name]().to_dict()
    return {**spec, "autosize": "none"}


def _config(size: int) -> dict[str, Any]:
    return {
        "aria": False,
        "background": None,
        "font": FONT,
        "view": {"stroke": None},
        "axis": {
            "labelFontSize": size,
            "labelColor": SOFT_INK,
            "labelOverlap": False,
            "labelFlush": False,
            "labelLimit": 0,
            "gridColor": GRID,
            "domainColor": RULE,
            "tickColor": RULE,
            "tickSize": 4,
        },
    }


def _line() -> Any:  # noqa: ANN401 - Altair's own hints change with the marks
    return alt.layer(*_strokes(_named), _texts(_named("texts")), _signs(_named("signs")))


def _columns() -> Any:  # noqa: ANN401 - Altair's own hints change with the marks
    column = (
        _named("columns")
        .mark_rect(stroke=PAPER, strokeWidth=1)
        .encode(_slot("start"), alt.X2("end"), _value("low"), alt.Y2("high"), _as_is(alt.Color, "color"), _TIP)
    )
    return alt.layer(column, _breaks(_named("breaks")), _texts(_named("texts")), _signs(_named("signs")))


def _panels() -> Any:  # noqa: ANN401 - idem
    def role(name: str) -> alt.Chart:
        return alt.Chart().transform_filter(f"datum.role == '{name}'")

    cell = alt.layer(*_strokes(role), _texts(role("texts")), _signs(role("signs")), data=alt.NamedData("panels"))
    return cell.facet(facet=alt.Facet("panel:Q", header=alt.Header(labelExpr="''", title=None)), columns=1).resolve_axis(
        x="independent"
    )


def _bars() -> Any:  # noqa: ANN401 - Altair's own hints change with the marks
    across = alt.X("start:Q", axis=None, scale=_scale(0, "highest"))
    bar = (
        _named("bars")
        .mark_rect(strokeWidth=1.2)
        .encode(across, alt.X2("end"), _pixel(alt.Y, "top"), alt.Y2("bottom"), *_paint(), _as_is(alt.StrokeDash, "dash"), _TIP)
    )
    return alt.layer(bar, _texts(_named("texts")), _signs(_named("signs")))


def _dots() -> Any:  # noqa: ANN401 - Altair's own hints change with the marks
    def across(field: str) -> alt.X:
        return alt.X(
            f"{field}:Q",
            axis=_axis(values="steps", format=",~f", grid=True, ticks=False, domain=False),
            scale=_scale(0, "highest"),
        )

    y = _pixel(alt.Y, "y")
    span = _named("spans").mark_rule(color=RULE, strokeWidth=2).encode(across("low"), alt.X2("high"), y)
    point = (
        _named("points")
        .mark_point(opacity=1, size=105, strokeWidth=1.8)
        .encode(across("value"), y, *_paint(), _as_is(alt.Shape, "shape"), _TIP)
    )
    return alt.layer(span, point, _texts(_named("texts")), _signs(_named("signs")))


def _tiles() -> Any:  # noqa: ANN401 - Altair's own hints change with the marks
    across = alt.X("left:Q", axis=None, scale=_scale(0, "columns"))
    down = alt.Y("top:Q", axis=None, scale=_scale(0, "lines", reverse=True))
    tile = (
        _named("tiles")
        .mark_rect(cornerRadius=3, strokeWidth=1, stroke=RULE)
        .encode(across, alt.X2("right"), down, alt.Y2("bottom"), _as_is(alt.Fill, "fill"), _TIP)
    )
    return alt.layer(tile, _texts(_named("texts")), _signs(_named("signs")))


def _timeline() -> Any:  # noqa: ANN401 - Altair's own hints change with the marks
    across = alt.X("year:Q", axis=_axis(values="slots", format="d", grid=True), scale=_scale("first", "last"))
    event = (
        _named("points")
        .mark_point(filled=True, opacity=1, size=95)
        .encode(across, _pixel(alt.Y, "y"), _as_is(alt.Fill, "color"), _as_is(alt.Shape, "shape"), _TIP)
    )
    return alt.layer(event, _texts(_named("texts")), _signs(_named("signs")))


TEMPLATES: Mapping[str, Template] = {
    "line": _line,
    "columns": _columns,
    "panels": _panels,
    "bars": _bars,
    "dots": _dots,
    "tiles": _tiles,
    "timeline": _timeline,
}


def _strokes(chart: Callable[[str], Any]) -> tuple[Any, ...]:
    """What stands on a yearly axis, from back to front."""
    return (
        chart("bands").mark_rect().encode(_slot("start"), alt.X2("end"), _as_is(alt.Color, "color")),
        _breaks(chart("breaks")),
        chart("spans").mark_rule(color=RULE, strokeWidth=2).encode(_slot("slot"), _value("low"), alt.Y2("high")),
        chart("lines")
        .mark_line(strokeWidth=2.5, strokeCap="round")
        .encode(
            _slot("slot"), _value("value"), alt.Detail("piece:N"), _as_is(alt.Color, "color"), _as_is(alt.StrokeDash, "dash")
        ),
        chart("points")
        .mark_point(opacity=1, strokeWidth=1.6)
        .encode(_slot("slot"), _value("value"), *_paint(), _as_is(alt.Shape, "shape"), alt.Size("size:Q", scale=None), _TIP),
    )


def _breaks(chart: Any) -> Any:  # noqa: ANN401 - idem
    return chart.mark_rule(color=RULE, strokeDash=[3, 3], strokeWidth=1.5).encode(
        _slot("slot"), _pixel(alt.Y, "top"), alt.Y2("bottom")
    )


def _texts(chart: Any) -> Any:  # noqa: ANN401 - idem
    return chart.mark_text(baseline="middle", align=alt.ExprRef("datum.align"), fontWeight=alt.ExprRef("datum.weight")).encode(
        _pixel(alt.X, "x"), _pixel(alt.Y, "y"), alt.Text("text:N"), _as_is(alt.Color, "color"), alt.Size("size:Q", scale=None)
    )


def _signs(chart: Any) -> Any:  # noqa: ANN401 - idem
    return chart.mark_point(opacity=1, strokeWidth=2).encode(
        _pixel(alt.X, "x"), _pixel(alt.Y, "y"), *_paint(), _as_is(alt.Shape, "shape"), alt.Size("size:Q", scale=None)
    )


def _named(name: str) -> alt.Chart:
    return alt.Chart(alt.NamedData(name))


def _slot(field: str) -> alt.X:
    axis = _axis(values="slots", labelExpr="slot_labels[indexof(slots, datum.value)]", grid=False)
    return alt.X(f"{field}:Q", axis=axis, scale=_scale("first", "last"))


def _value(field: str) -> alt.Y:
    axis = _axis(values="steps", format=",~f", grid=True, ticks=False, domain=False)
    return alt.Y(f"{field}:Q", axis=axis, scale=_scale(0, "highest"))


def _axis(*, values: str, **style: Any) -> alt.Axis:  # noqa: ANN401 - whatever an axis takes
    return alt.Axis(title=None, values=alt.ExprRef(values), **style)


def _scale(low: float | str, high: str, *, reverse: bool = False) -> alt.Scale:
    ends = [alt.ExprRef(end) if isinstance(end, str) else end for end in (low, high)]
    return alt.Scale(domain=ends, nice=False, zero=False, reverse=reverse)


def _pixel(channel: type[Any], field: str) -> Any:  # noqa: ANN401 - Altair's channels have no common type
    return channel(f"{field}:Q", scale=None, axis=None)


def _as_is(channel: type[Any], field: str) -> Any:  # noqa: ANN401 - idem
    return channel(f"{field}:N", scale=None)


def _paint() -> tuple[Any, Any]:
    return _as_is(alt.Fill, "fill"), _as_is(alt.Stroke, "stroke")
