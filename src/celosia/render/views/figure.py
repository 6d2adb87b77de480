"""A chart as a page shows it: two drawings, the words, the same rows as a table, and its files. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from celosia.model import Chart, Made, Table
from celosia.render.address import folder
from celosia.render.views.download import Download, own_file
from celosia.render.views.reading import Reading
from celosia.render.views.table import TableView, table_view
from celosia.render.views.text import Link, Text, spanish, told
from celosia.render.words import UNITS, word

_MANY = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """An SVG file with its size in CSS pixels, so that the page does not move when it comes."""

    href: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A chart with everything that belongs to it; `spec` is what its interactive version is made from."""

    id: str
    title: Text
    description: Text
    alternative: str
    wide: Drawing
    narrow: Drawing
    unit: str | None
    period: str | None
    sources: tuple[Link, ...]
    more_sources: int
    table: TableView
    files: tuple[Download, ...]
    spec: str
    bundle: str
    schematic: bool
    lazy: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A chart with the rows that it draws, and the folder of its files ("datasets/x/charts/")."""

    chart: Chart
    table: Table
    folder: str
    first: bool = True


def figure(drawn: Drawn, reading: Reading, made: Mapping[str, Made]) -> Figure:
    """The view of a chart, from the files that its drawing made."""
    chart, base = drawn.chart, f"{drawn.folder}{drawn.chart.name}"
    sources = _sources(drawn.table, reading)
    return Figure(
        id=f"chart-{chart.name}",
        title=told(chart.title, reading.lang),
        description=told(chart.description, reading.lang),
        alternative=made[f"{folder(reading.lang)}{base}.svg"].description or "",
        wide=_drawing(f"{base}.svg", reading, made),
        narrow=_drawing(f"{base}.narrow.svg", reading, made),
        unit=_unit(drawn, reading),
        period=_period(drawn.table),
        sources=sources[:_MANY],
        more_sources=max(0, len(sources) - _MANY),
        table=table_view(drawn.table, f"figures-{chart.name}", reading),
        files=tuple(own_file(f"{base}.{name.lower()}", (name, ""), reading, made) for name in ("CSV", "SVG", "PNG")),
        spec=reading.address.own(f"{base}.vega.json"),
        bundle=reading.address.root("assets/vendor/vega.js"),
        schematic=chart.kind == "tile-map",
        lazy=not drawn.first,
    )


def _drawing(path: str, reading: Reading, made: Mapping[str, Made]) -> Drawing:
    file = made[folder(reading.lang) + path]
    return Drawing(href=reading.address.own(path), width=file.width or 0, height=file.height or 0)


def _unit(drawn: Drawn, reading: Reading) -> str | None:
    if drawn.chart.kind == "timeline":
        return None
    unit = drawn.table.column(drawn.chart.measure).unit
    return word(UNITS, unit, reading.lang) if unit else None


def _period(table: Table) -> str | None:
    periods = table.periods()
    if not periods:
        return None
    first, last = min(period.start.year for period in periods), max(period.end.year for period in periods)
    return str(first) if first == last else f"{first}–{last}"


def _sources(table: Table, reading: Reading) -> tuple[Link, ...]:
    column = table.with_concept("source")
    named = dict.fromkeys(str(value) for value in table.values(column.name) if value) if column else {}
    links: dict[str, Link] = {}
    for id in named:  # noqa: A001 - the field's word
        source = reading.sources.get(id)
        if source and source.publisher not in links:
            href = reading.address.page("sources/", source.id)
            links[source.publisher] = Link(text=spanish(source.publisher, reading.lang), href=href)
    return tuple(links.values())
