"""`celosia record`: from the day that an address is written down, no build may break it."""

from dataclasses import dataclass
from datetime import date

from celosia.permanence.building import Bench, rows_of
from celosia.permanence.ledger import recorded, write_ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """How many addresses are new in the ledger, and how many it has."""

    new: int
    all: int


def record(bench: Bench, day: date) -> Recorded:
    """Build, write down every address of the site, and build again what tells of them. Errors as of any build."""
    publication, site = bench.finished()
    before = rows_of(publication)
    rows = recorded(before, site, day)
    if rows != before:
        write_ledger(bench.root, rows)
        bench.finished()
    return Recorded(new=len(rows) - len(before), all=len(rows))
