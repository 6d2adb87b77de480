"""What may stand where in a file: the shapes that `keys` declares, each with the blank that stands for a wrong value. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


class UnfitError(ValueError):
    """A value is not one of its scalar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text of `least` to `most` characters."""

    least: int = 1
    most: int = 3000

    @property
    def blank(self) -> str:
        """No text."""
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """Anything that `read` can turn into its type; it raises `UnfitError` or another `ValueError` where it cannot."""

    read: Callable[[object], object]
    code: str
    blank: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of some texts."""

    values: tuple[str, ...]
    code: str = "unknown-value"

    @property
    def blank(self) -> str:
        """The first one: something must stand there."""
        return self.values[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Many:
    """A list; `identity` is the key whose values may not be repeated in it."""

    of: "Shape"
    least: int = 0
    identity: str | None = None

    @property
    def blank(self) -> tuple[object, ...]:
        """An empty list."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A mapping with declared keys."""

    required: Mapping[str, "Shape"] = field(default_factory=dict)
    optional: Mapping[str, "Shape"] = field(default_factory=dict)

    @property
    def blank(self) -> dict[str, object]:
        """All its declared keys, blank."""
        return {name: part.blank for name, part in self.required.items()} | dict.fromkeys(self.optional)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """A mapping with any keys."""

    of: "Shape"

    @property
    def blank(self) -> dict[str, object]:
        """No entries."""
        return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Maybe:
    """The shape, or null: the publisher may not know."""

    of: "Shape"

    @property
    def blank(self) -> None:
        """Null."""
        return


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    """One of several shapes, by the word at `way`; `otherwise` where it is none of theirs."""

    way: tuple[str, ...]
    cases: Mapping[str, "Shape"]
    otherwise: "Shape"

    @property
    def blank(self) -> object:
        """The usual one's."""
        return self.otherwise.blank


Shape = Text | Scalar | Choice | Many | Record | Entries | Maybe | Cases
