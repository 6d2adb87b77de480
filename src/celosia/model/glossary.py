"""The glossary: what the words of the site mean, and by which forms they are known in a text."""

from dataclasses import dataclass

from celosia.model.langstring import LangString
from celosia.model.system import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word by its id, which is its anchor in the glossary; `forms` are pairs of a language and a way of writing it."""

    id: str
    forms: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A term with its name and what it means, which rests on what the statement names."""

    term: Term
    name: LangString
    meaning: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryGroup:
    """Terms that are told apart from each other, under a title."""

    title: LangString
    entries: tuple[Entry, ...]
