"""`celosia withdraw`: the bytes go from everywhere in the site, the address stays and says why. It cannot be undone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NoReturn

from celosia.derive import Publication
from celosia.errors import CatalogRefusedError
from celosia.model import Dataset, LangString, Made, PublishedAddress, Removed, Report, Withdrawal
from celosia.model.permanence import Reason, file_of
from celosia.permanence.building import Bench, refusal, rows_of
from celosia.permanence.cutting import Cut, cut_out, recall
from celosia.permanence.ledger import held, recorded, standing, write_ledger, write_withdrawals
from celosia.permanence.undo import whole_or_nothing
from celosia.release import Order as Releasing
from celosia.release import release
from celosia.website import members_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to withdraw, and what is told of it: neither note nor reason may hint at what it said."""

    dataset: str
    reason: Reason
    note: LangString
    day: date
    version: str | None = None
    table: str | None = None
    replaced_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """How many addresses are withdrawn and how many files of versions were changed for it; what is still served elsewhere.

    `still`: addresses with the same bytes as something withdrawn. `mentions`: files of the catalogue that name it.
    """

    addresses: int
    amended: int
    still: tuple[str, ...]
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fate:
    """What became of the addresses: the rows that are gone, those whose bytes changed, and the site before and after."""

    gone: Mapping[str, PublishedAddress]
    changed: Mapping[str, PublishedAddress]
    before: Mapping[str, Made]
    after: Mapping[str, Made]


def withdraw(bench: Bench, order: Order) -> Withdrawn:
    """Take it out of the files, mark every address, and build. `CatalogRefusedError` where there is no such thing.

    What became of each address is found by building before and after, so that nothing that the site makes of a table is missed.
    """
    publication, before = bench.finished()
    cut = _cut(publication, order)
    _require_replacement(order, before)
    with whole_or_nothing(bench.root):
        fate = _carried_out(bench, (publication, before), order, cut)
    mentions = tuple(_mentions(bench.root, cut))
    return Withdrawn(addresses=len(fate.gone), amended=len(fate.changed), still=_still(fate, bench), mentions=mentions)


def _carried_out(bench: Bench, stood: tuple[Publication, Mapping[str, Made]], order: Order, cut: Cut) -> _Fate:
    publication, before = stood
    rows = recorded(rows_of(publication), before, order.day)
    cut_out(bench.root, cut)
    if not cut.whole:
        entry = (_number(cut.dataset, cut), order.day, order.note)
        recall(bench.root / "datasets" / cut.dataset.id, cut.dataset, entry)
        if any(told.versions for told in publication.datasets):
            release(Releasing(root=bench.root, dataset=cut.dataset.id, day=order.day), bench.environment)
    fate = _fate(rows, before, bench.assembled())
    withdrawal = _entry(order, cut, fate, _name(publication, order))
    write_ledger(bench.root, _marked(rows, fate, withdrawal))
    write_withdrawals(bench.root, (withdrawal, *publication.permanence.withdrawals))
    bench.finished()
    return fate


def _cut(publication: Publication, order: Order) -> Cut:
    dataset = next((one.dataset for one in publication.datasets if one.dataset.id == order.dataset), None)
    if dataset is None:
        _refuse("unknown-address", order.dataset)
    frozen = [one.version.dataset for told in publication.datasets if told.dataset.id == dataset.id for one in told.versions]
    of_version = [one for one in frozen if one.version == order.version]
    if order.version is not None and not of_version:
        _refuse("unknown-address", f"{dataset.id}@{order.version}")
    states = of_version if order.version is not None else [dataset, *frozen]
    if order.table is not None:
        having = [one for one in states if any(table.name == order.table for table in one.tables)]
        if not having:
            _refuse("unknown-address", f"{dataset.id}/{order.table}")
        if any(len(one.tables) == 1 for one in having):
            _refuse("not-withdrawable", f"{dataset.id}/{order.table}")
    site = publication.site
    if order.version is None and dataset.id in (site.norms, site.directory, site.sources):
        _refuse("not-withdrawable", dataset.id)
    return Cut(dataset=dataset, version=order.version, table=order.table)


def _require_replacement(order: Order, site: Mapping[str, Made]) -> None:
    """What replaces it is an address of the site, and not of what is withdrawn, or a whole one of another site."""
    by = order.replaced_by
    if by is None or by.startswith("https://"):
        return
    own = f"datasets/{order.dataset}/"
    goes = f"{own}v/{order.version}/" if order.version else f"{own}{order.table}." if order.table else own
    if by.removeprefix("en/").startswith(goes) or file_of(by) not in site:
        _refuse("unknown-replacement", by)


def _refuse(code: str, target: str) -> NoReturn:
    raise CatalogRefusedError(Report.of([refusal(code, target)]))


def _number(dataset: Dataset, cut: Cut) -> str:
    """The number of what is left: a table less is a major change, a version less changes no figure."""
    major, minor, patch = (int(part) for part in dataset.version.split("."))
    return f"{major + 1}.0.0" if cut.version is None else f"{major}.{minor}.{patch + 1}"


def _name(publication: Publication, order: Order) -> str:
    """The id of the withdrawal: the day, the dataset, and a number where there were others that day."""
    first = f"{order.day.isoformat()}-{order.dataset}"
    taken = {one.id for one in publication.permanence.withdrawals}
    names = (first, *(f"{first}-{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)


def _fate(rows: Mapping[str, PublishedAddress], before: Mapping[str, Made], after: Mapping[str, Made]) -> _Fate:
    """What moved shares the fate of where it moved."""
    there, gone = standing(rows, after)
    changed = {path: row for path, row in there.items() if row.sha256 and after[file_of(path)].sha256 != row.sha256}
    led = {path: row for path, row in rows.items() if row.status == "moved"}
    return _Fate(
        gone={**gone, **{path: row for path, row in led.items() if row.to in gone}},
        changed={**changed, **{path: row for path, row in led.items() if row.to in changed and row.sha256}},
        before=before,
        after=after,
    )


def _file(row: PublishedAddress) -> str:
    """The file of the site that stands for an address: that of where it moved."""
    return file_of(row.to or row.path)


def _entry(order: Order, cut: Cut, fate: _Fate, name: str) -> Withdrawal:
    served = {made.sha256 for made in fate.after.values()}
    return Withdrawal(
        id=name,
        dataset=cut.dataset.id,
        title=cut.dataset.title,
        creator=cut.dataset.creator,
        version=cut.version or cut.dataset.version,
        since=order.day,
        reason=order.reason,
        note=order.note,
        removed=tuple(Removed(path=path, sha256=_hash(row, fate.before, served)) for path, row in sorted(fate.gone.items())),
        whole=cut.whole,
        replaced_by=order.replaced_by,
        amended=tuple(sorted(fate.changed)),
    )


def _hash(row: PublishedAddress, before: Mapping[str, Made], served: set[str]) -> str:
    """The SHA-256 of what stood there; none for a page, nor for bytes that are still served under another address."""
    made = before[_file(row)]
    return "" if _file(row).endswith(".html") or made.sha256 in served else made.sha256


def _marked(rows: Mapping[str, PublishedAddress], fate: _Fate, withdrawal: Withdrawal) -> Mapping[str, PublishedAddress]:
    """The ledger: withdrawn, amended, and what led to something withdrawn withdrawn with it."""
    gone = {path: replace(row, status="withdrawn", to="") for path, row in fate.gone.items()}
    amended = {
        path: replace(row, sha256=held(path, fate.after[_file(row)]), note=f"amended {withdrawal.id}")
        for path, row in fate.changed.items()
    }
    return recorded({**rows, **gone, **amended}, fate.after, withdrawal.since)


def _still(fate: _Fate, bench: Bench) -> tuple[str, ...]:
    """Where the same bytes as something withdrawn are still served: as a file, or in a ZIP."""
    removed = {fate.before[_file(row)].sha256 for row in fate.gone.values() if not _file(row).endswith(".html")}
    inside = members_of(fate.after, bench.workshop.store)
    return tuple(
        path for path, made in sorted(fate.after.items()) if made.sha256 in removed or removed & inside.get(path, frozenset())
    )


def _mentions(root: Path, cut: Cut) -> Iterable[str]:
    """The texts that people wrote in which the dataset, or its table, is named: they may quote what was withdrawn."""
    word = cut.table or cut.dataset.id
    places = (
        "catalog*.yaml",
        "docs/es/**/*.md",
        "docs/en/**/*.md",
        "datasets/**/*.yaml",
        "protection/*.yaml",
        "releases/*.csv",
    )
    for place in places:
        for path in sorted(root.glob(place)):
            if word in path.read_text(encoding="utf-8"):
                yield path.relative_to(root).as_posix()
