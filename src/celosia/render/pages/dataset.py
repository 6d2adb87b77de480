"""The page of a dataset, with its exports and its drawings: nothing in it depends on any other dataset's figures. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from celosia.charts import Drawing, draw
from celosia.derive import DatasetPublication, Publication
from celosia.exporters import Notes, export_dataset
from celosia.model import Made, Site, Territory, Unit
from celosia.render.address import Address, folder
from celosia.render.heads import Place, dataset_head
from celosia.render.menu import PROTECTION
from celosia.render.pages.document import document_files, titled
from celosia.render.territory import named_territories
from celosia.render.views.dataset import Published, dataset_view
from celosia.render.views.pinned import Pinned, pinned
from celosia.render.views.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetPage:
    """All that a dataset's page shows, in one language; `explained`: there is a page on how people are protected.

    `release` is the newest frozen one, which the page tells how to cite and reuse.
    """

    publication: DatasetPublication
    site: Site
    territories: tuple[Territory, ...]
    lang: str
    explained: bool = False
    release: Pinned | None = None


def dataset_units(publication: Publication) -> Iterable[Unit]:
    """For each dataset its exports, the drawings of its charts in each language, and its pages."""
    for told in publication.datasets:
        dataset = told.dataset
        site = own_site(publication.site)
        released = any(card.number == dataset.version for card in told.history)
        notes = Notes(dataset=dataset, sources=told.sources, site=site, released=released)
        export = Unit(name=f"export:{dataset.id}", function=export_dataset, arguments=(notes,))
        yield export
        territories = named_territories(told, publication.territories)
        release = pinned(told.versions[-1], site.languages) if told.versions else None
        for lang in publication.site.languages:
            drawings = tuple(_drawings(told, territories, lang))
            yield from drawings
            page = DatasetPage(
                publication=without_bodies(told),
                site=site,
                territories=territories,
                lang=lang,
                explained=any((other.path, other.lang) == (PROTECTION, lang) for other in publication.pages),
                release=release,
            )
            needs = (export.name, *(unit.name for unit in drawings))
            name = f"page:{lang}:datasets/{dataset.id}/"
            yield Unit(name=name, function=dataset_page, arguments=(page,), needs=needs)


def dataset_page(page: DatasetPage, made: Mapping[str, Made]) -> Mapping[str, bytes]:
    """The two files of a dataset's page."""
    dataset = page.publication.dataset
    address = Address(lang=page.lang, path=f"datasets/{dataset.id}/")
    reading = Reading.of(address, page.territories, page.publication.sources, explained=page.explained)
    view = dataset_view(page.publication, Published(site=page.site, release=page.release), reading, made)
    head = dataset_head(page.publication, Place(site=page.site, address=address, territories=page.territories), made)
    return document_files(
        titled(dataset.title, dataset.summary, address, updated=dataset.modified), "dataset", view, head, page.site.terms
    )


def own_site(site: Site) -> Site:
    """The site as a dataset knows it: its pages show the help lines by way of the shared template."""
    return replace(site, help_lines=(), series=())


def _drawings(told: DatasetPublication, territories: tuple[Territory, ...], lang: str) -> Iterable[Unit]:
    dataset = told.dataset
    for chart, table in told.charts:
        drawing = Drawing(
            chart=chart,
            table=table,
            breaks=dataset.counts.breaks,
            territories=territories,
            lang=lang,
            folder=f"{folder(lang)}datasets/{dataset.id}/charts/",
        )
        yield Unit(name=f"chart:{dataset.id}:{chart.name}:{lang}", function=draw, arguments=(drawing,))


def without_bodies(told: DatasetPublication) -> DatasetPublication:
    """A page shows rows; the bytes of its files, and the frozen releases, are the matter of others."""
    tables = tuple(replace(table, body=b"") for table in told.dataset.tables)
    charts = tuple((chart, replace(table, body=b"")) for chart, table in told.charts)
    return replace(told, dataset=replace(told.dataset, tables=tables), charts=charts, versions=())
