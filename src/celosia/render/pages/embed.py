"""Charts of frozen releases as pages of their own, to be framed elsewhere: no shell of the site around them. Pure.

An embed stays as long as its release: it shows the frozen drawing, and says when there is a newer version.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from celosia.derive import Publication
from celosia.locales import format_date
from celosia.model import Dataset, Site, Unit
from celosia.render.address import Address, folder
from celosia.render.fragment import standalone
from celosia.render.pages.dataset import own_site
from celosia.render.snippets import Picture, iframe
from celosia.render.views.pinned import Pinned, PinnedChart, PinnedDrawing, pinned
from celosia.render.views.reuse import Reused, embed_path, picture
from celosia.render.views.text import Text, outward, told

_OEMBED = "oembed.json"
_WIDTH = 640


@dataclass(frozen=True, slots=True, kw_only=True)
class Embeds:
    """All charts of a release, in one language. `newest` is the dataset's latest release."""

    dataset: Dataset
    site: Site
    release: Pinned
    newest: str
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A drawing as the page loads it."""

    href: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedPage:
    """What an embed shows; links are relative, but those for machines, which are absolute."""

    canonical: str
    oembed: str
    style: str
    title: Text
    description: Text
    alternative: str
    wide: Side
    narrow: Side
    sources: str
    schematic: bool
    version: str
    day: str
    newer: str
    dataset: Text
    home: str
    latest: str
    license: str
    license_url: str | None
    publisher: str


def embed_units(publication: Publication) -> Iterable[Unit]:
    """For each release of each dataset and each language, the pages of its charts."""
    langs = publication.site.languages
    for told_ in publication.datasets:
        for release in (pinned(version, langs) for version in told_.versions):
            for lang in langs:
                embeds = Embeds(
                    dataset=_without_tables(told_.dataset),
                    site=own_site(publication.site),
                    release=release,
                    newest=told_.versions[-1].number,
                    lang=lang,
                )
                name = f"embed:{lang}:{told_.dataset.id}:{release.version}"
                yield Unit(name=name, function=embed_pages, arguments=(embeds,))


def embed_pages(embeds: Embeds) -> Mapping[str, bytes]:
    """The page and the oEmbed document of each chart."""
    return {path: body for chart in embeds.release.charts for path, body in _files(chart, embeds).items()}


def _files(chart: PinnedChart, embeds: Embeds) -> Mapping[str, bytes]:
    reused = Reused(dataset=embeds.dataset, site=embeds.site, release=embeds.release)
    shown = picture(chart, reused, embeds.release, embeds.lang)
    place = f"{folder(embeds.lang)}{embed_path(embeds.dataset.id, chart.name, embeds.release.version)}"
    page = standalone("embed", embeds.lang, _page(chart, shown, embeds))
    return {f"{place}index.html": page, f"{place}{_OEMBED}": _oembed(shown, embeds)}


def _page(chart: PinnedChart, shown: Picture, embeds: Embeds) -> EmbedPage:
    dataset, release, lang = embeds.dataset, embeds.release, embeds.lang
    address = Address(lang=lang, path=embed_path(dataset.id, chart.name, release.version))
    own = f"datasets/{dataset.id}/v/{release.version}/"
    wide, narrow = (_side(drawing, own, address) for drawing in chart.drawn(lang))
    return EmbedPage(
        canonical=shown.frame,
        oembed=f"{shown.frame}{_OEMBED}",
        style=address.root("assets/embed.css"),
        title=told(chart.title, lang),
        description=told(chart.description, lang),
        alternative=shown.alternative,
        wide=wide,
        narrow=narrow,
        sources=", ".join(chart.sources) or dataset.creator,
        schematic=chart.schematic,
        version=release.version,
        day=format_date(release.day, lang),
        newer="" if release.version == embeds.newest else embeds.newest,
        dataset=told(dataset.title, lang),
        home=address.page(own),
        latest=address.page(f"datasets/{dataset.id}/"),
        license=dataset.license.name,
        license_url=outward(dataset.license.url),
        publisher=dataset.publisher,
    )


def _side(drawing: PinnedDrawing, own: str, address: Address) -> Side:
    return Side(href=address.root(f"{own}{drawing.path}"), width=drawing.width, height=drawing.height)


def _oembed(shown: Picture, embeds: Embeds) -> bytes:
    """OEmbed 1.0, type rich: what an editor asks for when somebody pastes the address of an embed."""
    document = {
        "version": "1.0",
        "type": "rich",
        "title": shown.title,
        "author_name": embeds.dataset.creator,
        "provider_name": embeds.site.title.text(embeds.lang),
        "provider_url": embeds.site.url,
        "html": iframe(shown, str(_WIDTH)),
        "width": _WIDTH,
        "height": shown.height,
    }
    return f"{json.dumps(document, ensure_ascii=False, indent=1)}\n".encode()


def _without_tables(dataset: Dataset) -> Dataset:
    """An embed names the dataset; what the dataset holds today is no matter of a frozen chart."""
    return replace(dataset, tables=(), charts=(), changes=())
