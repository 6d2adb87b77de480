"""Every text that a catalogue publishes, with the file and the key where it is written. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum

from celosia.check.place import descriptor, key_below
from celosia.model import Catalog, Dataset, LangString, Page, Place

_OWN_PLACE = frozenset({"body", "rows", "tables", "changes"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A text, the file that has it, and its key there.

    `lang` is none where the catalogue has it once for all languages: names, titles of sources, addresses.
    """

    text: str
    where: Place
    key: str
    lang: str | None = None


def said_in_dataset(dataset: Dataset) -> Iterator[Said]:
    """The texts of a descriptor, of its translation and of its changelog."""
    english = f"datasets/{dataset.id}/datapackage.en.yaml"
    yield from _texts(dataset, descriptor(dataset), english)
    changes = f"datasets/{dataset.id}/changes.yaml"
    yield from _texts(dataset.changes, Place(path=changes), changes)
    for table in dataset.tables:
        yield from _texts(table, descriptor(dataset, table), english)


def said_in_catalog(catalog: Catalog) -> Iterator[Said]:
    """The texts of catalog.yaml and of every folder beside it; of the pages that people wrote, all but their bodies."""
    for part, key in ((catalog.site, ""), (catalog.key_figures, "key_figures"), (catalog.territories, "territories")):
        yield from _texts(part, Place(path="catalog.yaml"), "catalog.en.yaml", key)
    yield from _texts(catalog.glossary, Place(path="glossary.yaml"), "glossary.yaml")
    for folder, entries in (
        ("agreements", catalog.agreements),
        ("systems", catalog.systems),
        ("territories", catalog.placements),
        ("commitments", catalog.commitments),
        ("events", catalog.events),
        ("comparisons", catalog.comparisons),
        ("crosswalks", catalog.crosswalks),
    ):
        for entry in entries:
            path = f"{folder}/{entry.id}.yaml"
            yield from _texts(entry, Place(path=path), path)
    for page in catalog.pages:
        for name in ("title", "description", "neutral_title"):
            yield Said(text=getattr(page, name) or "", where=page_place(page), key=name, lang=page.lang)


def page_place(page: Page) -> Place:
    """The file of a page that a person wrote."""
    return Place(path=f"docs/{page.lang}/{page.path}index.md")


def _texts(value: object, where: Place, english: str, key: str = "") -> Iterator[Said]:
    """The texts anywhere in a frozen value; an English one is told of where the translation is."""
    if isinstance(value, str):
        yield Said(text=value, where=where, key=key)
    elif isinstance(value, LangString):
        yield Said(text=value.es, where=where, key=key, lang="es")
        if value.en:
            yield Said(text=value.en, where=Place(path=english, table=where.table), key=key, lang="en")
    elif isinstance(value, tuple):
        for number, part in enumerate(value, 1):
            yield from _texts(part, where, english, f"{key}[{number}]")
    elif is_dataclass(value) and not isinstance(value, Enum):
        for part in fields(value):
            if part.name not in _OWN_PLACE and part.name != "constraints":
                yield from _texts(getattr(value, part.name), where, english, key_below(key, part.name))
