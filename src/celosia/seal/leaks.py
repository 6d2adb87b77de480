"""The site as an attacker reads it: no figure about persons in any byte that is not published. Pure.

Each reader says what a file holds (`readers/`), whatever its format; then each figure must be one of the published tables, or
be had from them alone. A file that nobody can read is refused.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from celosia.derive import VersionPublication
from celosia.exporters.api import API
from celosia.exporters.explore import EXPLORE
from celosia.model import Chart, Dataset, Finding, Place, Role, Table
from celosia.seal.content import Content, Grid, Passage, UnreadableError
from celosia.seal.drawing import faults
from celosia.seal.geometry import marks
from celosia.seal.grid import compare, compare_part
from celosia.seal.lexicon import NUMERIC
from celosia.seal.names import declared, declared_version, packed, spoken
from celosia.seal.number import numbers
from celosia.seal.observation import compare_observations
from celosia.seal.order import check_order
from celosia.seal.page import check_tables
from celosia.seal.prose import unexplained
from celosia.seal.readers import read
from celosia.seal.readers.html import read_html
from celosia.seal.readers.json import NUMBER
from celosia.seal.statuses import compare_with_statuses
from celosia.seal.told import Told, by_value, hidden_rows
from celosia.seal.vega import check_spec

_HASH = re.compile(r"(?<![\w/=%.-])[0-9a-f]{32,128}(?![\w/=%.-])")
_LONG = re.compile(r"[0-9a-f]{32}")
_ADDRESS = re.compile(r"https?://\S+")
_HASHES = (32, 40, 56, 64, 96, 128)
_OF_CELLS = ("cell", "total")
_BARE = re.compile(r"\d+(?:\.\d+)?(?: \[\w\])?")
_MARKUP = re.compile(r"<[a-z]+[\s>]")
_WORDS = "k"
"""The keywords of an entry of the search index."""
_COUNTS = frozenset({
    "bytes", "minimum", "maximum", "minLength", "maxLength", "minValue", "maxValue", "position", "contentSize", "numberOfItems",
    "date-parts",
})  # fmt: skip
"""What a number in a description may count, besides people."""
_WHOLE = ("@alt", "desc", "@aria-label")
"""Texts that speak of one chart from their first word to their last."""
_NAMED = ("@id", "@name", "@for", "@class", "@data-copy")


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A dataset as it is published, its charts with their rows, and all the figures that may be told in its texts.

    `release` is the frozen one that the files are of; none for the latest state. `hashes` are those of its frozen files, which
    its pages may give.
    """

    dataset: Dataset
    charts: tuple[tuple[Chart, Table], ...]
    said: Told
    release: VersionPublication | None = None
    hashes: frozenset[str] = frozenset()

    @property
    def files(self) -> frozenset[str]:
        """Every file that the site has of it."""
        if self.release:
            return declared_version(self.release)
        return declared(self.dataset, tuple(chart for chart, _ in self.charts))

    @property
    def members(self) -> Mapping[str, Table | None]:
        """Every member of its archive, with the table that it is, if it is one."""
        if self.release:
            own = {f"{table.name}.csv": table for table in self.dataset.tables}
            return {path: own.get(path) for path, _ in self.release.version.files}
        tables = {f"data/{table.name}.csv": table for table in self.dataset.tables}
        return {path: tables.get(path) for path in packed(self.dataset)}


def scan(published: Published, files: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """Everything that the files of a dataset's folders say and its tables do not."""
    expected = published.files
    hashes = _hashes(files) | published.hashes
    found: list[Finding] = []
    for path, body in files.items():
        if path not in expected:
            found += [_finding("leak-file", path), *_named(path, published.said)]
        found += _file(published, path, body, hashes)
    home = f"datasets/{published.dataset.id}/" + (f"v/{published.release.number}/" if published.release else "")
    csv = {table.name: f"{home}{table.name}.csv" for table in published.dataset.tables}
    found += [
        one
        for table in published.dataset.tables
        for one in (*check_order(table, csv[table.name]), *_cells(published, table, csv))
    ]
    found += [one for chart, table in published.charts for one in _named(chart.name, published.said)]
    return tuple(dict.fromkeys(found))


def scan_page(said: Told, path: str, body: bytes, hashes: frozenset[str]) -> tuple[Finding, ...]:
    """What a file that belongs to no dataset says of persons and no table of the catalogue does."""
    try:
        content = read(path, body)
    except UnreadableError:
        return (_finding("leak-unreadable", path),)
    words = (passage for grid in content.grids for passage in _words(grid))
    found = (*_parts(content, path), *_texts((*content.passages, *words), said, path, hashes), *_named(path, said))
    return tuple(dict.fromkeys(found))


def scan_changes(
    said: Told, expected: frozenset[str], measures: frozenset[str], files: Mapping[str, bytes]
) -> tuple[Finding, ...]:
    """What the files on the changes of a dataset say that no version of it does: each figure of a measure is one of theirs."""
    hashes = _hashes(files)
    found: list[Finding] = []
    for path, body in files.items():
        found += [_finding("leak-file", path)] if path not in expected else []
        found += scan_page(said, path, body, hashes)
        found += _strangers(said, measures, path, body)
    return tuple(dict.fromkeys(found))


def _strangers(said: Told, measures: frozenset[str], path: str, body: bytes) -> Iterator[Finding]:
    """Figures of a measure, in the cells of a CSV, that no version publishes."""
    if not path.endswith(".csv"):
        return
    for grid in read(path, body).grids:
        places = [grid.names.index(name) for name in ("old", "new") if name in grid.names]
        what = grid.names.index("what") if "what" in grid.names else None
        for number, row in enumerate(grid.rows, 2):
            if what is None or row[what] not in _OF_CELLS or row[grid.names.index("column")] not in measures:
                continue
            figures = [one for place in places for one in numbers(str(row[place])) if _BARE.fullmatch(str(row[place]))]
            if any(not any(value in by_value(said) for value in one.values) for one in figures):
                yield _finding("leak-figure", path, grid.part, number)


def _hashes(files: Mapping[str, bytes]) -> frozenset[str]:
    """The SHA-256 of each file, and of each table (the ZIP holds the same bytes)."""
    return frozenset(sha256(body).hexdigest() for body in files.values())


def _file(published: Published, path: str, body: bytes, hashes: frozenset[str]) -> Iterator[Finding]:
    try:
        content = read(path, body)
        yield from _parts(content, path)
        yield from _texts(content.passages, published.said, path, hashes)
        if published.said.hidden and not path.endswith(".vega.json"):
            yield from (_finding("leak-figure", path, one.part) for one in content.passages if _is_odd(one, published.said))
        yield from _shape(published, path, body, content)
        yield from _members(published, path, content, hashes)
    except UnreadableError:
        yield _finding("leak-unreadable", path)


def _shape(published: Published, path: str, body: bytes, content: Content) -> Iterator[Finding]:
    """What a file must be, by what it is of: a table, a chart, a page."""
    stem, _, ending = path.rpartition("/")[2].partition(".")
    tables = {table.name: table for table in published.dataset.tables}
    drawn = {chart.name: (chart, table) for chart, table in published.charts}
    if ending == "html":
        yield from check_tables(body.decode(), _shown(published), path)
    elif "/charts/" in path:
        if stem in drawn:
            yield from _chart(published, drawn[stem], (path, body), content)
    elif stem in tables and ending == "sdmx.csv":
        yield from (one for grid in content.grids for one in compare_observations(tables[stem], published.dataset, grid, path))
    elif path.startswith(API):
        yield from _document(tables, path, content)
    elif path.startswith(EXPLORE):
        yield from _observed(tables.get(path.split("/")[-2]), path, content)
    elif stem in tables and ending in ("csv", "xlsx", "json", "parquet"):
        yield from (finding for grid in content.grids for finding in compare(tables[stem], grid, path))
        if not content.grids:
            yield Finding(code="leak-rows", where=Place(path=path, table=stem), details=(("part", ending),))


def _document(tables: Mapping[str, Table], path: str, content: Content) -> Iterator[Finding]:
    """A document for programs: a table with its statuses, or what is said of the dataset, which has no rows."""
    table = next((table for name, table in tables.items() if path.endswith(f"/{name}.json")), None)
    if table is None or not path.startswith(f"{API}tables/"):
        yield from (_finding("leak-rows", path, grid.part) for grid in content.grids)
        return
    yield from _observed(table, path, content)


def _observed(table: Table | None, path: str, content: Content) -> Iterator[Finding]:
    """The rows of a table with their statuses, and nothing where no table is meant."""
    if table:
        yield from (finding for grid in content.grids for finding in compare_with_statuses(table, grid, path))
    if not content.grids or not table:
        place = Place(path=path, table=table.name if table else None)
        yield Finding(code="leak-rows", where=place, details=(("part", "rows"),))


def _chart(published: Published, drawn: tuple[Chart, Table], file: tuple[str, bytes], content: Content) -> Iterator[Finding]:
    """A chart of a table in which something is hidden: its rows, and everything that was drawn."""
    (chart, table), (path, body) = drawn, file
    whole = published.dataset.table(chart.table)
    yield from (finding for grid in content.grids if path.endswith(".csv") for finding in compare_part(whole, grid, path))
    if not hidden_rows(whole) or table.column(chart.measure).role is not Role.MEASURE:
        return
    if path.endswith(".svg"):
        yield from (_finding(code, path, "drawing") for code in faults(marks(body), table, chart.measure))
    if path.endswith(".vega.json"):
        yield from (_finding(code, path, "specification") for code in check_spec(body, table, chart.measure))


def _members(published: Published, path: str, content: Content, hashes: frozenset[str]) -> Iterator[Finding]:
    """The files of the ZIP, each read as if it were served."""
    if not path.endswith(".zip"):
        return
    known = published.members
    tables = {name: table for name, table in known.items() if table}
    for name, body in content.members:
        if name not in known:
            yield _finding("leak-file", path, name)
        inside = read(name, body)
        told = (passage for grid in inside.grids if name not in tables for passage in _words(grid))
        yield from (_finding("leak-part", path, f"{name} {part}") for part in inside.parts)
        yield from _texts(
            (*inside.passages, *told), published.said, path, hashes | {sha256(one).hexdigest() for _, one in content.members}
        )
        yield from (finding for grid in inside.grids if name in tables for finding in compare(tables[name], grid, path))


def _shown(published: Published) -> Mapping[str, Table]:
    """The tables of the dataset's pages in which a figure is hidden, by their ids."""
    whole = {f"table-{table.name}": table for table in published.dataset.tables}
    every = whole | {f"figures-{chart.name}": table for chart, table in published.charts}
    return {name: table for name, table in every.items() if hidden_rows(table)}


def _cells(published: Published, table: Table, csv: Mapping[str, str]) -> Iterator[Finding]:
    """The texts of a table (notes, comments): what they say of persons must be published too."""
    for column in table.columns:
        if column.type == "string" and column.role is Role.ATTRIBUTE and column.concept in (None, "comment"):
            for number, cell in enumerate(table.values(column.name)):
                if isinstance(cell, str) and unexplained(cell, published.said):
                    place = Place(path=csv[table.name], table=table.name, row=number + 2, column=column.name)
                    yield Finding(code="leak-figure", where=place, details=(("part", column.name),))


def _texts(passages: Iterable[Passage], said: Told, path: str, hashes: frozenset[str]) -> Iterator[Finding]:
    inside = (one for passage in passages for one in _inside(passage))
    for passage in dict.fromkeys(one for one in inside if NUMERIC.search(one.text)):
        if _tells(passage, said):
            yield _finding("leak-figure", path, passage.part, passage.row)
        if _LONG.search(passage.text) and any(
            len(one) in _HASHES and one not in hashes for one in _HASH.findall(_ADDRESS.sub("", passage.text))
        ):
            yield _finding("leak-hash", path, passage.part)


def _inside(passage: Passage) -> Iterable[Passage]:
    """HTML that is shown to be copied says what it would say in a page; the rest is read as it is."""
    return read_html(passage.text.encode()).passages if _MARKUP.match(passage.text) else (passage,)


def _tells(passage: Passage, said: Told) -> bool:
    """Whether a passage says an unpublished figure. A list of words (of the search) may have the catalogue's numbers only."""
    if passage.part == _WORDS:
        return any(word not in said.words for word in passage.text.split() if any(map(str.isdigit, word)))
    named = passage.part.endswith(_NAMED) and not _ADDRESS.match(passage.text)  # the @id of JSON-LD is an address
    text = spoken(passage.text) if named else passage.text
    return unexplained(text.replace(". ", ", ") if passage.part.endswith(_WHOLE) else text, said) > 0


def _is_odd(passage: Passage, said: Told) -> bool:
    """Whether a number in a description, beside hidden figures, is neither a published one nor a count of something else."""
    name = passage.part.removeprefix(NUMBER)
    if name == passage.part or name in _COUNTS:
        return False
    return not any(value in by_value(said) for one in numbers(passage.text) for value in one.values)


def _parts(content: Content, path: str) -> Iterator[Finding]:
    return (_finding("leak-part", path, part) for part in content.parts)


def _named(path: str, said: Told) -> Iterator[Finding]:
    if unexplained(spoken(path.rpartition("/")[2]), said):
        yield _finding("leak-name", path)


def _words(grid: Grid) -> Iterator[Passage]:
    """The cells of a table that is no published one: each is a text."""
    for number, row in enumerate((grid.names, *grid.rows), 1):
        yield from (Passage(part=grid.part, text=str(cell), row=number) for cell in row if cell not in (None, ""))


def _finding(code: str, path: str, part: str = "", row: int | None = None) -> Finding:
    return Finding(code=code, where=Place(path=path, row=row), details=(("part", part),) if part else ())
