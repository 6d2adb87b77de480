"""What celosia audit says of each table, and, to whoever asks for it, of each hidden cell. Pure."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


def inspected_line(path: str, hidden: int, unsafe: int, lang: str) -> str:
    """One table: how many cells it hides, and how many of them somebody can find out.

    >>> inspected_line("por-edad.csv", 4, 0, "en")
    'por-edad.csv: 4 hidden cells, all safe (proven)'
    """
    return word("unsafe" if unsafe else "safe", lang).format(path=path, hidden=hidden, unsafe=unsafe)


def interval_line(cell: str, low: int, high: int | None, lang: str) -> str:
    """Between which numbers a cell is proven to lie.

    >>> interval_line("edad 18-25", 3, None, "en")
    '  edad 18-25: 3 or more'
    """
    return word("from" if high is None else "interval", lang).format(cell=cell, low=low, high=high)


def word(name: str, lang: str) -> str:
    """A phrase, with fields in braces."""
    return _words()[lang][name]


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files("celosia.locales").joinpath("inspection.toml").read_text(encoding="utf-8"))
