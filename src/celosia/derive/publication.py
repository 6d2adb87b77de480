"""What each page is told: a page's value holds what that page shows, and nothing that depends on the other pages."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from celosia.charts import chart_table, default_charts
from celosia.derive.agreement import AgreementCard, AgreementPublication, agreement_publication, agreements_by_norm
from celosia.derive.commitment import CommitmentPublication, EventPublication, commitments, events
from celosia.derive.comparison import ComparisonCard, ComparisonPublication, comparisons
from celosia.derive.conformance import ConformancePublication, conformance
from celosia.derive.crosswalk import CrosswalkPublication, crosswalk_publication
from celosia.derive.glossary import GlossaryPublication, glossary, terms
from celosia.derive.reading import Read, reads
from celosia.derive.system import SystemCard, SystemPublication, systems
from celosia.derive.system import card as system_card
from celosia.derive.territory import PlacementPublication, TerritoryPublication, placements, territories
from celosia.model import (
    Catalog,
    Change,
    Chart,
    Dataset,
    LangString,
    Page,
    PeriodOfTime,
    Permanence,
    Site,
    Source,
    Synonym,
    Table,
    Territory,
    Version,
)
from celosia.model.catalog import KeyFigure
from celosia.model.counted import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetCard:
    """A dataset as a list shows it."""

    id: str
    title: LangString
    summary: LangString
    kind: str
    unit: Unit
    spatial: tuple[str, ...]
    themes: tuple[str, ...]
    keywords: tuple[LangString, ...]
    creator: str
    modified: date
    coverage: PeriodOfTime | None
    tables: int
    rows: int
    columns: tuple[LangString, ...]
    links: int = 0
    dated: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionCard:
    """A frozen release as a page that is not its own shows it: no rows, no bytes. Its page is `datasets/<id>/v/<number>/`."""

    number: str
    change: Change
    tables: tuple[str, ...]
    files: tuple[str, ...]
    is_newest: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionPublication:
    """All that the page of a frozen release shows. `told` is the dataset as it was, with its charts and sources."""

    version: Version
    told: "DatasetPublication"
    card: VersionCard

    @property
    def number(self) -> str:
        """The version's number."""
        return self.card.number


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetPublication:
    """All that a dataset's page shows. `charts` pairs each declared chart with the rows that it draws.

    `versions` are its frozen releases, oldest first, with all their bytes: a unit that needs only to name them is given
    `history`, the same releases as cards, and a publication without `versions` (or its key would hold every byte of them).
    """

    dataset: Dataset
    coverage: PeriodOfTime | None
    charts: tuple[tuple[Chart, Table], ...]
    sources: tuple[Source, ...]
    related: tuple[DatasetCard, ...]
    versions: tuple[VersionPublication, ...] = ()
    history: tuple[VersionCard, ...] = ()
    comparisons: tuple[ComparisonCard, ...] = ()
    systems: tuple[SystemCard, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigureValue:
    """A key figure of the home page, with the cells of its own row."""

    figure: KeyFigure
    value: float
    unit: str | None
    period: str | None
    qualifier: str | None
    source: Source | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """Everything that will be told, each page's part apart."""

    site: Site
    modified: date
    datasets: tuple[DatasetPublication, ...]
    cards: tuple[DatasetCard, ...]
    agreements: tuple[AgreementPublication, ...]
    norms: Table | None
    agreements_by_norm: tuple[tuple[str, tuple[AgreementCard, ...]], ...]
    directory: Table | None
    sources: tuple[Source, ...]
    datasets_by_source: tuple[tuple[str, tuple[str, ...]], ...]
    territories: tuple[Territory, ...]
    key_figures: tuple[KeyFigureValue, ...]
    pages: tuple[Page, ...]
    assets: tuple[tuple[str, bytes], ...]
    permanence: Permanence = field(default_factory=Permanence)
    conformance: ConformancePublication | None = None
    commitments: tuple[CommitmentPublication, ...] = ()
    events: tuple[EventPublication, ...] = ()
    comparisons: tuple[ComparisonPublication, ...] = ()
    featured: tuple[ComparisonPublication, ...] = ()
    crosswalks: tuple[CrosswalkPublication, ...] = ()
    places: tuple[TerritoryPublication, ...] = ()
    placements: tuple[PlacementPublication, ...] = ()
    systems: tuple[SystemPublication, ...] = ()
    glossary: GlossaryPublication | None = None
    synonyms: tuple[Synonym, ...] = ()
    reads: tuple[Read, ...] = ()


def derive(catalog: Catalog) -> Publication:
    """Tell from a checked catalogue what each page shows. References are taken as good: `check` saw to that."""
    cards = {dataset.id: _card(dataset) for dataset in catalog.datasets}
    sources = {source.id: source for source in catalog.sources}
    norms = _table_of(catalog, catalog.site.norms)
    compared = comparisons(catalog)
    return Publication(
        site=replace(catalog.site, terms=terms(catalog)),
        modified=catalog.modified,
        datasets=tuple(
            replace(_with_versions(_dataset(dataset, cards, sources), catalog, cards), comparisons=_touching(dataset, compared))
            for dataset in catalog.datasets
        ),
        cards=tuple(cards.values()),
        agreements=tuple(agreement_publication(agreement, norms) for agreement in catalog.agreements),
        norms=norms,
        agreements_by_norm=agreements_by_norm(catalog.agreements),
        directory=_table_of(catalog, catalog.site.directory),
        sources=catalog.sources,
        datasets_by_source=_datasets_by_source(catalog.datasets),
        territories=catalog.territories,
        key_figures=tuple(_key_figure(figure, catalog, sources) for figure in catalog.key_figures),
        pages=catalog.pages,
        assets=catalog.assets,
        permanence=catalog.permanence,
        conformance=conformance(catalog),
        commitments=commitments(catalog),
        events=events(catalog),
        comparisons=compared,
        featured=compared[: len(dict.fromkeys(catalog.featured))],
        crosswalks=tuple(crosswalk_publication(one, catalog) for one in catalog.crosswalks),
        places=territories(catalog),
        placements=placements(catalog),
        systems=systems(catalog),
        glossary=glossary(catalog),
        synonyms=catalog.synonyms,
        reads=reads(catalog),
    )


def _touching(dataset: Dataset, comparisons: tuple[ComparisonPublication, ...]) -> tuple[ComparisonCard, ...]:
    """The comparisons that rest on a dataset."""
    return tuple(one.card for one in comparisons if dataset.id in dict(one.datasets))


def _card(dataset: Dataset) -> DatasetCard:
    columns = {column.title.es: column.title for table in dataset.tables for column in table.columns}
    return DatasetCard(
        id=dataset.id,
        title=dataset.title,
        summary=dataset.summary,
        kind=dataset.kind,
        unit=dataset.counts.unit,
        spatial=dataset.spatial,
        themes=dataset.themes,
        keywords=dataset.keywords,
        creator=dataset.creator,
        modified=dataset.modified,
        coverage=_coverage(dataset),
        tables=len(dataset.tables),
        rows=sum(len(table.rows) for table in dataset.tables),
        columns=tuple(columns.values()),
        links=len(dataset.links),
        dated=dataset.states("modified"),
    )


def _coverage(dataset: Dataset) -> PeriodOfTime | None:
    """From the first to the last year that any row speaks of; of a linked dataset, what its publisher says."""
    if dataset.origin and dataset.origin.temporal:
        return dataset.origin.temporal
    periods = [period for table in dataset.tables for period in table.periods()]
    if not periods:
        return None
    first, last = min(period.start.year for period in periods), max(period.end.year for period in periods)
    return PeriodOfTime.parse(f"{first}" if first == last else f"{first}/{last}")


def _dataset(dataset: Dataset, cards: dict[str, DatasetCard], sources: dict[str, Source]) -> DatasetPublication:
    used = sorted({source for table in dataset.tables for source in _source_ids(table)})
    charts = dataset.charts or default_charts(dataset)
    return DatasetPublication(
        dataset=dataset,
        coverage=_coverage(dataset),
        charts=tuple((chart, chart_table(chart, dataset.table(chart.table))) for chart in charts),
        sources=tuple(sources[name] for name in used if name in sources),
        related=tuple(cards[name] for name in dataset.related if name in cards),
    )


def _with_versions(told: DatasetPublication, catalog: Catalog, cards: dict[str, DatasetCard]) -> DatasetPublication:
    """With its frozen releases, each told as it would have been told then."""
    sources = {source.id: source for source in catalog.sources}
    frozen = [version for version in catalog.versions if version.dataset.id == told.dataset.id]
    versions = tuple(
        VersionPublication(
            version=version,
            told=_dataset(version.dataset, cards, sources),
            card=_version_card(version, is_newest=version is frozen[-1]),
        )
        for version in frozen
    )
    from_ = tuple(system_card(system) for system in catalog.systems if told.dataset.id in system.datasets)
    return replace(told, versions=versions, history=tuple(version.card for version in versions), systems=from_)


def _version_card(version: Version, *, is_newest: bool) -> VersionCard:
    return VersionCard(
        number=version.dataset.version,
        change=version.change,
        tables=tuple(table.name for table in version.dataset.tables),
        files=tuple(path for path, _ in version.files),
        is_newest=is_newest,
    )


def _source_ids(table: Table) -> Iterable[str]:
    column = table.with_concept("source")
    return () if column is None else (str(cell) for cell in table.values(column.name) if cell is not None)


def _datasets_by_source(datasets: tuple[Dataset, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    uses: dict[str, set[str]] = {}
    for dataset in datasets:
        for table in dataset.tables:
            for source in _source_ids(table):
                uses.setdefault(source, set()).add(dataset.id)
    return tuple((source, tuple(sorted(ids))) for source, ids in sorted(uses.items()))


def _table_of(catalog: Catalog, name: str | None) -> Table | None:
    return catalog.dataset(name).tables[0] if name else None


def _key_figure(figure: KeyFigure, catalog: Catalog, sources: dict[str, Source]) -> KeyFigureValue:
    table = catalog.dataset(figure.dataset).table(figure.table)
    row = next(row for row in table.records() if all(str(row[name]) == value for name, value in figure.where))
    cell = {concept: _cell(table, row, concept) for concept in ("time-period", "qualifier", "source")}
    return KeyFigureValue(
        figure=figure,
        value=float(str(row[figure.measure])),
        unit=table.column(figure.measure).unit,
        period=cell["time-period"],
        qualifier=cell["qualifier"],
        source=sources.get(cell["source"] or ""),
    )


def _cell(table: Table, row: object, concept: str) -> str | None:
    column = table.with_concept(concept)  # type: ignore[arg-type]  # the three names above are concepts
    return None if column is None else str(row[column.name])  # type: ignore[index]  # a record of this table
