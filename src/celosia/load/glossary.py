"""The glossary from `glossary.yaml`, both languages in one file. It may be absent."""

from collections.abc import Mapping
from typing import Any

from celosia.load.document import optional_document
from celosia.load.folder import Folder
from celosia.load.place_keys import GLOSSARY
from celosia.load.system import statement, text_of
from celosia.model import Entry, EntryGroup, Finding, Term


def glossary(folder: Folder) -> tuple[tuple[EntryGroup, ...], tuple[Finding, ...]]:
    """Each group with its terms, in the order of the file."""
    file = optional_document(folder, "glossary.yaml", GLOSSARY)
    groups = (
        EntryGroup(title=text_of(node["title"]), entries=tuple(_entry(term) for term in node["terms"])) for node in file.value
    )
    return tuple(groups), file.findings


def _entry(node: Mapping[str, Any]) -> Entry:
    forms = tuple((lang, form) for lang in ("es", "en") for form in node["forms"][lang] or ())
    return Entry(term=Term(id=node["id"], forms=forms), name=text_of(node["name"]), meaning=statement(node))
