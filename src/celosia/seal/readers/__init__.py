"""One reader a format: bytes in, `Content` out. To add a format that is served: a module, a line in READERS.

A file whose ending is not here cannot be read, so it is refused; except the theme's own (`SILENT`), made from no data.
"""

from collections.abc import Callable, Mapping
from zipfile import BadZipFile
from zlib import error as zlib_error

from celosia.seal.content import Content, UnreadableError
from celosia.seal.readers.archive import read_archive
from celosia.seal.readers.csv import read_csv
from celosia.seal.readers.html import read_html
from celosia.seal.readers.json import read_json
from celosia.seal.readers.parquet import read_parquet
from celosia.seal.readers.png import read_png
from celosia.seal.readers.script import read_script
from celosia.seal.readers.svg import read_svg
from celosia.seal.readers.text import read_text
from celosia.seal.readers.xlsx import read_xlsx
from celosia.seal.readers.xml import read_xml

READERS: Mapping[str, Callable[[bytes], Content]] = {
    "_redirects": read_text,
    "atom": read_xml,
    "conf": read_text,
    "bib": read_text,
    "cff": read_text,
    "css": read_script,
    "csv": read_csv,
    "html": read_html,
    "ics": read_text,
    "js": read_script,
    "json": read_json,
    "jsonld": read_json,
    "md": read_text,
    "parquet": read_parquet,
    "png": read_png,
    "rdf": read_xml,
    "ris": read_text,
    "rss": read_xml,
    "svg": read_svg,
    "ttl": read_text,
    "txt": read_text,
    "vcf": read_text,
    "webmanifest": read_json,
    "xlsx": read_xlsx,
    "xml": read_xml,
    "zip": read_archive,
}
SILENT = frozenset({"ico", "woff", "woff2"})

__all__ = ["READERS", "SILENT", "read"]


def read(path: str, body: bytes) -> Content:
    """What a file says. `UnreadableError` where nobody can tell."""
    ending = path.rpartition(".")[2].lower()
    if ending in SILENT:
        return Content()
    if ending not in READERS:
        raise UnreadableError(ending)
    try:
        return READERS[ending](body)
    except (ValueError, LookupError, SyntaxError, BadZipFile, zlib_error, EOFError, OSError, NotImplementedError) as error:
        raise UnreadableError(ending) from error
