"""The formats in which a table, and a whole dataset, can be downloaded: what each is called and good for. Pure."""

from dataclasses import dataclass

from celosia.model import Dataset, Table
from celosia.vocabularies.bibliography import CITATION_TYPES
from celosia.vocabularies.sdmx import PURPOSE, is_statistical
from celosia.vocabularies.signposting import LINKSET, whole_descriptions


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format (`dct:format`): `name` is also the file's extension; `purpose` is a message of gettext."""

    name: str
    title: str
    media_type: str
    purpose: str


FORMATS: tuple[Format, ...] = (
    Format(name="csv", title="CSV", media_type="text/csv", purpose="for spreadsheets and programs"),
    Format(
        name="xlsx",
        title="XLSX",
        media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        purpose="for Excel and LibreOffice, with notes and sources",
    ),
    Format(name="json", title="JSON", media_type="application/json", purpose="for web developers"),
    Format(name="parquet", title="Parquet", media_type="application/vnd.apache.parquet", purpose="for data analysis"),
    Format(name="sdmx.csv", title="SDMX-CSV", media_type="text/csv", purpose=PURPOSE),
)

PACKAGE_FORMATS: tuple[Format, ...] = (
    Format(name="zip", title="ZIP", media_type="application/zip", purpose="everything, to keep or to send"),
    Format(name="json", title="Data Package", media_type="application/json", purpose="the description that programs read"),
)

_FIGURES_ONLY = "sdmx.csv"


def formats_of(table: Table) -> tuple[Format, ...]:
    """The formats of a table: SDMX is for figures, so a list of contacts or of norms has none."""
    return tuple(format_ for format_ in FORMATS if format_.name != _FIGURES_ONLY or is_statistical(table))


def files_of(dataset: Dataset) -> tuple[tuple[str, str], ...]:
    """The name and the media type of each download of a dataset: the whole, then each table in its formats."""
    package = PACKAGE_FORMATS[0]
    whole = ((f"{dataset.id}.{package.name}", package.media_type),) if dataset.tables else ()
    tables = ((f"{table.name}.{one.name}", one.media_type) for table in dataset.tables for one in formats_of(table))
    return (*whole, *tables)


def descriptions_of(dataset: Dataset) -> tuple[str, ...]:
    """The name of each file that describes a dataset to programs, or how to cite it."""
    columns = (f"{table.name}.csv-metadata.json" for table in dataset.tables)
    return (*whole_descriptions(dataset), *columns, *CITATION_TYPES, LINKSET)
