"""The first sheet of a workbook as CSV, so that all the rest sees one kind of table. Pure."""

import csv
import io
import zipfile
from datetime import date, datetime

from celosia.model import Finding, Place

_LARGEST = 200_000_000


def as_csv(body: bytes, path: str) -> bytes | Finding:
    """The sheet's values as UTF-8 CSV; formulas are not values, so a workbook that holds one is refused."""
    import openpyxl  # noqa: PLC0415 - slow to import, and few catalogues hold a workbook

    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            if sum(member.file_size for member in archive.infolist()) > _LARGEST:
                return Finding(code="file-too-big", where=Place(path=path), details=(("limit", "200 MB"),))
        book = openpyxl.load_workbook(io.BytesIO(body), read_only=True)
        rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    except (zipfile.BadZipFile, KeyError, ValueError, IndexError, OSError, SyntaxError):
        return Finding(code="bad-workbook", where=Place(path=path))
    return _formula(rows, path) or _written(rows)


def _formula(rows: list[list[object]], path: str) -> Finding | None:
    for number, row in enumerate(rows, 1):
        if any(isinstance(value, str) and value.startswith("=") for value in row):
            return Finding(code="formula-in-workbook", where=Place(path=path, row=number))
    return None


def _written(rows: list[list[object]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
