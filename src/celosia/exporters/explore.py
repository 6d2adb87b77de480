"""A table's rows for the page that explores it: the document for programs, as a script that sets a variable. Pure.

A page may load a script from a folder of files, where it may fetch nothing; so the rows need no server.
"""

from celosia.exporters.api import table_path
from celosia.model import Dataset, Role, Table

EXPLORE = "explore/"
ROWS = "rows.js"
_BEFORE, _AFTER = b"window.CELOSIA_TABLE=", b";\n"


def explore_path(dataset: str, table: str) -> str:
    """Where a table is explored, in every language.

    >>> explore_path("x", "total")
    'explore/x/total/'
    """
    return f"{EXPLORE}{dataset}/{table}/"


def explorable(dataset: Dataset) -> tuple[Table, ...]:
    """The tables that have figures to choose from."""
    return tuple(table for table in dataset.tables if table.rows and table.with_role(Role.MEASURE))


def row_scripts(dataset: Dataset, documents: dict[str, bytes]) -> dict[str, bytes]:
    """The script of each table that can be explored, from `documents`: those for programs by their paths."""
    paths = {explore_path(dataset.id, table.name): table_path(dataset.id, table.name) for table in explorable(dataset)}
    return {f"{path}{ROWS}": _BEFORE + documents[document].strip() + _AFTER for path, document in paths.items()}
