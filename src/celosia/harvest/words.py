"""The texts of a harvest as texts of ours, with what had to be done to them. Pure."""

from collections.abc import Callable, Iterator

from celosia.harvest.clean import is_same, line, plain, shortened
from celosia.harvest.judgement import Subject
from celosia.model import Finding, LangString

_KEYWORD_LONGEST = 100
_TITLE = 100
_DESCRIPTION = 1500
_MOST = {"title": 500, "description": 3000, "summary": 3000}
_TOLD = {"title": _TITLE, "description": _DESCRIPTION}
"""What the Perfil Nacional advises; longer texts are kept, up to what we can hold."""


def told(text: LangString | None, name: str) -> LangString | None:
    """A text, plain and short enough; none where nothing is left of it."""
    if text is None:
        return None
    mend: Callable[[str], str] = line if name == "title" else plain
    spanish = shortened(mend(text.es), _MOST[name])
    english = shortened(mend(text.en), _MOST[name]) if text.en else None
    return LangString(es=spanish, en=english or None) if spanish else None


def judged(subject: Subject, name: str, text: LangString | None) -> Iterator[Finding]:
    """What was wrong with a text as its source has it."""
    if text is None:
        return
    if not is_same(text.es, plain(text.es)):
        yield subject.finding("harvest-changed-text", name)
    if len(text.es) > _TOLD.get(name, _MOST["summary"]):
        yield subject.finding("harvest-long-text", name, ("limit", str(_TOLD.get(name))), ("length", str(len(text.es))))


def keyword(text: str) -> str:
    """A keyword of letters, digits, spaces, points, hyphens and underscores (Perfil Nacional; Data Package has no rule).

    >>> keyword("OIT (C29), trabajo/forzoso")
    'OIT C29 trabajo forzoso'
    """
    kept = "".join(character if character.isalnum() or character in " ._-" else " " for character in line(text))
    return " ".join(kept.split())[:_KEYWORD_LONGEST].strip()


def keywords(words: tuple[LangString, ...]) -> tuple[LangString, ...]:
    """Each keyword once."""
    mended = (LangString(es=keyword(word.es), en=keyword(word.en) if word.en else None) for word in words)
    return tuple({word.es: word for word in mended if word.es}.values())
