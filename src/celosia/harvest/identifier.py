"""Names of ours for what others call otherwise: safe, stable, each once. The publisher's own name is kept beside. Pure."""

import re
import unicodedata
from collections.abc import Collection

_UUID = re.compile(r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}", re.IGNORECASE)
_LONGEST = 60
_SMALL = frozenset(("de", "del", "la", "las", "los", "el", "y", "en", "a", "the", "of", "and"))
_RESERVED = frozenset(("index", "datapackage", "catalog", "v", "charts", "con", "prn", "aux", "nul"))


def slug(text: str) -> str:
    """Lower-case words of ASCII joined by hyphens, at most 60 characters; empty where nothing is left.

    >>> slug("Registro de Femicidios: 2º semestre"), slug("../../etc/passwd"), slug("日本")
    ('registro-de-femicidios-2o-semestre', 'etc-passwd', '')
    """
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", folded)
    if sum(map(len, words)) + len(words) > _LONGEST:
        words = [word for word in words if word not in _SMALL] or words
    name = "-".join(words)
    return name if len(name) <= _LONGEST else name[: _LONGEST + 1].rpartition("-")[0] or name[:_LONGEST]


def named(identifier: str | None, title: str | None, fallback: str) -> str:
    """The name of a thing: its identifier's where people can read it, or its title's.

    >>> named("932019a8-e08a-4269-83e0-aa0b8191c21d", "Portación de armas", "x"), named("ar-normas", "Normas", "x")
    ('portacion-de-armas', 'ar-normas')
    """
    readable = identifier if identifier and not _UUID.search(identifier) and "://" not in identifier else ""
    for text in (readable, title or "", identifier or ""):
        name = slug(text)
        if name and not (name.isdigit() and text is readable):
            return f"{name}-1" if name in _RESERVED else name
    return fallback


def apart(name: str, taken: Collection[str]) -> str:
    """The name, with a number where it is taken.

    >>> apart("x", {"x", "x-2"})
    'x-3'
    """
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free
