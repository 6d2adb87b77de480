"""FAIR Signposting: the typed links by which a program finds what belongs to a page. Pure.

Follows the FAIR Signposting Profile (levels 1 and 2) and RFC 9264: the same links are in the page's head and in `linkset.json`.
Versions are linked with the relations of RFC 5829.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from celosia.model import Agreement, Dataset, Site
from celosia.vocabularies.bibliography import CITATION_TYPES
from celosia.vocabularies.citation import landing_page, version_page

LINKSET = "linkset.json"
LINKSET_TYPE = "application/linkset+json"
_ABOUT_PAGE = "https://schema.org/AboutPage"
_JSON, _TURTLE, _HTML = "application/json", "text/turtle", "text/html"
_TYPES = {"csv": "text/csv", "json": _JSON, "zip": "application/zip"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link from a page: its relation, its target (absolute) and the target's media type."""

    rel: str
    href: str
    type: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signpost:
    """A page (`anchor`), absolute, with all its links in the order in which they are said."""

    anchor: str
    links: tuple[Link, ...]

    def to(self, rel: str) -> tuple[Link, ...]:
        """The links of a relation."""
        return tuple(link for link in self.links if link.rel == rel)


def dataset_signpost(dataset: Dataset, site: Site, files: Iterable[tuple[str, str]], *, released: bool = False) -> Signpost:
    """The links of a dataset's page. `files`: the name of each download and its media type."""
    page = landing_page(dataset, site)
    links = (
        Link(rel="cite-as", href=version_page(dataset, site) if released else page),
        *_types("Dataset"),
        *(Link(rel="item", href=f"{page}{name}", type=type_) for name, type_ in files),
        *(Link(rel="describedby", href=f"{page}{name}", type=_JSON) for name in whole_descriptions(dataset)),
        *_described(page, site),
        *_common(dataset.license.url if dataset.states("license") else "", site),
    )
    return Signpost(anchor=page, links=links)


def version_signpost(dataset: Dataset, site: Site, files: Iterable[str]) -> Signpost:
    """The links of the page of a frozen version, of whose `files` the drawings are left out: they show what the tables hold."""
    page = version_page(dataset, site)
    links = (
        Link(rel="cite-as", href=page),
        *_types("Dataset"),
        *(Link(rel="item", href=f"{page}{name}", type=type_) for name, type_ in _data(files)),
        Link(rel="describedby", href=f"{page}datapackage.json", type=_JSON),
        *_described(page, site),
        *_common(dataset.license.url if dataset.states("license") else "", site),
        Link(rel="latest-version", href=landing_page(dataset, site), type=_HTML),
    )
    return Signpost(anchor=page, links=links)


def changes_signpost(dataset: Dataset, site: Site, files: Iterable[str]) -> Signpost:
    """The links of the page of what changed in a dataset. `files`: its downloads, by their names in the dataset's folder."""
    home = landing_page(dataset, site)
    links = (
        Link(rel="cite-as", href=f"{home}changes/"),
        Link(rel="type", href="https://schema.org/CollectionPage"),
        Link(rel="type", href=_ABOUT_PAGE),
        *(Link(rel="item", href=f"{home}{name}", type=_TYPES[name.rpartition(".")[2]]) for name in files),
        Link(rel="item", href=f"{home}feed.xml", type="application/atom+xml"),
        Link(rel="describedby", href=f"{home}datapackage.json", type=_JSON),
        *_common(dataset.license.url if dataset.states("license") else "", site),
    )
    return Signpost(anchor=f"{home}changes/", links=links)


def agreement_signpost(agreement: Agreement, site: Site) -> Signpost:
    """The links of an agreement's page; its items are the whole collection as files."""
    page = f"{site.url}agreements/{agreement.id}/"
    items = (("agreements.csv", "text/csv"), ("agreements.json", _JSON))
    links = (
        Link(rel="cite-as", href=page),
        *_types("Legislation"),
        *(Link(rel="item", href=f"{site.url}agreements/{name}", type=type_) for name, type_ in items),
        *_described(page, site),
        *_common(site.license.url, site),
    )
    return Signpost(anchor=page, links=links)


def whole_descriptions(dataset: Dataset) -> tuple[str, ...]:
    """The files that describe a whole dataset, by their names. Croissant is of tables, so a dataset without any has none."""
    return ("datapackage.json", "croissant.json") if dataset.tables else ("datapackage.json",)


def linkset(signpost: Signpost) -> dict[str, object]:
    """The document of RFC 9264 §4.2: the links of the page, then the way back from what they lead to."""
    relations = dict.fromkeys(link.rel for link in signpost.links)
    own = {rel: [_target(link) for link in signpost.to(rel)] for rel in relations}
    return {"linkset": [{"anchor": signpost.anchor, **own}, *_back(signpost)]}


def _data(files: Iterable[str]) -> Iterable[tuple[str, str]]:
    """The tables and the archive of a version, with their media types."""
    endings = ((name, name.rpartition(".")[2]) for name in sorted(files) if "/" not in name)
    return ((name, _TYPES[ending]) for name, ending in endings if ending in ("csv", "zip"))


def _types(kind: str) -> tuple[Link, ...]:
    return (Link(rel="type", href=f"https://schema.org/{kind}"), Link(rel="type", href=_ABOUT_PAGE))


def _described(page: str, site: Site) -> tuple[Link, ...]:
    """The files of the citation, and the catalogue's own description of everything."""
    citations = (Link(rel="describedby", href=f"{page}{name}", type=type_) for name, (_, type_) in CITATION_TYPES.items())
    return (*citations, Link(rel="describedby", href=f"{site.url}catalog.ttl", type=_TURTLE))


def _common(license_: str, site: Site) -> tuple[Link, ...]:
    licensed = (Link(rel="license", href=license_),) if license_ else ()
    return (
        *licensed,
        Link(rel="author", href=site.publisher.url),
        Link(rel="collection", href=site.url, type=_HTML),
    )


def _back(signpost: Signpost) -> Iterable[dict[str, object]]:
    page = {"href": signpost.anchor, "type": _HTML}
    for rel, inverse in (("item", "collection"), ("describedby", "describes")):
        for link in signpost.to(rel):
            yield {"anchor": link.href, inverse: [page]}


def _target(link: Link) -> dict[str, str]:
    return {"href": link.href} | ({"type": link.type} if link.type else {})
