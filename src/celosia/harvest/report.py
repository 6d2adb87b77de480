"""What the metadata of a source lack or have wrong, as a page for people (both languages) and as JSON for programs. Pure."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping

from celosia.locales.findings import fix, message
from celosia.locales.harvest import spoken
from celosia.model import Finding, Report

_MOST = 12
"""How many datasets a line of the page names; the JSON names all."""


def report_files(report: Report, source: str, states: Mapping[str, int]) -> dict[str, bytes]:
    """`import-report.md` and `import-report.json`."""
    page = "\n".join(line for lang in ("es", "en") for line in _page(report, source, states, lang))
    told = {"source": source, "datasets": dict(states), "findings": [_record(finding) for finding in report.findings]}
    body = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    return {"import-report.md": page.encode(), "import-report.json": body.encode()}


def summary(report: Report, lang: str) -> str:
    """One line a kind of finding and property, the most frequent first: for the screen."""
    lines = (f"{len(found):>5}  {_what(found[0], lang)}" for found in _grouped(report))
    return "\n".join(lines)


def _page(report: Report, source: str, states: Mapping[str, int], lang: str) -> list[str]:
    say = {name: spoken(name, lang) for name in ("title", "states", "found", "head", "none", "more")}
    counts = {state: states.get(state, 0) for state in ("new", "refreshed", "same")}
    lines = [f"# {say['title'].format(source=_cell(source))}", "", say["states"].format(**counts), "", f"## {say['found']}", ""]
    groups = _grouped(report)
    if not groups:
        return [*lines, say["none"], ""]
    rows = (
        f"| {len(found)} | {_cell(_what(found[0], lang))} | {_cell(fix(found[0], lang))} | {_where(found, lang)} |"
        for found in groups
    )
    return [*lines, say["head"], "|---:|---|---|---|", *rows, ""]


def _grouped(report: Report) -> list[tuple[Finding, ...]]:
    groups: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in report.findings:
        groups[finding.code, dict(finding.details).get("property", "")].append(finding)
    sizes = Counter({key: len(found) for key, found in groups.items()})
    return [tuple(groups[key]) for key, _ in sizes.most_common()]


def _what(finding: Finding, lang: str) -> str:
    property_ = dict(finding.details).get("property", "")
    told = message(finding, lang)
    return f"{property_}: {told}" if property_ else told


def _where(found: tuple[Finding, ...], lang: str) -> str:
    names = list(dict.fromkeys(dict(finding.details).get("name") or finding.where.path for finding in found))
    told = "; ".join(_cell(name) for name in names[:_MOST])
    rest = len(names) - _MOST
    return f"{told} {spoken('more', lang).format(n=rest)}" if rest > 0 else told


def _record(finding: Finding) -> dict[str, object]:
    told = {lang: {"message": message(finding, lang), "fix": fix(finding, lang)} for lang in ("es", "en")}
    return {"code": finding.code, "severity": finding.severity, "path": finding.where.path, **dict(finding.details), **told}


def _cell(text: str) -> str:
    """Foreign words in a table of Markdown: on one line, without anything that it reads."""
    return " ".join(text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("[", "\\[").split())
