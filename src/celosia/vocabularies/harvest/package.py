"""A `datapackage.json` (Data Package 1 or 2, or ours) as a harvest of one dataset: the inverse of `datapackage`. Pure."""

from celosia.model import LangString
from celosia.vocabularies.harvest.harvested import Harvest, HarvestedDataset, HarvestedField, HarvestedFile
from celosia.vocabularies.harvest.node import Node, mapping, mappings, sequence, spanish, text, texts

_ASKED = {
    "files": "required",
    "file.url": "required",
    **dict.fromkeys(("title", "description", "publisher", "license", "keywords", "issued", "identifier"), "recommended"),
    **dict.fromkeys(("file.title", "file.format"), "recommended"),
}
_NAMES = {
    "publisher": "contributors", "license": "licenses", "issued": "created", "files": "resources", "identifier": "id",
    "url": "path", "media_type": "mediatype", "size": "bytes",
}  # fmt: skip


_KEYS = ("primaryKey", "missingValues")


def read_package(value: Node) -> Harvest:
    """The dataset that the descriptor describes."""
    return Harvest(standard="Data Package", datasets=(_dataset(value),), asked=_ASKED, names=_NAMES)


def _dataset(node: Node) -> HarvestedDataset:
    ours, english = mapping(node.get("celosia")), mapping(mapping(node.get("i18n")).get("en"))
    contact, license_ = mapping(ours.get("contact")), next(mappings(node.get("licenses")), {})
    agents = tuple(mappings(node.get("contributors")))
    links = {text(part.get("name")): part for part in mappings(mapping(english.get("celosia")).get("links"))}
    links |= {text(part.get("name")): part for part in mappings(english.get("resources"))}
    return HarvestedDataset(
        key="datapackage",
        identifier=text(ours.get("identifier")) or text(node.get("name")) or text(node.get("id")),
        title=spanish(node.get("title"), english.get("title")) or spanish(node.get("name")),
        description=spanish(node.get("description"), english.get("description")),
        summary=spanish(ours.get("summary"), mapping(english.get("celosia")).get("summary")),
        publisher=_agent(agents, "publisher"),
        creator=_agent(agents, "creator") or _agent(agents, "author"),
        contact=text(contact.get("name")),
        contact_email=text(contact.get("email")),
        issued=text(ours.get("issued")) or text(node.get("created")),
        modified=text(ours.get("modified")),
        frequency=text(ours.get("frequency")),
        themes=texts(ours.get("themes")),
        keywords=_keywords(texts(node.get("keywords")), texts(english.get("keywords"))),
        license=text(license_.get("name")),
        license_title=text(license_.get("title")),
        license_url=text(license_.get("path")),
        places=texts(ours.get("spatial")),
        temporal=text(ours.get("temporal")),
        landing_page=text(ours.get("landing_page")) or text(node.get("homepage")),
        version=text(node.get("version")),
        counts=mapping(ours.get("counts")),
        counts_english=mapping(mapping(english.get("celosia")).get("counts")),
        files=tuple(_file(file, links.get(text(file.get("name")), {})) for file in mappings(node.get("resources"))),
    )


def _agent(agents: tuple[Node, ...], role: str) -> str | None:
    """Data Package 1 has one `role`, 2 a list of `roles`."""
    return next((text(agent.get("title")) for agent in agents if role in _roles(agent)), None)


def _roles(agent: Node) -> tuple[str, ...]:
    return (*texts(agent.get("roles")), *texts(agent.get("role")))


def _keywords(words: tuple[str, ...], english: tuple[str, ...]) -> tuple[LangString, ...]:
    paired = english if len(english) == len(words) else (None,) * len(words)
    return tuple(LangString(es=word, en=other) for word, other in zip(words, paired, strict=True))


def _file(node: Node, english: Node) -> HarvestedFile:
    path = next(iter(sequence(node.get("path"))), None)
    schema = mapping(node.get("schema"))
    columns = tuple(field for field in mappings(schema.get("fields")) if text(field.get("role")))
    return HarvestedFile(
        identifier=text(node.get("identifier")) or text(node.get("name")),
        title=spanish(node.get("title"), english.get("title")) or spanish(node.get("name")),
        description=spanish(node.get("description"), english.get("description")),
        url=text(path),
        access_url=text(node.get("homepage")),
        format=text(node.get("format")),
        media_type=text(node.get("mediatype")),
        size=text(node.get("bytes")),
        hash=text(node.get("hash")),
        issued=text(node.get("issued")),
        modified=text(node.get("modified")),
        fields=tuple(_field(field) for field in mappings(schema.get("fields")) if text(field.get("name"))),
        columns=columns,
        keys={name: schema[name] for name in _KEYS if name in schema},
        english=english if columns else {},
    )


def _field(node: Node) -> HarvestedField:
    name = text(node.get("name")) or ""
    described, unit = text(node.get("description")) or text(node.get("title")), text(node.get("unit"))
    return HarvestedField(name=name, type=text(node.get("type")), description=described, unit=unit)
