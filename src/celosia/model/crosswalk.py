"""A crosswalk: which categories of several systems mean the same, so that their figures may stand side by side."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from celosia.model.dataset import SourceLink
from celosia.model.langstring import LangString

Match = Literal["exact", "narrower", "broader", "none"]
"""What a system's category is beside the common code (SKOS `exactMatch`; narrower: it holds a part of it, broader: more)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonCode:
    """A category on which the systems are brought together; `codes` are those of standards, where we can cite them."""

    id: str
    label: LangString
    standards: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """The rows of a table that a system's category is: all with these values; none where there is no common `code`."""

    system: str
    label: LangString
    match: Match
    dataset: str
    table: str
    measure: str
    where: tuple[tuple[str, str], ...]
    code: str | None = None
    note: LangString | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CrosswalkDimension:
    """One breakdown: its common codes, and what each system has of it. `note` says what must be minded."""

    id: str
    title: LangString
    codes: tuple[CommonCode, ...]
    mappings: tuple[Mapping, ...]
    note: LangString | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountingSystem:
    """A system that counts, as a column of the view; `counts` says what one unit is in it."""

    id: str
    name: LangString
    counts: LangString


@dataclass(frozen=True, slots=True, kw_only=True)
class Crosswalk:
    """The categories of some systems of one country on common codes, by who and when."""

    id: str
    title: LangString
    country: str
    summary: LangString
    author: str
    date: date
    systems: tuple[CountingSystem, ...]
    dimensions: tuple[CrosswalkDimension, ...]
    standards: tuple[tuple[str, SourceLink], ...] = ()
    missing: tuple[LangString, ...] = ()
