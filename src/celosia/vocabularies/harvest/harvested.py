"""Somebody else's catalogue as it says of itself, in whatever standard: texts as they stand, nothing judged. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from celosia.model import LangString


@dataclass(frozen=True, slots=True, kw_only=True)
class HarvestedField:
    """A column of a file (`field` of the Perfil Nacional)."""

    name: str
    type: str | None = None
    description: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HarvestedFile:
    """A `dcat:Distribution`; what its catalogue does not say is none.

    `columns`, `keys` and `english` are the Table Schema and its translation as a Data Package of ours has them, where each
    column says its role.
    """

    identifier: str | None = None
    title: LangString | None = None
    description: LangString | None = None
    url: str | None = None
    access_url: str | None = None
    format: str | None = None
    media_type: str | None = None
    size: str | None = None
    hash: str | None = None
    issued: str | None = None
    modified: str | None = None
    license: str | None = None
    type: str | None = None
    fields: tuple[HarvestedField, ...] = ()
    columns: tuple[Mapping[str, object], ...] = ()
    keys: Mapping[str, object] = field(default_factory=dict)
    english: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class HarvestedDataset:
    """A `dcat:Dataset`. `key` is where it stands in its source, for findings; `themes` are codes or words as they stand.

    Only our own files carry `summary`, and `counts` with its translation (the «¿Qué cuenta?» box).
    """

    key: str
    identifier: str | None = None
    title: LangString | None = None
    description: LangString | None = None
    summary: LangString | None = None
    publisher: str | None = None
    publisher_email: str | None = None
    creator: str | None = None
    contact: str | None = None
    contact_email: str | None = None
    issued: str | None = None
    modified: str | None = None
    frequency: str | None = None
    themes: tuple[str, ...] = ()
    local_themes: tuple[str, ...] = ()
    keywords: tuple[LangString, ...] = ()
    license: str | None = None
    license_title: str | None = None
    license_url: str | None = None
    places: tuple[str, ...] = ()
    temporal: str | None = None
    landing_page: str | None = None
    version: str | None = None
    source: str | None = None
    counts: Mapping[str, object] = field(default_factory=dict)
    counts_english: Mapping[str, object] = field(default_factory=dict)
    files: tuple[HarvestedFile, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Harvest:
    """A `dcat:Catalog`, or as much of one as a file has. `standard` is what it was read as; `asked` what that one requires.

    `asked` maps a property to `required` or `recommended`; `names` are the source's own names of the properties.
    """

    standard: str
    title: LangString | None = None
    description: LangString | None = None
    publisher: str | None = None
    publisher_email: str | None = None
    publisher_url: str | None = None
    homepage: str | None = None
    license: str | None = None
    modified: str | None = None
    local_themes: tuple[str, ...] | None = None
    datasets: tuple[HarvestedDataset, ...] = ()
    asked: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
