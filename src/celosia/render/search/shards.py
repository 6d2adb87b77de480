"""The index as scripts: a small one that says where everything is, and parts that a browser asks for when it needs them.

Scripts, because a page that was opened from a folder may load those and fetch nothing else. Each sets one variable to plain
data. A part of words holds stems in alphabetical order, with their entries as a text: the distance from the entry before and
a letter for the points (`3F1K`: the third entry with 4 points, the fourth with 8). Pure.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import TypeVar

from celosia.locales.stems import Stems
from celosia.render.search.index import Found, Index

POINTS = "BCDFGHJKLMNPQRSTVWXZ"
"""A letter for 1 to 20 points. No vowels: nothing that is written with them can be read as a word."""
LARGEST = 12_000
"""Characters of a part of words; only a single word that leads to very many entries may need more."""
_SHOWN = 5_000
"""Those of a part of entries: of each that is loaded, one or two are shown."""

_Member = TypeVar("_Member")
_VARIABLE = "window.CELOSIA_SEARCH"
Part = tuple[str | int, Mapping[str, object]]
"""With what a part starts (a stem, or the place of an entry), and what it holds."""


def scripts(index: Index, rules: Stems) -> Mapping[str, bytes]:
    """The files of an index, by their names."""
    words, entries = tuple(_words(index)), tuple(_entries(index))
    files = {f"w{number}.js": _script(f"_w{number}", body) for number, (_, body) in enumerate(words)}
    files |= {f"e{number}.js": _script(f"_e{number}", body) for number, (_, body) in enumerate(entries)}
    version = sha256(b"".join(files.values())).hexdigest()[:12]
    told = {
        "version": version,
        "size": len(index.entries),
        "sections": _sections(index),
        "points": POINTS,
        "joins": rules.joins,
        "stems": rules.stems,
        "shortest": rules.shortest,
        "empty": " ".join(rules.empty),
        "words": [first for first, _ in words],
        "entries": [first for first, _ in entries],
    }
    return files | {"index.js": _script("", told)}


def _words(index: Index) -> Iterator[Part]:
    rows = ((stem, _written(found)) for stem, found in index.stems.items())
    for part in _cut(((f"{stem} {found}", (stem, found)) for stem, found in rows), LARGEST):
        stems, found = zip(*part, strict=True)
        yield stems[0], {"k": " ".join(stems), "p": " ".join(found)}


def _written(found: Found) -> str:
    """The entries of a word as a text."""
    parts, last = [], -1
    for place in sorted(found):
        parts.append(f"{place - last}{POINTS[min(found[place], len(POINTS)) - 1]}")
        last = place
    return "".join(parts)


def _entries(index: Index) -> Iterator[Part]:
    told = (
        {"t": entry.title, "u": entry.url, "x": entry.text} | ({"l": entry.lang} if entry.lang else {})
        for entry in index.entries
    )
    place = 0
    for part in _cut(((json.dumps(one, ensure_ascii=False), one) for one in told), _SHOWN):
        yield place, {"entries": part}
        place += len(part)


def _sections(index: Index) -> list[list[object]]:
    """The sections that there are, each with the places of its first entry and of the one after its last."""
    places: dict[str, list[int]] = {}
    for place, entry in enumerate(index.entries):
        places.setdefault(entry.section, [place, place])[1] = place + 1
    return [[section, *bounds] for section, bounds in places.items()]


def _cut(members: Iterable[tuple[str, _Member]], largest: int) -> Iterator[list[_Member]]:
    """The members in parts of which none, written out, is much longer than the largest."""
    part: list[_Member] = []
    length = 0
    for written, member in members:
        if part and length + len(written) > largest:
            yield part
            part, length = [], 0
        part.append(member)
        length += len(written)
    if part:
        yield part


def _script(name: str, value: Mapping[str, object]) -> bytes:
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f"{_VARIABLE}{name}={body};\n".encode()
