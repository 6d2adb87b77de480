"""One finding, many voices: text for people, lines for the platform that runs the checks, JSON for programs. Pure."""

import json
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from string import Formatter

from celosia.model import Finding, Report


def render_text(report: Report, lang: str) -> str:
    """Each finding in two or three lines, and how many there are."""
    blocks = [_block(finding, lang) for finding in report.findings]
    return "\n\n".join([*blocks, _summary(report, lang)]) + "\n"


def render_github(report: Report, lang: str) -> str:
    """One workflow command a finding: `::error file=…,line=…,title=…::message`."""
    return "".join(f"{_command(finding, lang)}\n" for finding in report.findings)


def render_json(report: Report, lang: str) -> str:
    """The findings with their words, and the two counts."""
    told = [_record(finding, lang) for finding in report.findings]
    counts = {"errors": len(report.errors), "warnings": len(report.findings) - len(report.errors)}
    return json.dumps({"findings": told, **counts}, ensure_ascii=False, indent=2) + "\n"


def message(finding: Finding, lang: str) -> str:
    """What is, against what was expected."""
    return _told(finding, lang)


def fix(finding: Finding, lang: str) -> str:
    """What to type; the nearest right name first, where there is one."""
    nearest = dict(finding.details).get("nearest")
    offered = _word("nearest", lang).format(nearest=nearest) + " " if nearest else ""
    return offered + _told(finding, f"fix_{lang}")


@cache
def codes() -> frozenset[str]:
    """Every code that has words."""
    return frozenset(_words()) - {"words"}


def _block(finding: Finding, lang: str) -> str:
    place = " · ".join(_place(finding, lang))
    severity = _word(finding.severity, lang)
    return _safe(place) + f"\n  {severity} [{finding.code}] {_safe(message(finding, lang))}\n  → {_safe(fix(finding, lang))}"


def _place(finding: Finding, lang: str) -> Iterator[str]:
    where = finding.where
    yield where.path if where.row is None else f"{where.path}:{where.row}"
    key = dict(finding.details).get("key")
    for name, value in (("table", where.table), ("column", where.column), ("key", key)):
        if value:
            yield f"{_word(name, lang)} {value}"


def _summary(report: Report, lang: str) -> str:
    if not report.findings:
        return _word("none", lang)
    errors = len(report.errors)
    return _word("summary", lang).format(errors=errors, warnings=len(report.findings) - errors)


def _command(finding: Finding, lang: str) -> str:
    where = finding.where
    properties = {"file": where.path, "line": str(where.row or 1), "title": finding.code}
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    rest = " · ".join((*tuple(_place(finding, lang))[1:], f"{message(finding, lang)} {fix(finding, lang)}"))
    return f"::{finding.severity} {told}::{_data(_safe(rest))}"


def _data(text: str) -> str:
    """Escaped as the runner's toolkit does (`escapeData`)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(_safe(text)).replace(":", "%3A").replace(",", "%2C")


def _record(finding: Finding, lang: str) -> dict[str, object]:
    where = finding.where
    return {
        "code": finding.code,
        "severity": finding.severity,
        "path": _safe(where.path),
        "table": where.table,
        "row": where.row,
        "column": where.column,
        "details": dict(finding.details),
        "message": message(finding, lang),
        "fix": fix(finding, lang),
    }


def _told(finding: Finding, voice: str) -> str:
    known = defaultdict(str, finding.details)
    known["path"] = finding.where.path
    return _FORMATTER.vformat(_words()[finding.code][voice], (), known)


def _safe(text: str) -> str:
    """On one line, with nothing that a terminal would obey."""
    return "".join(character if character.isprintable() else " " for character in text)


def _word(name: str, lang: str) -> str:
    words: Mapping[str, str] = _words()["words"][lang]  # type: ignore[assignment]  # the one table of tables
    return words[name]


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files("celosia.locales").joinpath("findings.toml").read_text(encoding="utf-8"))


_FORMATTER = Formatter()
