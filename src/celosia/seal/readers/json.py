"""JSON of any shape: its texts and numbers with the key they stand under, and a list of rows as a table. Pure."""

import json
from collections.abc import Iterator, Mapping

from celosia.seal.content import Content, Grid, Passage, UnreadableError

NUMBER = "number of "
_DRAWN = frozenset(
    {"x", "y", "size", "top", "bottom", "left", "right", "slot", "width", "height", "dash", "start", "end", "low", "high"}
)
"""Numbers that place a drawing; `vega.py` judges those that are figures."""


def read_json(body: bytes) -> Content:
    """A table's `rows` as a grid, everything else as passages. A key that is there twice hides the first: it is told."""
    document = json.loads(body, parse_constant=_refuse)
    members: list[int] = []
    json.loads(body, object_pairs_hook=lambda pairs: members.append(len(pairs) - len(dict(pairs))))
    grids = tuple(_grids(document))
    rest = {key: value for key, value in document.items() if key != "rows"} if grids else document
    return Content(passages=tuple(passages_in(rest)), grids=grids, parts=("repeated key",) if any(members) else ())


def passages_in(value: object, key: str = "value") -> Iterator[Passage]:
    """Every text of a document; a number is said with its key, as if it were a sentence («hombres: 12»)."""
    if isinstance(value, Mapping):
        for name, member in value.items():
            if any(map(str.isdigit, name)):
                yield Passage(part=key, text=name)
            yield from passages_in(member, str(name))
    elif isinstance(value, list | tuple):
        for member in value:
            yield from passages_in(member, key)
    elif isinstance(value, str):
        yield Passage(part=key, text=value)
    elif isinstance(value, int | float) and not isinstance(value, bool) and key not in _DRAWN:
        yield Passage(part=f"{NUMBER}{key}", text=f"{key.replace('_', ' ')}: {value}")


def _grids(document: object) -> Iterator[Grid]:
    """The rows of a table. Each must have the same keys in the same order: another order could tell some from others."""
    rows = document.get("rows") if isinstance(document, Mapping) else None
    if isinstance(rows, list) and rows and all(isinstance(row, Mapping) for row in rows):
        names = tuple(rows[0])
        if any(tuple(row) != names for row in rows):
            raise UnreadableError
        yield Grid(part="rows", names=names, rows=tuple(tuple(row.values()) for row in rows))


def _refuse(constant: str) -> object:
    raise UnreadableError(constant)
