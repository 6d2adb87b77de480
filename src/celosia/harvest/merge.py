"""Three states of a descriptor into one: what the machine wrote, what is there now, what the source says now. Pure.

What a person changed stays, and so does what a person added or took away; everything else follows the source.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_NAME = "name"
_ABSENT = object()


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The result, and the ways to what was kept against the source (`celosia.links[armas].title`)."""

    value: object
    kept: tuple[str, ...] = ()


def merge(base: object, mine: object, theirs: object, way: str = "") -> Merged:
    """`base`: what was written last; `mine`: what the file holds; `theirs`: what would be written now.

    >>> merge({"a": 1, "b": 2}, {"a": 1, "b": 9}, {"a": 5, "b": 3})
    Merged(value={'a': 5, 'b': 9}, kept=('b',))
    """
    if mine in (base, theirs):
        return Merged(value=theirs)
    if isinstance(mine, dict) and isinstance(theirs, dict):
        return _mappings(_mapping(base), mine, theirs, f"{way}.{{}}".removeprefix("."))
    if _is_named(mine) and _is_named(theirs):
        merged = _mappings(_by_name(base), _by_name(mine), _by_name(theirs), f"{way}[{{}}]")
        return Merged(value=list(_mapping(merged.value).values()), kept=merged.kept)
    return Merged(value=mine, kept=() if base is theirs is _ABSENT else (way,))


def _mappings(base: Mapping[str, object], mine: Mapping[str, object], theirs: Mapping[str, object], way: str) -> Merged:
    names = dict.fromkeys((*mine, *theirs))
    states = {name: (base.get(name, _ABSENT), mine.get(name, _ABSENT), theirs.get(name, _ABSENT)) for name in names}
    merged = {name: merge(*of_name, way.replace("{}", name)) for name, of_name in states.items()}
    value = {name: part.value for name, part in merged.items() if part.value is not _ABSENT}
    return Merged(value=value, kept=tuple(_flat(part.kept for part in merged.values())))


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _is_named(value: object) -> bool:
    """Whether it is a list of things with a name each."""
    return isinstance(value, list) and bool(value) and all(isinstance(part, dict) and _NAME in part for part in value)


def _by_name(value: object) -> Mapping[str, object]:
    parts = value if isinstance(value, list) else ()
    return {str(part[_NAME]): part for part in parts if isinstance(part, dict) and _NAME in part}


def _flat(ways: Iterable[tuple[str, ...]]) -> Iterable[str]:
    return (way for of_part in ways for way in of_part)
