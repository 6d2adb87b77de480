"""The catalogue: what the site is called, who answers for it, and all that it holds."""

from dataclasses import dataclass, field
from datetime import date

from celosia.model.agreement import Agreement
from celosia.model.commitment import Commitment, Event
from celosia.model.comparison import Comparison
from celosia.model.conformance import Conformance
from celosia.model.crosswalk import Crosswalk
from celosia.model.dataset import Dataset, License, Source, Version
from celosia.model.glossary import EntryGroup, Term
from celosia.model.langstring import LangString
from celosia.model.permanence import Permanence
from celosia.model.placement import Placement
from celosia.model.policy import DEFAULT_POLICY, Policy
from celosia.model.release import Release
from celosia.model.remembered import Remembered
from celosia.model.synonym import Synonym
from celosia.model.system import System


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """Who publishes (`foaf:Agent`); `type` is a code of the ADMS vocabulary of publishers."""

    name: str
    url: str
    email: str | None = None
    type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLine:
    """A help line that is shown on every page, with the source that confirms it and the day it was read."""

    country: str
    number: str
    label: LangString
    note: LangString
    source: str
    checked: date


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Territory(Remembered):
    """An area of ISO 3166-1 or -2; `column` and `row` place its tile on the schematic map, `short` is written in it."""

    code: str
    name: LangString
    parent: str | None = None
    short: str | None = None
    column: int | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigure:
    """A figure of the home page: the row of a table, found by the values of its key."""

    dataset: str
    table: str
    measure: str
    where: tuple[tuple[str, str], ...]
    label: LangString


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Datasets that belong together (`dcat:DatasetSeries`): each names it, it names none."""

    id: str
    title: LangString
    description: LangString


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What comparisons are about: each names one by its id."""

    id: str
    title: LangString


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Site(Remembered):
    """What every page shares; nothing in it changes from one build to the next, or every page would.

    Without `exit_url` there is no quick exit: a site that nobody has to leave in a hurry needs none.
    `terms` are those of the glossary, to which the texts of pages lead.
    """

    title: LangString
    description: LangString
    publisher: Agent
    url: str
    languages: tuple[str, ...]
    license: License
    help_lines: tuple[HelpLine, ...]
    exit_url: str | None
    issues_url: str | None
    norms: str | None = None
    directory: str | None = None
    sources: str | None = None
    series: tuple[Series, ...] = ()
    terms: tuple[Term, ...] = ()

    @property
    def host(self) -> str:
        """The site's own name, in the identifiers of events and cards (RFC 7986 §5.3)."""
        return self.url.partition("://")[2].partition("/")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page that a person wrote (docs/<lang>/): `path` is its address ("methods/"), `meta` its front matter."""

    path: str
    lang: str
    title: str
    description: str
    body: str
    neutral_title: str | None = None
    section: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """A `dcat:Catalog`: all that `load` read, parsed once. `assets`: the brand's own files, by site path.

    `modified` is the build's only clock: SOURCE_DATE_EPOCH, or the commit's date, or the newest dataset's. `policy` is what
    keeps people from being found in every table, `releases` what was published before, oldest first. `versions` are the frozen
    releases of the datasets, each dataset's oldest first; `permanence` is what was ever published, and where it is now.
    `featured` are the comparisons that come first, by their ids.
    """

    site: Site
    modified: date
    key_figures: tuple[KeyFigure, ...]
    datasets: tuple[Dataset, ...]
    agreements: tuple[Agreement, ...]
    territories: tuple[Territory, ...]
    sources: tuple[Source, ...]
    pages: tuple[Page, ...]
    assets: tuple[tuple[str, bytes], ...] = ()
    policy: Policy = DEFAULT_POLICY
    releases: tuple[Release, ...] = ()
    versions: tuple[Version, ...] = ()
    permanence: Permanence = field(default_factory=Permanence)
    conformance: Conformance | None = None
    commitments: tuple[Commitment, ...] = ()
    events: tuple[Event, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    topics: tuple[Topic, ...] = ()
    featured: tuple[str, ...] = ()
    crosswalks: tuple[Crosswalk, ...] = ()
    placements: tuple[Placement, ...] = ()
    systems: tuple[System, ...] = ()
    glossary: tuple[EntryGroup, ...] = ()
    synonyms: tuple[Synonym, ...] = ()

    def dataset(self, id: str) -> Dataset:  # noqa: A002 - the field's word
        """The dataset of that id. `KeyError` where there is none."""
        for dataset in self.datasets:
            if dataset.id == id:
                return dataset
        raise KeyError(id)
