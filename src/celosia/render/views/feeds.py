"""What the page of feeds shows: what a feed is, and where each one is. Pure."""

from dataclasses import dataclass

from celosia.model import LangString
from celosia.render.views.reading import Reading
from celosia.render.views.text import Link, stated, told


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A feed of the whole site: its path and its title, a message of gettext."""

    path: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedsView:
    """The feeds of the whole site, and those of each dataset."""

    whole: tuple[Link, ...]
    datasets: tuple[Link, ...]


def feeds_view(whole: tuple[Offered, ...], datasets: tuple[tuple[str, LangString], ...], reading: Reading) -> FeedsView:
    """The view of the page of feeds; `datasets` are their ids and titles."""
    address = reading.address
    return FeedsView(
        whole=tuple(Link(text=stated(reading.word(feed.title)), href=address.own(feed.path)) for feed in whole),
        datasets=tuple(
            Link(text=told(title, reading.lang), href=address.own(f"datasets/{id_}/feed.xml")) for id_, title in datasets
        ),
    )
