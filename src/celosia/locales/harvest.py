"""What celosia import says when it is done, and the words of its report. Pure."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


def spoken(name: str, lang: str) -> str:
    """A phrase, with fields in braces."""
    return _words()[lang][name]


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files("celosia.locales").joinpath("harvest.toml").read_text(encoding="utf-8"))
