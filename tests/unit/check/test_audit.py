"""celosia audit: of a catalogue, and of files that somebody else published. All figures are synthetic."""

import shutil
from pathlib import Path

import pytest

from celosia.check.inspection import inspect, visible
from celosia.cli import main
from celosia.disclosure.interval import Interval, intervals
from celosia.disclosure.line import system
from celosia.load.mapping import load_mapping

ROOT = Path(__file__).parents[3]
AUDITED = ROOT / "tests/audited"
BASE = ROOT / "tests/failures/base"


def _audit(folder):
    mapped = load_mapping(folder / "mapping.yaml", folder)
    assert not mapped.findings
    return [inspect(system(sheets)) for sheets in mapped.populations]


def test_what_can_be_found_out_in_files_of_others_is_told_with_its_lines():
    (inspection,) = _audit(AUDITED / "unsafe")
    told = {(finding.code, dict(finding.details)["cell"]) for finding in inspection.findings}
    assert told == {
        ("audit-exact", "periodo 2024, sexo varon"),
        ("audit-small", "periodo 2023, provincia Norte, sexo varon"),
        ("audit-small", "edad 26-30, periodo 2024"),
    }
    assert all(dict(finding.details)["equations"] for finding in inspection.findings)


def test_safe_files_are_proven_safe():
    (inspection,) = _audit(AUDITED / "safe")
    assert not inspection.findings
    assert [(table.hidden, table.unsafe) for table in inspection.tables] == [(6, 0)]


def test_a_legend_bounds_what_it_hides():
    (inspection,) = _audit(AUDITED / "unsafe")
    found = {inspection.family.words[cell]: interval for cell, interval in intervals(inspection.family.knowledge).items()}
    assert found["periodo 2023, provincia Norte, sexo varon"] == Interval(low=1, high=9)
    assert found["periodo 2024, provincia Sur, sexo varon"] == Interval(low=0, high=220)


def test_small_counts_in_view_are_told_too(tmp_path):
    folder = Path(shutil.copytree(AUDITED / "safe", tmp_path / "x"))
    path = folder / "victimas-por-provincia.csv"
    path.write_text(path.read_text().replace("Norte,mujer,c", "Norte,mujer,7"))
    mapped = load_mapping(folder / "mapping.yaml", folder)
    assert [finding.code for sheets in mapped.populations for finding in visible(system(sheets))] == ["small-count"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("Norte,mujer,c", "Norte,mujer,s.d.", "unread-cell"),
        ("anio,provincia", "ano,provincia", "unknown-column-named"),
        ("anio,provincia", '"anio,provincia', "bad-csv"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path, old, new, code):
    folder = Path(shutil.copytree(AUDITED / "safe", tmp_path / "x"))
    path = folder / "victimas-por-provincia.csv"
    path.write_text(path.read_text().replace(old, new))
    assert code in {finding.code for finding in load_mapping(folder / "mapping.yaml", folder).findings}


@pytest.mark.parametrize("path", ["../secreto.csv", "/etc/passwd", "nada.csv"])
def test_no_file_outside_the_folder_is_read(tmp_path, path):
    folder = Path(shutil.copytree(AUDITED / "safe", tmp_path / "x"))
    (tmp_path / "secreto.csv").write_text("anio,provincia,sexo,victimas\n2024,Total,mujer,10\n")
    mapping = folder / "mapping.yaml"
    mapping.write_text(mapping.read_text().replace("victimas-por-provincia.csv", path))
    mapped = load_mapping(mapping, folder)
    assert not mapped.populations
    assert mapped.findings


def test_the_command_ends_with_1_where_something_is_not_safe(capsys):
    folder = AUDITED / "unsafe"
    assert main(["audit", "--mapping", str(folder / "mapping.yaml"), str(folder), "--lang", "en", "--format", "text"]) == 1
    said = capsys.readouterr().out
    assert "victimas-por-provincia.csv: 9 hidden cells, 2 not protected" in said
    assert "between" not in said


def test_the_command_ends_with_0_where_all_is_proven(capsys):
    folder = AUDITED / "safe"
    words = ["audit", "--mapping", str(folder / "mapping.yaml"), str(folder), "--lang", "en", "--format", "text", "--intervals"]
    assert main(words) == 0
    said = capsys.readouterr().out
    assert "victimas-por-provincia.csv: 6 hidden cells, all safe (proven)" in said
    assert "provincia Norte, sexo varon: between 0 and 220" in said


def test_a_catalogue_that_hides_nothing_is_safe(capsys):
    assert main(["audit", "--root", str(BASE), "--lang", "en", "--format", "text"]) == 0
    assert "There are no hidden cells." in capsys.readouterr().out


def test_the_page_shows_the_files_that_are_tested():
    page = (ROOT / "docs/project/how-to/audit-published-tables.md").read_text(encoding="utf-8")
    for path in sorted((AUDITED / "unsafe").iterdir()):
        assert path.read_text(encoding="utf-8") in page
