"""What catalogues of catalogues are told of a dataset and of each of its files, whatever the vocabulary. Pure."""

from dataclasses import dataclass
from datetime import date
from typing import Literal as Only

from celosia.model import Change, Dataset, LangString, LinkedField, PeriodOfTime, Site, Table, Territory

DistributionType = Only["file", "api", "code", "documentation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Distribution:
    """One file. `name` is unique in its dataset; `format` is the ending of the file, or what its publisher calls it.

    `table` is what it holds, where it holds one; `fields` what the publisher of a linked one says of its columns. `media_type`,
    `size` and hashes are empty where nobody told them, `issued` and `modified` where they are the dataset's. `about`: the
    address of what it is a text of.
    """

    name: str
    title: LangString
    description: LangString
    url: str
    page: str
    format: str
    media_type: str = ""
    size: int | None = None
    sha256: str = ""
    sha512: str = ""
    type: DistributionType = "file"
    table: Table | None = None
    identifier: str = ""
    about: str = ""
    issued: date | None = None
    modified: date | None = None
    fields: tuple[LinkedField, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A dataset, or a frozen release of it, as catalogues of catalogues know it. Its tables have columns and no rows.

    `page` is its address (`dcat:landingPage`), `temporal` the time that its figures are of. `versions` are the numbers of its
    frozen releases, oldest first, each with its page below `latest`; `frozen` says that the record is of one of them.
    `territories` are those that it speaks of.
    """

    dataset: Dataset
    site: Site
    page: str
    distributions: tuple[Distribution, ...]
    temporal: PeriodOfTime | None = None
    territories: tuple[Territory, ...] = ()
    latest: str = ""
    versions: tuple[str, ...] = ()
    frozen: bool = False

    @property
    def change(self) -> Change | None:
        """What its history says of its version."""
        return next((change for change in self.dataset.changes if change.version == self.dataset.version), None)
