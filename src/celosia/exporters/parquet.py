"""A table as Parquet: typed columns that carry their title and unit, for those who analyse. Pure.

pyarrow writes it directly: going through a frame would cost more. It is imported when it is first needed, since a
build whose exports are all in the cache has no use for it.
"""

import json
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from celosia.exporters.notes import Notes
from celosia.model import Cell, Column, Table
from celosia.vocabularies import cite
from celosia.vocabularies.citation import landing_page
from celosia.vocabularies.status import legend

if TYPE_CHECKING:
    import pyarrow as pa

_ARROW = {"integer": "int64", "year": "int64", "number": "float64", "boolean": "bool", "date": "date32"}
_PANDAS = {"int64": "Int64", "float64": "Float64", "bool": "boolean"}
_LARGEST = 2**63


def write_parquet(table: Table, notes: Notes) -> bytes:
    """Parquet with zstd: int64, double, bool, date32, string; a gap is a null, and pandas keeps integers integers."""
    import pyarrow as pa  # noqa: PLC0415 - see the module's docstring
    from pyarrow import parquet  # noqa: PLC0415

    kinds = [_kind(column, table.values(column.name)) for column in table.columns]
    fields = [_field(column, kind) for column, kind in zip(table.columns, kinds, strict=True)]
    arrays = [_array(table.values(field.name), field) for field in fields]
    schema = pa.schema(fields, metadata=_metadata(table, kinds, notes))
    target = BytesIO()
    parquet.write_table(pa.Table.from_arrays(arrays, schema=schema), target, compression="zstd")
    return target.getvalue()


def _kind(column: Column, values: Sequence[Cell]) -> str:
    """The name of the Arrow type; text for integers that 64 bits cannot hold."""
    kind = _ARROW.get(column.type, "string")
    wide = kind == "int64" and any(isinstance(value, int) and not -_LARGEST <= value < _LARGEST for value in values)
    return "string" if wide else kind


def _field(column: Column, kind: str) -> "pa.Field":
    import pyarrow as pa  # noqa: PLC0415

    words = {"title": column.title.es, "title_en": column.title.en, "unit": column.unit}
    return pa.field(column.name, pa.type_for_alias(kind), metadata={name: word for name, word in words.items() if word})


def _array(values: Sequence[Cell], field: "pa.Field") -> "pa.Array":
    import pyarrow as pa  # noqa: PLC0415

    text = pa.types.is_string(field.type)
    cells = [str(value) if text and value is not None else value for value in values]
    return pa.array(cells, type=field.type)


def _metadata(table: Table, kinds: Sequence[str], notes: Notes) -> dict[str, str]:
    """What it is and under which licence, and (under `pandas`) the types that keep gaps."""
    dataset, marks = notes.dataset, legend(table)
    columns = [_pandas(column.name, kind) for column, kind in zip(table.columns, kinds, strict=True)]
    return {
        "title": f"{dataset.title.es}: {table.title.es}",
        "version": dataset.version,
        "license": dataset.license.url,
        "url": landing_page(dataset, notes.site),
        "citation": cite(dataset, notes.site, "es", released=notes.released),
        **({"marks": json.dumps(marks, ensure_ascii=False)} if marks else {}),
        "pandas": json.dumps({"index_columns": [], "column_indexes": [], "columns": columns, "pandas_version": "2.0.0"}),
    }


def _pandas(name: str, kind: str) -> dict[str, object]:
    numpy_type = _PANDAS.get(kind, "object")
    return {"name": name, "field_name": name, "pandas_type": kind, "numpy_type": numpy_type, "metadata": None}
