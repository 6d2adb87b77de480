"""What the permanence contract asks of a finished site; and the files that moved, put where they were."""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from celosia.model import Finding, Made, Permanence
from celosia.publish import Store
from celosia.seal import Standing, aliases, check_promises

_MEMBERS = "members.json"


def broken(permanence: Permanence, site: Mapping[str, Made], pages: Iterable[str], store: Store) -> tuple[Finding, ...]:
    """Every promise that the site would break. `pages` are those of its paths that are pages made of this catalogue."""
    own = frozenset(pages)
    standing = Standing(
        files={path: made.sha256 for path, made in site.items()},
        pages=own,
        notices=frozenset(path for path in site if path.endswith("index.html") and path not in own),
        members=members_of(site, store) if permanence.withdrawals else {},
    )
    return tuple(check_promises(permanence, standing))


def with_aliases(permanence: Permanence, site: Mapping[str, Made]) -> Mapping[str, Made]:
    """The site, with each file that moved at its old address too."""
    return {**site, **{path: site[to] for path, to in aliases(permanence, site).items()}}


def members_of(site: Mapping[str, Made], store: Store) -> Mapping[str, frozenset[str]]:
    """The SHA-256 of what each ZIP holds; what was read once is remembered."""
    return {path: frozenset(_read(made, store)) for path, made in site.items() if path.endswith(".zip")}


def _read(made: Made, store: Store) -> list[str]:
    key = sha256(f"zip members {made.sha256}".encode()).hexdigest()
    kept = store.recall(key) or store.keep(key, {_MEMBERS: json.dumps(_hashes(store.read(made))).encode()})
    return list(json.loads(store.read(kept[_MEMBERS])))


def _hashes(body: bytes) -> list[str]:
    try:
        with ZipFile(BytesIO(body)) as archive:
            return sorted(sha256(archive.read(name)).hexdigest() for name in archive.namelist())
    except BadZipFile:
        return []
