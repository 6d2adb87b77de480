"""What of a frozen release its readers can hold on to: the hash of each table, the drawing of each chart. Pure.

Made from the release's own bytes, so that nothing told of it can come from a later state of the dataset.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from html import unescape

from celosia.derive import VersionPublication
from celosia.model import Chart, Column, LangString, Table

_HEAD = re.compile(
    rb"<svg\b[^>]*?\bwidth=\"([\d.]+)\"[^>]*?\bheight=\"([\d.]+)\"[^>]*>(?:<title>[^<]*</title>)?(?:<desc>([^<]*)</desc>)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PinnedTable:
    """A table of a release: its columns, and the SHA-256 of its CSV file."""

    name: str
    title: LangString
    columns: tuple[Column, ...]
    missing_values: tuple[str, ...]
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PinnedDrawing:
    """A frozen SVG: its path in the release, its size in CSS pixels, and what it says to those who do not see it."""

    path: str
    width: int
    height: int
    alternative: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PinnedChart:
    """A chart of a release: its words, who declared its figures, and its drawings (wide, narrow) by language."""

    name: str
    title: LangString
    description: LangString
    schematic: bool
    sources: tuple[str, ...]
    drawings: tuple[tuple[str, PinnedDrawing, PinnedDrawing], ...]

    def drawn(self, lang: str) -> tuple[PinnedDrawing, PinnedDrawing]:
        """The wide and the narrow drawing in a language. `KeyError` where there are none."""
        for own, wide, narrow in self.drawings:
            if own == lang:
                return wide, narrow
        raise KeyError(lang)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pinned:
    """A release of a dataset, without its rows and bytes."""

    version: str
    day: date
    tables: tuple[PinnedTable, ...]
    charts: tuple[PinnedChart, ...]


def pinned(release: VersionPublication, languages: tuple[str, ...]) -> Pinned:
    """What can be told of a release; a chart that was not frozen in every language is left out."""
    files, told = dict(release.version.files), release.told
    publishers = {source.id: source.publisher for source in told.sources}
    charts = (_chart(chart, files, _declared_by(table, publishers), languages) for chart, table in told.charts)
    tables = told.dataset.tables
    return Pinned(
        version=release.number,
        day=release.card.change.date,
        tables=tuple(_table(table, files[f"{table.name}.csv"]) for table in tables if f"{table.name}.csv" in files),
        charts=tuple(chart for chart in charts if chart),
    )


def _table(table: Table, body: bytes) -> PinnedTable:
    return PinnedTable(
        name=table.name,
        title=table.title,
        columns=table.columns,
        missing_values=table.missing_values,
        sha256=sha256(body).hexdigest(),
    )


def _chart(
    chart: Chart, files: Mapping[str, bytes], sources: tuple[str, ...], languages: tuple[str, ...]
) -> PinnedChart | None:
    stems = {lang: f"charts/{chart.name}.{lang}" for lang in languages}
    if any(f"{stem}{ending}" not in files for stem in stems.values() for ending in (".svg", ".narrow.svg")):
        return None
    return PinnedChart(
        name=chart.name,
        title=chart.title,
        description=chart.description,
        schematic=chart.kind == "tile-map",
        sources=sources,
        drawings=tuple(
            (lang, _drawing(f"{stem}.svg", files), _drawing(f"{stem}.narrow.svg", files)) for lang, stem in stems.items()
        ),
    )


def _drawing(path: str, files: Mapping[str, bytes]) -> PinnedDrawing:
    found = _HEAD.search(files[path])
    width, height, alternative = found.groups() if found else (b"640", b"400", b"")
    return PinnedDrawing(
        path=path,
        width=round(float(width)),
        height=round(float(height)),
        alternative=unescape((alternative or b"").decode()),
    )


def _declared_by(table: Table, publishers: Mapping[str, str]) -> tuple[str, ...]:
    """Who declared the rows, each once, in the order of the rows."""
    column = table.with_concept("source")
    named = dict.fromkeys(str(value) for value in table.values(column.name) if value) if column else {}
    return tuple(dict.fromkeys(publishers[name] for name in named if name in publishers))
