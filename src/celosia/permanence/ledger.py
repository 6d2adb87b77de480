"""The ledger as it is written: rows in the order of their paths, one a line, so that a change reads well in a difference."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from celosia.load.permanence import COLUMNS, LEDGER, WITHDRAWALS
from celosia.model import Made, PublishedAddress, Withdrawal
from celosia.model.permanence import AddressKind, address_of, file_of, is_held, is_versioned
from celosia.permanence.yaml import quoted
from celosia.seal import addresses, notices

Rows = Mapping[str, PublishedAddress]


def recorded(rows: Rows, site: Mapping[str, Made], day: date) -> Rows:
    """The ledger with every address of a site: new ones, and the day for those that were there before.

    What a row says of bytes is never changed here, but where nothing is held to them any more. An address that is not in the
    site stays as it is.
    """
    known = dict(rows)
    told = notices(rows.values())
    for file in addresses(path for path in site if path not in told):
        path = address_of(file)
        row = known.get(path)
        if row is None:
            known[path] = _new(file, site[file], day)
        elif row.status == "live":
            known[path] = replace(row, last_seen=max(row.last_seen, day), sha256=_kept(row, site[file]))
    return known


def held(file: str, made: Made) -> str:
    """The SHA-256 that a file is held to, if it is to any."""
    return made.sha256 if is_held(file) else ""


def standing(rows: Rows, site: Mapping[str, Made]) -> tuple[Rows, Rows]:
    """The rows that are live and in a site, and those that are live and are not."""
    live = {path: row for path, row in rows.items() if row.status == "live"}
    there = {path: row for path, row in live.items() if file_of(path) in site}
    return there, {path: row for path, row in live.items() if path not in there}


def write_ledger(root: Path, rows: Rows) -> None:
    """Write `permanence/ledger.csv`."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_line(rows[path]) for path in sorted(rows))
    (root / LEDGER).parent.mkdir(exist_ok=True)
    (root / LEDGER).write_bytes(lines.getvalue().encode())


def write_withdrawals(root: Path, withdrawals: Iterable[Withdrawal]) -> None:
    """Write `permanence/withdrawals.yaml`, newest first."""
    head = "# What was withdrawn and why. Written by celosia withdraw; the site shows it at each address.\n"
    (root / WITHDRAWALS).parent.mkdir(exist_ok=True)
    (root / WITHDRAWALS).write_text(head + "".join(_entry(one) for one in withdrawals), encoding="utf-8")


def _kept(row: PublishedAddress, made: Made) -> str:
    file = file_of(row.path)
    return row.sha256 or made.sha256 if is_held(file) else ""


def _new(file: str, made: Made, day: date) -> PublishedAddress:
    kind: AddressKind = "version" if is_versioned(file) else "page" if file.endswith(".html") else "file"
    return PublishedAddress(
        path=address_of(file), kind=kind, status="live", first_seen=day, last_seen=day, sha256=held(file, made)
    )


def _line(row: PublishedAddress) -> tuple[str, ...]:
    first, last = row.first_seen.isoformat(), row.last_seen.isoformat()
    return (row.path, row.kind, row.status, row.to, first, last, row.sha256, row.note)


def _entry(one: Withdrawal) -> str:
    told = {
        "dataset": one.dataset,
        "title": one.title,
        "creator": one.creator,
        "version": one.version,
        "since": one.since,
        "reason": one.reason,
        "whole": one.whole,
        "replaced_by": one.replaced_by,
        "note": one.note,
    }
    lines = [f"- id: {one.id}", *(f"  {name}: {quoted(value)}" for name, value in told.items())]
    lines += ["  removed:", *(f"    - {{path: {quoted(file.path)}, sha256: {file.sha256}}}" if file.sha256 else
                              f"    - {{path: {quoted(file.path)}}}" for file in one.removed)]  # fmt: skip
    lines += ["  amended:", *(f"    - {quoted(path)}" for path in one.amended)] if one.amended else []
    return "\n".join(lines) + "\n"
