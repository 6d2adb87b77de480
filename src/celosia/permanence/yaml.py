"""Small changes to YAML files that people write: an entry taken out, a value replaced, comments and order kept. Pure."""

import json
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import yaml

from celosia.model import LangString

Picked = Callable[[Any], bool]


def quoted(value: object) -> str:
    """A value as YAML on one line: texts quoted as JSON does, which YAML reads the same.

    >>> quoted("a: b"), quoted(True), quoted(None), quoted(LangString(es="x", en="y"))
    ('"a: b"', 'true', 'null', '{es: "x", en: "y"}')
    """
    if isinstance(value, LangString):
        english = f", en: {quoted(value.en)}" if value.en else ""
        return f"{{es: {quoted(value.es)}{english}}}"
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)


def without(text: str, way: tuple[str, ...], picked: Picked) -> str:
    r"""The text without the entries of a list that are picked; `way` are the keys that lead to the list.

    The key of a list that becomes empty goes too.

    >>> print(without("a:\n  b:\n    - x: 1\n    - x: 2\n", ("a", "b"), lambda entry: entry["x"] == "1"))
    a:
      b:
        - x: 2
    <BLANKLINE>
    >>> without("b: [{x: 1}, {x: 2}]\n", ("b",), lambda entry: entry["x"] == "2")
    'b: [{x: 1}]\n'
    """
    return without_numbers(text, way, positions(text, way, picked))


def positions(text: str, way: tuple[str, ...], picked: Picked) -> tuple[int, ...]:
    """Which entries of a list are picked, from 0; none where there is no such list."""
    found = _at(yaml.compose(text, Loader=yaml.CSafeLoader), way)
    return () if found is None else tuple(n for n, node in enumerate(found[1].value) if picked(_constructed(node)))


def entries(text: str, way: tuple[str, ...]) -> tuple[Any, ...]:
    """The entries of a list as plain values; none where there is no such list."""
    found = _at(yaml.compose(text, Loader=yaml.CSafeLoader), way)
    return () if found is None else tuple(_constructed(node) for node in found[1].value)


def without_numbers(text: str, way: tuple[str, ...], numbers: tuple[int, ...]) -> str:
    """The text without some entries of a list, by their positions. Those that there are not are not missed."""
    for number in sorted(numbers, reverse=True):
        found = _at(yaml.compose(text, Loader=yaml.CSafeLoader), way)
        if found is not None and number < len(found[1].value):
            text = _without_number(text, found, number)
    return text


def replaced(text: str, key: str, value: str) -> str:
    r"""The text with another value for a key that stands on a line of its own, wherever it is first.

    >>> replaced("name: x\nversion: 1.0.0\n", "version", "2.0.0")
    'name: x\nversion: 2.0.0\n'
    """
    return re.sub(rf"^(\s*{re.escape(key)}:\s*).*$", lambda found: f"{found[1]}{value}", text, count=1, flags=re.MULTILINE)


def _without_number(text: str, found: tuple[Any, Any], number: int) -> str:
    key, listed = found
    if len(listed.value) == 1:
        return _cut(text, _line_start(text, _index(text, key.start_mark)), _index(text, listed.end_mark))
    node, last = listed.value[number], number + 1 == len(listed.value)
    start, end = _index(text, node.start_mark), _index(text, node.end_mark)
    if listed.flow_style:
        start = _index(text, listed.value[number - 1].end_mark) if last else start
        end = end if last else _index(text, listed.value[number + 1].start_mark)
        return text[:start] + text[end:]
    after = _index(text, listed.end_mark) if last else _line_start(text, _index(text, listed.value[number + 1].start_mark))
    return _cut(text, _line_start(text, start), after)


def _cut(text: str, start: int, end: int) -> str:
    """Whole lines only: what follows on the line where the end is belongs to what was taken out, unless it begins there."""
    begins = end == 0 or text[end - 1] == "\n" or not text[_line_start(text, end) : end].strip()
    stop = _line_start(text, end) if begins else text.find("\n", end) + 1 or len(text)
    return text[:start] + text[stop:]


def _at(node: Any, way: tuple[str, ...]) -> tuple[Any, Any] | None:  # noqa: ANN401 - the same
    pair = None
    for name in way:
        pair = next((one for one in getattr(node, "value", ()) if one[0].value == name), None)
        if pair is None:
            return None
        node = pair[1]
    return pair if isinstance(node, yaml.SequenceNode) else None


def _constructed(node: Any) -> Any:  # noqa: ANN401 - the same
    """A node as plain values: texts, lists, mappings."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: _constructed(value) for key, value in node.value}
    return [_constructed(one) for one in node.value] if isinstance(node, yaml.SequenceNode) else node.value


def _index(text: str, mark: Any) -> int:  # noqa: ANN401 - the same
    """Where a mark is. Its own index counts bytes in libyaml, so lines and columns are taken."""
    lines = text.splitlines(keepends=True)
    return sum(map(len, lines[: mark.line])) + int(mark.column)


def _line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1
