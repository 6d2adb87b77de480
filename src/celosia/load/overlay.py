"""The translation beside a file: its texts by the names that lead to them, and the Spanish ones that they belong to. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from celosia.load.document import Document
from celosia.model import Finding, LangString
from celosia.model.nearest import nearest, shown

Way = tuple[str | int, ...]

_NAMES = ("code", "number", "value", "at", "name")
_UNNAMED = frozenset({"schema"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A part of a file in Spanish, with the English texts of the whole file and the way from its top to this part."""

    node: Any
    english: Mapping[Way, str]
    way: Way = ()

    def of(self, name: str) -> LangString:
        """The text under a key."""
        return LangString(es=self.node[name], en=self.english.get((*self.way, name)))

    def maybe(self, name: str) -> LangString | None:
        """The text under a key that may be absent."""
        return None if self.node[name] is None else self.of(name)

    def within(self, name: str) -> "Words":
        """The part under a key."""
        way = self.way if name in _UNNAMED else (*self.way, name)
        return Words(node=self.node[name], english=self.english, way=way)

    def each(self, name: str) -> tuple["Words", ...]:
        """The parts of the list under a key; none where it is absent."""
        way = (*self.way, name)
        return tuple(
            Words(node=node, english=self.english, way=(*way, _identity(node, number)))
            for number, node in enumerate(self.node[name] or (), 1)
        )

    def texts(self, name: str) -> tuple[LangString, ...]:
        """The texts of the list under a key."""
        return tuple(
            LangString(es=text, en=self.english.get((*self.way, name, number)))
            for number, text in enumerate(self.node[name] or (), 1)
        )


def words(main: Document, overlay: Document) -> Words:
    """The Spanish file with its English texts."""
    return Words(node=main.value, english=_texts(overlay.value))


def strays(told: Words, overlay: Document) -> tuple[Finding, ...]:
    """What the overlay translates that the main file does not have: the uppermost thing only, not all that is in it."""
    texts = _texts(told.node) if told.english else {}
    if told.english.keys() <= texts.keys():
        return ()
    spanish = {way[:length] for way in texts for length in range(1, len(way) + 1)}
    missing = (way for way in told.english if way not in spanish)
    tops = dict.fromkeys(
        next(way[:length] for length in range(1, len(way) + 1) if way[:length] not in spanish) for way in missing
    )
    return tuple(_stray(overlay, way, spanish) for way in tops)


def _stray(overlay: Document, way: Way, spanish: set[Way]) -> Finding:
    near = nearest(_key(way), (_key(other) for other in spanish if len(other) == len(way) and isinstance(other[-1], str)))
    details = (("nearest", shown(near)),) if near else ()
    return overlay.finding("translation-of-nothing", shown(_key(way)), *details)


def _key(way: Way) -> str:
    return ".".join(str(step) for step in way)


def _texts(node: object) -> Mapping[Way, str]:
    """Every text below a node, by the way to it."""
    found: dict[Way, str] = {}
    _gather(node, (), found)
    return found


def _gather(node: object, way: Way, found: dict[Way, str]) -> None:
    if isinstance(node, str):
        found[way] = node
    elif isinstance(node, dict):
        for name, part in node.items():
            if part is not None:
                _gather(part, way if name in _UNNAMED else (*way, name), found)
    elif isinstance(node, tuple):
        for number, part in enumerate(node, 1):
            _gather(part, (*way, _identity(part, number)), found)


def _identity(node: object, number: int) -> str | int:
    if isinstance(node, dict):
        for name in _NAMES:
            if node.get(name):
                return str(node[name])
    return number
