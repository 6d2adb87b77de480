"""A table as CSV: the committed file itself, so that what is checked is what is downloaded. Pure."""

from celosia.exporters.notes import Notes
from celosia.model import Table


def write_csv(table: Table, notes: Notes) -> bytes:  # noqa: ARG001 - every exporter takes the notes
    """The committed bytes, unchanged."""
    return table.body
