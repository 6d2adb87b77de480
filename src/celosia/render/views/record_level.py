"""Files elsewhere with one row a person, as a dataset's page tells of them: where they are and what they can do. Pure."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from celosia.locales import format_number
from celosia.model import RecordLevel
from celosia.render.views.reading import Reading
from celosia.render.views.text import Link, Text, outward, spanish, told


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLevelView:
    """A file that is not copied here; `rows` is said where it is known."""

    source: Link
    publisher: Text
    rows: str | None
    warning: Text


def record_level_view(described: RecordLevel, reading: Reading) -> RecordLevelView:
    """The view of a file; its address is shown and not linked to where a link would not be private."""
    href = outward(described.url)
    return RecordLevelView(
        source=Link(
            text=told(described.title, reading.lang), href=href, note=urlsplit(href).hostname if href else described.url
        ),
        publisher=spanish(described.publisher, reading.lang),
        rows=_rows(described, reading),
        warning=told(described.warning, reading.lang),
    )


def _rows(described: RecordLevel, reading: Reading) -> str | None:
    if described.rows is None:
        return None
    return reading.word("{n} rows").format(n=format_number(described.rows, reading.lang))
