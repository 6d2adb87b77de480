"""In which language, and from which page, something is read. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from celosia.locales import format_country, format_date, format_period, gettext
from celosia.model import PeriodOfTime, Source, Territory
from celosia.render.address import Address
from celosia.render.views.text import Text, told


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The page's address, with the names of the territories and the sources that it speaks of.

    `explained`: the site has a page that says how people are protected.
    """

    address: Address
    territories: Mapping[str, Territory] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    explained: bool = False

    @classmethod
    def of(
        cls,
        address: Address,
        territories: Iterable[Territory] = (),
        sources: Iterable[Source] = (),
        *,
        explained: bool = False,
    ) -> "Reading":
        """Keep what was given by its code."""
        return cls(
            address=address,
            territories={territory.code: territory for territory in territories},
            sources={source.id: source for source in sources},
            explained=explained,
        )

    @property
    def lang(self) -> str:
        """The language of the page."""
        return self.address.lang

    def word(self, message: str) -> str:
        """A message of the interface in the language of the page."""
        return gettext(self.lang)(message)

    def territory(self, code: str) -> Text:
        """The name of a territory: the catalogue's, or that of the country, or the code."""
        found = self.territories.get(code)
        return told(found.name, self.lang) if found else Text(text=format_country(code, self.lang))

    def period(self, text: str) -> str:
        """A period in words."""
        return format_period(text, self.lang)

    def day(self, period: PeriodOfTime) -> str:
        """A date as precise as its source was: a day, a month or a year in words."""
        return format_date(period.start, self.lang) if period.start == period.end else self.period(period.text)
