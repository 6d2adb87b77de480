"""Edits of a dataset's files by lines, so that the comments and the layout of whoever wrote them stay. Pure."""

import re
import textwrap
from datetime import date

from celosia.model import Change, LangString

_VERSION = re.compile(r"^version:[ \t]*[^#\n]*?(?P<rest>[ \t]*(?:#[^\n]*)?)$", re.MULTILINE)
_MODIFIED = re.compile(r"^(?P<before>[ \t]+modified:)[ \t]*[^#\n]*?(?P<rest>[ \t]*(?:#[^\n]*)?)$", re.MULTILINE)
_ENTRY = re.compile(r"^- ", re.MULTILINE)
_WIDTH = 118


class NotEditableError(ValueError):
    """The file does not have the line that was to be edited, in the form that people write it."""


def with_version(text: str, version: str, day: date) -> str:
    r"""A descriptor (`datapackage.yaml`) with another version and day of change.

    >>> with_version("version: 1.0.0  # first\ncelosia:\n  modified: 2026-01-01\n", "1.1.0", date(2026, 2, 3))
    'version: 1.1.0  # first\ncelosia:\n  modified: 2026-02-03\n'
    """
    text, versions = _VERSION.subn(lambda match: f"version: {version}{match['rest']}", text, count=1)
    text, days = _MODIFIED.subn(lambda match: f"{match['before']} {day.isoformat()}{match['rest']}", text, count=1)
    if not versions or not days:
        raise NotEditableError
    return text


def is_told(text: str, version: str) -> bool:
    r"""Whether a changelog has an entry of that version.

    >>> is_told("- {version: 11.0.0, date: 2026-01-01}\n", "1.0.0")
    False
    """
    return re.search(rf"version:[ \t]*['\"]?{re.escape(version)}['\"]?(?=[\s,}}])", text) is not None


def with_entry(text: str, change: Change) -> str:
    """A changelog (`changes.yaml`) with one entry more, before the others and after what stands above them."""
    first = _ENTRY.search(text)
    if first is None:
        raise NotEditableError
    return text[: first.start()] + _entry(change) + text[first.start() :]


def with_periods(text: str, change: Change) -> str:
    """A changelog whose entry of that version, which has none, tells the periods; as it is where it is written otherwise."""
    entry = re.compile(rf"^- version: {re.escape(change.version)}\n(?:[ \t]+[^\n]*\n)+", re.MULTILINE)
    found = entry.search(text)
    if found is None or "periods:" in found[0] or not change.periods:
        return text
    return text[: found.end()] + _periods(change) + text[found.end() :]


def with_path(text: str, path: str, new: str) -> str:
    """A descriptor in which a table stands in another file."""
    line = re.compile(rf"^(?P<before>[ \t]+path:)[ \t]*['\"]?{re.escape(path)}['\"]?[ \t]*$", re.MULTILINE)
    return line.sub(lambda match: f"{match['before']} {new}", text, count=1)


def _entry(change: Change) -> str:
    lines = (f"- version: {change.version}", f"  date: {change.date.isoformat()}", f"  type: {change.type}", "  note:")
    return "\n".join((*lines, *_note(change.note))) + "\n" + _periods(change)


def _note(note: LangString) -> tuple[str, ...]:
    told = (("es", note.es), ("en", note.en))
    return tuple(line for lang, text in told if text for line in (f"    {lang}: >-", *_folded(text)))


def _folded(text: str) -> list[str]:
    indent = " " * 6
    return textwrap.wrap(
        " ".join(text.split()), _WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False
    )


def _periods(change: Change) -> str:
    if not change.periods:
        return ""
    listed = ", ".join(f"'{period}'" for period in change.periods)
    return f"  periods: [{listed}]\n"
