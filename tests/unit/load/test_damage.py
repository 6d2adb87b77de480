"""Whatever happens to the files, what comes out is findings: never a traceback."""

import random
import shutil
from pathlib import Path

import pytest

from celosia.check import check
from celosia.load import load
from celosia.locales.findings import render_github, render_json, render_text
from celosia.model import Report

BASE = Path(__file__).parents[2] / "failures" / "base"
FILES = sorted(path.relative_to(BASE) for path in BASE.rglob("*") if path.is_file())
JUNK = (
    b"null", b"[]", b"{}", b"-1", b"''", b"2026-13-01", b"\xff", b"\x00", b",", b"\n", b":", b"- ", b"{", b'"',
    b"9" * 5000, b"a" * 3000, b"../", b"true", b"1e999", b"~", b"|", b"0",
)  # fmt: skip


def _damaged(body, chance):
    separator = chance.choice((b" ", b",", b"\n"))
    parts = body.split(separator)
    position = chance.randrange(len(parts))
    if chance.random() < 0.3:
        del parts[position]
    else:
        parts[position] = chance.choice(JUNK)
    return separator.join(parts)


@pytest.mark.parametrize("seed", range(40))
def test_damage_gives_findings_and_no_traceback(seed, tmp_path):
    chance = random.Random(seed)
    root = Path(shutil.copytree(BASE, tmp_path / "catalogue"))
    for path in chance.choices(FILES, k=3):
        (root / path).write_bytes(_damaged((root / path).read_bytes(), chance))
    loading = load(root, {})
    found = check(loading.catalog).findings if loading.catalog else ()
    report = Report.of((*loading.findings, *found))
    for lang in ("es", "en"):
        assert render_text(report, lang)
        assert render_json(report, lang).encode()
        assert render_github(report, lang).count("\n") == len(report.findings)
