"""The codes of the European Union's authority tables, and where they stand in other people's lists. Pure."""

from collections.abc import Mapping

AUTHORITY = "http://publications.europa.eu/resource/authority/"
MEDIA_TYPES = "http://www.iana.org/assignments/media-types/"
LANGUAGES: Mapping[str, str] = {"es": f"{AUTHORITY}language/SPA", "en": f"{AUTHORITY}language/ENG"}

FILE_TYPES: Mapping[str, str] = {
    "csv": "CSV", "sdmx.csv": "CSV", "xlsx": "XLSX", "xls": "XLS", "json": "JSON", "parquet": "PARQUET", "zip": "ZIP",
    "xml": "XML", "ods": "ODS", "pdf": "PDF", "html": "HTML", "txt": "TXT", "geojson": "GEOJSON", "rdf": "RDF_XML",
    "ttl": "RDF_TURTLE",
}  # fmt: skip
"""File formats by the ending of the file, or by what a publisher calls them in lower case."""

COUNTRIES: Mapping[str, str] = {
    "AR": "ARG", "BO": "BOL", "BR": "BRA", "CL": "CHL", "CO": "COL", "CR": "CRI", "CU": "CUB", "DO": "DOM", "EC": "ECU",
    "ES": "ESP", "GT": "GTM", "HN": "HND", "MX": "MEX", "NI": "NIC", "PA": "PAN", "PE": "PER", "PR": "PRI", "PT": "PRT",
    "PY": "PRY", "SV": "SLV", "US": "USA", "UY": "URY", "VE": "VEN",
}  # fmt: skip
"""ISO 3166-1 alpha-3 by alpha-2, for the countries of this part of the world; others are described by their name."""


def authority(table: str, code: str) -> str:
    """The address of a code of a table.

    >>> authority("frequency", "IRREG")
    'http://publications.europa.eu/resource/authority/frequency/IRREG'
    """
    return f"{AUTHORITY}{table}/{code}"


def media_type(name: str) -> str:
    """The address of a media type of the register of IANA."""
    return f"{MEDIA_TYPES}{name}"
