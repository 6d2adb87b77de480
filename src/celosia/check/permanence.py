"""Names that were given once are not given again: what moved away or was withdrawn keeps its address for ever. Pure."""

from collections.abc import Iterator

from celosia.model import Catalog, Dataset, Finding, Place, PublishedAddress
from celosia.model.permanence import file_of, is_held

_LEDGER = "permanence/ledger.csv"


def reused_names(catalog: Catalog) -> Iterator[Finding]:
    """A dataset, a table, a chart, a version, an agreement or a page at an address that says that another thing stood there."""
    gone = {file_of(row.path): row for row in catalog.permanence.addresses if row.status != "live"}
    if not gone:
        return
    for path, file in _named(catalog):
        row = gone.get(file)
        if row is not None:
            yield _finding("name-reused", path, row)


def withdrawals_told(catalog: Catalog) -> Iterator[Finding]:
    """Each address that the ledger calls withdrawn has its entry, which says why; and no entry tells of another."""
    withdrawn = {row.path: row for row in catalog.permanence.addresses if row.status == "withdrawn"}
    told = {one.path for withdrawal in catalog.permanence.withdrawals for one in withdrawal.removed}
    for path in sorted(withdrawn.keys() - told):
        yield _finding("withdrawal-untold", _LEDGER, withdrawn[path])
    for path in sorted(told - withdrawn.keys()):
        where = Place(path="permanence/withdrawals.yaml")
        yield Finding(code="withdrawal-unmarked", where=where, details=(("target", path),))


def promises_kept(catalog: Catalog) -> Iterator[Finding]:
    """No row of the ledger is gone or says something else than when it was committed, but for what may change."""
    now = {row.path: row for row in catalog.permanence.addresses}
    amended = {path for withdrawal in catalog.permanence.withdrawals for path in withdrawal.amended}
    for row in catalog.permanence.earlier:
        if row.path not in now:
            yield _finding("ledger-row-gone", _LEDGER, row)
        elif not _follows(row, now[row.path], is_amended=row.path in amended):
            yield _finding("ledger-row-changed", _LEDGER, row)


def _follows(before: PublishedAddress, now: PublishedAddress, *, is_amended: bool) -> bool:
    """Whether one may have become the other: later, moved, withdrawn, or amended by a withdrawal that says so."""
    kept = now.kind == before.kind and now.first_seen == before.first_seen and now.last_seen >= before.last_seen
    same = now.sha256 == before.sha256 or is_amended or not before.sha256 or not is_held(file_of(now.path))
    onward = {"live": ("live", "moved", "withdrawn"), "moved": ("moved", "withdrawn"), "withdrawn": ("withdrawn",)}
    return kept and same and now.status in onward[before.status]


def _named(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """What bears a name: the file that gives it, and the file of the site that it becomes."""
    for dataset in catalog.datasets:
        yield from _of_dataset(dataset)
    for version in catalog.versions:
        home = f"datasets/{version.dataset.id}"
        frozen, served = f"{home}/releases/{version.dataset.version}", f"{home}/v/{version.dataset.version}"
        yield frozen, f"{served}/index.html"
        yield from ((f"{frozen}/{path}", f"{served}/{path}") for path, _ in version.files)
    for agreement in catalog.agreements:
        yield f"agreements/{agreement.id}.yaml", f"agreements/{agreement.id}/index.html"
    for commitment in catalog.commitments:
        yield f"commitments/{commitment.id}.yaml", f"commitments/{commitment.id}/index.html"
    for page in catalog.pages:
        tree = "" if page.lang == "es" else f"{page.lang}/"
        yield f"docs/{page.lang}/{page.path}index.md", f"{tree}{page.path}index.html"


def _of_dataset(dataset: Dataset) -> Iterator[tuple[str, str]]:
    home = f"datasets/{dataset.id}"
    descriptor = f"{home}/datapackage.yaml"
    yield descriptor, f"{home}/index.html"
    yield from ((descriptor, f"{home}/{table.name}.csv") for table in dataset.tables)
    yield from ((descriptor, f"{home}/charts/{chart.name}.svg") for chart in dataset.charts)


def _finding(code: str, path: str, row: PublishedAddress) -> Finding:
    return Finding(code=code, where=Place(path=path), details=(("target", row.path), ("status", row.status)))
