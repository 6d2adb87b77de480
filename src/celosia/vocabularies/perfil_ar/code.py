"""The codes of the Perfil Nacional: how often, where, of which type. Pure."""

from collections.abc import Iterable, Mapping

from celosia.model import Column
from celosia.vocabularies.dcat.authority import COUNTRIES

EVENTUAL = "eventual"
FREQUENCIES: Mapping[str, str] = {
    "TRIDECENNIAL": "R/P30Y", "BIDECENNIAL": "R/P20Y", "DECENNIAL": "R/P10Y", "QUINQUENNIAL": "R/P5Y",
    "QUADRENNIAL": "R/P4Y", "TRIENNIAL": "R/P3Y", "BIENNIAL": "R/P2Y", "ANNUAL": "R/P1Y", "ANNUAL_2": "R/P6M",
    "ANNUAL_3": "R/P4M", "QUARTERLY": "R/P3M", "BIMONTHLY": "R/P2M", "MONTHLY": "R/P1M", "MONTHLY_2": "R/P0.5M",
    "MONTHLY_3": "R/P0.33M", "BIWEEKLY": "R/P2W", "WEEKLY": "R/P1W", "WEEKLY_2": "R/P0.5W", "WEEKLY_3": "R/P0.33W",
    "DAILY": "R/P1D", "DAILY_2": "R/PT12H", "TRIHOURLY": "R/PT3H", "BIHOURLY": "R/PT2H", "HOURLY": "R/PT1H",
    "CONT": "R/PT1S", "UPDATE_CONT": "R/PT1S",
}  # fmt: skip
"""ISO 8601 repetitions by the code of the European table; whatever has no rhythm is «eventual»."""

INDEC: Mapping[str, str] = {
    "C": "02", "B": "06", "K": "10", "X": "14", "W": "18", "H": "22", "U": "26", "E": "30", "P": "34", "Y": "38", "L": "42",
    "F": "46", "M": "50", "N": "54", "Q": "58", "R": "62", "A": "66", "J": "70", "D": "74", "Z": "78", "S": "82", "G": "86",
    "T": "90", "V": "94",
}  # fmt: skip
"""The province codes of INDEC by the letter of ISO 3166-2:AR."""

TYPES: Mapping[str, str] = {"year": "integer"}


def frequency(code: str) -> str:
    """How often a dataset is brought up to date.

    >>> frequency("ANNUAL"), frequency("NOT_PLANNED")
    ('R/P1Y', 'eventual')
    """
    return FREQUENCIES.get(code, EVENTUAL)


def spatial(codes: Iterable[str]) -> str | list[str] | None:
    """The areas: countries by ISO 3166-1 alpha-3, Argentine provinces by INDEC; one alone is no list.

    >>> spatial(["AR"]), spatial(["AR-A", "AR-Z"]), spatial([])
    ('ARG', ['66', '78'], None)
    """
    told = list(dict.fromkeys(_area(code) for code in codes))
    return told[0] if len(told) == 1 else told or None


def field_type(column: Column) -> str:
    """The type of a column."""
    return TYPES.get(column.type, column.type)


def _area(code: str) -> str:
    country, _, part = code.partition("-")
    if country == "AR" and part in INDEC:
        return INDEC[part]
    return COUNTRIES.get(country, country)
