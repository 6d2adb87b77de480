"""What a run found, as `conformance/results.json` keeps it: the page /conformance/ is made of that file and of nothing else."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path


@dataclass(slots=True, kw_only=True)
class Book:
    """Findings by check; scores by name. A check that was not run keeps what an earlier run found, with its date."""

    site: Path
    checks: dict[str, dict[str, object]] = field(default_factory=dict)
    scores: dict[str, dict[str, object]] = field(default_factory=dict)

    def found(self, check: str, tool: str, tool_version: str, subjects: int, failures: int) -> None:
        """Write down what a tool found: of how many things it judged, how many failed."""
        self.checks[check] = {
            "date": _today(), "tool": tool, "version": tool_version, "subjects": subjects, "failures": failures,
        }  # fmt: skip

    def scored(self, name: str, parts: Mapping[str, object]) -> None:
        """Write down a score: those of its parts that are numbers."""
        numbers = {part: value for part, value in parts.items() if isinstance(value, int | float)}
        self.scores[name] = {"date": _today(), "parts": numbers}

    def keep(self, path: Path) -> None:
        """Merge into the file, sorted, so that two runs with the same result differ in dates only."""
        kept = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {"checks": {}, "scores": {}}
        told = {
            "celosia": version("celosia"),
            "site": self._counts(),
            "checks": kept["checks"] | self.checks,
            "scores": kept["scores"] | self.scores,
        }
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(told, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")

    def _counts(self) -> Mapping[str, int]:
        return {
            "pages": sum(1 for _ in self.site.rglob("*.html")),
            "files": sum(1 for path in self.site.rglob("*") if path.is_file()),
            "datasets": sum(1 for _ in self.site.glob("datasets/*/datapackage.json")),
            "versions": sum(1 for _ in self.site.glob("datasets/*/v/*/index.html")),
            "agreements": sum(1 for _ in self.site.glob("agreements/*/index.html")),
        }


def _today() -> str:
    return datetime.now(tz=UTC).date().isoformat()
