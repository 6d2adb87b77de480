"""Values of a JSON that somebody else wrote: the text, list or mapping that should be there, or nothing. Pure."""

from collections.abc import Iterator, Mapping

from celosia.model import LangString

Node = Mapping[str, object]


def mapping(value: object) -> Node:
    """The mapping, or an empty one."""
    return value if isinstance(value, dict) else {}


def sequence(value: object) -> tuple[object, ...]:
    """The list, or a list of the one thing; empty where there is nothing.

    >>> sequence("a"), sequence(None), sequence(["a", "b"])
    (('a',), (), ('a', 'b'))
    """
    if isinstance(value, list):
        return tuple(value)
    return () if value in (None, "", {}) else (value,)


def text(value: object) -> str | None:
    """The text of a scalar; none where it is empty or no scalar."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        return str(value).strip() or None
    except ValueError:
        return None


def texts(value: object) -> tuple[str, ...]:
    """The texts of a list."""
    return tuple(found for part in sequence(value) if (found := text(part)))


def spanish(value: object, english: object = None) -> LangString | None:
    """A text of a source that has one language, or of one that has both."""
    found = text(value)
    return LangString(es=found, en=text(english)) if found else None


def mappings(value: object) -> Iterator[Node]:
    """The mappings of a list."""
    return (part for part in sequence(value) if isinstance(part, dict))
