"""From a synthetic confidential source to tables that point at nobody. Every figure here is drawn at random."""

import csv
import io
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from protecting import catalog, files, persons, plan, protected, table

from celosia.errors import ProtectionRefusedError
from celosia.load.folder import Folder
from celosia.load.release import releases
from celosia.model.plan import PlannedSource, Split
from celosia.protect.source import SourceTable

K = 10
TABLE = "datasets/ejemplo-sintetico/por-edad.csv"
LEDGER = "releases/ejemplo-sintetico.personas.csv"
NOTE = "protection/sintetico.report.yaml"


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def _published(made):
    return [row for path, text in files(made).items() if path.startswith("datasets/") for row in _rows(text)]


def _codes(refused: pytest.ExceptionInfo[ProtectionRefusedError]) -> list[str]:
    return [finding.code for finding in refused.value.report.findings]


def _with_releases(tmp_path, made, known=None):
    """The catalogue as it is once the ledger is committed."""
    (tmp_path / "releases").mkdir(exist_ok=True)
    (tmp_path / LEDGER).write_text(files(made)[LEDGER])
    read = [part for parts, findings in releases(Folder.at(tmp_path)) for part in parts if not findings]
    return replace(known or catalog(), releases=tuple(read))


def test_no_small_count_survives():
    rows = _published(protected(plan(), persons(700)))
    assert rows
    assert not [row for row in rows if row["personas"] and 0 < int(row["personas"]) < K]


def test_what_is_shown_is_what_was_counted():
    lines = persons(700)
    counted = Counter((line[:4], line.split(",")[2]) for line in lines[1:])
    for row in _rows(files(protected(plan(), lines))[TABLE]):
        if row["personas"] and row["edad"] != "total":
            age = "" if row["edad"] == "sin-dato" else row["edad"]
            assert int(row["personas"]) == counted[row["periodo"], age]


def test_every_hidden_figure_has_the_same_mark_and_every_shown_one_too():
    marks = {
        (row["personas"] == "", row["estado"], row["confidencialidad"]) for row in _published(protected(plan(), persons(700)))
    }
    assert marks == {(True, "Q", "C"), (False, "A", "F")}


def test_a_hidden_figure_is_not_alone_in_its_line():
    rows = _rows(files(protected(plan(), persons(700)))[TABLE.replace("edad", "provincia")])
    hidden = Counter(row["periodo"] for row in rows if not row["personas"])
    assert all(count >= 3 for count in hidden.values())


def test_the_ledger_says_the_same_as_the_tables():
    made = protected(plan(), persons(700))
    shown = sorted(row["personas"] for row in _published(made))
    assert sorted(row["value"] for row in _rows(files(made)[LEDGER])) == shown


def test_twice_is_once(tmp_path):
    made = protected(plan(), persons(700))
    again = protected(plan(), persons(700), _with_releases(tmp_path, made))
    assert files(again) == files(made)
    assert (made.outcome, again.outcome) == ("optimal", "kept")


def test_the_next_year_keeps_what_was_hidden_hidden_and_what_was_shown_shown(tmp_path):
    first = persons(900, years=("2023",))
    made = protected(plan(), first)
    longer = [*first, *persons(900, seed=2, years=("2024",))[1:]]
    after = protected(plan(date=date(2027, 1, 15)), longer, _with_releases(tmp_path, made))
    ledger = _rows(files(after)[LEDGER])
    assert {row["release"] for row in ledger} == {"1", "2"}
    old = {
        (row["table"], row["periodo"], row["edad"], row["provincia"]): row["value"] for row in ledger if row["release"] == "1"
    }
    new = {
        (row["table"], row["periodo"], row["edad"], row["provincia"]): row["value"] for row in ledger if row["release"] == "2"
    }
    assert old.items() <= new.items()


def test_a_small_change_of_a_published_figure_is_refused(tmp_path):
    lines = persons(900, years=("2023",))
    known = _with_releases(tmp_path, protected(plan(), lines))
    late = "2023-09-30,M,adulta,B\n"
    with pytest.raises(ProtectionRefusedError) as refused:
        protected(plan(), [*lines, late, late], known)
    assert _codes(refused) == ["small-change"]


def test_a_table_that_an_earlier_release_had_stays_in_the_plan(tmp_path):
    lines = persons(900)
    known = _with_releases(tmp_path, protected(plan(), lines))
    with pytest.raises(ProtectionRefusedError) as refused:
        protected(plan(table("por-edad", "edad")), lines, known)
    assert _codes(refused) == ["release-not-in-plan"]
    kept = plan(table("por-edad", "edad"), table("por-provincia", "provincia", publish=False))
    assert "por-provincia.csv" not in " ".join(files(protected(kept, lines, known)))


def test_which_figures_were_small_is_written_nowhere():
    """Two sources with other small figures and the same pattern give the same files but for what is shown."""
    lines = ["fecha,sexo,edad,provincia\n"]
    counts = {"A": 4, "B": 40, "C": 30, "D": 3, "E": 12}
    other = {"A": 12, "B": 40, "C": 30, "D": 3, "E": 4}

    def written(numbers):
        rows = [f"2023-01-01,M,adulta,{name}\n" for name, number in numbers.items() for _ in range(number)]
        made = plan(table("por-provincia", "provincia"), dimensions=_flat())
        return files(protected(made, [*lines, *rows], catalog(loss=1.0)))

    assert written(counts) == written(other)


def _flat():
    return tuple(replace(dimension, parents=()) for dimension in plan().dimensions)


def test_the_note_tells_the_loss_and_no_figure():
    made = protected(plan(), persons(700))
    note = files(made)[NOTE]
    hidden = sum(row["personas"] == "" for row in _rows(files(made)[TABLE]))
    assert f"hidden: {hidden}" in note
    assert "whole_at:" in note


def test_too_much_loss_is_refused_with_a_redesign_that_passes():
    planned = plan(table("cruce", "edad", "provincia"))
    with pytest.raises(ProtectionRefusedError) as refused:
        protected(planned, persons(400))
    first, *steps = refused.value.report.findings
    assert first.code == "refused-loss"
    assert [step.code for step in steps] == ["redesign-drop"]
    assert dict(steps[0].details)["typed"] == "dimensions: {periodo: fecha, edad: edad}"
    assert _published(protected(plan(table("cruce", "edad")), persons(400)))


def test_the_last_resort_is_the_total():
    with pytest.raises(ProtectionRefusedError) as refused:
        protected(plan(table("cruce", "edad", "provincia")), persons(150))
    assert "dimensions: {periodo: fecha}" in [dict(step.details).get("typed") for step in refused.value.report.findings]


def test_four_crossed_dimensions_of_persons_are_refused():
    planned = plan(table("cruce", "sexo", "edad", "provincia"))
    with pytest.raises(ProtectionRefusedError) as refused:
        protected(planned, persons(4000))
    assert _codes(refused)[0] == "refused-too-many-dimensions"
    assert "redesign-drop" in _codes(refused)


def test_a_group_all_in_one_category_of_a_sensitive_dimension_is_hidden():
    sensitive = tuple(replace(part, sensitive=part.name == "edad", parents=()) for part in plan().dimensions)
    ages = {
        "A": ("menor",) * 60,
        "B": ("menor",) * 40 + ("joven",) * 50 + ("adulta",) * 30,
        "C": ("joven",) * 70 + ("adulta",) * 44 + ("menor",) * 20,
    }
    lines = [f"2023-01-01,M,{age},{name}\n" for name, own in ages.items() for age in own]
    planned = plan(table("cruce", "edad", "provincia"), dimensions=sensitive)
    rows = _rows(
        files(protected(planned, ["fecha,sexo,edad,provincia\n", *lines], catalog(loss=1.0)))[
            "datasets/ejemplo-sintetico/cruce.csv"
        ]
    )
    assert [row["personas"] for row in rows if (row["edad"], row["provincia"]) == ("menor", "a")] == [""]


def test_a_unit_without_a_threshold_is_published_whole():
    made = protected(plan(unit="calls"), persons(120))
    assert not [row for row in _published(made) if row["personas"] == ""]


def test_crossing_with_attributes_of_victims_gives_any_unit_a_threshold():
    made = protected(plan(unit="calls", crossed=True), persons(700))
    assert not [row for row in _published(made) if row["personas"] and 0 < int(row["personas"]) < K]


def test_tables_of_counts_are_read_by_their_parts():
    counts = {"menor | M": 20, "adulta | M": 30, "menor | V": 25, "adulta | V": 33}
    lines = ["medida,cruce,categoria,valor\n", *(f"x,edad × sexo,{name},{count}\n" for name, count in counts.items())]
    lines.append("x,otra,loquesea,1\n")
    split = Split(column="categoria", separator="|", into=("uno", "dos"))
    planned = replace(
        table("cruce"), dimensions=(("edad", "uno"), ("sexo", "dos")), split=split, where=(("cruce", ("edad × sexo",)),)
    )
    source = PlannedSource(path="x.csv", kind="counts", count="valor", where=(("medida", ("x",)),))
    rows = _rows(
        files(protected(plan(planned, source=source), lines, catalog(loss=1.0)))["datasets/ejemplo-sintetico/cruce.csv"]
    )
    shown = {(row["edad"], row["sexo"]): row["personas"] for row in rows}
    assert shown["menor", "mujer"] == "20"
    assert shown["total", "total"] == "108"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("2023-01-01,M,adulta,Persona Inventada\n", "source-uncoded"),
        ("ayer,M,adulta,A\n", "source-period"),
        ("2023-01-01,M,adulta\n", "source-row"),
        ('2023-01-01,"M"x,adulta,A\n', "source-unreadable"),
    ],
)
def test_a_row_that_cannot_be_understood_is_named_by_its_line_and_not_quoted(line, code):
    with pytest.raises(ProtectionRefusedError) as refused:
        protected(plan(), [*persons(50), line])
    finding = refused.value.report.findings[0]
    assert finding.code == code
    assert finding.where.row == 52
    assert "Inventada" not in repr(refused.value.report)
    assert "Inventada" not in str(refused.value.__cause__)


def test_a_wrong_column_offers_the_nearest():
    planned = plan(replace(table("por-edad", "edad"), dimensions=(("periodo", "feha"),)))
    with pytest.raises(ProtectionRefusedError) as refused:
        protected(planned, persons(50))
    assert dict(refused.value.report.findings[0].details)["nearest"] == "fecha"


def test_the_confidential_table_shows_nothing_of_itself():
    secret = SourceTable(planned=table("por-edad", "edad"), counts={("2023", "inventada"): 73})
    assert "inventada" not in repr(secret)


def test_tables_that_contradict_each_other_are_refused():
    planned = plan(table("por-edad", "edad"), table("por-sexo", "sexo", where=(("provincia", ("A", "B")),)))
    with pytest.raises(ProtectionRefusedError) as refused:
        protected(planned, persons(700))
    assert _codes(refused) == ["source-contradicts"]


def _rounding(**changes):
    return plan(table("por-edad", "edad"), table("por-sexo", "sexo"), method="rounding", **changes)


def test_rounded_figures_are_multiples_of_ten_that_add_up():
    rows = _rows(files(protected(_rounding(), persons(700)))[TABLE])
    assert not [row for row in rows if int(row["personas"]) % 10]
    for year in ("2023", "2024"):
        values = {row["edad"]: int(row["personas"]) for row in rows if row["periodo"] == year}
        assert values.pop("total") == sum(values.values())


def test_a_figure_is_rounded_once_and_for_all(tmp_path):
    first = persons(700, years=("2023",))
    known = _with_releases(tmp_path, protected(_rounding(), first))
    longer = [*first, *persons(700, seed=2, years=("2024",))[1:]]
    rows = _rows(files(protected(_rounding(date=date(2027, 1, 15)), longer, known))[LEDGER])
    old = {(row["table"], row["periodo"], row["edad"], row["sexo"]): row["value"] for row in rows if row["release"] == "1"}
    new = {(row["table"], row["periodo"], row["edad"], row["sexo"]): row["value"] for row in rows if row["release"] == "2"}
    assert old.items() <= new.items()
    assert {row["status"] for row in rows} == {"R10"}


def test_a_population_is_rounded_or_suppressed_but_never_both(tmp_path):
    known = _with_releases(tmp_path, protected(plan(), persons(700)))
    with pytest.raises(ProtectionRefusedError) as refused:
        protected(plan(method="rounding"), persons(700), known)
    assert _codes(refused) == ["method-mixed"]
