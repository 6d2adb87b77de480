"""What can be downloaded: format, purpose, real size, rows and SHA-256. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from celosia.exporters import PACKAGE_FORMATS, formats_of
from celosia.locales import format_number
from celosia.model import Dataset, Made, Table
from celosia.render.address import ROOT, folder
from celosia.render.views.reading import Reading
from celosia.render.views.text import Text, told
from celosia.render.words import size


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file: `format` is its name in words, `purpose` what it is good for."""

    format: str
    purpose: str
    href: str
    name: str
    size: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableDownloads:
    """A table in each of its formats."""

    title: Text
    rows: str
    files: tuple[Download, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Downloads:
    """All that a dataset offers: the whole (none without a table), its description for programs, and each table."""

    package: Download | None
    descriptor: Download
    tables: tuple[TableDownloads, ...]

    @property
    def files(self) -> tuple[Download, ...]:
        """Every file, for the list of checksums."""
        whole = (self.package,) if self.package else ()
        return (*whole, self.descriptor, *(file for table in self.tables for file in table.files))

    @property
    def formats(self) -> tuple[Download, ...]:
        """One file of each format of a table, for the list of what each is good for."""
        return max((table.files for table in self.tables), key=len)


def downloads(dataset: Dataset, reading: Reading, made: Mapping[str, Made]) -> Downloads:
    """What the exporters made of a dataset, as its page offers it."""
    base = f"datasets/{dataset.id}/"
    package, descriptor = PACKAGE_FORMATS
    return Downloads(
        package=file(f"{base}{dataset.id}.zip", (package.title, package.purpose), reading, made) if dataset.tables else None,
        descriptor=file(f"{base}datapackage.json", (descriptor.title, descriptor.purpose), reading, made),
        tables=tuple(table_downloads(table, base, reading, made) for table in dataset.tables),
    )


def table_downloads(table: Table, base: str, reading: Reading, made: Mapping[str, Made]) -> TableDownloads:
    """A table in each of its formats, in the folder `base`."""
    formats = ((f"{base}{table.name}.{format_.name}", (format_.title, format_.purpose)) for format_ in formats_of(table))
    return TableDownloads(
        title=told(table.title, reading.lang),
        rows=format_number(len(table.rows), reading.lang),
        files=tuple(file(path, words, reading, made) for path, words in formats),
    )


def file(path: str, words: tuple[str, str], reading: Reading, made: Mapping[str, Made]) -> Download:
    """A file of the root tree; `words` are its format and its purpose, the second a message."""
    return _described(reading.address.root(path), made[folder(ROOT) + path], words, reading)


def own_file(path: str, words: tuple[str, str], reading: Reading, made: Mapping[str, Made]) -> Download:
    """A file of the tree of the page's language."""
    return _described(reading.address.own(path), made[folder(reading.lang) + path], words, reading)


def _described(href: str, made: Made, words: tuple[str, str], reading: Reading) -> Download:
    return Download(
        format=words[0],
        purpose=reading.word(words[1]) if words[1] else "",
        href=href,
        name=href.rpartition("/")[2],
        size=size(made.size, reading.lang),
        sha256=made.sha256,
    )


def checksums(files: Iterable[Download]) -> tuple[tuple[str, str], ...]:
    """The name and the SHA-256 of each file."""
    return tuple((file.name, file.sha256) for file in files)
