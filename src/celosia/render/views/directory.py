"""What the help directory shows: the lines of each country, and whom to call in each place, by day and by night. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from celosia.locales.stems import folded
from celosia.model import HelpLine, Table
from celosia.render.views.contact import Contact
from celosia.render.views.facet import token
from celosia.render.views.home import HelpView, help_view
from celosia.render.views.reading import Reading
from celosia.render.views.text import Link, Text, stated


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A place with its contacts, if any; `id` is its anchor, `page` leads to its own page where it has one."""

    id: str
    title: Text
    contacts: tuple[Contact, ...]
    page: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country: its lines, which answer in all of its places, the contacts for the whole of it, and its places."""

    id: str
    title: Text
    lines: tuple[HelpView, ...]
    contacts: tuple[Contact, ...]
    areas: tuple[Area, ...]

    @property
    def links(self) -> tuple[Link, ...]:
        """The way to each place."""
        return tuple(Link(text=area.title, href=f"#{area.id}") for area in self.areas)


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryView:
    """The directory below the words of its page; `card` has all lines of all countries."""

    help: tuple[HelpView, ...]
    countries: tuple[Country, ...]
    card: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """All that the directory is told: `pages` are the codes of the places that have a page, `today` is the build's day."""

    table: Table
    lines: tuple[HelpLine, ...]
    pages: frozenset[str]
    today: date


LINES = "lines.vcf"


def directory_view(told: Told, found: tuple[Contact, ...], reading: Reading) -> DirectoryView:
    """The view of a directory; `found` are its contacts."""
    codes = dict.fromkeys((*(line.country for line in told.lines), *sorted({contact.country for contact in found})))
    return DirectoryView(
        help=tuple(help_view(line, reading, told.today) for line in told.lines),
        countries=tuple(_country(code, found, told, reading) for code in codes),
        card=LINES,
    )


def _country(code: str, found: Iterable[Contact], told: Told, reading: Reading) -> Country:
    own = [contact for contact in found if contact.country == code]
    return Country(
        id=token(code) or "otros",
        title=reading.territory(code) if code else stated(reading.word("Other places")),
        lines=tuple(help_view(line, reading, told.today) for line in told.lines if line.country == code),
        contacts=tuple(contact for contact in own if contact.area is None),
        areas=tuple(sorted(_areas(code, own, told, reading), key=lambda area: folded(area.title.text))),
    )


def _areas(country: str, own: Iterable[Contact], told: Told, reading: Reading) -> Iterable[Area]:
    """Every place of a country, whether or not the directory has a contact there."""
    inner = (area.code for area in reading.territories.values() if area.parent == country)
    here: dict[str, list[Contact]] = {code: [] for code in inner}
    for contact in own:
        if contact.area is not None:
            here.setdefault(contact.area, []).append(contact)
    for code, held in here.items():
        yield Area(
            id=token(code),
            title=reading.territory(code),
            contacts=tuple(held),
            page=reading.address.page(f"territories/{code.lower()}/") if code in told.pages else None,
        )
