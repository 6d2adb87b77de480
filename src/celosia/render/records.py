"""What catalogues of catalogues are told of each dataset, release and agreement: its files, once they are made. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from celosia.derive import DatasetPublication, Publication
from celosia.exporters.format import FORMATS, PACKAGE_FORMATS, Format, formats_of
from celosia.locales import N_, gettext
from celosia.model import DEFAULT_POLICY, Dataset, LangString, LinkedFile, Made, PeriodOfTime, Table, Territory
from celosia.render.address import ROOT, folder
from celosia.render.pages.dataset import own_site
from celosia.render.pages.version import archive_name
from celosia.render.territory import named_territories
from celosia.vocabularies.citation import landing_page, version_page
from celosia.vocabularies.record import Distribution, DistributionType, Record

_PACKAGE = "datapackage.json"
_TYPES: Mapping[str, DistributionType] = {"api": "api", "code": "code", "documentation": "documentation"}
_ARCHIVE = N_("All files")
_DESCRIBED = N_("Description for programs")


def latest_record(told: DatasetPublication, publication: Publication) -> Record:
    """The latest state of a dataset. Its files are not known yet: see `with_files`."""
    return replace(_record(told, publication), versions=tuple(card.number for card in told.history))


def frozen_records(told: DatasetPublication, publication: Publication) -> Iterator[Record]:
    """Each frozen release of a dataset, oldest first."""
    numbers = tuple(card.number for card in told.history)
    for version in told.versions:
        record = _record(version.told, publication)
        page = version_page(version.told.dataset, publication.site)
        day = version.card.change.date
        dataset = replace(record.dataset, issued=day, modified=day, links=())
        yield replace(record, dataset=dataset, page=page, versions=numbers, frozen=True)


def with_files(record: Record, made: Mapping[str, Made]) -> Record:
    """The record with each of its files, as large as it was made."""
    base = f"{folder(ROOT)}{record.page.removeprefix(record.site.url)}"
    candidates = (*_tables(record), *_package(record))
    there = (_measured(one, made[f"{base}{name}"]) for name, one in candidates if f"{base}{name}" in made)
    return replace(record, distributions=(*there, *(_linked(one, record) for one in record.dataset.links)))


def _record(told: DatasetPublication, publication: Publication) -> Record:
    dataset = told.dataset
    page = landing_page(dataset, publication.site)
    return Record(
        dataset=_described(dataset),
        site=own_site(publication.site),
        page=page,
        latest=page,
        distributions=(),
        temporal=_temporal(dataset),
        territories=_named(dataset, named_territories(told, publication.territories)),
    )


def _described(dataset: Dataset) -> Dataset:
    """What can be told without the figures, so that a new figure changes no more than the size of a file."""
    tables = tuple(replace(table, rows=(), body=b"") for table in dataset.tables)
    return replace(dataset, tables=tables, charts=(), policy=DEFAULT_POLICY, waivers=(), reviewed=())


def _named(dataset: Dataset, territories: Iterable[Territory]) -> tuple[Territory, ...]:
    return tuple(territory for territory in territories if territory.code in dataset.spatial)


def _temporal(dataset: Dataset) -> PeriodOfTime | None:
    """From the first to the last day that a row speaks of; a list without periods is as it was when it last changed."""
    if dataset.origin:
        return dataset.origin.temporal
    periods = [period for table in dataset.tables for period in _periods(table)]
    if not periods:
        return PeriodOfTime.parse(dataset.modified.isoformat())
    first, last = min(period.start for period in periods), max(period.end for period in periods)
    return PeriodOfTime.parse(f"{first.isoformat()}/{last.isoformat()}")


def _periods(table: Table) -> Iterator[PeriodOfTime]:
    column = table.with_concept("time-period")
    values = set(table.values(column.name)) if column else ()
    return (PeriodOfTime.parse(str(value)) for value in values if value is not None)


def _tables(record: Record) -> Iterator[tuple[str, Distribution]]:
    for table in record.dataset.tables:
        for format_ in formats_of(table) if not record.frozen else FORMATS[:1]:
            name = f"{table.name}.{format_.name}"
            yield name, _of_table(name, table, format_, record)


def _of_table(name: str, table: Table, format_: Format, record: Record) -> Distribution:
    return Distribution(
        name=f"{table.name}-{format_.name.replace('.', '-')}",
        title=_titled(table.title, format_),
        description=_purpose(table.description or table.title, format_),
        url=f"{record.page}{name}",
        page=record.page,
        format=format_.name,
        media_type=format_.media_type,
        table=table,
    )


def _package(record: Record) -> Iterator[tuple[str, Distribution]]:
    """The whole and its description: of a dataset whose files stay elsewhere, our description is none of its files."""
    dataset = record.dataset
    if dataset.origin is not None:
        return
    archive, description = PACKAGE_FORMATS
    name = archive_name(dataset.id, dataset.version) if record.frozen else f"{dataset.id}.zip"
    yield name, replace(_of_whole(name, archive, record), title=_said(_ARCHIVE, archive))
    described = replace(_of_whole(_PACKAGE, description, record), title=_said(_DESCRIBED, description))
    yield _PACKAGE, replace(described, type="documentation")


def _of_whole(name: str, format_: Format, record: Record) -> Distribution:
    return Distribution(
        name=name.replace(".", "-"),
        title=record.dataset.title,
        description=_purpose(record.dataset.title, format_),
        url=f"{record.page}{name}",
        page=record.page,
        format=format_.name,
        media_type=format_.media_type,
    )


def _measured(distribution: Distribution, made: Made) -> Distribution:
    return replace(distribution, size=made.size, sha256=made.sha256, sha512=made.sha512)


def _linked(link: LinkedFile, record: Record) -> Distribution:
    """A file that stays elsewhere: as its publisher describes it."""
    kind, _, digest = (link.hash or "").rpartition(":")
    return Distribution(
        name=link.name,
        title=link.title,
        description=link.description or link.title,
        url=link.url,
        page=link.access_url or record.page,
        format=link.format or "",
        media_type=link.media_type or "",
        size=link.size,
        sha256=digest if kind == "sha256" else "",
        sha512=digest if kind == "sha512" else "",
        identifier=link.identifier or "",
        issued=link.issued,
        modified=link.modified,
        type=_TYPES.get(link.type or "", "file"),
        fields=link.fields,
    )


def _titled(title: LangString, format_: Format) -> LangString:
    """The title with the name of the format: Total (CSV)."""
    return LangString(es=f"{title.es} ({format_.title})", en=f"{title.en} ({format_.title})" if title.en else None)


def _said(message: str, format_: Format) -> LangString:
    return LangString(
        es=f"{gettext('es')(message)} ({format_.title})",
        en=f"{gettext('en')(message)} ({format_.title})",
    )


def _purpose(text: LangString, format_: Format) -> LangString:
    """What a file holds and what its format is good for."""
    return LangString(
        es=f"{text.es.rstrip('.')}: {gettext('es')(format_.purpose)}.",
        en=f"{text.en.rstrip('.')}: {gettext('en')(format_.purpose)}." if text.en else None,
    )
