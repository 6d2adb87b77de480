"""What was ever published: `permanence/ledger.csv` and `permanence/withdrawals.yaml`, as `celosia record` wrote them down."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, get_args

from celosia.load.committed import committed
from celosia.load.document import optional_document
from celosia.load.folder import MEGABYTE, Folder
from celosia.load.readers.csv import records
from celosia.load.scalar import BOOLEAN, DATE, ID, LINE, PROSE, VERSION
from celosia.load.shape import Choice, Many, Maybe, Record, Scalar, Text, UnfitError
from celosia.model import Finding, LangString, Permanence, Place, PublishedAddress, Removed, Withdrawal
from celosia.model.permanence import AddressKind, AddressStatus, Reason

LEDGER = "permanence/ledger.csv"
WITHDRAWALS = "permanence/withdrawals.yaml"
COLUMNS = ("path", "kind", "status", "to", "first_seen", "last_seen", "sha256", "note")
_LARGEST = 50 * MEGABYTE
_PATH = re.compile(r"(?!/|.*//|\.\./|.*/\.\./)[!#-;=?-\[\]_a-~]+")
_HASH = re.compile(r"[0-9a-f]{64}")
_KINDS, _STATUSES = get_args(AddressKind), get_args(AddressStatus)


def _path(value: object) -> str:
    if not isinstance(value, str) or "%" in value or not _PATH.fullmatch(value):
        raise UnfitError
    return value


def _hash(value: object) -> str:
    if not isinstance(value, str) or not _HASH.fullmatch(value):
        raise UnfitError
    return value


ADDRESS = Scalar(read=_path, code="bad-address", blank="")
_BOTH = Record(required={"es": PROSE}, optional={"en": PROSE})
_REMOVED = Record(required={"path": ADDRESS}, optional={"sha256": Scalar(read=_hash, code="bad-address", blank="")})
_WITHDRAWAL = Record(
    required={
        "id": ID,
        "dataset": ID,
        "title": _BOTH,
        "creator": LINE,
        "version": VERSION,
        "since": DATE,
        "reason": Choice(values=get_args(Reason)),
        "note": _BOTH,
        "removed": Many(of=_REMOVED, least=1, identity="path"),
    },
    optional={"whole": BOOLEAN, "replaced_by": Maybe(of=Text(most=500)), "amended": Many(of=ADDRESS)},
)
WITHDRAWN = Many(of=_WITHDRAWAL, identity="id")


def permanence(folder: Folder) -> tuple[Permanence, tuple[Finding, ...]]:
    """The ledger of addresses with what an earlier state of it had, what was withdrawn, and what is wrong with either."""
    addresses, findings = _ledger(folder)
    told = optional_document(folder, WITHDRAWALS, WITHDRAWN)
    withdrawals = tuple(sorted((_withdrawal(node) for node in told.value), key=lambda one: (one.since, one.id), reverse=True))
    known = Permanence(addresses=addresses, withdrawals=withdrawals, earlier=_earlier(folder, addresses))
    return known, (*findings, *told.findings)


def parsed(body: bytes, path: str = LEDGER) -> tuple[tuple[PublishedAddress, ...], tuple[Finding, ...]]:
    """The rows of a ledger, and what is wrong with it: each row whole, sorted by path, none twice."""
    lines, findings = records(body, path)
    if not lines:
        return (), findings
    if tuple(lines[0]) != COLUMNS:
        return (), (*findings, _finding(path, 1))
    rows = [(number, _address(line)) for number, line in enumerate(lines[1:], 2)]
    good = tuple(row for _, row in rows if row is not None)
    return good, (*findings, *(_finding(path, number) for number, row in rows if row is None), *_disorder(rows, path))


def _ledger(folder: Folder) -> tuple[tuple[PublishedAddress, ...], tuple[Finding, ...]]:
    if not folder.has(LEDGER):
        return (), ()
    body = folder.read(LEDGER, _LARGEST)
    return ((), (body,)) if isinstance(body, Finding) else parsed(body)


def _earlier(folder: Folder, now: Sequence[PublishedAddress]) -> tuple[PublishedAddress, ...]:
    """The rows of the last two committed states that are not there as they were, each once; the newer state's first."""
    same = set(now)
    rows = (row for body in committed(folder.root, LEDGER) for row in parsed(body)[0])
    return tuple(dict.fromkeys(row for row in rows if row not in same))


def _address(line: Sequence[str]) -> PublishedAddress | None:
    if len(line) != len(COLUMNS):
        return None
    path, kind, status, to, first, last, sha256, note = line
    try:
        seen = date.fromisoformat(first), date.fromisoformat(last)
        _path(path)
    except ValueError:
        return None
    fits = kind in _KINDS and status in _STATUSES and bool(to) == (status == "moved") and seen[0] <= seen[1]
    if not fits or (sha256 and not _HASH.fullmatch(sha256)):
        return None
    return PublishedAddress(
        path=path,
        kind=kind,  # type: ignore[arg-type]  # one of them: asked above
        status=status,  # type: ignore[arg-type]  # the same
        to=to,
        first_seen=seen[0],
        last_seen=seen[1],
        sha256=sha256,
        note=note,
    )


def _disorder(rows: Sequence[tuple[int, PublishedAddress | None]], path: str) -> Iterator[Finding]:
    before = ""
    for number, row in rows:
        if row is not None and row.path <= before:
            yield _finding(path, number)
        before = before if row is None else row.path


def _finding(path: str, row: int) -> Finding:
    return Finding(code="bad-permanence", where=Place(path=path, row=row))


def _withdrawal(node: Any) -> Withdrawal:  # noqa: ANN401 - what the shape gave
    return Withdrawal(
        id=node["id"],
        dataset=node["dataset"],
        title=_both(node["title"]),
        creator=node["creator"],
        version=node["version"],
        since=node["since"],
        reason=node["reason"],
        note=_both(node["note"]),
        removed=tuple(Removed(path=one["path"], sha256=one["sha256"] or "") for one in node["removed"]),
        whole=bool(node["whole"]),
        replaced_by=node["replaced_by"],
        amended=tuple(node["amended"] or ()),
    )


def _both(node: Any) -> LangString:  # noqa: ANN401 - the same
    return LangString(es=node["es"], en=node["en"])
