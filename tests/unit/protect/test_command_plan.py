"""A protection plan as people write it, and the command as they type it. All figures are synthetic."""

import re
import shutil
from pathlib import Path

import pytest
from protecting import BASE, persons

from celosia.cli import main
from celosia.load.plan import PLAN, load_plan
from celosia.load.shape import Entries, Many, Maybe, Record

ROOT = Path(__file__).parents[3]
HOW_TO = ROOT / "docs/project/how-to/protect-a-table.md"
REFERENCE = ROOT / "docs/project/reference/protection-plan.md"
PLANNED = """
unit: persons
date: 2026-01-15
source: {path: ../confidencial.csv, kind: microdata}
dimensions:
  periodo: {time: year}
  edad: {codes: {menor: menor, joven: joven, adulta: adulta}, default: sin-dato, total: total}
  provincia: {codes: {A: a, B: b, C: c, D: d, E: e}, parents: {a: norte, b: norte, c: sur, d: sur, e: sur}, total: total}
tables:
  - {dataset: ejemplo-sintetico, table: por-edad, measure: personas, dimensions: {periodo: fecha, edad: edad}}
  - {dataset: ejemplo-sintetico, table: por-provincia, measure: personas, dimensions: {periodo: fecha, provincia: provincia}}
"""


@pytest.fixture
def catalogue(tmp_path):
    root = tmp_path / "catalogo"
    shutil.copytree(BASE, root)
    (root / "protection").mkdir()
    (root / "protection/sintetico.yaml").write_text(PLANNED)
    (tmp_path / "confidencial.csv").write_text("".join(persons(900)))
    return root


def _keys(shape):
    if isinstance(shape, Record):
        for part in (shape.required, shape.optional):
            for name, inner in part.items():
                yield name
                yield from _keys(inner)
    elif isinstance(shape, Many | Maybe | Entries):
        yield from _keys(shape.of)


def _write(root, old, new):
    assert old in PLANNED
    (root / "protection/sintetico.yaml").write_text(PLANNED.replace(old, new))


def test_a_plan_is_read(catalogue):
    planning = load_plan(catalogue, "sintetico")
    assert not planning.findings
    assert planning.plan.population == "ejemplo-sintetico.personas"
    assert planning.plan.dimension("edad").leaves == ("menor", "joven", "adulta", "sin-dato")


@pytest.mark.parametrize(
    ("old", "new", "code", "near"),
    [
        ("  edad: {codes", "  edad: {codigos", "unknown-key", None),
        ("por-edad, measure:", "por-edad, mesure:", "unknown-key", "measure"),
        ("fecha, edad: edad}", "fecha, edda: edad}", "plan-unknown-name", "edad"),
        ("  periodo: {time: year}", "  periodo: {}", "plan-no-codes", None),
        ("  periodo: {time: year}", "  value: {time: year}", "plan-reserved-name", None),
        ("e: sur}", "e: sur, sur: e}", "plan-code-twice", None),
        ("kind: microdata", "kind: counts", "plan-count", None),
        ("table: por-provincia", "table: por-edad", "repeated-name", None),
        ("table: por-provincia, measure: personas", "table: por-provincia, measure: casos", "plan-population", None),
        ("unit: persons", "unit: person", "unknown-value", "persons"),
    ],
)  # fmt: skip
def test_a_faulty_plan_is_told_what_to_type(catalogue, old, new, code, near):
    _write(catalogue, old, new)
    findings = load_plan(catalogue, "sintetico").findings
    assert code in [finding.code for finding in findings]
    assert near in {dict(finding.details).get("nearest") for finding in findings} | {None}


@pytest.mark.parametrize("key", sorted(set(_keys(PLAN))))
def test_every_key_of_a_plan_is_documented(key):
    assert f"`{key}`" in REFERENCE.read_text(encoding="utf-8")


def test_the_command_writes_tables_ledger_and_note_and_says_what_was_lost(catalogue, capsys):
    assert main(["protect", "sintetico", "--root", str(catalogue), "--lang", "es", "--format", "text"]) == 0
    told = capsys.readouterr().out
    assert "cifras no se publican" in told
    for path in (
        "datasets/ejemplo-sintetico/por-edad.csv",
        "releases/ejemplo-sintetico.personas.csv",
        "protection/sintetico.report.yaml",
    ):
        assert (catalogue / path).exists()


def test_the_command_twice_changes_nothing(catalogue):
    arguments = ["protect", "sintetico", "--root", str(catalogue)]
    assert main(arguments) == 0
    first = {path: path.read_bytes() for path in catalogue.rglob("*") if path.is_file()}
    assert main(arguments) == 0
    assert {path: path.read_bytes() for path in catalogue.rglob("*") if path.is_file()} == first


def test_a_refusal_writes_nothing_and_quotes_no_figure(catalogue, tmp_path, capsys):
    (tmp_path / "confidencial.csv").write_text("".join(persons(60)))
    before = sorted(catalogue.rglob("*"))
    assert main(["protect", "sintetico", "--root", str(catalogue), "--lang", "es", "--format", "text"]) == 1
    assert sorted(catalogue.rglob("*")) == before
    told = capsys.readouterr().out
    assert "[refused-" in told
    assert "[redesign-" in told
    assert not [number for number in re.findall(r"\d+", told) if int(number) > 100]


def test_a_source_that_is_not_there_is_told(catalogue, capsys):
    assert (
        main(["protect", "sintetico", "--root", str(catalogue), "--source", str(catalogue / "no.csv"), "--format", "text"]) == 1
    )
    assert "source-missing" in capsys.readouterr().out


def test_a_ledger_that_cannot_be_read_stops_everything(catalogue, capsys):
    (catalogue / "releases").mkdir()
    (catalogue / "releases/ejemplo-sintetico.personas.csv").write_text("release,date\n1,2025-01-01\n")
    assert main(["protect", "sintetico", "--root", str(catalogue), "--format", "text"]) == 1
    assert "bad-ledger" in capsys.readouterr().out


def test_the_example_of_the_how_to_runs(tmp_path):
    page = HOW_TO.read_text(encoding="utf-8")
    root = tmp_path / "catalogo"
    shutil.copytree(BASE, root)
    (root / "protection").mkdir()
    plan = re.search(r"`(protection/[\w-]+\.yaml)`:\n```yaml\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    (root / plan[1]).write_text(plan[2])
    header, row = re.search(r"```csv\n(.*?)\n(.*?)\n```", page, re.DOTALL).groups()
    rows = [
        row.replace("2023", year).replace("Norte 1", name)
        for year in ("2023", "2024")
        for name in ("Norte 1", "Norte 2", "Sur 1", "Sur 2")
        for _ in range(20)
    ]
    (tmp_path / "confidencial").mkdir()
    (tmp_path / "confidencial/personas.csv").write_text("\n".join([header, *rows]) + "\n")
    assert main(["protect", "ejemplo-personas", "--root", str(root)]) == 0
    assert (root / "datasets/ar-ejemplo-personas/por-provincia.csv").exists()
