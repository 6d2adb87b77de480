"""A list that can be narrowed: cards, and the facets by which they are chosen. Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from celosia.locales.stems import folded
from celosia.model import PeriodOfTime
from celosia.render.views.text import Text, stated

_MOST_YEARS = 40
_OTHER = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A value of a facet (a token, stable in addresses) and its words."""

    value: str
    label: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A criterion; `name` is the parameter of the address that others may link to."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """An entry of a list: `tokens` pairs each facet's name with the values that the entry has."""

    title: Text
    href: str
    kicker: str
    summary: Text | None
    notes: tuple[Text, ...]
    status: str | None
    status_word: str
    tokens: tuple[tuple[str, str], ...]


def facet(name: str, label: str, tagged: Iterable[Mapping[str, Text]]) -> Facet | None:
    """A facet with the values that occur, by their words; none where there is nothing to choose from."""
    labels = {value: text for entry in tagged for value, text in entry.items()}
    if len(labels) < 2:  # noqa: PLR2004 - one value is no choice
        return None
    options = (Option(value=value, label=text) for value, text in labels.items())
    return Facet(name=name, label=label, options=tuple(sorted(options, key=lambda option: folded(option.label.text))))


def years(period: PeriodOfTime | None) -> tuple[str, ...]:
    """Each year of a period: people look for a year that lies in it, not for the period."""
    if period is None or period.end.year - period.start.year > _MOST_YEARS:
        return ()
    return tuple(str(year) for year in range(period.start.year, period.end.year + 1))


def by_year(period: PeriodOfTime | None) -> Mapping[str, Text]:
    """The years of a period as values of a facet."""
    return {year: stated(year) for year in years(period)}


def token(text: str) -> str:
    """A text as one word of an address.

    >>> token("Tráfico de migrantes"), token("Gießen")
    ('trafico-de-migrantes', 'giessen')
    """
    return _OTHER.sub("-", folded(text)).strip("-")
