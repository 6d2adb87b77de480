"""From a catalogue to findings: every fault of the data at once. Pure."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from celosia.check.chart import charts
from celosia.check.count import catalog_thresholds, dataset_thresholds, small_counts, waivers
from celosia.check.disclosure import low_confidence, low_confidence_agreements, shelters
from celosia.check.microdata import microdata
from celosia.check.period import dates, periods
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
Apply = Callable[[Callable[[Dataset], tuple[Finding, ...]], Sequence[Dataset]], Iterable[tuple[Finding, ...]]]

DATASET_CHECKS: tuple[DatasetCheck, ...] = (
    tables, schema, statuses, dataset_codes, dates, periods, dataset_texts, cell_texts, charts, totals, small_counts, shelters,
    low_confidence, microdata, dataset_translation,
)  # fmt: skip
"""What is asked of each dataset by itself. To add one: a function, its name here, its codes in locales/findings.toml."""

CATALOG_CHECKS: tuple[CatalogCheck, ...] = (
    named_datasets, key_figures, row_sources, approvals, territories, catalog_codes, catalog_texts,
    catalog_thresholds, low_confidence_agreements, catalog_translation,
)  # fmt: skip
"""What is asked of the catalogue as a whole."""


def plain(function: Callable[[Dataset], tuple[Finding, ...]], datasets: Sequence[Dataset]) -> Iterator[tuple[Finding, ...]]:
    """One dataset after the other."""
    return map(function, datasets)


def check(catalog: Catalog, apply: Apply = plain) -> Report:
    """Every finding. `apply` runs `check_dataset` over the datasets: the pipeline's remembers and runs in parallel."""
    of_datasets = [finding for findings in apply(check_dataset, catalog.datasets) for finding in findings]
    of_catalog = [finding for question in CATALOG_CHECKS for finding in question(catalog)]
    return Report.of((*of_datasets, *of_catalog))


def check_dataset(dataset: Dataset) -> tuple[Finding, ...]:
    """What is wrong with a dataset, whatever the others are."""
    return tuple(finding for question in DATASET_CHECKS for finding in question(dataset))
