"""A table as CSV: its cells, and what a program that reads it never shows. Pure."""

import csv
from io import StringIO

from celosia.seal.content import Content, Grid


def read_csv(body: bytes) -> Content:
    """The table. A quoted empty cell is told: it looks like an empty one, and could tell some of them from others."""
    text = body.decode("utf-8-sig")
    names, *rows = csv.reader(StringIO(text, newline=""), strict=True)
    parts = ("quoted empty cell",) if _has_quoted_gap(text) else ()
    return Content(grids=(Grid(part="table", names=tuple(names), rows=tuple(map(tuple, rows))),), parts=parts)


def _has_quoted_gap(text: str) -> bool:
    padded = f"\n{text}\n".replace("\r\n", "\n")
    return any(f'{before}""{after}' in padded for before in ",\n" for after in ",\n")
