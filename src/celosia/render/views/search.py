"""What the search page shows before anybody types. Pure."""

from dataclasses import dataclass

from celosia.render.menu import FOOTER, MENU
from celosia.render.search.entry import SECTIONS
from celosia.render.views.reading import Reading
from celosia.render.views.text import Link, stated

FOLDER = "assets/search/"
"""Where the index of each language stands in the root tree."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """The sections to choose from, the lists that hold everything, and where the index is."""

    sections: tuple[tuple[str, str], ...]
    lists: tuple[Link, ...]
    index: str
    script: str
    up: str


def search_view(lists: tuple[str, ...], sections: tuple[str, ...], reading: Reading) -> SearchView:
    """The view of the search page."""
    titles = {**FOOTER, **MENU}
    return SearchView(
        sections=tuple((name, reading.word(SECTIONS[name])) for name in sections),
        lists=tuple(Link(text=stated(reading.word(titles[path])), href=reading.address.page(path)) for path in lists),
        index=reading.address.root(f"{FOLDER}{reading.lang}/index.js"),
        script=reading.address.root("assets/buscar.js"),
        up=reading.address.own(""),
    )
