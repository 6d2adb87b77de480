"""What the API of CKAN says of its packages, as a harvest (api/3/action/package_search, package_show, …). Pure."""

from collections.abc import Mapping

from celosia.vocabularies.harvest.harvested import Harvest, HarvestedDataset, HarvestedFile
from celosia.vocabularies.harvest.node import Node, mapping, mappings, sequence, spanish, text

_ASKED = {
    **dict.fromkeys(("title", "description", "publisher", "license", "files", "file.url"), "required"),
    **dict.fromkeys(("keywords", "contact", "contact_email", "frequency", "temporal", "places", "themes"), "recommended"),
    **dict.fromkeys(("file.title", "file.format", "issued", "modified"), "recommended"),
}
_NAMES = {
    "description": "notes", "publisher": "organization", "license": "license_id", "files": "resources", "keywords": "tags",
    "contact": "maintainer", "contact_email": "maintainer_email", "issued": "metadata_created", "modified": "metadata_modified",
    "themes": "groups", "frequency": "extras.frequency", "temporal": "extras.temporal_start", "places": "extras.spatial",
}  # fmt: skip


def packages(value: object) -> tuple[Node, ...] | None:
    """The packages of an answer of CKAN (search, show, list, or the bare packages); none where it is no such answer."""
    found = value.get("result") if isinstance(value, dict) and "result" in value else value
    if isinstance(found, dict):
        found = found["results"] if isinstance(found.get("results"), list) else [found]
    if not isinstance(found, list):
        return None
    kept = tuple(
        node for node in found if isinstance(node, dict) and "name" in node and ("resources" in node or "notes" in node)
    )
    return kept or None


def names(value: object) -> tuple[str, ...]:
    """The names of a `package_list`."""
    found = value.get("result") if isinstance(value, dict) else value
    return tuple(name for name in found if isinstance(name, str)) if isinstance(found, list) else ()


def read_ckan(nodes: tuple[Node, ...]) -> Harvest:
    """The packages as a catalogue without words of its own."""
    datasets = tuple(_dataset(node, number) for number, node in enumerate(nodes, 1))
    return Harvest(standard="CKAN", datasets=datasets, asked=_ASKED, names=_NAMES)


def _dataset(node: Node, number: int) -> HarvestedDataset:
    extras = {text(extra.get("key")): text(extra.get("value")) for extra in mappings(node.get("extras"))}
    tags = (spanish(tag.get("display_name") or tag.get("name")) for tag in mappings(node.get("tags")))
    return HarvestedDataset(
        key=f"result[{number}]",
        identifier=text(node.get("id")) or text(node.get("name")),
        title=spanish(node.get("title")) or spanish(node.get("name")),
        description=spanish(node.get("notes")),
        publisher=text(mapping(node.get("organization")).get("title")) or extras.get("publisher_name"),
        creator=text(node.get("author")),
        contact=text(node.get("maintainer")) or text(node.get("author")),
        contact_email=text(node.get("maintainer_email")) or text(node.get("author_email")),
        issued=extras.get("issued") or text(node.get("metadata_created")),
        modified=extras.get("modified") or text(node.get("metadata_modified")),
        frequency=extras.get("frequency") or extras.get("accrualPeriodicity"),
        themes=tuple(found for part in sequence(node.get("groups")) if (found := _theme(part))),
        keywords=tuple(tag for tag in tags if tag),
        license=text(node.get("license_id")),
        license_title=text(node.get("license_title")),
        license_url=text(node.get("license_url")),
        places=tuple(place for place in (extras.get("spatial_uri") or extras.get("spatial"),) if place and place[0] != "{"),
        temporal=_temporal(extras),
        landing_page=text(node.get("url")),
        version=text(node.get("version")),
        files=tuple(_file(file) for file in mappings(node.get("resources"))),
    )


def _theme(part: object) -> str | None:
    return text(mapping(part).get("name"))


def _temporal(extras: Mapping[str | None, str | None]) -> str | None:
    start, end = extras.get("temporal_start"), extras.get("temporal_end")
    return f"{start}/{end}" if start and end else extras.get("temporal") or start


def _file(node: Node) -> HarvestedFile:
    return HarvestedFile(
        identifier=text(node.get("id")),
        title=spanish(node.get("name")),
        description=spanish(node.get("description")),
        url=text(node.get("url")),
        format=text(node.get("format")),
        media_type=text(node.get("mimetype")),
        size=text(node.get("size")),
        hash=text(node.get("hash")),
        issued=text(node.get("created")),
        modified=text(node.get("last_modified")),
    )
