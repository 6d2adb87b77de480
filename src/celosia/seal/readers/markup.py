"""XML as a tree of plain names, and what in it is no element. Pure."""

from xml.etree import ElementTree as ET

from celosia.seal.content import UnreadableError


def tree(body: bytes) -> ET.Element:
    """The root; every name without its namespace. A document type is refused: it may define entities."""
    return parsed(body)[0]


def parsed(body: bytes) -> tuple[ET.Element, tuple[str, ...]]:
    """The root, and whether there was a comment in it (or a processing instruction, which nobody sees either)."""
    if b"<!DOCTYPE" in body or b"<!ENTITY" in body:
        raise UnreadableError
    root = ET.fromstring(body)  # noqa: S314 - without a document type there are no entities
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    instructions = body.count(b"<?") - body.lstrip().startswith(b"<?xml")
    return root, ("comment",) if b"<!--" in body or instructions else ()
