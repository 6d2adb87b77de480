"""What a file says, whatever its format: texts, tables, drawn marks, and the parts of it that nobody looks at. Pure."""

from dataclasses import dataclass, field
from datetime import date

Raw = str | int | float | bool | date | None
"""A cell as a reader of the file gets it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text, and the part of the file that it stands in: `alt`, `sharedStrings`, `README.txt` … `row` where that helps."""

    part: str
    text: str
    row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table: its part of the file, the names of its columns, its rows, and how each cell looks, if it has looks."""

    part: str
    names: tuple[str, ...]
    rows: tuple[tuple[Raw, ...], ...]
    looks: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All that a file says. `parts` are those that no reader of the file sees, by their names; none should be there.

    `members` are the files inside it.
    """

    passages: tuple[Passage, ...] = ()
    grids: tuple[Grid, ...] = ()
    parts: tuple[str, ...] = ()
    members: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)


class UnreadableError(ValueError):
    """The file is not what its name says, or holds what we cannot read: it must not be served."""
