"""XML as a tree of plain names, and what in it is no element. Pure."""

from xml.etree import ElementTree as ET

from celosia.seal.content import UnreadableError


def tree(body: bytes) -> ET.Element:
    """The root; every name without its namespace. A document type is refused: it may define entities."""
    return parsed(body)[0]


def parsed(body: bytes) -> tuple[ET.Element, tuple[str, ...]]:
    """The root, and what is no element: `comment`, `pi` (a processing instruction), each once."""
    if b"<!DOCTYPE" in body or b"<!ENTITY" in body:
        raise UnreadableError("document type")
    parser = ET.XMLPullParser(("start", "comment", "pi"))
    parser.feed(body)
    parser.close()
    events = list(parser.read_events())
    elements = [element for event, element in events if event == "start"]
    for element in elements:
        element.tag = str(element.tag).rpartition("}")[2]
    return elements[0], tuple(dict.fromkeys(event for event, _ in events if event != "start"))
