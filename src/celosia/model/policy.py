"""The rules that keep people from being found in a table (disclosure rules R1 to R13), as the catalogue declares them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from celosia.model.counted import Unit
from celosia.model.langstring import LangString

ZeroPolicy = Literal["hideable", "shown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What `catalog.yaml` says under `disclosure`, with a dataset's own exceptions applied.

    `thresholds` give k for a unit: counts from 1 to k−1 are hidden; a unit without one has no threshold. `crossed` is the k
    of any unit once its table is crossed with an attribute of victims. `insider` is the least number of hidden cells in a
    line that holds a sensitive one (1 turns the rule off), `dimensions` the most that a table of persons may cross,
    `loss` the share of cells beyond which protection is refused in favour of a redesign, `rounding` the base of controlled
    rounding where that is the method, `reason` why a dataset departs from the catalogue's rules.
    """

    thresholds: tuple[tuple[Unit, int], ...] = (("persons", 10), ("households", 10), ("cases", 5), ("reports", 5))
    crossed: int = 10
    zeros: ZeroPolicy = "hideable"
    insider: int = 3
    dimensions: int = 3
    loss: float = 0.4
    rounding: int | None = None
    reason: LangString | None = None

    def threshold(self, unit: Unit, *, crossed: bool = False) -> int | None:
        """K for a unit, or none. `crossed`: the table tells attributes of victims."""
        own = dict(self.thresholds).get(unit)
        return max(own or 0, self.crossed) if crossed else own


DEFAULT_POLICY = Policy()
"""The rules of a catalogue that says nothing about them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """Leave to show a small count that the State itself has published (rule R2): who signs, when, why, and where it stands."""

    table: str
    measure: str
    where: tuple[tuple[str, str], ...]
    reason: LangString
    signed_by: str
    date: date
    source: str
