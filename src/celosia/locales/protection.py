"""What celosia protect says when it is done: what was lost, never what was hidden. Pure."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


def table_line(table: str, figures: tuple[int, int], levels: tuple[tuple[str, ...], ...], lang: str) -> str:
    """One table: how many of its figures are not shown, and at which level all can be had.

    >>> table_line("ejemplo/por-edad", (2, 40), (("periodo",),), "en")
    'ejemplo/por-edad: 2 of 40 figures are not published (5 %); whole by: periodo'
    """
    hidden, all_ = figures
    whole = " · ".join(" × ".join(level) for level in levels) or spoken("nowhere", lang)
    share = f"{100 * hidden / max(1, all_):.0f}"
    return spoken("table", lang).format(table=table, hidden=hidden, all=all_, share=share, whole=whole)


def spoken(name: str, lang: str) -> str:
    """A phrase, with fields in braces."""
    return _words()[lang][name]


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files("celosia.locales").joinpath("protection.toml").read_text(encoding="utf-8"))
