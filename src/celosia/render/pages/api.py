"""The documents for programs under `/api/v1/`, their schemas, and the page that explains them. Pure."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.resources import files

from celosia.derive import DatasetPublication, Publication
from celosia.exporters.api import (
    API,
    SCHEMAS,
    Described,
    Indexed,
    schema_url,
    write_agreement,
    write_agreements,
    write_dataset,
    write_datasets,
    write_index,
)
from celosia.model import Dataset, Page, Role, Site, Unit
from celosia.render.address import ROOT, Address, folder
from celosia.render.dates import newest
from celosia.render.heads import Place, page_head
from celosia.render.pages.dataset import own_site
from celosia.render.pages.document import authored, document_files
from celosia.render.views.api import Example, api_view
from celosia.render.views.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiPage:
    """All that the page for programs shows, in one language; `example` is a table of the catalogue, if it has one."""

    page: Page
    site: Site
    example: Example | None
    agreements: bool


def api_units(publication: Publication) -> Iterable[Unit]:
    """The lists, a document for each dataset and agreement, and the schemas. The rows come with the downloads of a dataset."""
    site = own_site(publication.site)
    yield Unit(name="api:index", function=write_index, arguments=(site, newest(publication), _sections(publication)))
    yield Unit(name="api:datasets", function=write_datasets, arguments=(tuple(_indexed(publication)), site))
    yield Unit(name="api:schemas", function=schemas, arguments=(site,))
    for told in publication.datasets:
        numbers = tuple(card.number for card in told.history)
        described = Described(dataset=_without_rows(told), site=site, versions=numbers)
        needs = (f"export:{told.dataset.id}", *(f"frozen:{told.dataset.id}:{number}" for number in numbers))
        yield Unit(name=f"api:datasets/{told.dataset.id}", function=write_dataset, arguments=(described,), needs=needs)
    if publication.agreements:
        agreements = tuple(one.agreement for one in publication.agreements)
        yield Unit(name="api:agreements", function=write_agreements, arguments=(agreements, site))
        for agreement in agreements:
            yield Unit(name=f"api:agreements/{agreement.id}", function=write_agreement, arguments=(agreement, site))


def api_unit(publication: Publication, page: Page) -> Unit:
    """The unit of the page for programs."""
    argument = ApiPage(
        page=page, site=own_site(publication.site), example=_example(publication), agreements=bool(publication.agreements)
    )
    return Unit(name=f"page:{page.lang}:api/", function=api_page, arguments=(argument,))


def api_page(api: ApiPage) -> Mapping[str, bytes]:
    """The files of the page for programs."""
    address = Address(lang=api.page.lang, path="api/")
    view = api_view(api.site, api.example, Reading.of(address), agreements=api.agreements)
    return document_files(authored(api.page, address), "api", view, page_head(api.page, Place(site=api.site, address=address)))


def schemas(site: Site) -> Mapping[str, bytes]:
    """The JSON Schema (2020-12) of each kind of document, under its own address as `$id`."""
    return {f"{folder(ROOT)}{API}schemas/{kind}.json": _schema(kind, site) for kind in SCHEMAS}


def _schema(kind: str, site: Site) -> bytes:
    read = json.loads(files("celosia.render").joinpath("schemas", f"{kind}.json").read_bytes())
    placed = {"$schema": read["$schema"], "$id": schema_url(kind, site), **read}
    return (json.dumps(placed, ensure_ascii=False, indent=1) + "\n").encode()


def _sections(publication: Publication) -> tuple[str, ...]:
    return ("datasets", *(("agreements",) if publication.agreements else ()))


def _indexed(publication: Publication) -> Iterator[Indexed]:
    for dataset in (told.dataset for told in publication.datasets):
        yield Indexed(
            id=dataset.id,
            title=dataset.title,
            kind=dataset.kind,
            version=dataset.version,
            modified=dataset.modified if dataset.states("modified") else None,
            spatial=dataset.spatial,
            themes=dataset.themes,
        )


def _without_rows(told: DatasetPublication) -> Dataset:
    tables = tuple(replace(table, rows=(), body=b"") for table in told.dataset.tables)
    return replace(told.dataset, tables=tables, charts=())


def _example(publication: Publication) -> Example | None:
    """The first table of the catalogue that has figures, or else its first."""
    tables = [(told, table) for told in publication.datasets for table in told.dataset.tables]
    ranked = sorted(tables, key=lambda pair: pair[0].dataset.kind != "statistics")
    if not ranked:
        return None
    told, table = ranked[0]
    measures = table.with_role(Role.MEASURE)
    return Example(dataset=told.dataset.id, table=table.name, measure=measures[0].name if measures else "")
