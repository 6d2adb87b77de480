"""The `data.json` of the Perfil Nacional de Metadatos 1.1 (Argentina) as a harvest: the inverse of `perfil_ar`. Pure."""

from celosia.vocabularies.harvest.harvested import Harvest, HarvestedDataset, HarvestedField, HarvestedFile
from celosia.vocabularies.harvest.node import Node, mapping, mappings, spanish, text, texts

_HASHES = {128: "sha512", 64: "sha256", 40: "sha1", 32: "md5"}
_ASKED = {
    **dict.fromkeys(("title", "description", "publisher", "themes", "frequency", "issued", "files"), "required"),
    **dict.fromkeys(("file.title", "file.access_url", "file.url", "file.issued", "identifier", "file.identifier"), "required"),
    **dict.fromkeys(("catalog.title", "catalog.description", "catalog.publisher", "catalog.publisher_email"), "required"),
    **dict.fromkeys(("catalog.homepage", "catalog.license", "catalog.modified", "publisher_email", "contact"), "recommended"),
    **dict.fromkeys(("contact_email", "keywords", "modified", "temporal", "license", "file.format"), "recommended"),
    **dict.fromkeys(("file.description", "local_themes", "places", "landing_page", "file.size"), "recommended"),
}
_NAMES = {
    "publisher": "publisher.name", "publisher_email": "publisher.mbox", "themes": "superTheme", "local_themes": "theme",
    "frequency": "accrualPeriodicity", "contact": "contactPoint.fn", "contact_email": "contactPoint.hasEmail",
    "keywords": "keyword", "places": "spatial", "landing_page": "landingPage", "files": "distribution",
    "url": "downloadURL", "access_url": "accessURL", "size": "byteSize", "media_type": "mediaType",
}  # fmt: skip


def read_perfil(value: Node) -> Harvest:
    """The catalogue of a `data.json`. Whatever has not the shape of the profile counts as not stated."""
    publisher = mapping(value.get("publisher"))
    taxonomy = value.get("themeTaxonomy")
    return Harvest(
        standard="Perfil Nacional de Metadatos",
        title=spanish(value.get("title")),
        description=spanish(value.get("description")),
        publisher=text(publisher.get("name")),
        publisher_email=text(publisher.get("mbox")),
        homepage=text(value.get("homepage")),
        license=text(value.get("license")),
        modified=text(value.get("modified")),
        local_themes=tuple(found for theme in mappings(taxonomy) if (found := text(theme.get("id")))) if taxonomy else None,
        datasets=tuple(_dataset(node, number) for number, node in enumerate(mappings(value.get("dataset")), 1)),
        asked=_ASKED,
        names=_NAMES,
    )


def _dataset(node: Node, number: int) -> HarvestedDataset:
    publisher, contact = mapping(node.get("publisher")), mapping(node.get("contactPoint"))
    keywords = (spanish(word) for word in texts(node.get("keyword")))
    source = text(node.get("source"))
    return HarvestedDataset(
        key=f"dataset[{number}]",
        identifier=text(node.get("identifier")),
        title=spanish(node.get("title")),
        description=spanish(node.get("description")),
        publisher=text(publisher.get("name")),
        publisher_email=text(publisher.get("mbox")),
        contact=text(contact.get("fn")),
        contact_email=text(contact.get("hasEmail")),
        issued=text(node.get("issued")),
        modified=text(node.get("modified")),
        frequency=text(node.get("accrualPeriodicity")),
        themes=texts(node.get("superTheme")),
        local_themes=texts(node.get("theme")),
        keywords=tuple(word for word in keywords if word),
        license=text(node.get("license")),
        places=_places(node.get("spatial")),
        temporal=text(node.get("temporal")),
        landing_page=text(node.get("landingPage")),
        source=source if source and "://" in source else None,
        creator=source if source and "://" not in source else None,
        version=text(node.get("version")),
        files=tuple(_file(file) for file in mappings(node.get("distribution"))),
    )


def _places(value: object) -> tuple[str, ...]:
    """A box of four numbers is no list of places."""
    found = texts(value)
    return () if found and all(part.replace(".", "").replace("-", "").isdigit() and "." in part for part in found) else found


def _file(node: Node) -> HarvestedFile:
    return HarvestedFile(
        identifier=text(node.get("identifier")),
        title=spanish(node.get("title")),
        description=spanish(node.get("description")),
        url=text(node.get("downloadURL")),
        access_url=text(node.get("accessURL")),
        format=text(node.get("format")),
        media_type=text(node.get("mediaType")),
        size=text(node.get("byteSize")),
        hash=_hash(text(node.get("hash"))),
        issued=text(node.get("issued")),
        modified=text(node.get("modified")),
        license=text(node.get("license")),
        type=text(node.get("type")),
        fields=tuple(_field(field) for field in mappings(node.get("field")) if text(field.get("title"))),
    )


def _hash(digest: str | None) -> str | None:
    """The profile asks for SHA-512 and writes no algorithm: the length tells."""
    return f"{_HASHES[len(digest)]}:{digest}" if digest and len(digest) in _HASHES else digest


def _field(node: Node) -> HarvestedField:
    return HarvestedField(
        name=text(node.get("title")) or "",
        type=text(node.get("type")),
        description=text(node.get("description")),
        unit=text(node.get("units")),
    )
