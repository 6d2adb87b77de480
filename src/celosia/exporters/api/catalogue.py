"""The catalogue for programs: where everything is, and which datasets there are. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from celosia.exporters.api.path import API, SCHEMAS, dataset_path, licensed, schema_url
from celosia.exporters.json import dump, texts
from celosia.model import LangString, Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexed:
    """A dataset as a list names it; `modified` is none where its publisher does not say."""

    id: str
    title: LangString
    kind: str
    version: str
    modified: date | None
    spatial: tuple[str, ...]
    themes: tuple[str, ...]


def write_index(site: Site, modified: date, sections: tuple[str, ...]) -> Mapping[str, bytes]:
    """`api/v1/index.json`: where a program begins. `sections` are the lists that the catalogue has."""
    document = {
        "$schema": schema_url("index", site),
        "api": "v1",
        "url": f"{site.url}{API}index.json",
        "landing_page": site.url,
        "documentation": f"{site.url}api/",
        "title": texts(site.title),
        "description": texts(site.description),
        "publisher": {"name": site.publisher.name, "url": site.publisher.url},
        "license": licensed(site.license),
        "languages": list(site.languages),
        "modified": modified.isoformat(),
        "sections": {name: f"{site.url}{API}{name}.json" for name in sections},
        "templates": {
            "dataset": f"{site.url}{API}datasets/{{dataset}}.json",
            "table": f"{site.url}{API}tables/{{dataset}}/{{table}}.json",
            "agreement": f"{site.url}{API}agreements/{{agreement}}.json",
        },
        "feeds": {"changes": f"{site.url}feed.xml", "corrections": f"{site.url}corrections.xml"},
        "schemas": {kind: schema_url(kind, site) for kind in SCHEMAS},
    }
    return {f"docs/es/{API}index.json": dump(document)}


def write_datasets(datasets: tuple[Indexed, ...], site: Site) -> Mapping[str, bytes]:
    """`api/v1/datasets.json`: which datasets there are, in the order of the catalogue."""
    document = {
        "$schema": schema_url("datasets", site),
        "url": f"{site.url}{API}datasets.json",
        "landing_page": f"{site.url}datasets/",
        "license": licensed(site.license),
        "datasets": [_entry(dataset, site) for dataset in datasets],
    }
    return {f"docs/es/{API}datasets.json": dump(document)}


def _entry(dataset: Indexed, site: Site) -> dict[str, object]:
    return {
        "id": dataset.id,
        "title": texts(dataset.title),
        "kind": dataset.kind,
        "version": dataset.version,
        "modified": dataset.modified.isoformat() if dataset.modified else None,
        "spatial": list(dataset.spatial),
        "themes": list(dataset.themes),
        "url": site.url + dataset_path(dataset.id),
        "landing_page": f"{site.url}datasets/{dataset.id}/",
    }
