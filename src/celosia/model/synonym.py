"""A synonym: words by which people look for what the catalogue calls otherwise."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonym:
    """Whoever types one of the `words` finds too what mentions one of `mean` (all the words of it, where it has several)."""

    lang: str
    words: tuple[str, ...]
    mean: tuple[str, ...]
