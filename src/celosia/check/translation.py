"""Texts that nobody has translated yet: warnings, since the page falls back to Spanish and says so. Pure."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from celosia.check.place import key_below
from celosia.model import Catalog, Dataset, Finding, LangString, Place

_NOT_TOLD = frozenset({"body", "rows", "parties", "note", "notes"})


def dataset_translation(dataset: Dataset) -> Iterator[Finding]:
    """One warning for each text, or one for the whole dataset where nothing is translated."""
    where = Place(path=f"datasets/{dataset.id}/datapackage.en.yaml")
    missing = tuple(_missing(dataset, ""))
    if dataset.title.es and dataset.title.en is None and dataset.summary.en is None:
        yield Finding(code="not-translated", where=where, severity="warning")
        return
    for key in missing:
        yield Finding(code="missing-translation", where=where, details=(("key", key),), severity="warning")


def catalog_translation(catalog: Catalog) -> Iterator[Finding]:
    """The texts of catalog.yaml and the titles of agreements, and the pages that are in Spanish only."""
    parts = ((catalog.site, ""), (catalog.key_figures, "key_figures"), (catalog.territories, "territories"))
    for key in (key for part, name in parts for key in _missing(part, name)):
        yield Finding(
            code="missing-translation", where=Place(path="catalog.en.yaml"), details=(("key", key),), severity="warning"
        )
    entries = (("agreements", catalog.agreements), ("systems", catalog.systems), ("territories", catalog.placements))
    for folder, one in ((folder, one) for folder, some in entries for one in some):
        where = Place(path=f"{folder}/{one.id}.yaml")
        for key in _missing(one, ""):
            yield Finding(code="missing-translation", where=where, details=(("key", key),), severity="warning")
    for key in _missing(catalog.glossary, ""):
        yield Finding(
            code="missing-translation", where=Place(path="glossary.yaml"), details=(("key", key),), severity="warning"
        )
    promised = [(f"commitments/{one.id}.yaml", one) for one in catalog.commitments]
    for path, thing in (*promised, *((f"events/{one.id}.yaml", one) for one in catalog.events)):
        for key in _missing(thing, ""):
            yield Finding(code="missing-translation", where=Place(path=path), details=(("key", key),), severity="warning")
    yield from _pages(catalog)


def _pages(catalog: Catalog) -> Iterator[Finding]:
    written = {(page.lang, page.path) for page in catalog.pages}
    for lang, path in sorted(written):
        other = "en" if lang == "es" else "es"
        if (other, path) not in written:
            where = Place(path=f"docs/{other}/{path}index.md")
            yield Finding(code="page-not-translated", where=where)


def _missing(value: object, key: str) -> Iterator[str]:
    if isinstance(value, LangString):
        if value.es and not value.en:
            yield key
    elif isinstance(value, tuple):
        for number, part in enumerate(value, 1):
            yield from _missing(part, f"{key}[{number}]")
    elif is_dataclass(value):
        for part in fields(value):
            if part.name not in _NOT_TOLD:
                yield from _missing(getattr(value, part.name), key_below(key, part.name))
