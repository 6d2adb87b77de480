"""The nearest right name, for a finding that offers it. Pure."""

from collections.abc import Iterable
from difflib import get_close_matches

_SHOWN = 60


def nearest(name: str, names: Iterable[str]) -> str:
    """The one of `names` that is most like `name`; empty where none is.

    >>> nearest("titel", ("title", "name"))
    'title'
    """
    folded = {right.casefold(): right for right in sorted(set(names), reverse=True)}
    matches = get_close_matches(name[:_SHOWN].casefold(), folded, n=1)
    return folded[matches[0]] if matches else ""


def shown(text: str) -> str:
    r"""A name from a descriptor as a finding may show it: short, and without line ends or control characters.

    >>> shown("a\nb")
    'a b'
    """
    line = "".join(character if character.isprintable() else " " for character in text[: _SHOWN + 1])
    return line if len(line) <= _SHOWN else line[:_SHOWN] + "…"
