"""What celosia release, record, move and withdraw say when they are done, and what must be done beyond the site. Pure."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files


def withdrawn_text(counts: tuple[int, int], still: Sequence[str], mentions: Sequence[str], lang: str) -> str:
    """What was done (addresses withdrawn, files of versions amended), what is left to look at, and what the site cannot do."""
    withdrawn, amended = counts
    lines = [phrase("withdrawn", lang).format(addresses=withdrawn, amended=amended)]
    for name, paths in (("still", still), ("mentions", mentions)):
        lines += [phrase(name, lang), *(f"  - {path}" for path in paths)] if paths else []
    return "\n".join((*lines, phrase("beyond", lang).rstrip()))


def phrase(name: str, lang: str) -> str:
    """A phrase, with fields in braces.

    >>> phrase("moved", "en").format(addresses=3)
    '3 addresses moved. Commit permanence/ together with the renamed files.'
    """
    return _words()[lang][name]


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files("celosia.locales").joinpath("permanence.toml").read_text(encoding="utf-8"))
