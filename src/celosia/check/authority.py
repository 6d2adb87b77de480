"""The closed lists that descriptors take their codes from. Pure."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def codes(name: str) -> frozenset[str]:
    """The codes of one list of authority.toml."""
    return frozenset(_read("authority.toml")[name])


@cache
def areas() -> frozenset[str]:
    """ISO 3166-1 alpha-2 codes and the ISO 3166-2 codes of the countries that country.toml lists."""
    listed = _read("country.toml")
    return frozenset(listed["countries"]).union(*listed["areas"].values())


@cache
def countries() -> frozenset[str]:
    """ISO 3166-1 alpha-2."""
    return frozenset(_read("country.toml")["countries"])


def is_area(code: str) -> bool:
    """Whether a code is of ISO 3166-1, or of ISO 3166-2 as far as we have its country's list.

    >>> is_area("AR-A"), is_area("AR-1"), is_area("BO-L"), is_area("XX")
    (True, False, True, False)
    """
    country, dash, part = code.partition("-")
    if code in areas():
        return True
    return bool(dash) and country in countries() and country not in _read("country.toml")["areas"] and part.isalnum()


@cache
def _read(name: str) -> Mapping[str, Any]:
    return tomllib.loads(files("celosia.check").joinpath(name).read_text(encoding="utf-8"))
