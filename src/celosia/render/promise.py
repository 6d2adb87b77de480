"""`/permanence.json`: the promise, and every address that was ever published with its status, for programs. Pure."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from celosia.derive import Publication
from celosia.model import LangString, Permanence, PublishedAddress, Unit, Withdrawal
from celosia.render.address import ROOT, folder
from celosia.render.words import N_, both

_PROMISE = N_("A published address never breaks and never silently changes. A build that would break one fails.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What the file says."""

    url: str
    permanence: Permanence


def promise_units(publication: Publication) -> Iterable[Unit]:
    """The one file."""
    told = Promise(url=publication.site.url, permanence=publication.permanence)
    yield Unit(name="permanence", function=promise, arguments=(told,))


def promise(told: Promise) -> Mapping[str, bytes]:
    """`permanence.json`. Addresses are relative to `site`."""
    rows = told.permanence.addresses
    document = {
        "site": told.url,
        "promise": _both(both(_PROMISE)),
        "contact": f"{told.url}permanence/",
        "counts": dict(sorted(Counter(row.status for row in rows).items())),
        "withdrawals": [_withdrawal(one) for one in told.permanence.withdrawals],
        "addresses": [_address(row) for row in rows],
    }
    return {f"{folder(ROOT)}permanence.json": (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()}


def _address(row: PublishedAddress) -> Mapping[str, str]:
    told = {
        "path": row.path,
        "kind": row.kind,
        "status": row.status,
        "to": row.to,
        "first_seen": row.first_seen.isoformat(),
        "last_seen": row.last_seen.isoformat(),
        "sha256": row.sha256,
        "note": row.note,
    }
    return {name: value for name, value in told.items() if value}


def _withdrawal(one: Withdrawal) -> Mapping[str, object]:
    told: dict[str, object] = {
        "id": one.id,
        "dataset": one.dataset,
        "version": one.version,
        "since": one.since.isoformat(),
        "reason": one.reason,
        "note": _both(one.note),
        "replaced_by": one.replaced_by,
        "removed": [{"path": file.path, **({"sha256": file.sha256} if file.sha256 else {})} for file in one.removed],
        "amended": list(one.amended),
    }
    return {name: value for name, value in told.items() if value}


def _both(text: LangString) -> Mapping[str, str]:
    return {"es": text.es, **({"en": text.en} if text.en else {})}
