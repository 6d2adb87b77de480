"""Whatever the source: nothing small survives, what is shown is true, and twice is once. All figures are synthetic."""

import csv
import io
from collections import Counter
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from protecting import HEADER, catalog, files, plan, protected, table

from celosia.errors import ProtectionRefusedError
from celosia.model import Release, ReleasedCell

K = 10
TABLES = (table("por-sexo-y-edad", "sexo", "edad"), table("por-provincia", "provincia"))

_person = st.tuples(
    st.sampled_from(("2023", "2024")),
    st.sampled_from("MV"),
    st.sampled_from(("menor", "joven", "adulta")),
    st.sampled_from("ABCDE"),
)
people = st.lists(st.tuples(_person, st.integers(min_value=1, max_value=60)), min_size=3, max_size=25)
quickly = settings(max_examples=15, deadline=None, suppress_health_check=(HealthCheck.too_slow,))


def _lines(drawn):
    rows = [f"{year}-01-01,{sex},{age},{province}\n" for (year, sex, age, province), count in drawn for _ in range(count)]
    return [HEADER, *rows]


def _made(lines, known=None):
    try:
        return protected(plan(*TABLES), lines, known or catalog(loss=1.0), budget=10.0)
    except ProtectionRefusedError as refused:
        found = {finding.code for finding in refused.report.findings}
    assert found & {"refused-unprotectable", "refused-not-proven", "audit-failed"}
    return None


def _rows(made):
    for path, text in files(made).items():
        if path.startswith("datasets/"):
            yield from csv.DictReader(io.StringIO(text))


def _released(made):
    ledger = next(text for path, text in files(made).items() if path.startswith("releases/"))
    rows = list(csv.DictReader(io.StringIO(ledger)))
    own = ("release", "date", "table", "value", "status")
    cells = tuple(
        ReleasedCell(
            table=row["table"],
            key=tuple(sorted((name, code) for name, code in row.items() if name not in own and code)),
            value=int(row["value"]) if row["value"] else None,
        )
        for row in rows
    )
    return Release(population="ejemplo-sintetico.personas", name="1", date=plan().date, cells=cells)


@quickly
@given(people)
def test_nothing_small_survives_and_what_is_shown_is_true(drawn):
    lines = _lines(drawn)
    made = _made(lines)
    if made is None:
        return
    rows = [dict(zip(HEADER.strip().split(","), line.strip().split(","), strict=True)) for line in lines[1:]]
    counted = Counter((person["fecha"][:4], person["provincia"].lower()) for person in rows)
    for row in _rows(made):
        value = row["personas"]
        assert not value or int(value) == 0 or int(value) >= K
        if value and row.get("provincia", "-") in "abcde":
            assert int(value) == counted[row["periodo"], row["provincia"]]


@quickly
@given(people)
def test_twice_is_once(drawn):
    lines = _lines(drawn)
    made = _made(lines)
    if made is not None:
        known = replace(catalog(loss=1.0), releases=(_released(made),))
        assert files(_made(lines, known)) == files(made)
