"""Where things of a catalogue are written, for the findings about them. Pure."""

from celosia.disclosure.sheet import Spot
from celosia.model import Dataset, Place, Table


def descriptor(dataset: Dataset, table: Table | None = None, column: str | None = None) -> Place:
    """The descriptor of a dataset, or a column of one of its tables in it."""
    return Place(path=f"datasets/{dataset.id}/datapackage.yaml", table=table.name if table else None, column=column)


def cell(dataset: Dataset, table: Table, row: int | None = None, column: str | None = None) -> Place:
    """A table's file; `row` is the position in `table.rows`, told as a spreadsheet numbers it."""
    number = None if row is None else row + 2
    return Place(path=f"datasets/{dataset.id}/{table.path}", table=table.name, row=number, column=column)


def spot(found: Spot) -> Place:
    """Where a figure stands, told as a spreadsheet numbers its row; of an earlier release only in which file."""
    if found.release is not None:
        return Place(path=found.path, table=found.table)
    return Place(path=found.path, table=found.table or None, row=found.row + 2, column=found.column)


def about(key: str, name: str, nearest: str = "") -> tuple[tuple[str, str], ...]:
    """The details of a finding about a name: the key that it stands under, and the nearest right one."""
    return (("key", key), ("name", name), *((("nearest", nearest),) if nearest else ()))


def key_below(key: str, name: str) -> str:
    """The way to a property of the model, in the words of the files.

    >>> key_below("columns[2]", "codes"), key_below("", "tables")
    ('columns[2].categories', 'resources')
    """
    return f"{key}.{_IN_FILES.get(name, name)}".removeprefix(".")


_IN_FILES = {
    "tables": "resources",
    "columns": "fields",
    "codes": "categories",
    "creator": "contributors",
    "total_code": "totalCode",
    "policy": "disclosure",
}
