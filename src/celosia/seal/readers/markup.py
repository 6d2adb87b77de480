"""XML as a tree of plain names, and what in it is no element. Pure."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from celosia.seal.content import UnreadableError


def tree(body: bytes) -> ET.Element:
    """The root; every name without its namespace. A document type is refused: it may define entities."""
    return parsed(body)[0]


def parsed(body: bytes) -> tuple[ET.Element, tuple[str, ...]]:
    """The root, and whether there was a comment in it (or a processing instruction, which nobody sees either)."""
    if b"<!DOCTYPE" in body or b"<!ENTITY" in body:
        raise UnreadableError
    root = ET.XML(body, ET.XMLParser(target=ET.TreeBuilder(insert_comments=True, insert_pis=True)))  # noqa: S314 - no entities
    parts = dict.fromkeys(part for element in tuple(root.iter()) for part in _plain(element))
    return root, tuple(parts)


def _plain(element: ET.Element) -> Iterator[str]:
    """Take the namespace from its name, and out of it what is no element."""
    for child in tuple(element):
        if callable(child.tag):  # the mark of what is no element is the function that makes it
            element.remove(child)
            yield "comment"
    element.tag = str(element.tag).rpartition("}")[2]
