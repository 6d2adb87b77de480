"""A publication whose invented dataset has two frozen releases, with their tables and drawings."""

from dataclasses import replace
from datetime import date

from unit.exporters.catalogs import SITE, dataset, table
from unit.render.publications import a_publication

from celosia.derive import Publication
from celosia.model import Change, Chart, Dataset, LangString, Version

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="300" viewBox="0 0 {width} 300">'
    "<title>T</title><desc>Un dibujo &lt;inventado&gt;</desc></svg>\n"
)
CHART = Chart(
    name="casos-por-periodo",
    kind="line",
    table="total",
    measure="casos",
    dimensions=("periodo",),
    title=LangString(es="Los «casos» & más", en="“Cases” & more"),
    description=LangString(es="Casos inventados.", en="Invented cases."),
)


def a_dataset(version: str, **changes: object) -> Dataset:
    """The invented dataset in one of its versions, with a chart."""
    plain = dataset(
        table(missing_values=("", "s/d")),
        version=version,
        charts=(CHART,),
        changes=(Change(version=version, date=date(2026, 11, int(version[0])), type="new-data", note=LangString(es="Nota.")),),
    )
    return replace(plain, **changes)


def a_version(frozen: Dataset, *missing: str) -> Version:
    """A release of it, without the files that are `missing`."""
    charts = {
        f"charts/{chart.name}.{lang}{ending}": DRAWING.format(width=width).encode()
        for chart in frozen.charts
        for lang in SITE.languages
        for ending, width in ((".svg", 640), (".narrow.svg", 300))
    }
    files = {f"{one.name}.csv": one.body for one in frozen.tables} | charts
    return Version(
        dataset=frozen,
        change=frozen.changes[0],
        files=tuple((path, body) for path, body in files.items() if path not in missing),
    )


def released(**changes: object) -> Publication:
    """The catalogue with versions 1.0.0 and 2.0.0; the second is the latest state."""
    first, second = a_dataset("1.0.0", **changes), a_dataset("2.0.0", **changes)
    return a_publication(second, versions=(a_version(first), a_version(second)))
