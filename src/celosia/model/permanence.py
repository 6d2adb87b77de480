"""What was ever published and where it is now: the promise that an address, once given, goes on saying what it said. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from celosia.model.langstring import LangString

AddressKind = Literal["page", "file", "version"]
AddressStatus = Literal["live", "moved", "withdrawn"]
Reason = Literal["privacy", "legal", "error", "superseded"]

HOME = "./"
_PAGE = "index.html"
_TELLING = (".html", ".atom", "/linkset.json", "/cita.bib", "/cita.ris", "/cita.csl.json")
"""What tells of a version: who publishes it now, where it is and that a newer one exists. It changes; the version does not."""
_PICTURES = (".svg", ".png")
"""What may not change at the address of an embedded chart; the files that describe it say what is the newest version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedAddress:
    """A row of `permanence/ledger.csv`; `path` is below the site's address. `version` is the kind of what may never change.

    `to` is where it moved, `sha256` that of bytes that are kept for ever, `note` why a hash is another one than before.
    """

    path: str
    kind: AddressKind
    status: AddressStatus
    first_seen: date
    last_seen: date
    to: str = ""
    sha256: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """An address whose content was withdrawn, with the SHA-256 of its bytes; empty for a page."""

    path: str
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """An entry of `permanence/withdrawals.yaml`: what is told of something that is no longer shown, and not a word of it.

    `version` is that of the dataset when it was withdrawn. `amended` are the files that were kept and changed by it. `whole`
    says that nothing of the dataset is left.
    """

    id: str
    dataset: str
    title: LangString
    creator: str
    version: str
    since: date
    reason: Reason
    note: LangString
    removed: tuple[Removed, ...]
    whole: bool = False
    replaced_by: str | None = None
    amended: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Permanence:
    """The ledger of addresses, sorted by path; what was withdrawn, newest first.

    `earlier` are the rows that an earlier committed state had and that are gone or different now.
    """

    addresses: tuple[PublishedAddress, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()
    earlier: tuple[PublishedAddress, ...] = ()

    def firsts(self) -> tuple[tuple[str, str], ...]:
        """The address that each page which moved has now, with the first that it had; of a folder the folder alone."""
        moved = sorted((row.first_seen, row.path, row.to) for row in self.addresses if row.status == "moved")
        first: dict[str, str] = {}
        for _, path, to in moved:
            if path.endswith("/"):
                first.setdefault(to, path)
        return tuple((to, path) for to, path in sorted(first.items()) if not any(parent in first for parent in _above(to)))


def _above(address: str) -> Iterator[str]:
    parts = address.rstrip("/").split("/")
    return ("/".join(parts[:count]) + "/" for count in range(1, len(parts)))


def address_of(file: str) -> str:
    """The address below the site's at which people find a file of the site.

    >>> address_of("datasets/x/index.html"), address_of("index.html"), address_of("datasets/x/total.csv")
    ('datasets/x/', './', 'datasets/x/total.csv')
    """
    folder, _, name = file.rpartition("/")
    return file if name != _PAGE else f"{folder}/" if folder else HOME


def file_of(address: str) -> str:
    """The file of the site that stands at an address.

    >>> file_of("datasets/x/"), file_of("./"), file_of("datasets/x/total.csv")
    ('datasets/x/index.html', 'index.html', 'datasets/x/total.csv')
    """
    return _PAGE if address == HOME else f"{address}{_PAGE}" if address.endswith("/") else address


def notice_of(address: str) -> str:
    """The page that says that what stood at an address was withdrawn; beside a file, a folder of its name.

    >>> notice_of("en/datasets/x/"), notice_of("datasets/x/total.csv")
    ('en/datasets/x/', 'datasets/x/total.csv/')
    """
    return address if address.endswith("/") else f"{address}/"


def is_versioned(file: str) -> bool:
    """Whether a file of the site is of a version, so that what it says stays as it is.

    >>> is_versioned("datasets/x/v/1.0.0/total.csv"), is_versioned("embed/x/anual/1.0.0/chart.svg"), is_versioned("datasets/x/")
    (True, True, False)
    """
    parts = file.removeprefix("en/").split("/")
    return (parts[0] == "datasets" and parts[2:3] == ["v"]) or parts[0] == "embed"


def is_held(file: str) -> bool:
    """Whether the bytes of a file of the site are promised to stay: those of a version, but not what tells of it.

    >>> is_held("datasets/x/v/1.0.0/total.csv"), is_held("datasets/x/v/1.0.0/cita.bib"), is_held("datasets/x/total.csv")
    (True, False, False)
    """
    fixed = file.endswith(_PICTURES) if "embed/" in file else not file.endswith(_TELLING)
    return fixed and is_versioned(file)
