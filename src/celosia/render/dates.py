"""The day of what a page shows: what the site map, the feeds and the documents for programs call its last change. Pure.

Never the day of the build: a page that says the same as before has not changed.
"""

from collections.abc import Mapping
from datetime import date

from celosia.derive import Publication
from celosia.model import Agreement, Dataset


def newest(publication: Publication) -> date:
    """The day of the newest dataset: that of the catalogue, and of all pages that speak of the whole of it."""
    stated = (day for told in publication.datasets if (day := _modified(told.dataset)))
    return max(stated, default=publication.modified)


def as_known(agreement: Agreement) -> date | None:
    """The day as at which an agreement's page speaks: that of its status, or of the last event that it dates.

    The first day, where the source says only the month or the year: no date may lie in the future.
    """
    if agreement.status.as_at:
        return agreement.status.as_at.start
    dated = (period.start for period in (agreement.in_force, agreement.signed) if period)
    return max(dated, default=None)


def last_known(publication: Publication) -> date:
    """The day of the list of agreements: that of the newest of them."""
    dated = (day for told in publication.agreements if (day := as_known(told.agreement)))
    return max(dated, default=newest(publication))


def days(publication: Publication) -> Mapping[str, date | None]:
    """The day of each part of the site, by the path where it begins (see `shown`)."""
    site = publication.site
    datasets = {told.dataset.id: _modified(told.dataset) for told in publication.datasets}
    lists = {"norms/": site.norms, "info/": site.directory, "sources/": site.sources}
    frozen = {
        f"datasets/{told.dataset.id}/v/{card.number}/": card.change.date
        for told in publication.datasets
        for card in told.history
    }
    return {
        "": newest(publication),
        **{path: datasets[name] for path, name in lists.items() if name in datasets},
        **{f"datasets/{name}/": day for name, day in datasets.items()},
        **frozen,
        "agreements/": last_known(publication),
        **{f"agreements/{told.agreement.id}/": as_known(told.agreement) for told in publication.agreements},
    }


def shown(path: str, known: Mapping[str, date | None]) -> date | None:
    """The day of a page: that of the nearest part of the site that it is in; none where nothing that it shows is dated.

    >>> shown("datasets/x/changes/", {"": date(2026, 1, 2), "datasets/x/": date(2026, 1, 1)})
    datetime.date(2026, 1, 1)
    """
    while path not in known:
        path = path.rstrip("/").rpartition("/")[0]
        path = f"{path}/" if path else ""
    return known[path]


def _modified(dataset: Dataset) -> date | None:
    return dataset.modified if dataset.states("modified") else None
