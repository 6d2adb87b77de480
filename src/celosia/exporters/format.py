"""The formats in which a table, and a whole dataset, can be downloaded: what each is called and good for. Pure."""

from dataclasses import dataclass


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
)

PACKAGE_FORMATS: tuple[Format, ...] = (
    Format(name="zip", title="ZIP", media_type="application/zip", purpose="everything, to keep or to send"),
    Format(name="json", title="Data Package", media_type="application/json", purpose="the description that programs read"),
)
