"""A Parquet file: its cells, and the copies of them that it keeps beside: statistics, dictionaries, schemas. Pure.

pyarrow reads it, imported when first needed. Every byte must be accounted for: column chunks, footer and the two magic words.
"""

import json
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

from celosia.seal.content import Content, Grid, Passage, Raw

if TYPE_CHECKING:
    import pyarrow as pa
    from pyarrow import parquet

_ARROW = "ARROW:schema"
_FRAME = 12
"""«PAR1», the length of the footer, «PAR1»."""


def read_parquet(body: bytes) -> Content:
    """The table, the texts of its metadata, and the names of what says more than its cells do."""
    from pyarrow import parquet  # noqa: PLC0415 - a build whose downloads are all proven has no use for it

    names = tuple(parquet.read_schema(BytesIO(body)).names)
    file = parquet.ParquetFile(BytesIO(body), read_dictionary=list(names))  # of texts: it unpacks the others
    table = file.read()
    columns = [tuple(map(_plain, column.to_pylist())) for column in table.columns]
    grid = Grid(part="table", names=names, rows=tuple(zip(*columns, strict=True)) if columns else ())
    parts = (*_statistics(file.metadata, columns), *_dictionaries(table, columns), *_loose(body, file.metadata))
    return Content(passages=tuple(_texts(file)), grids=(grid,), parts=tuple(dict.fromkeys(parts)))


def _plain(cell: Any) -> Raw:  # noqa: ANN401 - whatever a column holds
    return cell if cell is None or isinstance(cell, str | int | float | bool | date) else str(cell)


def _statistics(metadata: "parquet.FileMetaData", columns: list[tuple[Raw, ...]]) -> Iterator[str]:
    """Least and greatest value of each chunk must be those of its cells."""
    first = 0
    for group in (metadata.row_group(number) for number in range(metadata.num_row_groups)):
        for position in range(group.num_columns):
            chunk = group.column(position)
            cells = [cell for cell in columns[position][first : first + group.num_rows] if cell is not None]
            told = chunk.statistics
            if chunk.has_column_index or chunk.has_offset_index:
                yield "page index"
            if told is not None and told.has_min_max and (not cells or not _are_ends((told.min, told.max), cells)):
                yield "statistics"
            if told is not None and told.has_null_count and told.null_count != group.num_rows - len(cells):
                yield "statistics"
        first += group.num_rows


def _are_ends(ends: tuple[Any, Any], cells: list[Any]) -> bool:
    return bool(ends == (min(cells), max(cells)))


def _dictionaries(table: "pa.Table", columns: list[tuple[Raw, ...]]) -> Iterator[str]:
    """A dictionary of texts must hold no word that no cell uses."""
    for column, cells in zip(table.columns, columns, strict=True):
        for chunk in column.chunks:
            if hasattr(chunk, "dictionary") and not set(chunk.dictionary.to_pylist()) <= set(cells):
                yield "dictionary"


def _loose(body: bytes, metadata: "parquet.FileMetaData") -> Iterator[str]:
    chunks = (
        metadata.row_group(group).column(position)
        for group in range(metadata.num_row_groups)
        for position in range(metadata.num_columns)
    )
    footer = int.from_bytes(body[-8:-4], "little")
    if sum(chunk.total_compressed_size for chunk in chunks) + footer + _FRAME != len(body):
        yield "bytes outside the columns"


def _texts(file: "parquet.ParquetFile") -> Iterator[Passage]:
    """The words of the key-value metadata: of the file, of its Arrow schema, of each field."""
    for key, value in (file.metadata.metadata or {}).items():
        if key.decode() != _ARROW:
            yield from _told(key.decode(), value.decode())
    yield Passage(part="created by", text=file.metadata.created_by or "")
    schema = file.schema_arrow
    for key, value in (schema.metadata or {}).items():
        yield from _told(key.decode(), value.decode())
    for field in schema:
        for key, value in (field.metadata or {}).items():
            if not key.startswith(b"PARQUET:"):
                yield Passage(part=f"field {key.decode()}", text=value.decode())


def _told(key: str, value: str) -> Iterator[Passage]:
    if key != "pandas":
        yield Passage(part=f"metadata {key}", text=value)
        return
    known = {"index_columns", "column_indexes", "columns", "pandas_version", "creator", "attributes"}
    document = json.loads(value)
    spoken = {name: member for name, member in document.items() if name not in known - {"attributes"}}
    odd = [column.get("metadata") for column in document.get("columns", ())]
    if any(spoken.values()) or any(odd) or document.get("index_columns") not in ([], None):
        yield Passage(part="metadata pandas", text=json.dumps([spoken, odd, document.get("index_columns")], ensure_ascii=False))
