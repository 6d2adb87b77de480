"""`conformance/results.json`, which `make conformance` writes: what other people's programs found. It may be absent."""

from collections.abc import Mapping
from typing import Any

from celosia.load.document import document
from celosia.load.folder import Folder
from celosia.load.keys import CONFORMANCE
from celosia.model import Conformance, Finding, Judged, Judgment, Score

PATH = "conformance/results.json"


def conformance(folder: Folder) -> tuple[Conformance | None, tuple[Finding, ...]]:
    """What was found, or none where nothing was judged. JSON is YAML too: one reader, one kind of finding."""
    if not folder.has(PATH):
        return None, ()
    read = document(folder, PATH, CONFORMANCE)
    if read.findings:
        return None, (Finding(code="bad-results", where=read.findings[0].where),)
    found = Conformance(
        celosia=read.value["celosia"],
        site=Judged(**read.value["site"]),
        judgments=tuple(_judgment(name, node) for name, node in sorted(read.value["checks"].items())),
        scores=tuple(_score(name, node) for name, node in sorted(read.value["scores"].items())),
    )
    return found, ()


def _judgment(name: str, node: Mapping[str, Any]) -> Judgment:
    return Judgment(check=name, **node)


def _score(name: str, node: Mapping[str, Any]) -> Score:
    parts = tuple((part, float(value)) for part, value in sorted(node["parts"].items()))
    return Score(name=name, date=node["date"], parts=parts)
