"""What may stand where in a file: the shapes that `keys` declares. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text of `least` to `most` characters."""

    least: int = 1
    most: int = 3000


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """Anything that `read` can turn into its type; it raises `ValueError` where it cannot."""

    read: Callable[[object], object]
    code: str
    blank: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of some texts."""

    values: tuple[str, ...]
    code: str = "unknown-value"


@dataclass(frozen=True, slots=True, kw_only=True)
class Many:
    """A list; `identity` is the key whose values may not be repeated in it."""

    of: "Shape"
    least: int = 0
    identity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A mapping with declared keys."""

    required: Mapping[str, "Shape"] = field(default_factory=dict)
    optional: Mapping[str, "Shape"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """A mapping with any keys."""

    of: "Shape"


@dataclass(frozen=True, slots=True, kw_only=True)
class Maybe:
    """The shape, or null: the publisher may not know."""

    of: "Shape"


Shape = Text | Scalar | Choice | Many | Record | Entries | Maybe


def blank(shape: Shape) -> Any:  # noqa: ANN401 - as many types as shapes
    """What stands where nothing right was written."""
    match shape:
        case Text():
            return ""
        case Scalar():
            return shape.blank
        case Choice():
            return shape.values[0]
        case Many():
            return ()
        case Record():
            return {name: blank(part) for name, part in shape.required.items()} | dict.fromkeys(shape.optional)
        case Entries():
            return {}
        case Maybe():
            return None
