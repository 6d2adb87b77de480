"""Where the documents of the API stand. Pure."""

from celosia.model import License, Site

API = "api/v1/"
SCHEMAS = ("index", "datasets", "dataset", "table", "agreements", "agreement")
"""The kinds of document, each with its schema."""


def dataset_path(dataset: str) -> str:
    """The document of a dataset."""
    return f"{API}datasets/{dataset}.json"


def table_path(dataset: str, table: str) -> str:
    """The document of a table: its rows with their statuses."""
    return f"{API}tables/{dataset}/{table}.json"


def agreement_path(agreement: str) -> str:
    """The document of an agreement."""
    return f"{API}agreements/{agreement}.json"


def schema_url(kind: str, site: Site) -> str:
    """The JSON Schema of a kind of document."""
    return f"{site.url}{API}schemas/{kind}.json"


def licensed(license_: License) -> dict[str, str | None]:
    """A licence: its SPDX name, its title and its text; what is not known is null."""
    return {"name": license_.name or None, "title": license_.title, "url": license_.url or None}
