"""YAML as we allow it: plain values, no anchors, no tags, no repeated keys, no surprises of YAML 1.1. Pure.

Read from the events of libyaml: faster than building nodes first, and `NO` stays a text (it is Norway's code).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

_DEEPEST = 20
_INTEGER = re.compile(r"[-+]?(?:0|[1-9]\d{0,17})")
_NUMBER = re.compile(r"[-+]?\d{1,18}\.\d{1,18}")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_WORDS: dict[str, object] = {"": None, "~": None, "null": None, "true": True, "false": False}
_FIRST = frozenset("0123456789+-")


class YamlError(ValueError):
    """What cannot be read as YAML, with the code of the finding and the line."""

    def __init__(self, *, code: str, line: int) -> None:
        super().__init__(code)
        self.code = code
        self.line = line


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeated:
    """Stands in a mapping for a key that was written twice; the first one keeps its place."""

    name: str


def parse(text: str) -> object:
    """The one document of a text: mappings, lists, texts, numbers, dates. `YamlError` for anything else.

    >>> parse("{country: NO, number: 145, day: 2026-01-15}")
    {'country': 'NO', 'number': 145, 'day': datetime.date(2026, 1, 15)}
    """
    try:
        events = yaml.parse(text, Loader=yaml.CSafeLoader)
        return _document(iter(events))
    except yaml.MarkedYAMLError as error:
        raise YamlError(code="bad-yaml", line=_line(error.problem_mark)) from error
    except yaml.YAMLError as error:
        raise YamlError(code="bad-yaml", line=1) from error


def locate(text: str, keys: tuple[str | int, ...]) -> int:
    """The line on which the value at `keys` starts, or the nearest thing around it."""
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return 1
    line = 1
    for key in keys:
        node, line = _step(node, key, line)
    return line


def _document(events: Iterator[Any]) -> object:
    value: object = None
    seen = 0
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            seen += 1
            if seen > 1:
                raise YamlError(code="several-documents", line=_line(event.start_mark))
            value = _value(next(events), events, 0)
    return value


def _value(event: Any, events: Iterator[Any], depth: int) -> object:  # noqa: ANN401 - PyYAML's events have no types
    if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
        raise YamlError(code="yaml-anchor", line=_line(event.start_mark))
    if event.tag is not None:
        raise YamlError(code="yaml-tag", line=_line(event.start_mark))
    if depth > _DEEPEST:
        raise YamlError(code="too-deep", line=_line(event.start_mark))
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event.value) if event.implicit[0] else event.value
    if isinstance(event, yaml.MappingStartEvent):
        return _mapping(events, depth)
    return _sequence(events, depth)


def _mapping(events: Iterator[Any], depth: int) -> dict[object, object]:
    mapping: dict[object, object] = {}
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            break
        if not isinstance(event, yaml.ScalarEvent):
            raise YamlError(code="odd-key", line=_line(event.start_mark))
        value = _value(next(events), events, depth + 1)
        mapping[event.value if event.value not in mapping else Repeated(name=event.value)] = value
    return mapping


def _sequence(events: Iterator[Any], depth: int) -> list[object]:
    values = []
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            break
        values.append(_value(event, events, depth + 1))
    return values


def _scalar(text: str) -> object:
    if text[:1] not in _FIRST:
        return _WORDS.get(text, text)
    if _INTEGER.fullmatch(text):
        return int(text)
    if _NUMBER.fullmatch(text):
        return float(text)
    return _day(text) if _DATE.fullmatch(text) else text


def _day(text: str) -> object:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def _line(mark: Any) -> int:  # noqa: ANN401 - PyYAML's marks have no types
    return int(mark.line) + 1 if mark is not None else 1


def _step(node: Any, key: str | int, line: int) -> tuple[Any, int]:  # noqa: ANN401 - PyYAML's nodes have no types
    if isinstance(node, yaml.MappingNode):
        for name, value in reversed(node.value):
            if name.value == key:
                return value, _line(name.start_mark)
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key <= len(node.value):
        return node.value[key - 1], _line(node.value[key - 1].start_mark)
    return None, line
