"""Bytes into text: UTF-8 without surprises, or findings that say on which line they are. Pure."""

import re

from celosia.model import Finding, Place

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_BIDI = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]")
_BOM = "\ufeff"


def decode(body: bytes, path: str) -> tuple[str, tuple[Finding, ...]]:
    """The text, with what must not be in it replaced by spaces; empty where it is not UTF-8."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        return "", (Finding(code="not-utf-8", where=Place(path=path, row=line)),)
    if text.isascii() and text.isprintable():
        return text, ()
    findings = (*_marked(text, path), *_hidden(text, path))
    return (_mended(text) if findings else text), findings


def _marked(text: str, path: str) -> tuple[Finding, ...]:
    if text.startswith(_BOM):
        return (Finding(code="byte-order-mark", where=Place(path=path, row=1)),)
    return ()


def _hidden(text: str, path: str) -> tuple[Finding, ...]:
    return tuple(
        Finding(code=code, where=Place(path=path, row=text.count("\n", 0, match.start()) + 1))
        for code, match in (
            ("control-character", _CONTROL.search(text)),
            ("bidi-character", _BIDI.search(text)),
        )
        if match
    )


def _mended(text: str) -> str:
    return _BIDI.sub(" ", _CONTROL.sub(" ", text.removeprefix(_BOM)))
