"""The files of the reference catalogue as they are committed, read without any of our code."""

import csv
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]


def rows_of(dataset: str, table: str, where: Mapping[str, str]) -> list[dict[str, str]]:
    """The rows of a table that have these values; none where it lacks a column of them."""
    with (ROOT / "datasets" / dataset / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if all(row.get(name) == value for name, value in where.items())]
