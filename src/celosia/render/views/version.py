"""What the page of a frozen release shows: the dataset as it was, and that there is a newer one, where there is. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from celosia.derive import DatasetPublication
from celosia.locales import format_date
from celosia.model import Made, Site, Table
from celosia.render.address import step_anchor
from celosia.render.views.dataset import ChangeView, CountsView, change_view, counts_view
from celosia.render.views.dictionary import Definition, dictionary
from celosia.render.views.download import Download, checksums, file
from celosia.render.views.figure import Drawing
from celosia.render.views.pinned import Pinned, PinnedChart
from celosia.render.views.reading import Reading
from celosia.render.views.reuse import Reused, ReuseView, dataset_reuse
from celosia.render.views.table import TableView, table_view
from celosia.render.views.text import Fact, Link, Text, outward, spanish, stated, told
from celosia.render.words import N_
from celosia.vocabularies.citation import cited_dataset

_WHOLE = N_("everything of this version, to keep or to send")
_TABLE = N_("for spreadsheets and programs")
_DESCRIPTION = N_("the description that programs read")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A release with what its page says of the others: `newest` is the number of the last one, `next` of the one after it."""

    told: DatasetPublication
    release: Pinned
    newest: str
    next: str
    site: Site


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenFigure:
    """A chart as it was drawn then."""

    id: str
    title: Text
    description: Text
    wide: Drawing
    narrow: Drawing
    alternative: str
    table: TableView
    lazy: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionView:
    """The whole page below its title and summary. `newer` is the number of the version in force, none where it is this one."""

    number: str
    day: str
    newer: str | None
    latest: str
    comparison: str | None
    history: str
    change: ChangeView | None
    facts: tuple[Fact, ...]
    withheld: Text | None
    description: Text
    counts: CountsView
    figures: tuple[FrozenFigure, ...]
    package: Download
    files: tuple[tuple[Text, Download], ...]
    descriptor: Download | None
    checksums: tuple[tuple[str, str], ...]
    tables: tuple[TableView, ...]
    definitions: tuple[Definition, ...]
    reuse: ReuseView
    sources: tuple[Link, ...]


def version_view(shown: Shown, reading: Reading, made: Mapping[str, Made]) -> VersionView:
    """The view of a release, from the dataset as it was and from its frozen files."""
    dataset, lang = shown.told.dataset, reading.lang
    home = f"datasets/{dataset.id}/"
    base = reading.address.path
    newer = None if shown.newest == dataset.version else shown.newest
    changes = reading.address.page(f"{home}changes/")
    package = file(f"{base}{dataset.id}-{dataset.version}.zip", ("ZIP", _WHOLE), reading, made)
    files = tuple((told(table.title, lang), _csv(table, base, reading, made)) for table in dataset.tables)
    descriptor = file(f"{base}datapackage.json", ("Data Package", _DESCRIPTION), reading, made)
    own = next((change for change in dataset.changes if change.version == dataset.version), None)
    reused = Reused(dataset=dataset, site=shown.site, release=shown.release)
    return VersionView(
        number=dataset.version,
        day=format_date(shown.release.day, lang),
        newer=newer,
        latest=reading.address.page(home),
        comparison=f"{changes}#{step_anchor(dataset.version, shown.next)}" if newer else None,
        history=changes,
        change=change_view(own, reading) if own else None,
        facts=_facts(shown, reading),
        withheld=told(dataset.withheld, lang) if dataset.withheld else None,
        description=told(dataset.description, lang),
        counts=counts_view(dataset.counts, reading),
        figures=tuple(_figures(shown, reading)),
        package=package,
        files=files,
        descriptor=descriptor,
        checksums=checksums((package, descriptor, *(one for _, one in files))),
        tables=tuple(_table(table, reading, dataset.tables) for table in dataset.tables),
        definitions=dictionary(dataset.tables, reading),
        reuse=dataset_reuse(reused, cited_dataset(dataset, shown.site, lang, released=True), reading),
        sources=tuple(_source(shown, reading)),
    )


def _csv(table: Table, base: str, reading: Reading, made: Mapping[str, Made]) -> Download:
    return file(f"{base}{table.name}.csv", ("CSV", _TABLE), reading, made)


def _facts(shown: Shown, reading: Reading) -> tuple[Fact, ...]:
    dataset, lang, _ = shown.told.dataset, reading.lang, reading.word
    coverage = shown.told.coverage
    facts = (
        Fact(label=_("What one unit is"), text=told(dataset.counts.what, lang)),
        Fact(label=_("Version"), text=stated(dataset.version)),
        Fact(label=_("Released"), text=stated(format_date(shown.release.day, lang))),
        Fact(label=_("Period"), text=stated(reading.period(coverage.text))) if coverage else None,
        Fact(label=_("Source body"), text=spanish(dataset.creator, lang)),
        Fact(label=_("Published by"), text=spanish(dataset.publisher, lang)),
        Fact(label=_("Licence"), text=stated(dataset.license.name), href=outward(dataset.license.url)),
    )
    return tuple(fact for fact in facts if fact and fact.text.text)


def _figures(shown: Shown, reading: Reading) -> list[FrozenFigure]:
    tables = {chart.name: table for chart, table in shown.told.charts}
    return [_figure(chart, tables[chart.name], reading, lazy=number > 0) for number, chart in enumerate(shown.release.charts)]


def _figure(chart: PinnedChart, table: Table, reading: Reading, *, lazy: bool) -> FrozenFigure:
    wide, narrow = chart.drawn(reading.lang)
    root = reading.address.root
    base = reading.address.path
    return FrozenFigure(
        id=f"chart-{chart.name}",
        title=told(chart.title, reading.lang),
        description=told(chart.description, reading.lang),
        wide=Drawing(href=root(base + wide.path), width=wide.width, height=wide.height),
        narrow=Drawing(href=root(base + narrow.path), width=narrow.width, height=narrow.height),
        alternative=wide.alternative,
        table=table_view(table, f"figures-{chart.name}", reading),
        lazy=lazy,
    )


def _table(table: Table, reading: Reading, beside: tuple[Table, ...]) -> TableView:
    return table_view(table, f"table-{table.name}", reading, anchor=f"{table.name}-", beside=beside)


def _source(shown: Shown, reading: Reading) -> list[Link]:
    return [
        Link(text=spanish(source.title, reading.lang), href=reading.address.page("sources/", source.id), note=source.publisher)
        for source in shown.told.sources
    ]
