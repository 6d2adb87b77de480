"""What can be downloaded: each table in its formats, each dataset as a package, the agreements as a whole. Pure.

To add a format: a module with a function `(table, notes) -> bytes`, a line in EXPORTERS, one in FORMATS, and its
section in the reference. Whatever the format, a missing or protected value is never a zero.
"""

from collections.abc import Callable, Mapping

from celosia.exporters.agreement import export_agreements
from celosia.exporters.api import table_path, write_observations
from celosia.exporters.csv import write_csv
from celosia.exporters.explore import row_scripts
from celosia.exporters.format import FORMATS, PACKAGE_FORMATS, Format, descriptions_of, files_of, formats_of
from celosia.exporters.json import write_json
from celosia.exporters.metadata import export_agreement, export_citation, export_version, write_metadata
from celosia.exporters.notes import Note, Notes, notes_in
from celosia.exporters.package import write_descriptor, write_zip
from celosia.exporters.parquet import write_parquet
from celosia.exporters.sdmx import write_sdmx
from celosia.exporters.xlsx import write_xlsx
from celosia.model import Table

Exporter = Callable[[Table, Notes], bytes]

EXPORTERS: Mapping[str, Exporter] = {
    "csv": write_csv,
    "xlsx": write_xlsx,
    "json": write_json,
    "parquet": write_parquet,
    "sdmx.csv": write_sdmx,
}

__all__ = [
    "EXPORTERS",
    "FORMATS",
    "PACKAGE_FORMATS",
    "Exporter",
    "Format",
    "Note",
    "Notes",
    "descriptions_of",
    "export_agreement",
    "export_agreements",
    "export_citation",
    "export_dataset",
    "export_version",
    "files_of",
    "formats_of",
    "notes_in",
]


def export_dataset(notes: Notes) -> Mapping[str, bytes]:
    """Every download of a dataset, by its path below the build folder (both languages share them). No archive of no table."""
    folder = f"docs/es/datasets/{notes.dataset.id}"
    tables = {
        f"{folder}/{table.name}.{format_.name}": EXPORTERS[format_.name](table, notes)
        for table in notes.dataset.tables
        for format_ in formats_of(table)
    }
    archive = {f"{folder}/{notes.dataset.id}.zip": write_zip(notes)} if tables else {}
    told = {f"{folder}/{name}": body for name, body in write_metadata(notes).items()}
    documents = {table_path(notes.dataset.id, table.name): write_observations(table, notes) for table in notes.dataset.tables}
    rows = {f"docs/es/{path}": body for path, body in {**documents, **row_scripts(notes.dataset, documents)}.items()}
    return {**rows, **tables, f"{folder}/datapackage.json": write_descriptor(notes), **archive, **told}
