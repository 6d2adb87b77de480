"""From the bytes of a table's file to CSV, by the ending of its name. Pure."""

from collections.abc import Callable, Mapping

from celosia.load.readers.excel import as_csv
from celosia.model import Finding


def _same(body: bytes, path: str) -> bytes | Finding:  # noqa: ARG001 - the other readers need the path
    return body


READERS: Mapping[str, Callable[[bytes, str], bytes | Finding]] = {".csv": _same, ".xlsx": as_csv}
"""To add a kind of file: a module that gives its CSV, and a line here."""
