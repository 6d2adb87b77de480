"""Builders of published tables for the tests of what an attacker can prove: every figure here is synthetic."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from celosia.disclosure.tables import PublishedFamily, families
from celosia.model import (
    Cell,
    Code,
    Column,
    Counts,
    Dataset,
    LangString,
    License,
    Policy,
    Release,
    ReleasedCell,
    Role,
    Table,
)

TEXT = LangString(es="Cifras sintéticas.", en="Synthetic figures.")
HIDDEN = "c"
"""Stands for a hidden figure in the rows of a test."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What the columns of a synthetic table mean beyond their names."""

    unit: str = "persons"
    measure: str = "personas"
    totals: Mapping[str, str] | None = None
    parents: Mapping[str, tuple[tuple[str, str], ...]] | None = None
    sensitive: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()


PLAIN = Shape()


def a_table(name: str, dimensions: str, rows: Sequence[Sequence[object]], shape: Shape = PLAIN) -> Table:
    """A table whose rows are codes and a figure: a number, `HIDDEN`, `None` for not available, or `("aprox", 12)`.

    A source may follow the figure.
    """
    names = dimensions.split()
    columns = (
        *(_dimension(name, [str(row[position]) for row in rows], shape) for position, name in enumerate(names)),
        Column(name=shape.measure, type="integer", title=TEXT, role=Role.MEASURE, unit=shape.unit),
        _attribute("calificador", "qualifier"),
        _attribute("estado", "obs-status"),
        _attribute("confidencialidad", "conf-status"),
        _attribute("fuente", "source"),
    )
    made = tuple(_row(row, len(names)) for row in rows)
    return Table(name=name, path=f"{name}.csv", title=TEXT, columns=columns, rows=made, body=b"")


def a_dataset(*tables: Table, policy: Policy | None = None, **changes: object) -> Dataset:
    """A dataset of synthetic tables."""
    values: dict[str, object] = {
        "id": "sintetico", "title": TEXT, "description": TEXT, "summary": TEXT, "version": "1.0.0", "kind": "statistics",
        "issued": date(2026, 1, 1), "modified": date(2026, 1, 1), "keywords": (), "publisher": "x", "creator": "x",
        "license": License(name="CC0-1.0", title="CC0", url="https://licencia.example/", code="CC0"),
        "sources": (), "spatial": (), "themes": (), "frequency": "ANNUAL", "charts": (), "changes": (),
        "counts": Counts(
            unit="persons", what=TEXT, event=TEXT, recorder=TEXT, definition=TEXT,
            includes=TEXT, excludes=TEXT, period_rule=TEXT,
        ),
        "tables": tables, "policy": policy or Policy(insider=1),
    }  # fmt: skip
    return Dataset(**{**values, **changes})  # type: ignore[arg-type]


def a_family(*tables: Table, **changes: object) -> PublishedFamily:
    """The one family in which something is hidden."""
    (family,) = families((a_dataset(*tables, **changes),))
    return family


def a_release(name: str, table: str, rows: Sequence[tuple[Mapping[str, str], object]]) -> Release:
    """An earlier publication of the synthetic population: codes and a figure, or `HIDDEN`."""
    cells = tuple(
        ReleasedCell(table=table, key=tuple(sorted(codes.items())), value=None if value == HIDDEN else int(str(value)))
        for codes, value in rows
    )
    return Release(population="sintetico.personas", name=name, date=date(2025, 1, int(name)), cells=cells)


def _dimension(name: str, codes: Sequence[str], shape: Shape) -> Column:
    total = (shape.totals or {}).get(name)
    concept = "time-period" if name == "periodo" else "ref-area" if name in shape.areas else None
    return Column(
        name=name,
        type="string",
        title=TEXT,
        role=Role.DIMENSION,
        concept=concept,
        codes=tuple(Code(value=code, label=TEXT) for code in sorted(set(codes))),
        total_code=total,
        parents=(shape.parents or {}).get(name, ()),
        sensitive=name in shape.sensitive,
    )


def _attribute(name: str, concept: str) -> Column:
    return Column(name=name, type="string", title=TEXT, role=Role.ATTRIBUTE, concept=concept)  # type: ignore[arg-type]


def _row(row: Sequence[object], dimensions: int) -> tuple[Cell, ...]:
    codes = tuple(None if code is None else str(code) for code in row[:dimensions])
    told, *rest = row[dimensions:]
    source = str(rest[0]) if rest else "f1"
    if isinstance(told, tuple):
        return (*codes, int(told[1]), str(told[0]), "A", "F", source)
    if told == HIDDEN:
        return (*codes, None, "exacto", "Q", "C", source)
    return (*codes, None if told is None else int(str(told)), "exacto", "O" if told is None else "A", "F", source)
