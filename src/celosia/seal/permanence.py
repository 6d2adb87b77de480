"""The promise, asked of the finished site: what was published is there, as it was, or it is said where it went. Pure.

An address that would vanish, bytes of a version that would change, a name that would come back as something else, a move that
leads nowhere, withdrawn bytes that are still somewhere: each is a finding that says how to keep the promise.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from celosia.model import Finding, Permanence, Place, PublishedAddress
from celosia.model.permanence import address_of, file_of, is_held, is_versioned, notice_of

LEDGER = "permanence/ledger.csv"
_OWN = "assets/"
_OWNED = frozenset({"datasets", "agreements", "commitments", "embed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The site as it will stand, before the moved files are put at their old addresses too.

    `files`: the SHA-256 of each by its path. `pages`: those that are pages of the site. `notices`: those that only say that
    something moved. `members`: for each ZIP, the SHA-256 of what is in it.
    """

    files: Mapping[str, str]
    pages: frozenset[str]
    notices: frozenset[str] = frozenset()
    members: Mapping[str, frozenset[str]] = field(default_factory=dict)


def check_promises(permanence: Permanence, site: Standing) -> Iterator[Finding]:
    """Everything that a site would break of what was promised before."""
    rows = {row.path: row for row in permanence.addresses}
    yield from _vanished(permanence, site)
    for row in permanence.addresses:
        if row.status == "live" and row.sha256:
            yield from _changed(row, site.files.get(file_of(row.path)))
        elif row.status == "moved":
            yield from _moved(row, rows, site)
        elif row.status == "withdrawn":
            yield from _withdrawn(row, site)
    yield from _returned(permanence, site)
    yield from _unrecorded(rows, site)


def addresses(files: Iterable[str]) -> Iterator[str]:
    """The files of a site whose addresses are promised: all but what only dresses the pages."""
    return (file for file in files if not file.startswith(_OWN) and not file.endswith("404.html"))


def notices(rows: Iterable[PublishedAddress]) -> frozenset[str]:
    """The pages that say, in each language, why something was withdrawn: no addresses of their own."""
    told = {notice_of(row.path).removeprefix("en/") for row in rows if row.status == "withdrawn"}
    return frozenset(file_of(f"{tree}{path}") for path in told for tree in ("", "en/"))


def aliases(permanence: Permanence, files: Iterable[str]) -> Mapping[str, str]:
    """The files that moved, which are served at their old address too: a host of files cannot redirect one."""
    there = frozenset(files)
    moved = ((row.path, row.to) for row in permanence.addresses if row.status == "moved" and not row.path.endswith("/"))
    return {path: to for path, to in moved if to in there and path not in there}


def _vanished(permanence: Permanence, site: Standing) -> Iterator[Finding]:
    """One finding for each dataset, version, agreement or page that is not all there, with how much of it is gone."""
    gone: dict[str, list[str]] = defaultdict(list)
    for row in permanence.addresses:
        if row.status == "live" and file_of(row.path) not in site.files:
            gone[_owner(row.path)].append(row.path)
    for owner, paths in gone.items():
        yield _finding("address-vanished", paths[0], number=str(len(paths)), owner=owner)


def _owner(path: str) -> str:
    """What an address belongs to, as the commands name it.

    >>> _owner("en/datasets/x/v/1.0.0/total.csv"), _owner("methods/"), _owner("agreements/y/")
    ('x', 'methods/', 'agreements/y/')
    """
    parts = path.removeprefix("en/").split("/")
    if parts[0] in _OWNED and len(parts) > 2:  # noqa: PLR2004 - datasets/<id>/<file>
        return f"{parts[0]}/{parts[1]}/" if parts[0] in ("agreements", "commitments") else parts[1]
    return path


def _changed(row: PublishedAddress, sha256: str | None) -> Iterator[Finding]:
    if sha256 is not None and sha256 != row.sha256 and is_held(file_of(row.path)):
        yield _finding("version-changed", row.path, owner=_owner(row.path))


def _moved(row: PublishedAddress, rows: Mapping[str, PublishedAddress], site: Standing) -> Iterator[Finding]:
    file, target = file_of(row.path), rows.get(row.to)
    if row.to == row.path or (target is not None and target.status == "moved"):
        yield _finding("moved-again", row.path, to=row.to)
    elif file_of(row.to) not in site.files and not (target is not None and target.status == "withdrawn"):
        yield _finding("moved-nowhere", row.path, to=row.to)
    elif file in site.pages or (file in site.files and file not in site.notices):
        yield _finding("address-reused", row.path)
    elif row.path.endswith("/") and file not in site.notices:
        yield _finding("notice-missing", row.path)
    elif not row.path.endswith("/") and row.sha256:
        yield from _changed(row, site.files.get(row.to))


def _withdrawn(row: PublishedAddress, site: Standing) -> Iterator[Finding]:
    if not row.path.endswith("/") and row.path in site.files:
        yield _finding("address-reused", row.path)
    elif file_of(notice_of(row.path)) not in site.pages:
        yield _finding("notice-missing", row.path)


def _returned(permanence: Permanence, site: Standing) -> Iterator[Finding]:
    """Bytes that were withdrawn, under whatever name, or in a ZIP."""
    removed = {one.sha256 for withdrawal in permanence.withdrawals for one in withdrawal.removed if one.sha256}
    if not removed:
        return
    for path, sha256 in site.files.items():
        if sha256 in removed or removed & site.members.get(path, frozenset()):
            yield _finding("withdrawn-bytes", path)


def _unrecorded(rows: Mapping[str, PublishedAddress], site: Standing) -> Iterator[Finding]:
    """How many addresses are new; those of versions count too, and from then on their bytes are held."""
    told = notices(rows.values())
    new = [file for file in addresses(site.files) if address_of(file) not in rows and file not in told]
    if new:
        details = (("number", str(len(new))), ("versions", str(sum(map(is_versioned, new)))))
        yield Finding(code="addresses-new", where=Place(path=LEDGER), details=details, severity="warning")


def _finding(code: str, target: str, **details: str) -> Finding:
    return Finding(code=code, where=Place(path=LEDGER), details=(("target", target), *details.items()))
