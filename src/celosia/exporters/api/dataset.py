"""A dataset for programs: what it is, its tables and files with their checksums, its changes and its frozen versions. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from celosia.exporters.api.path import dataset_path, licensed, schema_url, table_path
from celosia.exporters.format import descriptions_of, formats_of
from celosia.exporters.json import dump, texts
from celosia.model import Change, Counts, Dataset, LinkedFile, Made, Site, Table
from celosia.vocabularies.citation import landing_page


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """All that the document tells. `dataset` needs no rows, no figure is told. `versions`: the frozen ones, oldest first."""

    dataset: Dataset
    site: Site
    versions: tuple[str, ...] = ()


def write_dataset(described: Described, made: Mapping[str, Made]) -> Mapping[str, bytes]:
    """`api/v1/datasets/<id>.json`. `made`: its exports and the files of its versions, by their path below the build folder."""
    dataset, site = described.dataset, described.site
    page = landing_page(dataset, site)
    document = {
        "$schema": schema_url("dataset", site),
        "id": dataset.id,
        "url": site.url + dataset_path(dataset.id),
        "landing_page": page,
        "title": texts(dataset.title),
        "description": texts(dataset.description),
        "summary": texts(dataset.summary),
        "kind": dataset.kind,
        "version": dataset.version,
        "issued": dataset.issued.isoformat() if dataset.states("issued") else None,
        "modified": dataset.modified.isoformat() if dataset.states("modified") else None,
        "license": licensed(dataset.license),
        "publisher": dataset.publisher or None,
        "creator": dataset.creator or None,
        "keywords": [texts(keyword) for keyword in dataset.keywords],
        "themes": list(dataset.themes),
        "spatial": list(dataset.spatial),
        "frequency": dataset.frequency if dataset.states("frequency") else None,
        "counts": _counts(dataset.counts) if dataset.kind != "linked" else None,
        "withheld": texts(dataset.withheld),
        "sources": [{"title": source.title, "url": source.url} for source in dataset.sources],
        "related": [site.url + dataset_path(name) for name in dataset.related],
        "described_by": [f"{page}{name}" for name in descriptions_of(dataset) if _file(dataset, name) in made],
        "feeds": {"es": f"{page}feed.xml", "en": f"{site.url}en/datasets/{dataset.id}/feed.xml"},
        "tables": [_table(table, described, made) for table in dataset.tables],
        "links": [_link(link) for link in dataset.links],
        "changes": [_change(change) for change in dataset.changes],
        "versions": [_version(number, described, made) for number in reversed(described.versions)],
    }
    return {f"docs/es/{dataset_path(dataset.id)}": dump(document)}


def _counts(counts: Counts) -> dict[str, object]:
    told = {"what": counts.what, "event": counts.event, "recorder": counts.recorder, "definition": counts.definition}
    told |= {"includes": counts.includes, "excludes": counts.excludes, "period_rule": counts.period_rule}
    breaks = [{"at": point.at, "label": texts(point.label)} for point in counts.breaks]
    return {"unit": counts.unit, **{name: texts(text) for name, text in told.items()}, "breaks": breaks}


def _table(table: Table, described: Described, made: Mapping[str, Made]) -> dict[str, object]:
    dataset, site = described.dataset, described.site
    names = ((f"{table.name}.{format_.name}", format_.media_type) for format_ in formats_of(table))
    return {
        "id": table.name,
        "title": texts(table.title),
        "description": texts(table.description),
        "url": site.url + table_path(dataset.id, table.name),
        "files": [
            {"url": landing_page(dataset, site) + name, "media_type": media_type, **_sum(made[_file(dataset, name)])}
            for name, media_type in names
        ],
    }


def _link(link: LinkedFile) -> dict[str, object]:
    return {
        "id": link.name,
        "title": texts(link.title),
        "url": link.url,
        "media_type": link.media_type,
        "format": link.format,
        "bytes": link.size,
        "hash": link.hash,
    }


def _change(change: Change) -> dict[str, object]:
    """An entry of the changelog. Of a withdrawal no more is told than that there was one."""
    return {
        "version": change.version,
        "date": change.date.isoformat(),
        "type": change.type,
        "note": None if change.type == "withdrawal" else texts(change.note),
        "periods": list(change.periods),
    }


def _version(number: str, described: Described, made: Mapping[str, Made]) -> dict[str, object]:
    home = f"{landing_page(described.dataset, described.site)}v/{number}/"
    below = _file(described.dataset, f"v/{number}/")
    files = ((path.removeprefix(below), one) for path, one in sorted(made.items()) if path.startswith(below))
    return {"version": number, "url": home, "files": [{"url": home + name, **_sum(one)} for name, one in files]}


def _sum(made: Made) -> dict[str, object]:
    return {"bytes": made.size, "sha256": made.sha256}


def _file(dataset: Dataset, name: str) -> str:
    return f"docs/es/datasets/{dataset.id}/{name}"
