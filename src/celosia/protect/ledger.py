"""The ledger of releases as text (docs/project/reference/releases.md), with the new release where there is one. Pure."""

import csv
import io
from datetime import date

from celosia.model import Release, ReleasedCell
from celosia.protect.public import Publication


def with_release(releases: tuple[Release, ...], publication: Publication) -> tuple[Release, ...]:
    """The releases of the population with this one; the same ones where the last has the same figures."""
    cells = tuple(
        ReleasedCell(table=table.id, key=row.key, value=row.value, base=publication.base if row.value is not None else None)
        for table in publication.tables
        for row in table.rows
    )
    if releases and set(releases[-1].cells) == set(cells):
        return releases
    name = str(int(releases[-1].name) + 1 if releases else 1)
    plan = publication.plan
    return (*releases, Release(population=plan.population, name=name, date=plan.date, cells=cells))


def ledger(releases: tuple[Release, ...]) -> bytes:
    """All releases of one population."""
    dimensions = sorted({name for release in releases for cell in release.cells for name, _ in cell.key})
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("release", "date", "table", *dimensions, "value", "status"))
    for release in releases:
        for cell in sorted(release.cells, key=lambda cell: (cell.table, cell.key)):
            writer.writerow(_row(release.name, release.date, cell, dimensions))
    return text.getvalue().encode()


def _row(name: str, day: date, cell: ReleasedCell, dimensions: list[str]) -> tuple[str, ...]:
    codes = dict(cell.key)
    shown = "F" if cell.base is None else f"R{cell.base}"
    status = "C" if cell.value is None else shown
    value = "" if cell.value is None else str(cell.value)
    return (name, day.isoformat(), cell.table, *(codes.get(dimension, "") for dimension in dimensions), value, status)
