"""The bytes of a release: what will be served under its number, the same for ever. Pure."""

import json
from collections.abc import Iterator, Mapping

from celosia.charts import Drawing, draw
from celosia.derive import DatasetPublication
from celosia.exporters import Notes
from celosia.exporters.json import dump
from celosia.exporters.package import write_descriptor
from celosia.model import LANGUAGES, Site, Territory
from celosia.render.territory import named_territories
from celosia.vocabularies.citation import version_page

_DRAWN = (".svg", ".narrow.svg")


def frozen_files(told: DatasetPublication, site: Site, territories: tuple[Territory, ...]) -> Mapping[str, bytes]:
    """By their path in the release: each table as CSV, its description, each chart in each language and width.

    Workbooks, Parquet and PNG are left out: the next version of a library would write them differently (decision 0008).
    """
    tables = {f"{table.name}.csv": table.body for table in told.dataset.tables}
    charts = dict(_charts(told, named_territories(told, territories)))
    return {**tables, "datapackage.json": _descriptor(told, site), **charts}


def _descriptor(told: DatasetPublication, site: Site) -> bytes:
    """As for the latest version, but it says where it stands itself."""
    notes = Notes(dataset=told.dataset, sources=told.sources, site=site, released=True)
    page = version_page(told.dataset, site)
    return dump(json.loads(write_descriptor(notes)) | {"id": page, "homepage": page})


def _charts(told: DatasetPublication, territories: tuple[Territory, ...]) -> Iterator[tuple[str, bytes]]:
    for chart, table in told.charts:
        for lang in LANGUAGES:
            drawing = Drawing(
                chart=chart, table=table, breaks=told.dataset.counts.breaks, territories=territories, lang=lang, folder=""
            )
            drawn = draw(drawing)
            yield from ((f"charts/{chart.name}.{lang}{ending}", drawn[f"{chart.name}{ending}"]) for ending in _DRAWN)
