"""A script that carries data (the search index sets one variable); any other script, or a style, is texts. Pure."""

import re

from celosia.seal.content import Content, Passage
from celosia.seal.readers.json import read_json

_DATA = re.compile(rb"\s*(?:window\.)?[\w$.]+\s*=\s*([\[{].*[\]}])\s*;?\s*", re.DOTALL)
_TEXT = re.compile(r"//[^\n]*|/\*.*?\*/|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`", re.DOTALL)
_LONGEST = 300_000
"""A script longer than this is a library: ours are a few kilobytes."""


def read_script(body: bytes) -> Content:
    """The data that it sets, or its strings and comments."""
    match = _DATA.fullmatch(body)
    if match:
        return read_json(match[1])
    if len(body) > _LONGEST:
        return Content()
    return Content(passages=tuple(Passage(part="script", text=text) for text in _TEXT.findall(body.decode())))
