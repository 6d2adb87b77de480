"""Which files a dataset has, and what their names say. Pure."""

import re
from collections.abc import Iterator

from celosia.exporters import descriptions_of, files_of
from celosia.model import Chart, Dataset

_DRAWN = ("svg", "narrow.svg", "png", "csv", "vega.json")
_YEAR = re.compile(r"\b(?:(?:19|20)\d\d)+\b")
_IDENTIFIER = re.compile(r"\b[a-z]{1,4}-?\d{3,}\b")
_SEPARATOR = re.compile(r"[-_./]+")


def declared(dataset: Dataset, charts: tuple[Chart, ...]) -> frozenset[str]:
    """Every file that the site has of a dataset."""
    folder = f"datasets/{dataset.id}/"
    whole = {f"{folder}{name}" for name in (*(name for name, _ in files_of(dataset)), *descriptions_of(dataset))}
    own = {f"{tree}{folder}{path}" for tree in ("", "en/") for path in ("index.html", "feed.xml", *_drawn(charts))}
    return frozenset({*whole, *own})


def packed(dataset: Dataset) -> frozenset[str]:
    """Every member of its ZIP."""
    tables = (f"data/{table.name}.csv" for table in dataset.tables)
    return frozenset({*tables, "datapackage.json", "LEEME.txt", "README.txt", "LICENSE.txt"})


def spoken(name: str) -> str:
    """The words of a name that programs read: a file's, an anchor's. Years and identifiers of rows are no figures.

    >>> spoken("chart-3-mujeres-2018")
    'chart 3 mujeres '
    """
    return _SEPARATOR.sub(" ", _YEAR.sub("", _IDENTIFIER.sub("", name.lower())))


def _drawn(charts: tuple[Chart, ...]) -> Iterator[str]:
    return (f"charts/{chart.name}.{ending}" for chart in charts for ending in _DRAWN)


def owner(path: str) -> str | None:
    """The dataset whose folder a file of the site is in; none where it belongs to the site.

    >>> owner("en/datasets/x/charts/y.svg"), owner("datasets/index.html")
    ('x', None)
    """
    parts = path.removeprefix("en/").split("/")
    return parts[1] if parts[0] == "datasets" and len(parts) > 2 else None  # noqa: PLR2004 - datasets/<id>/<file>
