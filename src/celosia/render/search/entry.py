"""What the search knows of a thing: its title, a sentence, and the words by which people look for it. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from textwrap import shorten

from celosia.model import Column, LangString, Table
from celosia.render.views.text import Text
from celosia.render.words import N_

LONGEST = 220
"""Characters of the sentence that is shown."""

SECTIONS: Mapping[str, str] = {
    "datasets": N_("Data"),
    "comparisons": N_("Comparisons"),
    "territories": N_("Territories"),
    "commitments": N_("Commitments"),
    "agreements": N_("Agreements"),
    "systems": N_("Who counts"),
    "info": N_("Help"),
    "events": N_("Meetings and trainings"),
    "norms": N_("Laws and norms"),
    "glossary": N_("Glossary"),
    "pages": N_("Pages"),
    "sources": N_("Sources"),
}
"""The kinds of things that can be found, in the order in which equals are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """`text` is shown and searched, `names` (what else it is called) and `mentions` are only searched.

    `lang` is set where the title is not in the page's language. `worth` is less than one where something else that says the
    same is rather looked for: a milestone's commitment, the figures of a source.
    """

    title: str
    url: str
    section: str
    text: str
    names: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    lang: str | None = None
    worth: float = 1.0


def entry(section: str, title: Text, url: str, text: str, *searched: Iterable[str]) -> Entry:
    """An entry; `searched` are its names and its mentions, in this order."""
    names, mentions = (*(tuple(one) for one in searched), (), ())[:2]
    return Entry(
        title=title.text,
        url=url,
        section=section,
        text=shorten(text, LONGEST, placeholder=" …"),
        names=unique(names),
        mentions=unique(mentions),
        lang=title.lang,
    )


def unique(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts, each once, without empty ones."""
    return tuple(dict.fromkeys(text for text in texts if text))


def spoken(texts: Iterable[LangString], lang: str) -> tuple[str, ...]:
    """The texts in a language."""
    return tuple(text.text(lang) for text in texts)


def labels(column: Column, lang: str) -> Iterator[str]:
    """The title of a column and the words of its codes."""
    yield column.title.text(lang)
    yield from (code.label.text(lang) for code in column.codes)


def areas(table: Table) -> tuple[str, ...]:
    """The codes of the territories that the rows name, each once."""
    column = table.with_concept("ref-area")
    return tuple(dict.fromkeys(str(value) for value in table.values(column.name) if value)) if column else ()
