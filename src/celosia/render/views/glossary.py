"""What the glossary shows: each term under its address, what it means and where that is said. Pure."""

from dataclasses import dataclass

from celosia.derive.glossary import GlossaryPublication
from celosia.model import Entry
from celosia.render.views.reading import Reading
from celosia.render.views.system import basis
from celosia.render.views.text import Link, Text, told


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """A term; `id` is its address on the page."""

    id: str
    name: Text
    meaning: Text
    basis: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntriesView:
    """Terms under a title."""

    id: str
    title: Text
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryView:
    """The glossary below the words of its page."""

    groups: tuple[EntriesView, ...]


def glossary_view(publication: GlossaryPublication, reading: Reading) -> GlossaryView:
    """The view of the glossary."""
    return GlossaryView(
        groups=tuple(
            EntriesView(
                id=f"group-{number}",
                title=told(group.title, reading.lang),
                entries=tuple(_entry(entry, publication, reading) for entry in group.entries),
            )
            for number, group in enumerate(publication.groups, 1)
        )
    )


def _entry(entry: Entry, publication: GlossaryPublication, reading: Reading) -> EntryView:
    return EntryView(
        id=entry.term.id,
        name=told(entry.name, reading.lang),
        meaning=told(entry.meaning.text, reading.lang),
        basis=tuple(basis(entry.meaning, publication.grounds, reading)),
    )
