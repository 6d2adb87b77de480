"""A dataset as one file to keep: its data, its descriptor, what must be known of it, its licence. Pure."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from celosia.exporters.json import dump
from celosia.exporters.notes import Notes, notes_in
from celosia.locales import gettext
from celosia.vocabularies import data_package

_EPOCH = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o100644 << 16
_UNIX = 3


def write_descriptor(notes: Notes, folder: str = "") -> bytes:
    """`datapackage.json` for CSV files that are in `folder`, below it."""
    return dump(data_package(notes.dataset, notes.site, _tables(notes, folder), released=notes.released))


def write_zip(notes: Notes) -> bytes:
    """The archive; its members are sorted and dated 1980-01-01, so that the same dataset gives the same bytes."""
    members = {
        **_tables(notes, "data/"),
        "datapackage.json": write_descriptor(notes, "data/"),
        "LEEME.txt": _readme(notes, "es"),
        "README.txt": _readme(notes, "en"),
        "LICENSE.txt": _license(notes),
    }
    return _archive(members)


def _tables(notes: Notes, folder: str) -> dict[str, bytes]:
    return {f"{folder}{table.name}.csv": table.body for table in notes.dataset.tables}


def _readme(notes: Notes, lang: str) -> bytes:
    _ = gettext(lang)
    said = [f"{note.topic}\n{note.text}" for note in notes_in(notes, lang)]
    tables = [f"data/{table.name}.csv: {table.title.text(lang)}" for table in notes.dataset.tables]
    files = [*tables, _("datapackage.json: every column and code, for programs (Data Package 2)")]
    return ("\n\n".join([*said, _("Files") + "\n" + "\n".join(files)]) + "\n").encode()


def _license(notes: Notes) -> bytes:
    license_ = notes.dataset.license
    return f"{license_.title} ({license_.name})\n{license_.url}\n".encode()


def _archive(members: Mapping[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for path, body in sorted(members.items()):
            archive.writestr(_entry(path), body)
    return target.getvalue()


def _entry(path: str) -> ZipInfo:
    entry = ZipInfo(path, _EPOCH)
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = _READABLE
    entry.create_system = _UNIX
    return entry
