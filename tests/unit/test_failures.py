"""Each folder of tests/failures breaks a copy of the base in one way, and says what a person is told.

`change.toml` says what is broken, or `GENERATED` does where a text file cannot hold it. `message.txt` changes only by
`CELOSIA_GOLDEN=1 pytest tests/unit/test_failures.py`, and then by a reading of the difference.
"""

import os
import shutil
import subprocess
import tomllib
from datetime import date
from pathlib import Path

import pytest

from celosia.check import check
from celosia.cli import main
from celosia.load import load
from celosia.locales.findings import fix, render_github, render_json, render_text
from celosia.model import Report
from celosia.release import Order, release

FAILURES = Path(__file__).parents[1] / "failures"
CASES = "datasets/ejemplo-casos"


def _latin_1(root):
    path = root / CASES / "total.csv"
    path.write_bytes(path.read_text(encoding="utf-8").replace("Cifra", "Año").encode("latin-1"))


def _nul(root):
    path = root / CASES / "total.csv"
    path.write_bytes(path.read_bytes().replace(b"Cifra", b"Ci\x00fra"))


def _nul_in_yaml(root):
    path = root / "catalog.yaml"
    path.write_bytes(path.read_bytes().replace(b"inventado para", b"inven\x00tado para"))


def _byte_order_mark(root):
    path = root / CASES / "total.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())


def _million_characters(root):
    path = root / CASES / "total.csv"
    path.write_text(path.read_text().replace("Cifra inventada", "x" * 1_000_000))


def _long_cell(root):
    path = root / CASES / "total.csv"
    path.write_text(path.read_text().replace("Cifra inventada", "x" * 10_001))


def _anchor_bomb(root):
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12))]
    (root / "catalog.yaml").write_text("\n".join(lines) + "\n")


def _deep(root):
    (root / CASES / "changes.yaml").write_text("[" * 5000 + "]" * 5000)


def _huge_descriptor(root):
    path = root / CASES / "datapackage.yaml"
    path.write_text(path.read_text() + "#" * 1_000_000)


def _symlink_out(root):
    secret = root.parent / "secret.csv"
    secret.write_text("id\nsecreto\n")
    path = root / CASES / "total.csv"
    path.unlink()
    path.symlink_to(secret)


def _symlinked_dataset(root):
    outside = root.parent / "outside"
    shutil.copytree(root / CASES, outside)
    (root / "datasets/ejemplo-ajeno").symlink_to(outside)


def _symlink_loop(root):
    path = root / CASES / "total.csv"
    path.unlink()
    path.symlink_to(path)


def _folder_for_file(root):
    path = root / CASES / "total.csv"
    path.unlink()
    path.mkdir()


def _pipe_for_file(root):
    path = root / CASES / "total.csv"
    path.unlink()
    os.mkfifo(path)


def _corrupt_workbook(root):
    path = root / CASES / "datapackage.yaml"
    path.write_text(path.read_text().replace("path: total.csv", "path: total.xlsx"))
    (root / CASES / "total.csv").rename(root / CASES / "total.xlsx")


def _many_codes(root):
    path = root / CASES / "datapackage.yaml"
    listed = ", ".join(["Cifra inventada", "'Seis meses, inventados'", *(f"invento {n}" for n in range(200))])
    path.write_text(path.read_text().replace("concept: comment}", f"constraints: {{enum: [{listed}]}}}}", 1))


def _odd_file_name(root):
    (root / "agreements" / "Ácuerdo Ñandú.yaml").write_text("id: x\n")


def _frozen(root):
    """The first version of the cases, frozen as it is written."""
    release(Order(root=root, dataset="ejemplo-casos", day=date(2026, 3, 1)), {})


def _unreleased_change(root):
    _frozen(root)
    path = root / CASES / "total.csv"
    path.write_text(path.read_text().replace("t-1,2017,100,A,f1,alta,\n", ""))


def _frozen_changed(root):
    _frozen(root)
    path = root / CASES / "releases/1.1.0/total.csv"
    path.write_text(path.read_text().replace("Cifra inventada", "Otra nota"))


def _version_behind(root):
    _frozen(root)
    for name in ("datapackage.yaml", "changes.yaml"):
        path = root / CASES / name
        path.write_text(path.read_text().replace("version: 1.1.0", "version: 1.0.9"))


def _version_too_low(root):
    _unreleased_change(root)
    for name in ("datapackage.yaml", "changes.yaml"):
        path = root / CASES / name
        path.write_text(path.read_text().replace("version: 1.1.0", "version: 1.2.0"))


def _ledger(root, *rows):
    """A ledger, committed: what an earlier state of it said is known from the history of the repository."""
    (root / "permanence").mkdir(exist_ok=True)
    lines = ("path,kind,status,to,first_seen,last_seen,sha256,note", *rows)
    (root / "permanence/ledger.csv").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    if not (root / ".git").exists():
        _git(root, "init", "-q")
    _git(root, "add", "permanence")
    _git(root, "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-q", "-m", "x")


def _git(root, *words):
    subprocess.run(("git", "-C", str(root), *words), check=True, capture_output=True)


def _ledger_row_gone(root):
    about = "about/,page,live,,2026-03-01,2026-03-01,,"
    _ledger(root, about, "methods/,page,live,,2026-03-01,2026-03-01,,")
    _ledger(root, about)


def _ledger_row_changed(root):
    row = "datasets/ejemplo-casos/v/1.0.0/total.csv,version,live,,2026-03-01,2026-03-01,{},"
    _ledger(root, row.format("a" * 64), "datasets/ejemplo-retirado/,page,moved,datasets/otro/,2026-03-01,2026-03-01,,")
    _ledger(root, row.format("b" * 64), "datasets/ejemplo-retirado/,page,live,,2026-03-01,2026-03-01,,")


GENERATED = {
    "ledger-row-changed": _ledger_row_changed,
    "ledger-row-gone": _ledger_row_gone,
    "unreleased-change": _unreleased_change,
    "frozen-changed": _frozen_changed,
    "version-behind": _version_behind,
    "version-too-low": _version_too_low,
    "latin-1": _latin_1,
    "nul-in-cell": _nul,
    "nul-in-yaml": _nul_in_yaml,
    "byte-order-mark": _byte_order_mark,
    "million-characters": _million_characters,
    "long-cell": _long_cell,
    "anchor-bomb": _anchor_bomb,
    "deep-yaml": _deep,
    "huge-descriptor": _huge_descriptor,
    "symlink-out": _symlink_out,
    "symlinked-dataset": _symlinked_dataset,
    "symlink-loop": _symlink_loop,
    "folder-for-file": _folder_for_file,
    "pipe-for-file": _pipe_for_file,
    "corrupt-workbook": _corrupt_workbook,
    "many-codes": _many_codes,
    "odd-file-name": _odd_file_name,
}
DECLARED = sorted(path.parent.name for path in FAILURES.glob("*/change.toml"))


def _break(name, root):
    if name in GENERATED:
        GENERATED[name](root)
        return
    change = tomllib.loads((FAILURES / name / "change.toml").read_text(encoding="utf-8"))
    for edit in change.get("edit", ()):
        path = root / edit["path"]
        text = path.read_text(encoding="utf-8")
        assert edit["old"] in text, f"{name}: nothing to break in {edit['path']}"
        path.write_text(text.replace(edit["old"], edit["new"], edit.get("times", 1)), encoding="utf-8")
    for path, text in change.get("write", {}).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    for path in change.get("remove", ()):
        (root / path).unlink()


def _report(root, environment=None):
    loading = load(root, environment or {})
    found = check(loading.catalog).findings if loading.catalog else ()
    return Report.of((*loading.findings, *found))


@pytest.fixture
def root(tmp_path):
    return Path(shutil.copytree(FAILURES / "base", tmp_path / "catalogue"))


def test_the_base_has_no_fault(root):
    assert render_text(_report(root), "es") == "No hay nada que corregir.\n"


@pytest.mark.parametrize("name", [*DECLARED, *sorted(GENERATED)])
def test_a_broken_catalogue_tells_what_to_type(name, root):
    _break(name, root)
    report = _report(root)
    told = render_text(report, "es") + "\n" + render_text(report, "en")
    golden = FAILURES / name / "message.txt"
    if os.environ.get("CELOSIA_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")
    assert report.errors or name.startswith("warning-")
    assert all(fix(finding, lang) for finding in report.findings for lang in ("es", "en"))
    assert str(root) not in told + render_github(report, "es") + render_json(report, "en")


def test_there_are_at_least_thirty_five_broken_catalogues():
    assert len(DECLARED) + len(GENERATED) >= 35


def test_a_folder_that_is_not_there_is_a_finding(tmp_path):
    assert "Falta el archivo" in render_text(_report(tmp_path / "nothing"), "es")


@pytest.mark.parametrize("name", [*DECLARED, *sorted(GENERATED)])
def test_a_broken_catalogue_stops_the_build_with_status_1_and_leaves_the_old_site(name, root, capsys):
    _break(name, root)
    if not _report(root).errors:
        return
    old = root / "site" / "index.html"
    old.parent.mkdir(exist_ok=True)
    old.write_text("the old site")
    before = old.stat()
    assert main(["build", "--root", str(root), "--lang", "es", "--format", "text", "--processes", "1"]) == 1
    said = capsys.readouterr()
    assert "  error [" in said.out
    assert "  → " in said.out
    assert "Traceback" not in said.out + said.err
    assert (old.stat(), old.read_text()) == (before, "the old site")
    assert not (root / "build").exists()
