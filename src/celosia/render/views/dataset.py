"""What a dataset's page shows. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from celosia.derive import ComparisonCard, DatasetCard, DatasetPublication
from celosia.derive.system import SystemCard
from celosia.exporters.explore import explorable, explore_path
from celosia.locales import format_date
from celosia.model import Change, Counts, Dataset, Made, Site, Table
from celosia.render.comparing import CLASSES
from celosia.render.views.dictionary import Definition, dictionary
from celosia.render.views.download import Downloads, checksums, downloads
from celosia.render.views.figure import Drawn, Figure, figure
from celosia.render.views.linked import LinkedView, known, linked_view, origin_facts
from celosia.render.views.pinned import Pinned
from celosia.render.views.reading import Reading
from celosia.render.views.record_level import RecordLevelView, record_level_view
from celosia.render.views.reuse import Reused, ReuseView, compared, dataset_reuse
from celosia.render.views.table import TableView, table_view
from celosia.render.views.text import Fact, Link, Text, outward, reference, spanish, stated, told
from celosia.render.words import BREAKING, CHANGES, FREQUENCIES, KINDS, N_, THEMES, UNITS, word
from celosia.vocabularies.citation import cited_dataset

_COUNTS = (
    ("event", N_("When it is counted")),
    ("recorder", N_("Who records it")),
    ("definition", N_("Legal definition")),
    ("includes", N_("What is included")),
    ("excludes", N_("What is left out")),
    ("period_rule", N_("Which period it belongs to")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountsView:
    """The «¿Qué cuenta?» box."""

    unit: str
    what: Text
    facts: tuple[Fact, ...]
    breaks: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """An entry of the history; `breaking` where older figures are not comparable any more, `href` where it has a page."""

    version: str
    day: str
    type: str
    note: Text
    breaking: bool
    href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetView:
    """The whole page below its title and summary."""

    facts: tuple[Fact, ...]
    withheld: Text | None
    description: Text
    counts: CountsView
    figures: tuple[Figure, ...]
    downloads: Downloads
    checksums: tuple[tuple[str, str], ...]
    tables: tuple[TableView, ...]
    explored: tuple[str, ...]
    definitions: tuple[Definition, ...]
    reuse: ReuseView
    changes: tuple[ChangeView, ...]
    comparison: str | None
    comparisons: tuple[Link, ...]
    related: tuple[Link, ...]
    sources: tuple[Link, ...]
    record: tuple[Fact, ...]
    record_level: tuple[RecordLevelView, ...]
    linked: LinkedView | None

    @property
    def files(self) -> tuple[tuple[TableView, str, str], ...]:
        """Each table with the link to its CSV, where the rows that the page leaves out are, and to where it is explored."""
        links = (table.files[0].href for table in self.downloads.tables)
        return tuple(zip(self.tables, links, self.explored, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """Where a dataset is published: the site, and the newest frozen release of it, if there is one."""

    site: Site
    release: Pinned | None = None


def dataset_view(
    publication: DatasetPublication, published: Published, reading: Reading, made: Mapping[str, Made]
) -> DatasetView:
    """The view of a dataset, from what it says and from the files that were made of it."""
    dataset, lang = publication.dataset, reading.lang
    files = downloads(dataset, reading, made)
    frozen = {card.number: reading.address.page(f"datasets/{dataset.id}/v/{card.number}/") for card in publication.history}
    return DatasetView(
        facts=_facts(publication, reading),
        withheld=told(dataset.withheld, lang) if dataset.withheld else None,
        description=told(dataset.description, lang),
        counts=counts_view(dataset.counts, reading),
        figures=tuple(figure(drawn, reading, made) for drawn in drawings(publication)),
        downloads=files,
        checksums=checksums(files.files),
        tables=tuple(_table(table, reading, dataset.tables) for table in dataset.tables),
        explored=tuple(_explored(dataset, reading)),
        definitions=dictionary(dataset.tables, reading),
        reuse=_reuse(publication, published, reading),
        changes=tuple(change_view(change, reading, frozen) for change in _newest_first(dataset.changes)),
        comparison=reading.address.page(f"datasets/{dataset.id}/changes/") if frozen else None,
        comparisons=tuple(_compared(card, reading) for card in publication.comparisons),
        related=tuple(_related(card, reading) for card in publication.related),
        sources=_sources(publication, reading),
        record=_record(publication, reading),
        record_level=tuple(record_level_view(described, reading) for described in dataset.record_level),
        linked=linked_view(dataset, reading),
    )


def _reuse(publication: DatasetPublication, published: Published, reading: Reading) -> ReuseView:
    dataset, site, release = publication.dataset, published.site, published.release
    reused = Reused(dataset=dataset, site=site, release=release, versions=compared(dataset.id, publication.history, reading))
    released = release is not None and release.version == dataset.version
    return dataset_reuse(reused, cited_dataset(dataset, site, reading.lang, released=released), reading)


def drawings(publication: DatasetPublication) -> tuple[Drawn, ...]:
    """Each chart of a dataset with its rows and the folder of its files."""
    folder = f"datasets/{publication.dataset.id}/charts/"
    return tuple(
        Drawn(chart=chart, table=table, folder=folder, first=position == 0)
        for position, (chart, table) in enumerate(publication.charts)
    )


def _compared(card: ComparisonCard, reading: Reading) -> Link:
    href = reading.address.page(f"comparisons/{card.id}/")
    return Link(text=told(card.title, reading.lang), href=href, note=word(CLASSES, card.kind, reading.lang))


def _facts(publication: DatasetPublication, reading: Reading) -> tuple[Fact, ...]:
    dataset, lang, _ = publication.dataset, reading.lang, reading.word
    coverage = publication.coverage

    def said(name: str, text: Text) -> Text:
        return known(dataset, name, text, reading)

    facts = (
        Fact(label=_("What one unit is"), text=told(dataset.counts.what, lang)),
        Fact(label=_("Period"), text=stated(reading.period(coverage.text))) if coverage else None,
        Fact(label=_("Updated"), text=said("modified", stated(format_date(dataset.modified, lang)))),
        Fact(label=_("Source body"), text=said("creator", spanish(dataset.creator, lang))),
        *(_system(card, reading) for card in publication.systems),
        Fact(label=_("Published by"), text=said("publisher", spanish(dataset.publisher, lang))),
        Fact(label=_("Licence"), text=said("license", stated(dataset.license.name)), href=outward(dataset.license.url)),
    )
    return tuple(fact for fact in facts if fact)


def _system(card: SystemCard, reading: Reading) -> Fact:
    """The system that a dataset comes from."""
    href = reading.address.page(f"systems/{card.id}/")
    return Fact(label=reading.word("Counted by"), text=stated(card.short), href=href)


def counts_view(counts: Counts, reading: Reading) -> CountsView:
    """The view of what a dataset counts."""
    asked = () if counts.unit == "unknown" else _COUNTS
    facts = (Fact(label=reading.word(label), text=told(getattr(counts, name), reading.lang)) for name, label in asked)
    return CountsView(
        unit=word(UNITS, counts.unit, reading.lang),
        what=told(counts.what, reading.lang),
        facts=tuple(facts),
        breaks=tuple(Fact(label=point.at, text=told(point.label, reading.lang)) for point in counts.breaks),
    )


def _table(table: Table, reading: Reading, beside: tuple[Table, ...]) -> TableView:
    return table_view(table, f"table-{table.name}", reading, anchor=f"{table.name}-", beside=beside)


def _explored(dataset: Dataset, reading: Reading) -> Iterator[str]:
    """The page on which each table is explored, or nothing where it has no figures."""
    known = {table.name for table in explorable(dataset)}
    for table in dataset.tables:
        yield reading.address.page(explore_path(dataset.id, table.name)) if table.name in known else ""


def _newest_first(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    return tuple(sorted(changes, key=lambda change: change.date, reverse=True))


def change_view(change: Change, reading: Reading, frozen: Mapping[str, str] = MappingProxyType({})) -> ChangeView:
    """The view of an entry of the history; `frozen` gives the address of each version that has a page of its own."""
    return ChangeView(
        version=change.version,
        day=format_date(change.date, reading.lang),
        type=word(CHANGES, change.type, reading.lang),
        note=told(change.note, reading.lang),
        breaking=change.type in BREAKING,
        href=frozen.get(change.version),
    )


def _related(card: DatasetCard, reading: Reading) -> Link:
    return Link(text=told(card.title, reading.lang), href=reading.address.page(f"datasets/{card.id}/"))


def _sources(publication: DatasetPublication, reading: Reading) -> tuple[Link, ...]:
    """Where the rows were read, then the main documents that no row names."""
    rows = (
        Link(
            text=spanish(source.title, reading.lang),
            href=reading.address.page("sources/", source.id),
            note=source.publisher,
        )
        for source in publication.sources
    )
    known = {source.url for source in publication.sources}
    others = (source for source in publication.dataset.sources if source.url not in known)
    main = (reference(source.title, source.url, reading.lang) for source in others)
    return (*rows, *main)


def _record(publication: DatasetPublication, reading: Reading) -> tuple[Fact, ...]:
    dataset, lang, _ = publication.dataset, reading.lang, reading.word
    coverage = publication.coverage

    def said(name: str, text: Text) -> Text:
        return known(dataset, name, text, reading)

    facts = (
        Fact(label=_("Identifier"), text=stated(dataset.id)),
        Fact(label=_("Version"), text=stated(dataset.version)),
        Fact(label=_("Kind"), text=stated(word(KINDS, dataset.kind, lang))),
        Fact(label=_("Issued"), text=said("issued", stated(format_date(dataset.issued, lang)))),
        Fact(label=_("Updated"), text=said("modified", stated(format_date(dataset.modified, lang)))),
        Fact(label=_("How often it is updated"), text=said("frequency", stated(word(FREQUENCIES, dataset.frequency, lang)))),
        Fact(label=_("Period"), text=stated(reading.period(coverage.text))) if coverage else None,
        Fact(label=_("Territory"), text=said("spatial", _joined(tuple(map(reading.territory, dataset.spatial))))),
        Fact(label=_("Themes"), text=said("themes", stated(" · ".join(word(THEMES, code, lang) for code in dataset.themes)))),
        Fact(label=_("Keywords"), text=said("keywords", _joined(tuple(told(keyword, lang) for keyword in dataset.keywords)))),
        Fact(label=_("Source body"), text=said("creator", spanish(dataset.creator, lang))),
        Fact(label=_("Published by"), text=said("publisher", spanish(dataset.publisher, lang))),
        Fact(label=_("Licence"), text=said("license", spanish(dataset.license.title, lang)), href=outward(dataset.license.url)),
        *origin_facts(dataset, reading),
    )
    return tuple(fact for fact in facts if fact and fact.text.text)


def _joined(texts: tuple[Text, ...]) -> Text:
    """Several words on a line; in another language only where all of them are."""
    langs = {text.lang for text in texts}
    return Text(text=" · ".join(text.text for text in texts), lang=langs.pop() if len(langs) == 1 else None)
