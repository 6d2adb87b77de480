"""The nouns of a catalogue: frozen values, in the words of DCAT 3, Data Package 2, SDMX and SHACL. Pure."""

from celosia.model.agreement import Agreement, AgreementStatus, Approval, Party
from celosia.model.catalog import Agent, Catalog, HelpLine, Page, Series, Site, Territory
from celosia.model.chart import CHART_KINDS, Chart, Filter
from celosia.model.conformance import Conformance, Judged, Judgment, Score
from celosia.model.dataset import Break, Change, Counts, Dataset, License, Source, SourceLink, Version
from celosia.model.finding import Finding, Place, Report
from celosia.model.glossary import Entry, EntryGroup, Term
from celosia.model.langstring import LANGUAGES, LangString
from celosia.model.linked import Contact, LinkedField, LinkedFile, Origin
from celosia.model.microdata import RecordLevel, Review
from celosia.model.period import PeriodOfTime
from celosia.model.permanence import Permanence, PublishedAddress, Removed, Withdrawal
from celosia.model.placement import Match, PlacedColumn, PlacedValue, Placement, TerritoryNote
from celosia.model.policy import DEFAULT_POLICY, Policy, Waiver, ZeroPolicy
from celosia.model.release import Release, ReleasedCell
from celosia.model.synonym import Synonym
from celosia.model.system import Promise, Statement, System
from celosia.model.table import Cell, Code, Column, Concept, Role, Row, Table
from celosia.model.unit import Made, Unit

__all__ = [
    "CHART_KINDS",
    "DEFAULT_POLICY",
    "LANGUAGES",
    "Agent",
    "Agreement",
    "AgreementStatus",
    "Approval",
    "Break",
    "Catalog",
    "Cell",
    "Change",
    "Chart",
    "Code",
    "Column",
    "Concept",
    "Conformance",
    "Contact",
    "Counts",
    "Dataset",
    "Entry",
    "EntryGroup",
    "Filter",
    "Finding",
    "HelpLine",
    "Judged",
    "Judgment",
    "LangString",
    "License",
    "LinkedField",
    "LinkedFile",
    "Made",
    "Match",
    "Origin",
    "Page",
    "Party",
    "PeriodOfTime",
    "Permanence",
    "Place",
    "PlacedColumn",
    "PlacedValue",
    "Placement",
    "Policy",
    "Promise",
    "PublishedAddress",
    "RecordLevel",
    "Release",
    "ReleasedCell",
    "Removed",
    "Report",
    "Review",
    "Role",
    "Row",
    "Score",
    "Series",
    "Site",
    "Source",
    "SourceLink",
    "Statement",
    "Synonym",
    "System",
    "Table",
    "Term",
    "Territory",
    "TerritoryNote",
    "Unit",
    "Version",
    "Waiver",
    "Withdrawal",
    "ZeroPolicy",
]
