"""Texts for the public are plain: no HTML, no Markdown, no templates, nothing hidden, no formulas. Pure."""

import re
from collections.abc import Iterator

from celosia.check.place import cell
from celosia.check.said import Said, page_place, said_in_catalog, said_in_dataset
from celosia.model import Catalog, Column, Dataset, Finding, Place

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


def dataset_texts(dataset: Dataset) -> Iterator[Finding]:
    """The texts of a descriptor, of its translation and of its changelog."""
    for said in said_in_dataset(dataset):
        yield from _unsafe(said)


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
    """The texts of catalog.yaml, of every folder beside it, and of the pages that people wrote."""
    for said in said_in_catalog(catalog):
        yield from _unsafe(said)
    for page in catalog.pages:
        yield from _page(page.body, page_place(page))


def _page(body: str, where: Place) -> Iterator[Finding]:
    if _PAGE.search(body):
        yield Finding(code="html-in-page", where=where)
    if _REMOTE_IMAGE.search(body):
        yield Finding(code="remote-image", where=where)
    for code in ("script-in-text", "control-character", "bidi-character"):
        if _UNSAFE[code].search(body):
            yield Finding(code=code, where=where, details=(("key", "body"),))


def _unsafe(said: Said) -> Iterator[Finding]:
    for code in _faults(said.text):
        yield Finding(code=code, where=said.where, details=(("key", said.key),))


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
