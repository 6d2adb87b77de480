"""Texts for the public are plain: no HTML, no Markdown, no templates, nothing hidden, no formulas. Pure."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum

from celosia.check.place import cell, descriptor, key_below
from celosia.model import Agreement, Catalog, Column, Dataset, Finding, LangString, Place

_LONGEST = 10_000
_PHONE = re.compile(r"\+?[\d\s().,;/+-]+")
_URL = re.compile(r"https?://[^\s<>\"\\@]+")
_UNSAFE = {
    "html-in-text": re.compile(r"<[A-Za-z/!?]|&(?:#\d+|#x[\dA-Fa-f]+|[A-Za-z]{2,31});"),
    "template-in-text": re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}"),
    "markdown-in-text": re.compile(r"\]\(|\]\[|!\[|^[ ]{0,3}#{1,6}\s|```|~~~|\*\*|`[^`]+`", re.MULTILINE),
    "script-in-text": re.compile(r"(?:javascript|vbscript)\s*:|data:[a-z]+/[a-z]", re.IGNORECASE),
    "control-character": re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ufeff]"),
    "bidi-character": re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]"),
}
_SUSPECT = re.compile(
    "[<&{}\\[#`~*\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\u061c\u200e-\u2069\ufeff\ufffe\uffff]|%}|(?i:script|data):?"
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_PAGE = re.compile(r"<\s*(?:script|iframe|object|embed|form|style|link|meta|base|img|svg)\b|\bon\w+\s*=", re.IGNORECASE)
_REMOTE_IMAGE = re.compile(r"!\[[^\]]*\]\(\s*<?(?:https?:)?//", re.IGNORECASE)
_OWN_PLACE = frozenset({"body", "rows", "tables", "changes"})


def dataset_texts(dataset: Dataset) -> Iterator[Finding]:
    """The texts of a descriptor, of its translation and of its changelog."""
    yield from _texts(dataset, descriptor(dataset), f"datasets/{dataset.id}/datapackage.en.yaml")
    changes = f"datasets/{dataset.id}/changes.yaml"
    yield from _texts(dataset.changes, Place(path=changes), changes)
    for table in dataset.tables:
        yield from _texts(table, descriptor(dataset, table), f"datasets/{dataset.id}/datapackage.en.yaml")


def cell_texts(dataset: Dataset) -> Iterator[Finding]:
    """The texts of a dataset's rows. No finding says what is in a cell."""
    for table in dataset.tables:
        for position, column in enumerate(table.columns):
            if column.type != "string":
                continue
            for row, cells in enumerate(table.rows):
                value = cells[position]
                if value is not None:
                    yield from (
                        Finding(code=code, where=cell(dataset, table, row, column.name))
                        for code in _in_cell(str(value), column)
                    )


def catalog_texts(catalog: Catalog) -> Iterator[Finding]:
    """The texts of catalog.yaml, of the agreements, systems and mappings, and of the pages that people wrote."""
    for part, key in ((catalog.site, ""), (catalog.key_figures, "key_figures"), (catalog.territories, "territories")):
        yield from _texts(part, Place(path="catalog.yaml"), "catalog.en.yaml", key)
    for agreement in catalog.agreements:
        yield from _agreement(agreement)
    for folder, entries in (
        ("systems", catalog.systems),
        ("territories", catalog.placements),
        ("commitments", catalog.commitments),
        ("events", catalog.events),
    ):
        for entry in entries:
            path = f"{folder}/{entry.id}.yaml"
            yield from _texts(entry, Place(path=path), path)
    for page in catalog.pages:
        where = Place(path=f"docs/{page.lang}/{page.path}index.md")
        for name in ("title", "description", "neutral_title"):
            yield from _unsafe(getattr(page, name) or "", where, name)
        yield from _page(page.body, where)


def _agreement(agreement: Agreement) -> Iterator[Finding]:
    path = f"agreements/{agreement.id}.yaml"
    yield from _texts(agreement, Place(path=path), path)


def _page(body: str, where: Place) -> Iterator[Finding]:
    if _PAGE.search(body):
        yield Finding(code="html-in-page", where=where)
    if _REMOTE_IMAGE.search(body):
        yield Finding(code="remote-image", where=where)
    for code in ("script-in-text", "control-character", "bidi-character"):
        if _UNSAFE[code].search(body):
            yield Finding(code=code, where=where, details=(("key", "body"),))


def _texts(value: object, where: Place, english: str, key: str = "") -> Iterator[Finding]:
    """The unsafe texts anywhere in a frozen value; an English one is told of where the translation is."""
    if isinstance(value, str):
        yield from _unsafe(value, where, key)
    elif isinstance(value, LangString):
        yield from _unsafe(value.es, where, key)
        if value.en:
            yield from _unsafe(value.en, Place(path=english, table=where.table), key)
    elif isinstance(value, tuple):
        for number, part in enumerate(value, 1):
            yield from _texts(part, where, english, f"{key}[{number}]")
    elif is_dataclass(value) and not isinstance(value, Enum):
        for part in fields(value):
            if part.name not in _OWN_PLACE and part.name != "constraints":
                yield from _texts(getattr(value, part.name), where, english, key_below(key, part.name))


def _unsafe(text: str, where: Place, key: str) -> Iterator[Finding]:
    for code in _faults(text):
        yield Finding(code=code, where=where, details=(("key", key),))


def _faults(text: str) -> Iterator[str]:
    if _SUSPECT.search(text):
        yield from (code for code, pattern in _UNSAFE.items() if pattern.search(text))


def _in_cell(value: str, column: Column) -> Iterator[str]:
    yield from _faults(value)
    if value.startswith(_FORMULA) and not (column.concept == "telephone" and _PHONE.fullmatch(value)):
        yield "formula-in-cell"
    if len(value) > _LONGEST:
        yield "long-cell"
    if column.concept == "url" and not _URL.fullmatch(value):
        yield "bad-url-cell"
