"""What the home page shows below its words: help first, then figures that each say when and by whom. Pure."""

from dataclasses import dataclass
from datetime import date

from celosia.derive import ComparisonPublication, KeyFigureValue
from celosia.locales import format_date, format_number
from celosia.model import HelpLine, PeriodOfTime
from celosia.render.comparing import QUALIFIERS
from celosia.render.views.checked import Checked, checked
from celosia.render.views.facet import token
from celosia.render.views.reading import Reading
from celosia.render.views.text import Link, Text, outward, spanish, stated, told
from celosia.render.words import N_, UNITS, count, word
from celosia.vocabularies.telephone import dialled_line

_DATASETS = (N_("1 dataset"), N_("{n} datasets"))
_AGREEMENTS = (N_("1 agreement"), N_("{n} agreements"))
_SOURCES = (N_("1 source"), N_("{n} sources"))


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpView:
    """A help line; `checked` says when its source was read, `card` which file beside the directory has it."""

    country: Text
    number: str
    dialled: str
    note: Text
    source: str | None
    checked: Checked
    card: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """A key figure: never a number alone."""

    number: str
    unit: str
    qualifier: str | None
    label: Text
    period: str | None
    mark: str | None
    source: Link | None
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Featured:
    """A comparison that the home page leads to: its name, and what it says in a sentence."""

    title: Text
    href: str
    sentence: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """The home page below its title."""

    help: tuple[HelpView, ...]
    figures: tuple[FigureView, ...]
    featured: tuple[Featured, ...]
    every: str
    doors: tuple[Link, ...]
    directory: str | None
    safety: str | None
    updated: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What the home page tells of the catalogue; `paths` are the pages that there are."""

    help_lines: tuple[HelpLine, ...]
    figures: tuple[KeyFigureValue, ...]
    featured: tuple[ComparisonPublication, ...]
    paths: tuple[str, ...]
    datasets: int
    agreements: int
    sources: int
    modified: date


def home_view(front: Front, reading: Reading) -> HomeView:
    """The view of the home page."""
    return HomeView(
        help=tuple(help_view(line, reading, front.modified) for line in front.help_lines),
        figures=tuple(_figure(value, reading) for value in front.figures),
        featured=tuple(_featured(one, reading) for one in front.featured),
        every=reading.address.page("comparisons/"),
        doors=tuple(_doors(front, reading)),
        directory=reading.address.page("info/") if "info/" in front.paths else None,
        safety=reading.address.page("privacy/") if "privacy/" in front.paths else None,
        updated=format_date(front.modified, reading.lang),
    )


def help_view(line: HelpLine, reading: Reading, today: date | None) -> HelpView:
    """The view of a help line; `today` is the day by which its source was read long ago, if the page tells that."""
    return HelpView(
        country=told(line.label, reading.lang),
        number=line.number,
        dialled=dialled_line(line),
        note=told(line.note, reading.lang),
        source=outward(line.source),
        checked=checked(line.checked, today, reading.lang),
        card=line_card(line),
    )


def _featured(one: ComparisonPublication, reading: Reading) -> Featured:
    return Featured(
        title=told(one.comparison.title, reading.lang),
        href=reading.address.page(f"comparisons/{one.comparison.id}/"),
        sentence=told(one.sentence, reading.lang),
    )


def line_card(line: HelpLine) -> str:
    """The name of the file that is a help line's card: neutral, like its page's."""
    return f"{line.country.lower()}-{token(line.number)}.vcf"


def _figure(value: KeyFigureValue, reading: Reading) -> FigureView:
    period = PeriodOfTime.parse(value.period) if value.period else None
    mark = reading.word("part of a year") if period and period.is_partial_year else None
    exact = value.qualifier in (None, "", "exacto", "None")
    return FigureView(
        number=format_number(value.value, reading.lang),
        unit=word(UNITS, value.unit or "", reading.lang),
        qualifier=None if exact else reading.word(QUALIFIERS.get(value.qualifier or "", value.qualifier or "")),
        label=told(value.figure.label, reading.lang),
        period=reading.period(period.text) if period else None,
        mark=mark,
        source=_source(value, reading),
        href=reading.address.page(f"datasets/{value.figure.dataset}/"),
    )


def _source(value: KeyFigureValue, reading: Reading) -> Link | None:
    if value.source is None:
        return None
    href = reading.address.page("sources/", value.source.id)
    return Link(text=spanish(value.source.publisher, reading.lang), href=href)


def _doors(front: Front, reading: Reading) -> tuple[Link, ...]:
    lang = reading.lang
    doors = (
        ("datasets/", N_("Data"), count(front.datasets, _DATASETS, lang), N_("with charts, tables and downloads")),
        ("commitments/", N_("Commitments"), "", N_("What the States promised, what each side says and what can be verified")),
        ("agreements/", N_("Agreements"), count(front.agreements, _AGREEMENTS, lang), N_("with parties, dates and status")),
        ("sources/", N_("Sources"), count(front.sources, _SOURCES, lang), N_("that the figures come from, with date and link")),
        ("territories/", N_("Territories"), "", N_("What is published about each province and department")),
        ("methods/", N_("Methods"), "", N_("How the figures were gathered, and what they cannot tell")),
    )
    return tuple(
        Link(text=stated(reading.word(title)), href=reading.address.page(path), note=f"{size} {reading.word(note)}".strip())
        for path, title, size, note in doors
        if path in front.paths
    )
