"""What the page of a crosswalk shows: for each breakdown a table with a column for each system. Pure."""

from dataclasses import dataclass

from celosia.derive import ComparisonCard, CrosswalkPublication
from celosia.derive.crosswalk import CrosswalkFigure, CrosswalkLine, DimensionPublication
from celosia.locales import format_date, format_number
from celosia.model.crosswalk import Mapping
from celosia.render.atoms import sign
from celosia.render.comparing import CLASSES, COMPARED, MATCHES, QUALIFIERS
from celosia.render.views.reading import Reading
from celosia.render.views.text import Link, Text, reference, spanish, told
from celosia.render.words import word
from celosia.vocabularies.status import PROTECTED


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemView:
    """A system: what it counts, and what its column is called."""

    name: Text
    counts: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """A published figure in its cell, with how its category stands to the common one and what must be minded."""

    value: str
    marks: tuple[str, ...]
    label: Text
    href: str
    source: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """A line: the period, the common code, and the figures of each system."""

    period: str
    code: Text
    standards: tuple[str, ...]
    unit: str
    cells: tuple[tuple[FigureView, ...], ...]
    is_shared: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MappingView:
    """A line of the crosswalk: a system's category, the common code, and how they stand to each other."""

    system: Text
    label: Text
    match: str
    code: Text | None
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionView:
    """One breakdown: its table, and the crosswalk under it. `shared` counts the lines in which two systems speak."""

    id: str
    title: Text
    note: Text | None
    lines: tuple[LineView, ...]
    shared: str
    mappings: tuple[MappingView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CrosswalkView:
    """The whole page below its sentence."""

    systems: tuple[SystemView, ...]
    dimensions: tuple[DimensionView, ...]
    missing: tuple[Text, ...]
    standards: tuple[Link, ...]
    datasets: tuple[Link, ...]
    comparisons: tuple[Link, ...]
    author: Text
    day: str


def crosswalk_view(
    publication: CrosswalkPublication, comparisons: tuple[ComparisonCard, ...], reading: Reading
) -> CrosswalkView:
    """The view of a crosswalk."""
    crosswalk, lang = publication.crosswalk, reading.lang
    names = {system.id: told(system.name, lang) for system in crosswalk.systems}
    return CrosswalkView(
        systems=tuple(SystemView(name=names[one.id], counts=told(one.counts, lang)) for one in crosswalk.systems),
        dimensions=tuple(_dimension(part, names, reading) for part in publication.dimensions),
        missing=tuple(told(text, lang) for text in crosswalk.missing),
        standards=tuple(reference(f"{name}: {link.title}", link.url, lang) for name, link in crosswalk.standards),
        datasets=tuple(
            Link(text=told(title, lang), href=reading.address.page(f"datasets/{id_}/")) for id_, title in publication.datasets
        ),
        comparisons=tuple(
            Link(
                text=told(card.title, lang),
                href=reading.address.page(f"comparisons/{card.id}/"),
                note=word(CLASSES, card.kind, lang),
            )
            for card in comparisons
        ),
        author=spanish(crosswalk.author, lang),
        day=format_date(crosswalk.date, lang),
    )


def _dimension(part: DimensionPublication, names: dict[str, Text], reading: Reading) -> DimensionView:
    dimension, lang = part.dimension, reading.lang
    codes = {code.id: told(code.label, lang) for code in dimension.codes}
    shared = sum(line.is_shared for line in part.lines)
    message = reading.word("Lines in which two systems or more publish something: {n} of {total}.")
    return DimensionView(
        id=dimension.id,
        title=told(dimension.title, lang),
        note=told(dimension.note, lang) if dimension.note else None,
        lines=tuple(_line(line, reading) for line in part.lines),
        shared=message.format(n=shared, total=len(part.lines)),
        mappings=tuple(_mapping(one, names, codes, reading) for one in dimension.mappings),
    )


def _line(line: CrosswalkLine, reading: Reading) -> LineView:
    return LineView(
        period=reading.period(line.period),
        code=told(line.code.label, reading.lang),
        standards=tuple(f"{name}: {code}" for name, code in line.code.standards),
        unit=", ".join(dict.fromkeys(word(COMPARED, one.unit or "", reading.lang) for part in line.figures for one in part)),
        cells=tuple(tuple(_figure(one, reading) for one in part) for part in line.figures),
        is_shared=line.is_shared,
    )


def _figure(one: CrosswalkFigure, reading: Reading) -> FigureView:
    exact = one.qualifier in (None, "", "exacto")
    marks = (
        None if exact else QUALIFIERS.get(one.qualifier or "", one.qualifier or ""),
        MATCHES[one.match] if one.match != "exact" else None,
    )
    value = format_number(one.value, reading.lang) if one.value is not None else ""
    return FigureView(
        value=sign(PROTECTED, reading.lang) if one.is_protected else value,
        marks=tuple(reading.word(mark) for mark in marks if mark),
        label=told(one.label, reading.lang),
        href=reading.address.page(f"datasets/{one.dataset}/"),
        source=_source(one, reading),
    )


def _source(one: CrosswalkFigure, reading: Reading) -> Link | None:
    if one.source is None:
        return None
    return Link(text=spanish(one.source.publisher, reading.lang), href=reading.address.page("sources/", one.source.id))


def _mapping(one: Mapping, names: dict[str, Text], codes: dict[str, Text], reading: Reading) -> MappingView:
    return MappingView(
        system=names[one.system],
        label=told(one.label, reading.lang),
        match=word(MATCHES, one.match, reading.lang),
        code=codes.get(one.code or ""),
        note=told(one.note, reading.lang) if one.note else None,
    )
