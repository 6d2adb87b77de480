"""One list of codes, in three places: what the code says, its words, and its page for developers."""

import ast
import re
import tomllib
from pathlib import Path

from celosia.check import CATALOG_CHECKS, DATASET_CHECKS
from celosia.locales.findings import codes

ROOT = Path(__file__).parents[3]
SPEAKERS = ("_finding", "finding", "_refuse", "_unknown")


def _modules():
    for stage in ("load", "check", "protect", "seal", "release", "harvest", "permanence", "cli"):
        yield from sorted((ROOT / "src/celosia" / stage).rglob("*.py"))


def _said():
    """The codes that are given to a finding: by name, or first to a function that makes one."""
    for path in _modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                given = [word.value for word in node.keywords if word.arg == "code"] + (
                    node.args[:1] if name in SPEAKERS else []
                )
                yield from (value.value for value in given if isinstance(value, ast.Constant) and value.value not in {"", None})


def _written():
    for path in _modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def test_every_code_that_is_said_has_words():
    assert set(_said()) <= codes()


def test_every_code_that_has_words_is_said():
    assert codes() <= set(_written())


def test_every_code_is_documented():
    page = (ROOT / "docs/project/reference/findings.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([a-z0-9-]+)`", page, re.MULTILINE)) == codes()


def test_every_finding_has_a_message_and_a_fix_in_both_languages():
    words = tomllib.loads((ROOT / "src/celosia/locales/findings.toml").read_text(encoding="utf-8"))
    for code in codes():
        assert set(words[code]) == {"es", "en", "fix_es", "fix_en"}, code
        assert all(words[code].values()), code


def test_every_check_says_what_it_asks():
    assert all(question.__doc__ for question in (*DATASET_CHECKS, *CATALOG_CHECKS))
