"""A CSV file as lists of texts: comma (or what others use), double quotes, UTF-8. Pure."""

import csv
import io

from celosia.load.text import decode
from celosia.model import Finding, Place


def records(body: bytes, path: str, delimiter: str = ",") -> tuple[list[list[str]], tuple[Finding, ...]]:
    """The lines of the file, header first, as texts; nothing where it cannot be read."""
    text, findings = decode(body, path)
    if not body or (not text and findings):
        return [], findings or (Finding(code="empty-file", where=Place(path=path)),)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return list(reader), findings
    except csv.Error as error:
        code = "long-cell" if "field limit" in str(error) else "bad-csv"
        return [], (*findings, Finding(code=code, where=Place(path=path, row=reader.line_num or 1)))
