"""What people copy into their own work: code that reads a table of a release and proves its hash, HTML that shows a chart.

Pure. Code is the same for everybody who cites the same version: the address and the hash are in it, so a file that is not the
cited one is refused. Codes keep their leading zeros because each column is read as the schema says, never guessed.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from celosia.locales import gettext
from celosia.model import Column

_PANDAS: Mapping[str, str] = {"integer": "Int64", "year": "Int64", "number": "Float64", "boolean": "boolean"}
_R: Mapping[str, str] = {"integer": "numeric", "year": "integer", "number": "numeric", "boolean": "logical", "date": "Date"}

_R_HASH = (
    'found <- if (exists("sha256sum", asNamespace("tools"))) {',
    "  unname(tools::sha256sum(file))",
    "} else {",
    '  digest::digest(file, "sha256", file = TRUE)',
    "}",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remote:
    """A CSV file of a release: where it is, the SHA-256 that it must have, and how its cells are to be read."""

    url: str
    sha256: str
    columns: tuple[Column, ...]
    missing_values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A chart of a release for other people's pages; `credit` says who, when, which version and under what licence."""

    page: str
    frame: str
    image: str
    title: str
    alternative: str
    credit: str
    width: int
    height: int


def python_code(remote: Remote, lang: str) -> str:
    """For pandas 2 or later: `dtype` from the schema; text that looks like a missing value («NA») stays text."""
    _ = gettext(lang)
    kinds = [f"        {_quoted(name)}: {_quoted(kind)}," for name, kind in _pandas_types(remote.columns)]
    dates = [_quoted(column.name) for column in remote.columns if column.type == "date"]
    lines = (
        "import hashlib",
        "import io",
        "import urllib.request",
        "",
        "import pandas as pd",
        "",
        f"URL = {_quoted(remote.url)}",
        f"SHA256 = {_quoted(remote.sha256)}",
        "",
        "with urllib.request.urlopen(URL) as response:",
        "    body = response.read()",
        "if hashlib.sha256(body).hexdigest() != SHA256:",
        f"    raise SystemExit({_quoted(_('This is not the file that was cited'))})",
        "",
        "table = pd.read_csv(",
        "    io.BytesIO(body),",
        "    dtype={",
        *kinds,
        "    },",
        *([f"    parse_dates=[{', '.join(dates)}],"] if dates else []),
        "    keep_default_na=False,",
        f"    na_values=[{_listed(remote.missing_values)}],",
        ")",
    )
    return "\n".join(lines)


def r_code(remote: Remote, lang: str) -> str:
    """For R without packages from 4.5 on (`tools::sha256sum`); before that, with the package `digest`."""
    _ = gettext(lang)
    kinds = (f"    {_quoted(column.name)} = {_quoted(_R.get(column.type, 'character'))}" for column in remote.columns)
    lines = (
        f"url <- {_quoted(remote.url)}",
        f"sha256 <- {_quoted(remote.sha256)}",
        "",
        'file <- tempfile(fileext = ".csv")',
        'download.file(url, file, mode = "wb", quiet = TRUE)',
        *_R_HASH,
        f"if (found != sha256) stop({_quoted(_('This is not the file that was cited'))})",
        "",
        "table <- read.csv(",
        "  file,",
        "  colClasses = c(",
        ",\n".join(kinds),
        "  ),",
        f"  na.strings = c({_listed(remote.missing_values)}),",
        '  encoding = "UTF-8",',
        "  check.names = FALSE",
        ")",
    )
    return "\n".join(lines)


def record_python_code(url: str, sha256: str, lang: str) -> str:
    """Reads a document that follows what is known, and says whether it is still as it was cited."""
    changed = gettext(lang)("This record has changed since it was cited")
    lines = (
        "import hashlib",
        "import json",
        "import urllib.request",
        "",
        f"URL = {_quoted(url)}",
        f"SHA256 = {_quoted(sha256)}",
        "",
        "with urllib.request.urlopen(URL) as response:",
        "    body = response.read()",
        "if hashlib.sha256(body).hexdigest() != SHA256:",
        f"    print({_quoted(changed)})",
        "record = json.loads(body)",
    )
    return "\n".join(lines)


def record_r_code(url: str, sha256: str, lang: str) -> str:
    """The same for R, with the packages `jsonlite` and, before 4.5, `digest`."""
    changed = gettext(lang)("This record has changed since it was cited")
    lines = (
        f"url <- {_quoted(url)}",
        f"sha256 <- {_quoted(sha256)}",
        "",
        'file <- tempfile(fileext = ".json")',
        'download.file(url, file, mode = "wb", quiet = TRUE)',
        *_R_HASH,
        f"if (found != sha256) message({_quoted(changed)})",
        "record <- jsonlite::fromJSON(file)",
    )
    return "\n".join(lines)


def iframe(picture: Picture, width: str = "100%") -> str:
    """The chart's own page inside another one; nothing of the reader is told to us but that it was asked for."""
    return (
        f'<iframe src="{escape(picture.frame)}" title="{escape(picture.title)}" width="{width}" height="{picture.height}" '
        'loading="lazy" referrerpolicy="no-referrer"></iframe>'
    )


def static_picture(picture: Picture) -> str:
    """The frozen drawing with its title and its credit, for pages that allow no frames."""
    return (
        f'<figure><a href="{escape(picture.page)}"><img src="{escape(picture.image)}" alt="{escape(picture.alternative)}" '
        f'width="{picture.width}"></a>\n'
        f"<figcaption>{escape(picture.title)}. {escape(picture.credit)}</figcaption></figure>"
    )


def _pandas_types(columns: Iterable[Column]) -> Iterable[tuple[str, str]]:
    return ((column.name, _PANDAS.get(column.type, "string")) for column in columns if column.type != "date")


def _listed(values: Iterable[str]) -> str:
    return ", ".join(map(_quoted, values))


def _quoted(text: str) -> str:
    """A string that Python and R read alike (both know JSON's escapes)."""
    return json.dumps(text, ensure_ascii=False)
