"""From a catalogue to findings: every fault of the data at once. Pure."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from celosia.check.audit import audits
from celosia.check.chart import charts
from celosia.check.commitment import dated_events, promised_days, promises
from celosia.check.comparison import (
    comparison_cells,
    comparison_claims,
    comparison_classes,
    comparison_words,
    crosswalk_mappings,
)
from celosia.check.count import populations, small_counts, thresholds, waivers
from celosia.check.disclosure import low_confidence, low_confidence_agreements, shelters, shelters_in_texts
from celosia.check.glossary import glossary
from celosia.check.group import crosses, groups
from celosia.check.kin import Kin, kin
from celosia.check.microdata import microdata
from celosia.check.period import dates, periods
from celosia.check.permanence import promises_kept, reused_names, withdrawals_told
from celosia.check.prose import dataset_prose, page_prose
from celosia.check.reference import approvals, comparisons, key_figures, named_datasets, row_sources, series, territories
from celosia.check.schema import schema
from celosia.check.status import statuses
from celosia.check.system import agreement_territories, placements, systems
from celosia.check.table import tables
from celosia.check.text import catalog_texts, cell_texts, dataset_texts
from celosia.check.total import totals
from celosia.check.translation import catalog_translation, dataset_translation
from celosia.check.version import versions
from celosia.check.vocabulary import catalog_codes, dataset_codes
from celosia.check.wording import catalog_wording, dataset_wording
from celosia.model import Catalog, Dataset, Finding, Report

__all__ = ["CATALOG_CHECKS", "DATASET_CHECKS", "Kin", "check", "check_dataset", "check_kin", "kin", "plain"]

DatasetCheck = Callable[[Dataset], Iterable[Finding]]
CatalogCheck = Callable[[Catalog], Iterable[Finding]]
Subject = TypeVar("Subject")


class Apply(Protocol):
    """How a question is put to many subjects: the pipeline's way remembers those in which nothing was found."""

    def __call__(
        self, question: Callable[[Subject], tuple[Finding, ...]], subjects: Sequence[Subject], /
    ) -> Iterable[tuple[Finding, ...]]:
        """What was found in each."""


DATASET_CHECKS: tuple[DatasetCheck, ...] = (
    tables, schema, statuses, dataset_codes, dates, periods, dataset_texts, cell_texts, charts, totals,
    populations, small_counts, waivers, groups, crosses, dataset_prose, shelters, low_confidence, microdata,
    dataset_translation, dataset_wording,
)  # fmt: skip
"""What is asked of each dataset by itself. To add one: a function, its name here, its codes in locales/findings.toml."""

CATALOG_CHECKS: tuple[CatalogCheck, ...] = (
    named_datasets, series, comparisons, key_figures, row_sources, approvals, territories, catalog_codes, catalog_texts,
    thresholds, page_prose, low_confidence_agreements, catalog_translation, versions,
    comparison_cells, comparison_words, comparison_claims, comparison_classes, crosswalk_mappings,
    reused_names, withdrawals_told, promises_kept, systems, placements, agreement_territories,
    promises, promised_days, dated_events, shelters_in_texts, catalog_wording, glossary,
)  # fmt: skip
"""What is asked of the catalogue as a whole."""


def plain(question: Callable[[Subject], tuple[Finding, ...]], subjects: Sequence[Subject]) -> Iterator[tuple[Finding, ...]]:
    """One subject after the other."""
    return map(question, subjects)


def check(catalog: Catalog, apply: Apply = plain) -> Report:
    """Every finding. `apply` runs `check_kin` over the datasets: the pipeline's remembers and runs in parallel."""
    of_datasets = [finding for findings in apply(check_kin, kin(catalog)) for finding in findings]
    of_catalog = [finding for question in CATALOG_CHECKS for finding in question(catalog)]
    return Report.of((*of_datasets, *of_catalog))


def check_kin(tied: Kin) -> tuple[Finding, ...]:
    """What is wrong with datasets that count the same people: each by itself, and what all of them together give away."""
    return (*(finding for dataset in tied.datasets for finding in check_dataset(dataset)), *audits(tied))


def check_dataset(dataset: Dataset) -> tuple[Finding, ...]:
    """What is wrong with a dataset, whatever the others are."""
    return tuple(finding for question in DATASET_CHECKS for finding in question(dataset))
