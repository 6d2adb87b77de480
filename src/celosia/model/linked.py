"""A dataset whose files stay with whoever publishes them: where they are, and what its publisher says of it, or does not."""

from dataclasses import dataclass
from datetime import date

from celosia.model.langstring import LangString
from celosia.model.period import PeriodOfTime


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedField:
    """A column of a file that stays elsewhere, as its publisher describes it: nobody here has read the file."""

    name: str
    type: str | None = None
    description: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedFile:
    """A `dcat:Distribution` with no copy of ours. `url` is where its bytes are, `access_url` the page about it.

    `name` is ours, for addresses; `identifier` is the publisher's. `size` is in bytes, `hash` as Data Package 2 writes it;
    `type` is file, api, code or documentation (Perfil Nacional).
    """

    name: str
    title: LangString
    url: str
    access_url: str | None = None
    identifier: str | None = None
    description: LangString | None = None
    format: str | None = None
    media_type: str | None = None
    size: int | None = None
    hash: str | None = None
    issued: date | None = None
    modified: date | None = None
    type: str | None = None
    fields: tuple[LinkedField, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom to ask (`dcat:contactPoint`), as far as it is stated."""

    name: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What the publisher of a linked dataset says of it, in its own words.

    `not_stated` names the properties of our dataset that the publisher left out: they hold a blank that no page and no file
    may tell as a fact.
    """

    identifier: str | None = None
    landing_page: str | None = None
    contact: Contact | None = None
    publisher_email: str | None = None
    temporal: PeriodOfTime | None = None
    not_stated: tuple[str, ...] = ()
