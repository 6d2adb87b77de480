"""Which files a dataset has, and what their names say. Pure."""

import re
from collections.abc import Iterator
from itertools import combinations

from celosia.derive import VersionPublication
from celosia.derive.difference_file import changes_path
from celosia.exporters import descriptions_of, files_of
from celosia.exporters.api import API, dataset_path, table_path
from celosia.exporters.explore import EXPLORE, ROWS, explorable, explore_path
from celosia.model import Chart, Dataset
from celosia.vocabularies.bibliography import CITATION_TYPES
from celosia.vocabularies.signposting import LINKSET

_DRAWN = ("svg", "narrow.svg", "png", "csv", "vega.json")
_YEAR = re.compile(r"\b(?:(?:19|20)\d\d)+\b")
_IDENTIFIER = re.compile(r"\b[a-z]{1,4}-?\d{3,}\b")
_DOCUMENTS = (f"{API}datasets/", f"{API}tables/")
"""Where the documents for programs of each dataset are."""
_SEPARATOR = re.compile(r"[-_./]+")


def declared(dataset: Dataset, charts: tuple[Chart, ...]) -> frozenset[str]:
    """Every file that the site has of a dataset."""
    folder = f"datasets/{dataset.id}/"
    whole = {f"{folder}{name}" for name in (*(name for name, _ in files_of(dataset)), *descriptions_of(dataset))}
    own = {f"{tree}{folder}{path}" for tree in ("", "en/") for path in ("index.html", "feed.xml", *_drawn(charts))}
    tables = {table_path(dataset.id, table.name) for table in dataset.tables}
    return frozenset({*whole, *own, *tables, *_explored(dataset), dataset_path(dataset.id), f"{folder}dcat.ttl"})


def declared_version(version: VersionPublication) -> frozenset[str]:
    """Every file that the site has of a frozen release: its own, one archive, a page and embeds in each language."""
    dataset = version.version.dataset
    folder = f"datasets/{dataset.id}/v/{version.number}/"
    own = {f"{folder}{path}" for path in (*dict(version.version.files), *CITATION_TYPES, LINKSET)}
    embeds = {f"{tree}{path}" for tree in ("", "en/") for path in _embeds(version)}
    return frozenset(
        {*own, *embeds, f"{folder}{dataset.id}-{version.number}.zip", f"{folder}index.html", f"en/{folder}index.html"}
    )


def declared_changes(dataset: str, numbers: tuple[str, ...]) -> frozenset[str]:
    """Every file that the site has of what changed from one version of a dataset to another, the oldest first."""
    folder = f"datasets/{dataset}/"
    pairs = combinations(numbers, 2)
    files = {f"{folder}{changes_path(older, newer, ending)}" for older, newer in pairs for ending in ("csv", "json")}
    return frozenset({*files, f"{folder}changes/index.html", f"en/{folder}changes/index.html"})


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


def _explored(dataset: Dataset) -> Iterator[str]:
    for table in explorable(dataset):
        path = explore_path(dataset.id, table.name)
        yield from (f"{path}{ROWS}", f"{path}index.html", f"en/{path}index.html")


def _drawn(charts: tuple[Chart, ...]) -> Iterator[str]:
    return (f"charts/{chart.name}.{ending}" for chart in charts for ending in _DRAWN)


def _embeds(version: VersionPublication) -> Iterator[str]:
    folder = f"embed/{version.version.dataset.id}/"
    names = (f"{folder}{chart.name}/{version.number}/" for chart, _ in version.told.charts)
    return (f"{name}{file}" for name in names for file in ("index.html", "oembed.json"))


def owner(path: str) -> str | None:
    """The part of a dataset that a file of the site is of: the dataset, a release of it, its changes; none for the site's own.

    >>> owner("en/datasets/x/charts/y.svg"), owner("datasets/index.html")
    ('x', None)
    >>> owner("datasets/x/v/1.0.0/total.csv"), owner("en/datasets/x/changes/index.html")
    ('x/v/1.0.0', 'x/changes')
    >>> owner("api/v1/datasets/x.json"), owner("api/v1/tables/x/total.json"), owner("api/v1/datasets.json")
    ('x', 'x', None)
    >>> owner("en/embed/x/chart/1.0.0/index.html")
    'x/v/1.0.0'
    >>> owner("en/explore/x/total/index.html"), owner("explore/x/total/rows.js")
    ('x', 'x')
    """
    if path.startswith(_DOCUMENTS):
        return path.removeprefix(API).split("/")[1].removesuffix(".json")
    parts = path.removeprefix("en/").split("/")
    if parts[0] == "embed" and len(parts) > 4:  # noqa: PLR2004 - embed/<id>/<chart>/<version>/<file>
        return f"{parts[1]}/v/{parts[3]}"
    if parts[0] == EXPLORE.rstrip("/") and len(parts) > 2:  # noqa: PLR2004 - explore/<id>/<table>/<file>
        return parts[1]
    if parts[0] != "datasets" or len(parts) <= 2:  # noqa: PLR2004 - datasets/<id>/<file>
        return None
    if parts[2] == "v" and len(parts) > 4:  # noqa: PLR2004 - datasets/<id>/v/<version>/<file>
        return f"{parts[1]}/v/{parts[3]}"
    return f"{parts[1]}/changes" if parts[2] == "changes" else parts[1]
