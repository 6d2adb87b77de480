"""Builders of synthetic datasets for the tests of what leaves the catalogue: every figure here is invented."""

import csv
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from io import StringIO

from celosia.exporters import Notes
from celosia.model import (
    Agent,
    Break,
    Cell,
    Change,
    Code,
    Column,
    Counts,
    Dataset,
    LangString,
    License,
    Role,
    Row,
    Site,
    Source,
    SourceLink,
    Table,
)

LICENSE = License(
    name="CC-BY-4.0",
    title="Creative Commons Atribución 4.0 Internacional",
    url="https://creativecommons.org/licenses/by/4.0/",
    code="CC_BY_4_0",
)
SITE = Site(
    title=LangString(es="Catálogo inventado", en="Invented catalogue"),
    description=LangString(es="Un catálogo inventado", en="An invented catalogue"),
    publisher=Agent(name="Proyecto Inventado", url="https://catalogo.example/"),
    url="https://catalogo.example/",
    languages=("es", "en"),
    license=LICENSE,
    help_lines=(),
    exit_url="https://salida.example/",
    issues_url=None,
)
COUNTS = Counts(
    unit="cases",
    what=LangString(es="Un caso inventado", en="An invented case"),
    event=LangString(es="Se anota", en="It is written down"),
    recorder=LangString(es="Nadie", en="Nobody"),
    definition=LangString(es="Ninguna norma"),
    includes=LangString(es="Todo", en="All"),
    excludes=LangString(es="Nada", en="Nothing"),
    period_rule=LangString(es="El año", en="The year"),
    breaks=(Break(at="2020", label=LangString(es="Otro método", en="Another method")),),
)


def column(name: str, type_: str, **changes: object) -> Column:
    """A column that is an attribute unless `changes` say otherwise."""
    plain = Column(name=name, type=type_, title=LangString(es=f"Título de {name}", en=f"Title of {name}"), role=Role.ATTRIBUTE)
    return replace(plain, **changes)


COLUMNS = (
    column("id", "string", concept="identifier", constraints=(("required", True),)),
    column("periodo", "string", role=Role.DIMENSION, concept="time-period"),
    column(
        "region",
        "string",
        role=Role.DIMENSION,
        codes=(
            Code(value="01", label=LangString(es="Norte", en="North")),
            Code(value="02", label=LangString(es="Sur", en="South")),
        ),
    ),
    column("casos", "integer", role=Role.MEASURE, unit="cases", constraints=(("minimum", 0),)),
    column("tasa", "number", role=Role.MEASURE, unit="%"),
    column("dia", "date"),
    column("firme", "boolean"),
    column("fuente", "string", concept="source"),
    column("nota", "string", concept="comment"),
)
ROWS: tuple[Row, ...] = (
    ("x-1", "2019", "01", 1234, 12.5, date(2019, 5, 1), True, "inv-1", None),
    ("x-2", "2020-01/2020-06", "02", None, None, None, None, "inv-1", "=1+1"),
    ("x-3", "2021", "01", 0, 0.0, date(2021, 2, 28), False, "inv-2", "ñandú, «comillas» y\nsalto"),
)


def table(columns: Sequence[Column] = COLUMNS, rows: Sequence[Row] = ROWS, **changes: object) -> Table:
    """A table with the CSV that would have been committed."""
    plain = Table(
        name="total",
        path="total.csv",
        title=LangString(es="Total inventado", en="Invented total"),
        columns=tuple(columns),
        rows=tuple(rows),
        body=_csv(columns, rows),
        primary_key=("id",) if any(one.name == "id" for one in columns) else (),
    )
    return replace(plain, **changes)


def dataset(*tables: Table, **changes: object) -> Dataset:
    """A dataset of these tables, or of one table."""
    plain = Dataset(
        id="casos-inventados",
        title=LangString(es="Casos inventados", en="Invented cases"),
        description=LangString(es="Datos inventados para las pruebas.", en="Data invented for the tests."),
        summary=LangString(es="En 2019 se inventaron 1234 casos.", en="In 2019, 1234 cases were invented."),
        version="1.0.0",
        kind="statistics",
        issued=date(2026, 11, 1),
        modified=date(2026, 11, 20),
        keywords=(LangString(es="inventado", en="invented"),),
        license=LICENSE,
        publisher="Proyecto Inventado",
        creator="Oficina Inventada",
        sources=(SourceLink(title="Informe inventado", url="https://fuente.example/informe"),),
        spatial=("AR",),
        themes=("JUST",),
        frequency="IRREG",
        counts=COUNTS,
        tables=tables or (table(),),
        charts=(),
        changes=(Change(version="1.0.0", date=date(2026, 11, 20), type="new-data", note=LangString(es="Primera.")),),
        withheld=LangString(es="Una tabla espera.", en="A table waits."),
    )
    return replace(plain, **changes)


def notes(described: Dataset | None = None) -> Notes:
    """The notes of a dataset, with two invented sources."""
    sources = tuple(
        Source(id=id_, title=f"Fuente {id_}", publisher="Nadie", kind="inventada", date=None, url=f"https://{id_}.example/")
        for id_ in ("inv-1", "inv-2", "inv-3")
    )
    return Notes(dataset=described or dataset(), sources=sources, site=SITE)


def _csv(columns: Sequence[Column], rows: Sequence[Row]) -> bytes:
    target = StringIO(newline="")
    writer = csv.writer(target, lineterminator="\n")
    writer.writerows([[one.name for one in columns], *([_written(cell) for cell in row] for row in rows)])
    return target.getvalue().encode()


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    return cell.isoformat() if isinstance(cell, date) else str(cell)
