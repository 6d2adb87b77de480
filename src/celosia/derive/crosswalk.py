"""What a crosswalk shows: for each period and common code, every published figure of each system, side by side. Pure.

Figures are never added or averaged: where a system has several for the same period and code, all of them stand there.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from celosia.model import Catalog, Concept, LangString, Row, Source, Table
from celosia.model.crosswalk import CommonCode, Crosswalk, CrosswalkDimension, Mapping, Match
from celosia.vocabularies.status import PROTECTED, reader


@dataclass(frozen=True, slots=True, kw_only=True)
class CrosswalkFigure:
    """A published figure with its place: how its category stands to the common code, its row's marks and source."""

    system: str
    value: float | None
    is_protected: bool
    match: Match
    label: LangString
    unit: str | None
    qualifier: str | None
    source: Source | None
    dataset: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CrosswalkLine:
    """A period and a common code, with the figures of each system in the order of the systems."""

    period: str
    code: CommonCode
    figures: tuple[tuple[CrosswalkFigure, ...], ...]

    @property
    def is_shared(self) -> bool:
        """Whether two systems or more publish something for it."""
        return sum(bool(part) for part in self.figures) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionPublication:
    """One breakdown: the lines in order of time, and the mappings that lead to no common code."""

    dimension: CrosswalkDimension
    lines: tuple[CrosswalkLine, ...]
    apart: tuple[Mapping, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CrosswalkPublication:
    """All that the page of a crosswalk shows."""

    crosswalk: Crosswalk
    dimensions: tuple[DimensionPublication, ...]
    datasets: tuple[tuple[str, LangString], ...]


def crosswalk_publication(crosswalk: Crosswalk, catalog: Catalog) -> CrosswalkPublication:
    """Tell a crosswalk. Its tables and columns are taken to be there: `check` saw to that."""
    used = dict.fromkeys(mapping.dataset for dimension in crosswalk.dimensions for mapping in dimension.mappings)
    return CrosswalkPublication(
        crosswalk=crosswalk,
        dimensions=tuple(_dimension(dimension, crosswalk, catalog) for dimension in crosswalk.dimensions),
        datasets=tuple((id_, catalog.dataset(id_).title) for id_ in used),
    )


def rows_of(mapping: Mapping, table: Table) -> tuple[Row, ...]:
    """The rows of a table that a system's category is."""
    kept = [(table.index(name), value) for name, value in mapping.where]
    return tuple(row for row in table.rows if all(str(row[place]) == value for place, value in kept))


def _dimension(dimension: CrosswalkDimension, crosswalk: Crosswalk, catalog: Catalog) -> DimensionPublication:
    found = [one for mapping in dimension.mappings if mapping.code for one in _figures(mapping, catalog)]
    codes = {code.id: number for number, code in enumerate(dimension.codes)}
    keys = sorted({(period, code) for period, code, _ in found}, key=lambda key: (_newest(key[0]), codes.get(key[1], 0)))
    return DimensionPublication(
        dimension=dimension,
        lines=tuple(
            CrosswalkLine(
                period=period,
                code=dimension.codes[codes[code]],
                figures=tuple(
                    tuple(one for when, what, one in found if (when, what) == (period, code) and one.system == system.id)
                    for system in crosswalk.systems
                ),
            )
            for period, code in keys
        ),
        apart=tuple(mapping for mapping in dimension.mappings if not mapping.code or mapping.match == "none"),
    )


def _newest(period: str) -> tuple[str, str]:
    """Whole years before their parts, in order of time."""
    start, _, end = period.partition("/")
    return start[:4], f"{start}/{end}"


def _figures(mapping: Mapping, catalog: Catalog) -> Iterator[tuple[str, str, CrosswalkFigure]]:
    table = catalog.dataset(mapping.dataset).table(mapping.table)
    sources = {source.id: source for source in catalog.sources}
    column = table.column(mapping.measure)
    status = reader(table, column)
    seen: set[tuple[str, object, str | None]] = set()
    for row in rows_of(mapping, table):
        period = _said(table, row, "time-period") or ""
        value, qualifier = row[table.index(mapping.measure)], _said(table, row, "qualifier")
        if mapping.match == "none" or (period, value, qualifier) in seen:
            continue
        seen.add((period, value, qualifier))
        figure = CrosswalkFigure(
            system=mapping.system,
            value=float(value) if isinstance(value, int | float) else None,
            is_protected=status(row) is PROTECTED,
            match=mapping.match,
            label=mapping.label,
            unit=column.unit,
            qualifier=qualifier,
            source=sources.get(_said(table, row, "source") or ""),
            dataset=mapping.dataset,
        )
        yield period, mapping.code or "", figure


def _said(table: Table, row: Row, concept: Concept) -> str | None:
    column = table.with_concept(concept)
    cell = None if column is None else row[table.index(column.name)]
    return None if cell is None else str(cell)
