"""What the page of each territory is told: its rows as they are, its contacts, its agreements. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from celosia.derive.locality import Figure, TerritoryPart, TerritoryTable, by_value, fitting, parts_by_territory
from celosia.model import Agreement, Catalog, LangString, PeriodOfTime, Placement, Row, Source, Table, Territory


@dataclass(frozen=True, slots=True, kw_only=True)
class TerritoryAgreement:
    """An agreement as a territory's page names it."""

    id: str
    title: LangString
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementPublication:
    """A mapping as the list of territories explains it: the words for each of the source's places, and what becomes of it."""

    placement: Placement
    labels: tuple[tuple[str, LangString], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TerritoryPublication:
    """All that a territory's page shows. `contacts` are rows of the directory; `span` runs from the first to the last year."""

    territory: Territory
    country: Territory
    parts: tuple[TerritoryPart, ...]
    span: PeriodOfTime | None
    contacts: Table | None
    agreements: tuple[TerritoryAgreement, ...]
    notes: tuple[LangString, ...]
    sources: tuple[Source, ...]

    @property
    def slug(self) -> str:
        """The end of its address."""
        return self.territory.code.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class TerritoryCard:
    """A territory as the list of them shows it."""

    territory: Territory
    country: str
    datasets: int
    contacts: int
    agreements: int


def territories(catalog: Catalog) -> tuple[TerritoryPublication, ...]:
    """Each territory that lies in a country of the catalogue, in the catalogue's order."""
    countries = {area.code: area for area in catalog.territories if area.parent is None}
    inner = [area for area in catalog.territories if area.parent in countries]
    if not inner:
        return ()
    found = parts_by_territory(catalog, {area.code: area for area in inner})
    around = _Around(catalog=catalog)
    return tuple(_territory(area, countries[area.parent or ""], found.get(area.code, ()), around) for area in inner)


def placements(catalog: Catalog) -> tuple[PlacementPublication, ...]:
    """Each mapping with the words that its columns have for its values."""
    return tuple(PlacementPublication(placement=one, labels=tuple(_labels(one, catalog))) for one in catalog.placements)


def _labels(placement: Placement, catalog: Catalog) -> Iterator[tuple[str, LangString]]:
    columns = [catalog.dataset(one.dataset).table(one.table).column(one.column) for one in placement.columns]
    known = {code.value: code.label for column in columns for code in column.codes}
    yield from ((value.value, known[value.value]) for value in placement.values if value.value in known)


def card(told: TerritoryPublication) -> TerritoryCard:
    """What the list says of a territory."""
    return TerritoryCard(
        territory=told.territory,
        country=told.country.code,
        datasets=len(told.parts),
        contacts=len(told.contacts.rows) if told.contacts else 0,
        agreements=len(told.agreements),
    )


@dataclass(frozen=True, kw_only=True)
class _Around:
    """What every territory asks of the catalogue, looked up once."""

    catalog: Catalog

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        return {source.id: source for source in self.catalog.sources}

    @cached_property
    def contacts(self) -> Mapping[str, tuple[Row, ...]]:
        directory = self.directory
        column = directory.with_concept("ref-area") if directory else None
        return by_value(directory.rows, directory.index(column.name)) if directory and column else {}

    @cached_property
    def directory(self) -> Table | None:
        name = self.catalog.site.directory
        return self.catalog.dataset(name).tables[0] if name else None

    @cached_property
    def agreements(self) -> Mapping[str, list[Agreement]]:
        found: dict[str, list[Agreement]] = {}
        for agreement in self.catalog.agreements:
            for code in agreement.territories:
                found.setdefault(code, []).append(agreement)
        return found

    @cached_property
    def notes(self) -> Mapping[str, LangString]:
        return {placement.id: placement.note for placement in self.catalog.placements}


def _territory(area: Territory, country: Territory, parts: Sequence[TerritoryPart], around: _Around) -> TerritoryPublication:
    shown = fitting(tuple(parts))
    used = dict.fromkeys(one.placement for part in shown for one in _figures(part) if one.placement)
    contacts = around.contacts.get(area.code, ())
    return TerritoryPublication(
        territory=area,
        country=country,
        parts=shown,
        span=_span(parts),
        contacts=replace(around.directory, rows=contacts, body=b"") if around.directory and contacts else None,
        agreements=tuple(
            TerritoryAgreement(id=one.id, title=one.title, status=one.status.code)
            for one in around.agreements.get(area.code, ())
        ),
        notes=(
            *(one.text for placement in around.catalog.placements for one in placement.notes if one.territory == area.code),
            *(around.notes[name] for name in used if name),
        ),
        sources=tuple(around.sources[name] for name in sorted(_source_ids(shown)) if name in around.sources),
    )


def _figures(part: TerritoryPart) -> Iterator[Figure]:
    return (figure for told in part.tables for figure in told.figures)


def _span(parts: Iterable[TerritoryPart]) -> PeriodOfTime | None:
    """From the first to the last year of all the figures."""
    periods = [
        PeriodOfTime.parse(str(figure.row[told.table.index(column.name)]))
        for part in parts
        for told in part.tables
        if (column := told.table.with_concept("time-period"))
        for figure in told.figures
    ]
    if not periods:
        return None
    first, last = min(period.start.year for period in periods), max(period.end.year for period in periods)
    return PeriodOfTime.parse(f"{first}" if first == last else f"{first}/{last}")


def _source_ids(parts: Iterable[TerritoryPart]) -> set[str]:
    return {name for part in parts for told in part.tables for name in _sources_of(told)}


def _sources_of(told: TerritoryTable) -> Iterator[str]:
    rows = [(told.table, figure.row) for figure in told.figures] + [(one.table, one.row) for one in told.beside]
    for table, row in rows:
        column = table.with_concept("source")
        if column and row[table.index(column.name)] is not None:
            yield str(row[table.index(column.name)])
