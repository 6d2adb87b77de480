"""Each rule of disclosure has its section, its source, and findings that exist."""

import re
from pathlib import Path

from celosia.locales.findings import codes

PAGE = (Path(__file__).parents[3] / "docs/project/reference/disclosure-rules.md").read_text(encoding="utf-8")


def test_every_rule_has_a_section_with_its_source():
    sections = dict(re.findall(r"^## (R\d+) · .+\n((?:(?!^## ).*\n)+)", PAGE, re.MULTILINE))
    assert list(sections) == [f"R{number}" for number in range(1, 14)]
    assert all("*Source:*" in text for text in sections.values())


def test_every_finding_of_the_rules_exists():
    table = [line.rsplit("|", 2)[1] for line in PAGE.splitlines() if line.startswith("| [R")]
    named = {code for cell in table for code in re.findall(r"`([a-z-]+)`", cell)}
    assert len(table) == 13
    assert named <= codes()
    assert {code for code in codes() if code.startswith("audit-")} - {"audit-failed"} <= named  # that one is protect's
