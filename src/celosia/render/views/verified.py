"""What a commitment's page shows of what was computed: the breakdowns by year, and how old each piece of evidence is. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from celosia.derive.commitment import CommitmentPublication, MilestoneTold
from celosia.derive.published import BreakdownYears
from celosia.locales import format_date, format_number
from celosia.render.promised import MARKS, NEVER
from celosia.render.views.reading import Reading
from celosia.render.views.text import Link, Text, told
from celosia.render.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The required breakdowns of a milestone by year; a heading pairs the breakdown with its sentence."""

    id: str
    caption: str
    headings: tuple[Text, ...]
    lines: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    facts: tuple[tuple[Text, str, str, tuple[Link, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Age:
    """A piece of evidence with its last day and how late the next one is."""

    number: str
    of: Text
    last: str
    days: str
    due: str
    overdue: str
    late: bool


def anchor(number: str) -> str:
    """The anchor of a milestone.

    >>> anchor("6.1.1")
    'm-6-1-1'
    """
    return f"m-{number}".replace(".", "-")


def reasons(one: MilestoneTold, reading: Reading) -> tuple[str, ...]:
    """Why a milestone is not found whole: what was never published, what is overdue, what was never checked."""
    _, lang = reading.word, reading.lang
    never = ", ".join(part.title.text(lang).lower() for part in one.never)
    late = ", ".join(dict.fromkeys(shown.evidence.of.text(lang) for shown in one.overdue))
    parts = (
        _("Found in no year: {what}.").format(what=never) if never else "",
        _("Overdue: {what}.").format(what=late) if late else "",
        _unchecked(one, reading) if one.lacks_check else "",
    )
    return tuple(part for part in parts if part)


def _unchecked(one: MilestoneTold, reading: Reading) -> str:
    if one.checked is None:
        return reading.word("No entry bears the date of a check.")
    return reading.word("The last check was on {day}.").format(day=format_date(one.checked.last, reading.lang))


def matrix(one: MilestoneTold, reading: Reading) -> Matrix:
    """The required breakdowns of a milestone: the newest year first."""
    years = [year for year, _ in one.breakdowns[0].marks]
    marks = [dict(breakdown.marks) for breakdown in one.breakdowns]
    caption = reading.word("What was published of each required breakdown, by year (milestone {number})")
    return Matrix(
        id=f"years-{anchor(one.milestone.number)}",
        caption=caption.format(number=one.milestone.number),
        headings=tuple(told(breakdown.title, reading.lang) for breakdown in one.breakdowns),
        lines=tuple(
            (str(year), tuple((mark[year], reading.word(MARKS[mark[year]])) for mark in marks)) for year in reversed(years)
        ),
        facts=tuple(_breakdown(breakdown, reading) for breakdown in one.breakdowns),
    )


def _breakdown(one: BreakdownYears, reading: Reading) -> tuple[Text, str, str, tuple[Link, ...]]:
    """A breakdown in a sentence: never, or in which years the whole year was published; and the tables that answer it."""
    tables = tuple(
        Link(
            text=told(table.title, reading.lang),
            href=reading.address.page(f"datasets/{table.dataset}/", f"table-{table.table}"),
        )
        for table in one.answers
    )
    title = told(one.title, reading.lang)
    if one.is_never:
        return title, "never", reading.word(NEVER), tables
    whole = ", ".join(map(str, one.years("published", "mixed")))
    if not whole:
        return title, "part", reading.word("No whole year was published"), tables
    return title, "published", reading.word("Whole years published: {years}").format(years=whole), tables


def ages(publication: CommitmentPublication, reading: Reading) -> Iterator[Age]:
    """How old each dated piece of evidence is."""
    _, lang = reading.word, reading.lang
    for milestone in publication.milestones:
        for shown in milestone.evidence:
            fresh = shown.fresh
            if fresh is None:
                continue
            late = bool(fresh.overdue)
            overdue = _("{n} days").format(n=format_number(fresh.overdue or 0, lang)) if late else _("not overdue")
            yield Age(
                number=milestone.milestone.number,
                of=told(shown.evidence.of, lang),
                last=format_date(fresh.last, lang),
                days=_("{n} days").format(n=format_number(fresh.days, lang)),
                due=format_date(fresh.due, lang) if fresh.due else _("no interval was promised"),
                overdue=overdue if fresh.due else "–",
                late=late,
            )


def yardstick(publication: CommitmentPublication, reading: Reading) -> str:
    """By which rule an update is late, where a milestone borrows that of another."""
    lent = {one.milestone.rhythm.milestone for one in publication.milestones if one.milestone.rhythm} - {None}
    if not lent:
        return ""
    message = N_("Where a milestone states no interval, the one of milestone {number} is the yardstick: that is our choice.")
    return reading.word(message).format(number=", ".join(sorted(filter(None, lent))))
