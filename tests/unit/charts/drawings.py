"""Invented drawings: no figure here counts anything."""

from collections.abc import Sequence

from celosia.charts import Drawing, chart_table
from celosia.model import Break, Chart, Code, Column, Filter, LangString, Role, Table, Territory
from celosia.model.chart import ChartKind

PERIOD = Column(
    name="periodo",
    type="string",
    title=LangString(es="Período", en="Period"),
    role=Role.DIMENSION,
    concept="time-period",
)
GENDER = Column(
    name="genero",
    type="string",
    title=LangString(es="Género", en="Gender"),
    role=Role.DIMENSION,
    codes=(
        Code(value="total", label=LangString(es="Total", en="Total")),
        Code(value="m", label=LangString(es="Mujeres", en="Women")),
        Code(value="v", label=LangString(es="Varones", en="Men")),
    ),
    total_code="total",
)
AREA = Column(
    name="area",
    type="string",
    title=LangString(es="Provincia", en="Province"),
    role=Role.DIMENSION,
    concept="ref-area",
)
MEASURE = Column(
    name="victimas",
    type="integer",
    title=LangString(es="Víctimas", en="Victims"),
    role=Role.MEASURE,
    unit="persons",
)
ATTRIBUTES = tuple(
    Column(name=name, type="string", title=LangString(es=name), role=Role.ATTRIBUTE, concept=concept)
    for name, concept in (
        ("calificador", "qualifier"),
        ("obs_status", "obs-status"),
        ("conf_status", "conf-status"),
        ("fuente", "source"),
    )
)
NORTH_SOUTH = tuple(
    Territory(
        code=f"XX-{name[0]}",
        name=LangString(es=name, en=name.upper()),
        parent="XX",
        short=name[:3].upper(),
        column=1,
        row=number,
    )
    for number, name in enumerate(("Norte", "Sur", "Este", "Oeste"))
)
HIDDEN = ("exacto", "Q", "C", "x01")
_USUAL = ("exacto", "A", "F", "x01")


def a_table(dimensions: Sequence[Column], rows: Sequence[Sequence[object]]) -> Table:
    """A table of victims: each row has its dimensions, its figure and, if they are unusual, its attributes."""
    wide = len(dimensions) + 1
    full = tuple((*row, *_USUAL[len(row) - wide :]) for row in rows)
    columns = (*dimensions, MEASURE, *ATTRIBUTES)
    return Table(name="t", path="t.csv", title=LangString(es="Prueba", en="Test"), columns=columns, rows=full, body=b"")  # type: ignore[arg-type]  # cells


def a_chart(kind: ChartKind, dimensions: Sequence[Column], where: tuple[Filter, ...] = ()) -> Chart:
    """A chart of the table's victims."""
    return Chart(
        name="prueba",
        kind=kind,
        table="t",
        measure="victimas",
        dimensions=tuple(column.name for column in dimensions),
        title=LangString(es="Título <de> prueba", en="Test & title"),
        description=LangString(es="Datos inventados."),
        where=where,
    )


def a_drawing(
    kind: ChartKind,
    dimensions: Sequence[Column],
    rows: Sequence[Sequence[object]],
    breaks: tuple[Break, ...] = (),
    lang: str = "es",
) -> Drawing:
    """A drawing of invented rows."""
    chart = a_chart(kind, dimensions)
    table = chart_table(chart, a_table(dimensions, rows))
    return Drawing(
        chart=chart, table=table, breaks=breaks, territories=NORTH_SOUTH, lang=lang, folder="docs/es/datasets/x/charts/"
    )


def yearly(**figures: object) -> list[tuple[object, ...]]:
    """Rows of a yearly series: `yearly(y2011=10)`. A tuple holds the figure and its attributes."""
    return [(name[1:], *(figure if isinstance(figure, tuple) else (figure,))) for name, figure in figures.items()]
