"""A value mended to fit its shape, with every fault that it had. Pure."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from celosia.load.shape import Cases, Choice, Entries, Many, Maybe, Record, Scalar, Shape, Text
from celosia.load.yaml import Repeated
from celosia.model.nearest import nearest, shown

Keys = tuple[str | int, ...]
Details = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong with the value at `keys`, from the value that was asked about (positions in a list count from 1)."""

    code: str
    keys: Keys = ()
    details: Details = ()


Conformed = tuple[Any, tuple[Fault, ...]]


def conform(value: object, shape: Shape) -> Conformed:
    """The value with the shape that was declared, and its faults.

    What does not fit is replaced by a blank (an empty text, no list, no date), so that all the rest can still be read
    and every fault is told at once. A record has all its declared keys; one that is absent and optional is `None`.
    """
    return _CONFORM[type(shape)](value, shape)


def _text(value: object, shape: Text) -> Conformed:
    if not isinstance(value, str):
        return "", (Fault(code="not-text"),)
    length = len(value)
    if shape.least <= length <= shape.most and (length != 1 or not value.isspace()):
        return value.strip(), ()
    if not value.strip():
        return "", (Fault(code="empty-text"),)
    code = "short-text" if length < shape.least else "long-text"
    limit = shape.least if length < shape.least else shape.most
    return value[: shape.most], (Fault(code=code, details=(("limit", str(limit)),)),)


def _scalar(value: object, shape: Scalar) -> Conformed:
    try:
        return shape.read(value), ()
    except ValueError:
        return shape.blank, (Fault(code=shape.code),)


def _choice(value: object, shape: Choice) -> Conformed:
    if isinstance(value, str) and value in shape.values:
        return value, ()
    near = nearest(str(value)[:100], shape.values)
    details = (("value", shown(str(value)[:100])), ("expected", ", ".join(shape.values)), *_near(near))
    return shape.values[0], (Fault(code=shape.code, details=details),)


def _many(value: object, shape: Many) -> Conformed:
    if not isinstance(value, list):
        return (), (Fault(code="not-a-list"),)
    read = [conform(part, shape.of) for part in value]
    faults = tuple(fault for number, (_, found) in enumerate(read, 1) for fault in _at(number, found))
    if len(value) < shape.least:
        faults = (*faults, Fault(code="short-list", details=(("least", str(shape.least)),)))
    parts = tuple(part for part, _ in read)
    return parts, (*faults, *_repeated(parts, shape))


def _repeated(parts: tuple[Any, ...], shape: Many) -> Iterator[Fault]:
    if shape.identity is None:
        return
    seen = set()
    for number, part in enumerate(parts, 1):
        name = part[shape.identity]
        if name in seen and name:
            yield Fault(code="repeated-name", keys=(number, shape.identity), details=(("name", shown(str(name))),))
        seen.add(name)


def _record(value: object, shape: Record) -> Conformed:
    if not isinstance(value, dict):
        return shape.blank, (Fault(code="not-a-mapping"),)
    faults: list[Fault] = []
    parts: dict[str, Any] = {}
    for name, part in shape.required.items():
        if name in value:
            parts[name], found = conform(value[name], part)
            faults.extend(_at(name, found))
        else:
            parts[name] = part.blank
    for name, part in shape.optional.items():
        parts[name] = None
        if value.get(name) is not None:
            parts[name], found = conform(value[name], part)
            faults.extend(_at(name, found))
    if len(value) < len(shape.required) or not (value.keys() <= parts.keys() and shape.required.keys() <= value.keys()):
        faults.extend(_keys(value, shape))
    return parts, tuple(faults)


def _keys(value: Mapping[object, object], shape: Record) -> Iterator[Fault]:
    known = [*shape.required, *shape.optional]
    offered = set()
    for key in value:
        if isinstance(key, Repeated):
            yield Fault(code="repeated-key", keys=(key.name,), details=(("name", shown(key.name)),))
        elif key not in known:
            near = nearest(str(key), (name for name in known if name not in value))
            offered.add(near)
            details = (("name", shown(str(key))), ("expected", ", ".join(known)), *_near(near))
            yield Fault(code="unknown-key", keys=(str(key),), details=details)
    for name in shape.required:
        if name not in value and name not in offered:
            yield Fault(code="missing-key", details=(("name", name),))


def _entries(value: object, shape: Entries) -> Conformed:
    if not isinstance(value, dict):
        return {}, (Fault(code="not-a-mapping"),)
    read = {str(name): conform(part, shape.of) for name, part in value.items()}
    faults = tuple(fault for name, (_, found) in read.items() for fault in _at(name, found))
    return {name: part for name, (part, _) in read.items()}, faults


def _maybe(value: object, shape: Maybe) -> Conformed:
    return (None, ()) if value is None else conform(value, shape.of)


def _cases(value: object, shape: Cases) -> Conformed:
    return conform(value, shape.cases.get(_word_at(value, shape.way), shape.otherwise))


def _word_at(value: object, way: tuple[str, ...]) -> str:
    for name in way:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, str) else ""


def _at(step: str | int, found: tuple[Fault, ...]) -> tuple[Fault, ...]:
    """Faults of a part, as those of the whole: the way to a fault is only spelt out where there is one."""
    return tuple(replace(fault, keys=(step, *fault.keys)) for fault in found) if found else ()


def _near(name: str) -> Details:
    return (("nearest", name),) if name else ()


_CONFORM: Mapping[type, Callable[[Any, Any], Conformed]] = {
    Text: _text, Scalar: _scalar, Choice: _choice, Many: _many, Record: _record, Entries: _entries, Maybe: _maybe,
    Cases: _cases,
}  # fmt: skip
