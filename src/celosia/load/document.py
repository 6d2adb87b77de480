"""A YAML file of the catalogue as a value of its shape, with its findings."""

from dataclasses import dataclass
from typing import Any

from celosia.load.conform import Fault, conform
from celosia.load.folder import MEGABYTE, Folder
from celosia.load.shape import Many, Shape
from celosia.load.text import decode
from celosia.load.yaml import YamlError, locate
from celosia.model import Finding, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """`value` has its declared shape even where the file has faults; `readable` says whether anything in it was."""

    path: str
    value: Any
    findings: tuple[Finding, ...] = ()
    readable: bool = True

    def finding(self, code: str, key: str, *details: tuple[str, str]) -> Finding:
        """A finding about one of its keys."""
        return Finding(code=code, where=Place(path=self.path), details=(("key", key), *details))


def document(folder: Folder, path: str, shape: Shape) -> Document:
    """Read, parse and mend one file. Never raises: what is wrong is in the findings."""
    body = folder.read(path, MEGABYTE)
    if isinstance(body, Finding):
        return Document(path=path, value=shape.blank, findings=(body,), readable=False)
    text, findings = decode(body, path)
    if not text and findings:
        return Document(path=path, value=shape.blank, findings=findings, readable=False)
    read = from_text(folder, path, text, shape)
    return Document(path=path, value=read.value, findings=(*findings, *read.findings), readable=read.readable)


def optional_document(folder: Folder, path: str, shape: Shape) -> Document:
    """The same, for a file that may be absent: then a blank value and no finding."""
    return document(folder, path, shape) if folder.has(path) else Document(path=path, value=shape.blank)


def from_text(folder: Folder, path: str, text: str, shape: Shape, first_line: int = 1) -> Document:
    """The same, from the text; `first_line` is where it starts in its file."""
    try:
        parsed = folder.parse(text)
    except YamlError as error:
        finding = Finding(code=error.code, where=Place(path=path, row=error.line + first_line - 1))
        return Document(path=path, value=shape.blank, findings=(finding,), readable=False)
    value, faults = conform(parsed, shape)
    findings = tuple(_finding(fault, text, path, first_line) for fault in faults)
    return Document(
        path=path, value=value, findings=findings, readable=isinstance(parsed, list if isinstance(shape, Many) else dict)
    )


def _finding(fault: Fault, text: str, path: str, first_line: int) -> Finding:
    line = locate(text, fault.keys) + first_line - 1
    details = (("key", _key(fault.keys)), *fault.details)
    return Finding(code=fault.code, where=Place(path=path, row=line), details=details)


def _key(keys: tuple[str | int, ...]) -> str:
    """The way to a value, as people write it.

    >>> _key(("celosia", "charts", 1, "kind"))
    'celosia.charts[1].kind'
    """
    parts = (f"[{key}]" if isinstance(key, int) else f".{key[:60]}" for key in keys)
    return "".join(parts).removeprefix(".")
