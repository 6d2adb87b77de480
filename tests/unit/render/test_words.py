"""Every word of the interface has its Spanish, and no Spanish is left over."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import read_po

import celosia

PACKAGE = Path(celosia.__file__).parent
CALLS = ("N_", "_", "word", "both")


def in_templates() -> set[str]:
    """The messages of the templates."""
    templates = sorted((PACKAGE / "render" / "templates").rglob("*.html"))
    return {match for path in templates for match in re.findall(r'\b_\("([^"]*)"\)', path.read_text(encoding="utf-8"))}


def nodes() -> Iterator[ast.AST]:
    """Everything in the code of the package."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def in_code() -> set[str]:
    """The messages that the code marks or translates."""
    calls = (node for node in nodes() if isinstance(node, ast.Call) and node.args)
    firsts = (call.args[0] for call in calls if getattr(call.func, "id", getattr(call.func, "attr", "")) in CALLS)
    return {first.value for first in firsts if isinstance(first, ast.Constant) and isinstance(first.value, str)}


def in_spanish() -> set[str]:
    """The messages that have a translation."""
    with (PACKAGE / "locales" / "es.po").open("rb") as file:
        return {str(message.id) for message in read_po(file) if message.id and message.string}


def strings() -> set[str]:
    """All strings of the code: some packages translate messages that they keep in tables."""
    return {node.value for node in nodes() if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_every_message_has_its_spanish() -> None:
    assert in_templates() | in_code() <= in_spanish()


def test_no_spanish_is_left_over() -> None:
    assert in_spanish() <= in_templates() | strings()
