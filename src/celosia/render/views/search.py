"""What the search page shows before anybody types. Pure."""

from dataclasses import dataclass

from celosia.render.menu import FOOTER, MENU
from celosia.render.views.reading import Reading
from celosia.render.views.text import Link, stated
from celosia.render.words import N_

SECTIONS = (
    ("datasets", N_("Data")),
    ("agreements", N_("Agreements")),
    ("norms", N_("Laws and norms")),
    ("info", N_("Help")),
    ("pages", N_("Pages")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """The sections to choose from, the lists that hold everything, and where the index is."""

    sections: tuple[tuple[str, str], ...]
    lists: tuple[Link, ...]
    index: str
    script: str
    up: str


def search_view(lists: tuple[str, ...], reading: Reading) -> SearchView:
    """The view of the search page."""
    titles = {**FOOTER, **MENU}
    return SearchView(
        sections=tuple((name, reading.word(title)) for name, title in SECTIONS),
        lists=tuple(Link(text=stated(reading.word(titles[path])), href=reading.address.page(path)) for path in lists),
        index=reading.address.root(f"assets/index.{reading.lang}.js"),
        script=reading.address.root("assets/buscar.js"),
        up=reading.address.own(""),
    )
