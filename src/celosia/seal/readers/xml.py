"""XML for programs (the site map, feeds): texts, attributes, comments. HTML inside a feed is read as such. Pure."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from celosia.seal.content import Content, Passage
from celosia.seal.readers.html import read_html
from celosia.seal.readers.markup import parsed

_MARKUP = re.compile(r"</?[a-zA-Z][^>]*>")


def read_xml(body: bytes) -> Content:
    """Each text and each attribute of each element; comments and processing instructions are parts that nobody sees."""
    root, parts = parsed(body)
    return Content(passages=tuple(passage for element in root.iter() for passage in _passages(element)), parts=parts)


def _passages(element: ET.Element) -> Iterator[Passage]:
    name = element.tag
    yield from (Passage(part=f"{name}@{key.rpartition('}')[2]}", text=value) for key, value in element.attrib.items())
    for text in (element.text, element.tail):
        if text and text.strip():
            if _MARKUP.search(text):
                yield from read_html(text.encode()).passages
            else:
                yield Passage(part=name, text=text)
