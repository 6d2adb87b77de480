"""The nodes of schema.org that every page shares: who publishes, the catalogue, where one is in the site. Pure.

Each page holds one JSON-LD document. Its main node keeps the identifier that it has in DCAT; what would be long is a link.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from celosia.locales import format_country
from celosia.model import Agent, PeriodOfTime, Site, SourceLink, Territory

CONTEXT = "https://schema.org"

Node = dict[str, object]

_LONGEST_LIST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A page: its address (absolute), its language, its title, and the pages above it by title and address, home first."""

    url: str
    lang: str
    title: str
    above: tuple[tuple[str, str], ...] = ()


def document(node: Mapping[str, object]) -> Node:
    """A node as the document of a page."""
    return {"@context": CONTEXT, **node}


def known(node: Mapping[str, object]) -> Node:
    """Without what is not known or empty."""
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}


def web_page(spot: Spot, kind: str, **more: object) -> Node:
    """A page as such (`WebPage`, `CollectionPage`, `Article` …) with the way that leads to it."""
    node: Node = {"@type": kind, "@id": spot.url, "url": spot.url, "name": spot.title, "inLanguage": spot.lang}
    return known({**node, "breadcrumb": breadcrumbs(spot), **more})


def article(spot: Spot, site: Site, **more: object) -> Node:
    """A text that somebody wrote, on its page."""
    node: Node = {"@type": "Article", "@id": f"{spot.url}#article", "headline": spot.title, "inLanguage": spot.lang}
    signed = {"author": publisher(site), "publisher": publisher(site)}
    return known({**node, **signed, **more, "mainEntityOfPage": web_page(spot, "WebPage")})


def breadcrumbs(spot: Spot) -> Node | None:
    """The way from the home page; none on the home page itself."""
    if not spot.above:
        return None
    steps = (*spot.above, (spot.title, spot.url))
    return {"@type": "BreadcrumbList", "itemListElement": _steps(steps)}


def publisher(site: Site) -> Node:
    """Who answers for the catalogue."""
    return {"@type": "Organization", "@id": f"{site.url}#publisher", **_named(site.publisher)}


def organization(name: str, site: Site) -> Node:
    """A body by its name; our own with its identifier."""
    return publisher(site) if name == site.publisher.name else {"@type": "Organization", "name": name}


def catalog_link(site: Site, lang: str) -> Node:
    """The catalogue that a dataset is in."""
    return {"@type": "DataCatalog", "@id": f"{site.url}#catalog", "name": site.title.text(lang), "url": site.url}


def data_catalog(site: Site, spot: Spot) -> Node:
    """The catalogue on its home page. Its datasets have their own pages, which name it."""
    return known(
        {
            **catalog_link(site, spot.lang),
            "description": site.description.text(spot.lang),
            "inLanguage": list(site.languages),
            "license": site.license.url,
            "isAccessibleForFree": True,
            "publisher": publisher(site),
            "mainEntityOfPage": web_page(spot, "WebPage"),
        }
    )


def collection(spot: Spot, site: Site, members: tuple[tuple[str, str], ...]) -> Node:
    """A list. `members`: the title and the address of each thing that has a page; of a long list, only how many."""
    listed = _steps(members)
    items = known(
        {
            "@type": "ItemList",
            "numberOfItems": len(members),
            "itemListElement": listed if len(listed) <= _LONGEST_LIST else [],
        }
    )
    return web_page(spot, "CollectionPage", isPartOf=catalog_link(site, spot.lang), mainEntity=items if members else None)


def places(codes: Iterable[str], territories: Mapping[str, Territory], lang: str) -> list[Node]:
    """Countries and areas by their names, with their codes of ISO 3166."""
    return [
        {
            "@type": "AdministrativeArea" if "-" in code else "Country",
            "name": territories[code].name.text(lang) if code in territories else format_country(code, lang),
            "identifier": code,
        }
        for code in codes
    ]


def works(sources: Iterable[SourceLink]) -> list[Node]:
    """What something was read in."""
    return [{"@type": "CreativeWork", "name": source.title, "url": source.url} for source in sources]


def interval(period: PeriodOfTime | None) -> str | None:
    """A period as ISO 8601 with both its days."""
    return f"{period.start.isoformat()}/{period.end.isoformat()}" if period else None


def _steps(things: Iterable[tuple[str, str]]) -> list[Node]:
    return [
        {"@type": "ListItem", "position": position, "name": name, "item": url} for position, (name, url) in enumerate(things, 1)
    ]


def _named(agent: Agent) -> Node:
    return {"name": agent.name, "url": agent.url}
