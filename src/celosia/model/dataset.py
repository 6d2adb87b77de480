"""A dataset: its tables, and all that one must know not to misread them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from celosia.model.chart import Chart
from celosia.model.counted import Unit
from celosia.model.langstring import LangString
from celosia.model.linked import LinkedFile, Origin
from celosia.model.microdata import RecordLevel, Review
from celosia.model.policy import DEFAULT_POLICY, Policy, Waiver
from celosia.model.remembered import Remembered
from celosia.model.table import Table

Kind = Literal["statistics", "directory", "register", "linked"]
ChangeType = Literal["new-data", "revision", "correction", "method-change", "withdrawal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class License:
    """A licence (`dct:LicenseDocument`); `code` is the EU authority table's (CC_BY_4_0)."""

    name: str
    title: str
    url: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLink:
    """Where something was read: a title and an address (Data Package 2 `sources`)."""

    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A row of the catalogue's table of sources: what a row's source id stands for."""

    id: str
    title: str
    publisher: str
    kind: str
    date: str | None
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A point from which figures are no longer comparable (SDMX OBS_STATUS B): no line is drawn across it."""

    at: str
    label: LangString


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The «¿Qué cuenta?» box: what one unit is and what happens before it is counted."""

    unit: Unit
    what: LangString
    event: LangString
    recorder: LangString
    definition: LangString
    includes: LangString
    excludes: LangString
    period_rule: LangString
    breaks: tuple[Break, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An entry of the dataset's changelog (`adms:versionNotes`); `periods` are those whose figures it touched."""

    version: str
    date: date
    type: ChangeType
    note: LangString
    periods: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Dataset(Remembered):
    """A `dcat:Dataset`; `summary` is the sentence that answers the first question, `withheld` says what waits and why.

    `policy` is the catalogue's with the dataset's own exceptions. `population` names who is counted where tables of several
    datasets count the same people, `populations` (table, name) where a table counts others than the rest of its dataset.
    `links` are files that stay elsewhere; a dataset of the kind `linked` has them only, and `origin` says whose it is. `series`
    are ids of the catalogue's. `agent_types` are of whoever has a role (`creator`): codes of the ADMS vocabulary of publishers.
    """

    id: str
    title: LangString
    description: LangString
    summary: LangString
    version: str
    kind: Kind
    issued: date
    modified: date
    keywords: tuple[LangString, ...]
    license: License
    publisher: str
    creator: str
    sources: tuple[SourceLink, ...]
    spatial: tuple[str, ...]
    themes: tuple[str, ...]
    frequency: str
    counts: Counts
    tables: tuple[Table, ...]
    charts: tuple[Chart, ...]
    changes: tuple[Change, ...]
    related: tuple[str, ...] = ()
    withheld: LangString | None = None
    policy: Policy = DEFAULT_POLICY
    population: str | None = None
    populations: tuple[tuple[str, str], ...] = ()
    waivers: tuple[Waiver, ...] = ()
    record_level: tuple[RecordLevel, ...] = ()
    reviewed: tuple[Review, ...] = ()
    links: tuple[LinkedFile, ...] = ()
    origin: Origin | None = None
    series: tuple[str, ...] = ()
    agent_types: tuple[tuple[str, str], ...] = ()

    def table(self, name: str) -> Table:
        """The table of that name. `KeyError` where there is none."""
        for table in self.tables:
            if table.name == name:
                return table
        raise KeyError(name)

    def states(self, name: str) -> bool:
        """Whether a property is known, or a blank stands for what the publisher of a linked dataset does not say."""
        return self.origin is None or name not in self.origin.not_stated


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A release of a dataset, frozen (`dcat:hasVersion`): its bytes never change again.

    `dataset` is the dataset as it was; `files` are served under `datasets/<id>/v/<version>/` as they are, by their path there.
    """

    dataset: Dataset
    change: Change
    files: tuple[tuple[str, bytes], ...]
