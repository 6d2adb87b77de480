"""What a figure counts: the units that the rules of disclosure tell apart."""

from typing import Literal, get_args

Unit = Literal[
    "persons",
    "households",
    "cases",
    "reports",
    "judgments",
    "calls",
    "events",
    "institutions",
    "documents",
    "samples",
    "unknown",
]
"""`unknown`: the publisher of a linked dataset does not say; no table of ours may count it."""

UNITS: tuple[Unit, ...] = tuple(unit for unit in get_args(Unit) if unit != "unknown")
"""Those that a descriptor may name."""
