"""`celosia release` and `celosia diff`, on a copy of the invented base catalogue."""

import json
import shutil
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from celosia.check.version import versions
from celosia.cli import main
from celosia.load import load
from celosia.model import Change, LangString
from celosia.release.edit import NotEditableError, with_entry, with_version

BASE = Path(__file__).parents[2] / "failures/base"
HOME = "datasets/ejemplo-casos"
NOTE = ("--note", "Se corrige una cifra inventada.", "--note-en", "An invented figure is corrected.")


@pytest.fixture
def root(tmp_path):
    return Path(shutil.copytree(BASE, tmp_path / "catalogue"))


def _release(root, *more, dataset="ejemplo-casos"):
    where = ("--root", str(root), "--lang", "es", "--format", "text", "--processes", "1", "--date", "2026-11-22")
    return main(["release", dataset, *more, *where])


def _tree(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def _edit(root, name, old, new):
    path = root / HOME / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _codes(root):
    return {finding.code for finding in versions(load(root, {}).catalog)}


def test_a_first_release_is_the_dataset_as_it_is_written(root):
    before = _tree(root / HOME)
    assert _release(root) == 0
    after = _tree(root / HOME)
    assert {path: body for path, body in after.items() if not path.startswith("releases/")} == before
    frozen = root / HOME / "releases" / load(root, {}).catalog.dataset("ejemplo-casos").version
    package = json.loads((frozen / "datapackage.json").read_bytes())
    assert package["id"].endswith(f"datasets/ejemplo-casos/v/{frozen.name}/")
    for resource in package["resources"]:
        assert resource["hash"] == f"sha256:{sha256((frozen / resource['path']).read_bytes()).hexdigest()}"
    assert _codes(root) == {"version-not-frozen"}


def test_a_correction_gets_the_least_version_its_entry_and_its_periods(root, capsys):
    assert _release(root) == 0
    first = load(root, {}).catalog.dataset("ejemplo-casos")
    row = (root / HOME / "total.csv").read_text().splitlines()[1]
    old = row.split(",")
    value = next(cell for cell in old[2:] if cell.isdecimal())
    _edit(root, "total.csv", row, row.replace(f",{value},", f",{int(value) + 100},", 1))
    assert _codes(root) >= {"unreleased-change"}
    capsys.readouterr()
    code = _release(root, "--type", "correction", *NOTE)
    assert code == 0, capsys.readouterr().out
    catalog = load(root, {}).catalog
    now = catalog.dataset("ejemplo-casos")
    major, minor, patch = map(int, first.version.split("."))
    assert now.version == f"{major}.{minor}.{patch + 1}"
    assert (now.modified, now.changes[0].version, now.changes[0].type) == (date(2026, 11, 22), now.version, "correction")
    assert now.changes[0].periods == (old[1],)
    assert [version.dataset.version for version in catalog.versions] == [first.version, now.version]
    assert "unreleased-change" not in _codes(root)


def test_a_version_that_is_not_high_enough_is_refused_and_nothing_is_written(root, capsys):
    assert _release(root) == 0
    rows = (root / HOME / "total.csv").read_text().splitlines(keepends=True)
    (root / HOME / "total.csv").write_text("".join(rows[:-1]))
    before = _tree(root)
    assert _release(root, "--type", "correction", *NOTE, "--version", "1.0.9") == 1
    assert "version-too-low" in capsys.readouterr().out
    assert _tree(root) == {**before, **{path: body for path, body in _tree(root).items() if path.startswith(".celosia/")}}


def test_nothing_changed_is_refused_and_so_is_a_change_without_a_note(root, capsys):
    assert _release(root) == 0
    assert _release(root, "--type", "correction", *NOTE) == 1
    assert "nothing-to-release" in capsys.readouterr().out
    _edit(root, "datapackage.yaml", "title: ", "title: Otra vez ")
    assert _release(root) == 1
    assert "release-without-note" in capsys.readouterr().out
    assert _release(root, dataset="ejemplo-caso") == 1
    assert "no-such-dataset" in capsys.readouterr().out


def test_frozen_files_that_changed_are_told(root):
    assert _release(root) == 0
    (frozen,) = (root / HOME / "releases").iterdir()
    path = frozen / "total.csv"
    path.write_bytes(path.read_bytes() + b"\n")
    assert "frozen-changed" in _codes(root)


def test_a_difference_is_printed_between_a_version_and_today(root, capsys):
    assert _release(root) == 0
    version = load(root, {}).catalog.dataset("ejemplo-casos").version
    capsys.readouterr()
    where = ("--root", str(root), "--lang", "es", "--format", "text")
    assert main(["diff", f"ejemplo-casos@{version}", "ejemplo-casos", *where]) == 0
    assert "No hay diferencias" in capsys.readouterr().out
    folder = str(root / HOME / "releases" / version)
    assert main(["diff", folder, "ejemplo-casos", "--as", "json", *where]) == 0
    assert json.loads(capsys.readouterr().out)["needed"] is None
    assert main(["diff", "ejemplo-casos@9.9.9", "ejemplo-casos", *where]) == 1
    assert "no-such-version" in capsys.readouterr().out


def test_edits_keep_comments_and_refuse_what_they_do_not_find():
    change = Change(version="1.1.0", date=date(2026, 1, 2), type="revision", note=LangString(es="Sí."), periods=("2020",))
    text = with_entry("# the history\n- {version: 1.0.0}\n", change)
    assert text.startswith("# the history\n- version: 1.1.0\n")
    assert text.endswith("  periods: ['2020']\n- {version: 1.0.0}\n")
    with pytest.raises(NotEditableError):
        with_entry("nothing: here\n", change)
    with pytest.raises(NotEditableError):
        with_version("name: x\n", "1.0.0", date(2026, 1, 1))
