"""From a catalogue to findings: every fault of the data at once. Pure."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from celosia.check.audit import audit, hidden_families, releases
from celosia.check.chart import charts
from celosia.check.count import catalog_thresholds, dataset_thresholds, small_counts, waivers
from celosia.check.disclosure import low_confidence, low_confidence_agreements, shelters
from celosia.check.group import crosses, groups
from celosia.check.microdata import microdata
from celosia.check.period import dates, periods
from celosia.check.prose import dataset_prose, page_prose
from celosia.check.reference import approvals, key_figures, named_datasets, row_sources, territories
from celosia.check.schema import schema
from celosia.check.status import statuses
from celosia.check.table import tables
from celosia.check.text import catalog_texts, cell_texts, dataset_texts
from celosia.check.total import totals
from celosia.check.translation import catalog_translation, dataset_translation
from celosia.check.vocabulary import catalog_codes, dataset_codes
from celosia.model import Catalog, Dataset, Finding, Report

__all__ = ["CATALOG_CHECKS", "DATASET_CHECKS", "check", "check_dataset", "plain"]

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
    dataset_thresholds, small_counts, waivers, groups, crosses, dataset_prose, shelters, low_confidence, microdata,
    dataset_translation,
)  # fmt: skip
"""What is asked of each dataset by itself. To add one: a function, its name here, its codes in locales/findings.toml."""

CATALOG_CHECKS: tuple[CatalogCheck, ...] = (
    named_datasets, key_figures, row_sources, approvals, territories, catalog_codes, catalog_texts,
    catalog_thresholds, releases, page_prose, low_confidence_agreements, catalog_translation,
)  # fmt: skip
"""What is asked of the catalogue as a whole."""


def plain(question: Callable[[Subject], tuple[Finding, ...]], subjects: Sequence[Subject]) -> Iterator[tuple[Finding, ...]]:
    """One subject after the other."""
    return map(question, subjects)


def check(catalog: Catalog, apply: Apply = plain) -> Report:
    """Every finding. `apply` runs `check_dataset` over the datasets and `audit` over what is hidden."""
    of_datasets = [finding for findings in apply(check_dataset, catalog.datasets) for finding in findings]
    of_catalog = [finding for question in CATALOG_CHECKS for finding in question(catalog)]
    of_families = [finding for findings in apply(audit, hidden_families(catalog)) for finding in findings]
    return Report.of((*of_datasets, *of_catalog, *of_families))


def check_dataset(dataset: Dataset) -> tuple[Finding, ...]:
    """What is wrong with a dataset, whatever the others are."""
    return tuple(finding for question in DATASET_CHECKS for finding in question(dataset))
