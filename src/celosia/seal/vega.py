"""A chart's Vega file: all of its data, for whoever opens it. Each value must be a published figure of the chart. Pure."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from celosia.model import Table
from celosia.seal.drawing import is_said
from celosia.seal.geometry import BARE
from celosia.seal.number import joined, numbers

_TOP = frozenset({
    "$schema", "autosize", "padding", "width", "height", "style", "data", "signals", "marks", "scales", "axes", "config",
    "background", "layout", "legends", "title", "encode", "projections",
})  # fmt: skip
_PLACED = frozenset({
    "x", "y", "size", "top", "bottom", "slot", "left", "right", "panel", "year", "piece", "dash", "color", "fill", "stroke",
    "shape", "text", "align", "weight", "tip", "role", "angle", "line", "width", "height", "dx", "dy", "opacity",
})  # fmt: skip
_LENGTHS = (("low", "high"), ("start", "end"))
"""The first pair that a mark has is its figure: a column's `start` and `end` are its place on the axis of time."""
_NEAR = 1e-6


def check_spec(body: bytes, table: Table, measure: str) -> Iterator[str]:
    """The codes of what is wrong with a specification of a chart of `table`."""
    spec: Mapping[str, Any] = json.loads(body)
    values = {float(cell) for cell in table.values(measure) if isinstance(cell, int | float)}
    title = {text for text in (table.column(measure).title.es, table.column(measure).title.en) if text}
    records = [record for source in _sources(spec) for record in source]
    hidden = [record for record in records if _is_hidden(record, title)]
    shown = [record for record in records if record not in hidden]
    if set(spec) - _TOP or any(not _is_told(record, title, values) for record in shown):
        yield "leak-drawing"
    texts = [str(record["text"]).strip() for record in records if "text" in record]
    if any(BARE.fullmatch(text) and not is_said(text, table, list(values)) for text in texts):
        yield "leak-drawing"
    if any(value > _ceiling(shown, values) for value in _tops(spec)):
        yield "leak-drawing"
    if len({_looks(record) for record in hidden}) > 1:
        yield "leak-difference"


def _sources(value: object) -> Iterator[list[Mapping[str, Any]]]:
    """Every list of records in the specification, however deep."""
    if isinstance(value, Mapping):
        for key, member in value.items():
            if key == "values" and isinstance(member, list) and all(isinstance(one, Mapping) for one in member):
                yield member
            else:
                yield from _sources(member)
    elif isinstance(value, list):
        for member in value:
            yield from _sources(member)


def _is_hidden(record: Mapping[str, Any], title: set[str]) -> bool:
    tip = record.get("tip")
    told = [text for name, text in tip.items() if name in title] if isinstance(tip, Mapping) else []
    return bool(told) and not any(any(letter.isdigit() for letter in str(text)) for text in told)


def _is_told(record: Mapping[str, Any], title: set[str], values: set[float]) -> bool:
    """Whether each figure of a record is published: its value, its length, what its tip says."""
    tip = record.get("tip")
    said = [str(text) for name, text in tip.items() if name in title] if isinstance(tip, Mapping) else []
    if any(
        not any(value in values for value in number.values) for text in said for number in numbers(joined(text.lstrip("≈<>≥≤")))
    ):
        return False
    lengths = [_number(record[last]) - _number(record[first]) for first, last in _LENGTHS if first in record and last in record]
    if lengths and ("tip" in record or lengths[0] >= 1) and lengths[0] and not _are_in(record, lengths[0], values):
        return False
    if "value" in record and not _in(_number(record["value"]), values | {0.0}):
        return False
    return not any(_is_odd(name, value) for name, value in record.items())


def _are_in(record: Mapping[str, Any], length: float, values: set[float]) -> bool:
    """Whether a length is a figure, or its two ends are (a connector between figures that compete)."""
    return _in(length, values) or ("low" in record and all(_in(_number(record[name]), values) for name in ("low", "high")))


def _is_odd(name: str, value: object) -> bool:
    """A number under a name that we do not know."""
    known = name in _PLACED or name == "value" or any(name in pair for pair in _LENGTHS)
    return not known and isinstance(value, int | float) and not isinstance(value, bool)


def _tops(spec: Mapping[str, Any]) -> Iterator[float]:
    """Where the scales of figures end."""
    for signal in spec.get("signals", ()):
        if signal.get("name") == "highest" and isinstance(signal.get("value"), int | float):
            yield float(signal["value"])


def _ceiling(shown: Sequence[Mapping[str, Any]], values: set[float]) -> float:
    """The highest end of a scale that published figures ask for: the next round tick over the greatest of them."""
    names = ("value", "end", "high")
    greatest = max(
        [*values, *(_number(record[name]) for record in shown if "tip" in record for name in names if name in record)],
        default=0,
    )
    return max(greatest * 2, 5)


def _looks(record: Mapping[str, Any]) -> str:
    """What could tell one hidden mark from another: all but its place and its words."""
    placed = ("x", "y", "top", "bottom", "slot", "left", "right", "panel", "tip", "stroke", "year")
    return json.dumps({name: value for name, value in sorted(record.items()) if name not in placed}, default=str)


def _in(value: float, values: set[float]) -> bool:
    return value in values or any(abs(value - one) <= _NEAR * max(1.0, abs(one)) for one in values)


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else float("nan")
