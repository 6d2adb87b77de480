"""Where the places that a source names lie: which of its own districts or regions belong to which territory, and why."""

from dataclasses import dataclass
from typing import Literal

from celosia.model.dataset import SourceLink
from celosia.model.langstring import LangString

Match = Literal["same-name", "within", "several", "none"]
"""The source's place bears the territory's name; it lies within it; it is several places of it together; nowhere in one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedColumn:
    """A column of a table whose values are places of the source."""

    dataset: str
    table: str
    column: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedValue:
    """A place of the source, and the territory that shows it; none where it belongs to no single one. `reason` says why."""

    value: str
    match: Match
    territory: str | None = None
    reason: LangString | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TerritoryNote:
    """What a reader of a territory's page must know of how the sources name places."""

    territory: str
    text: LangString


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """A documented mapping from a source's own places to territories (`skos:closeMatch`, never `skos:exactMatch`).

    `note` is said beside each figure that a territory shows by way of it.
    """

    id: str
    title: LangString
    note: LangString
    columns: tuple[PlacedColumn, ...]
    values: tuple[PlacedValue, ...]
    sources: tuple[SourceLink, ...]
    notes: tuple[TerritoryNote, ...] = ()
