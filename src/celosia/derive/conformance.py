"""What other people's programs found, and whether it was found of the site as it is now. Pure."""

from dataclasses import dataclass
from datetime import date

from celosia.model import Catalog, Conformance


@dataclass(frozen=True, slots=True, kw_only=True)
class ConformancePublication:
    """What was found. `changed`: the last day that a dataset or a release of one has; `whole`: nothing was added since."""

    found: Conformance
    changed: date
    whole: bool

    @property
    def since(self) -> date:
        """The day of the oldest check."""
        return min((judgment.date for judgment in self.found.judgments), default=date.min)

    @property
    def current(self) -> bool:
        """Whether every check is as new as the last change, and as many datasets, versions and agreements were judged."""
        return self.whole and self.since >= self.changed


def conformance(catalog: Catalog) -> ConformancePublication | None:
    """What there is to tell of conformance, or none where nothing was ever judged."""
    found = catalog.conformance
    if found is None:
        return None
    days = (*(dataset.modified for dataset in catalog.datasets), *(version.change.date for version in catalog.versions))
    there = (len(catalog.datasets), len(catalog.versions), len(catalog.agreements))
    judged = (found.site.datasets, found.site.versions, found.site.agreements)
    return ConformancePublication(found=found, changed=max(days, default=date.min), whole=there == judged)
