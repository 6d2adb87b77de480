"""Values as the YAML that our loader reads back to the same values. Pure."""

import re
from typing import Any

import yaml

_DAYS = frozenset(("issued", "modified", "date"))
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WIDTH = 120


class _Plain(yaml.SafeDumper):
    """No anchors: our loader reads none."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the signature is PyYAML's
        """Never one."""
        return True


class _Day(str):
    """A day, written without quotation marks."""

    __slots__ = ()


_Plain.add_representer(_Day, lambda dumper, day: dumper.represent_scalar("tag:yaml.org,2002:timestamp", str(day)))


def written(value: object, head: str = "") -> bytes:
    """The YAML, below a comment of our own."""
    text = yaml.dump(_dated(value), Dumper=_Plain, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return (head + text).encode()


def undated(value: object) -> Any:  # noqa: ANN401 - a value of YAML
    """What the loader of YAML read, with days as texts: as JSON holds it."""
    if isinstance(value, dict):
        return {str(name): undated(part) for name, part in value.items()}
    if isinstance(value, list):
        return [undated(part) for part in value]
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def _dated(value: object, name: str = "") -> object:
    if isinstance(value, dict):
        return {key: _dated(part, key) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_dated(part) for part in value]
    return _Day(value) if name in _DAYS and isinstance(value, str) and _DAY.fullmatch(value) else value
