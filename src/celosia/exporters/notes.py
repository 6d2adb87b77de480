"""What must go with the figures wherever they go: what they count, their limits, their licence, their sources. Pure."""

from dataclasses import dataclass

from celosia.locales import format_date, gettext
from celosia.model import Counts, Dataset, LangString, Site, Source, Table
from celosia.vocabularies import cite
from celosia.vocabularies.citation import landing_page
from celosia.vocabularies.removal import removal
from celosia.vocabularies.status import STATUSES, statuses_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """A dataset with the sources that its rows name, and the site that publishes it; `released`: its version is frozen."""

    dataset: Dataset
    sources: tuple[Source, ...]
    site: Site
    released: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A topic and what is said of it, in one language."""

    topic: str
    text: str


def notes_in(notes: Notes, lang: str, tables: tuple[Table, ...] = ()) -> tuple[Note, ...]:
    """All that a reader must know, in the order of its weight; a text without translation says its language.

    `tables`: those whose marks are explained; all of the dataset's where none is named.
    """
    _ = gettext(lang)
    dataset = notes.dataset
    said = (
        (_("Dataset"), _text(dataset.title, lang)),
        (_("Summary"), _text(dataset.summary, lang)),
        (_("Version"), dataset.version),
        (_("Updated"), format_date(dataset.modified, lang)),
        (_("Published by"), dataset.publisher),
        (_("Source body"), dataset.creator),
        *_counted(dataset.counts, lang),
        (_("Not published"), _text(dataset.withheld, lang) if dataset.withheld else ""),
        (_("Protection"), _protection(tables or dataset.tables, dataset, lang)),
        (_("Marks"), _marks(tables or dataset.tables, lang)),
        (_("Empty cells"), _("An empty cell is a figure that is not known or is not published. It is never a zero.")),
        (_("Licence"), _license(dataset)),
        (_("How to cite"), cite(dataset, notes.site, lang, released=notes.released)),
        (_("Address"), landing_page(dataset, notes.site)),
    )
    return tuple(Note(topic=topic, text=text) for topic, text in said if text)


def sources_of(table: Table, notes: Notes) -> tuple[tuple[str, ...], ...]:
    """The sources that the rows of a table name, then the dataset's main ones: id, title, publisher, kind, date, URL."""
    column = table.with_concept("source")
    named = set(table.values(column.name)) if column else set()
    rows = tuple(
        (source.id, source.title, source.publisher, source.kind, source.date or "", source.url)
        for source in notes.sources
        if source.id in named
    )
    listed = {row[-1] for row in rows}
    return rows + tuple(("", main.title, "", "", "", main.url) for main in notes.dataset.sources if main.url not in listed)


def _counted(counts: Counts, lang: str) -> tuple[tuple[str, str], ...]:
    _ = gettext(lang)
    breaks = "; ".join(f"{point.at}: {_text(point.label, lang)}" for point in counts.breaks)
    return (
        (_("What does it count?"), _text(counts.what, lang)),
        (_("When it is counted"), _text(counts.event, lang)),
        (_("Who records it"), _text(counts.recorder, lang)),
        (_("Legal definition"), _text(counts.definition, lang)),
        (_("What is included"), _text(counts.includes, lang)),
        (_("What is left out"), _text(counts.excludes, lang)),
        (_("Which period it belongs to"), _text(counts.period_rule, lang)),
        (_("Breaks in the series"), breaks),
    )


def _license(dataset: Dataset) -> str:
    license_ = dataset.license
    return f"{license_.title} ({license_.name}): {license_.url}" if license_.url else license_.title


def _protection(tables: tuple[Table, ...], dataset: Dataset, lang: str) -> str:
    """What protection took out of each table."""
    removals = ((table, removal(table, dataset.tables)) for table in tables)
    told = [f"{_text(table.title, lang)}: {removed.told(lang)}" for table, removed in removals if removed]
    return "\n".join(told)


def _marks(tables: tuple[Table, ...], lang: str) -> str:
    """The marks that occur, one a line."""
    found = {status for table in tables for status in statuses_in(table)}
    return "\n".join(f"{status.sign} {status.explained(lang)}" for status in STATUSES.values() if status in found)


def _text(text: LangString, lang: str) -> str:
    told = text.text(lang)
    return told if text.lang(lang) == lang else f"{told} {gettext(lang)('(in Spanish)')}"
