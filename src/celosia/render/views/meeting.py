"""The events that a milestone promises: those that were found, how many fell due, and when the next one would. Pure."""

from dataclasses import dataclass

from celosia.derive.commitment import Expected, MilestoneTold
from celosia.locales import format_date, format_number
from celosia.model.commitment import Event
from celosia.render.promised import EVENTS, NO_EVENTS
from celosia.render.views.reading import Reading
from celosia.render.views.text import Link, Text, told
from celosia.render.views.verified import anchor


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetings:
    """What is said of the events of a milestone: `none` that there are none, `due` and `next` when the promise expects them."""

    anchor: str
    number: str
    promise: Text
    kind: str
    found: tuple[Link, ...]
    none: str
    due: str
    next: str


def meetings(one: MilestoneTold, reading: Reading) -> Meetings:
    """The events of a milestone that promises some."""
    kind = one.milestone.meets or "other"
    return Meetings(
        anchor=anchor(one.milestone.number),
        number=one.milestone.number,
        promise=told(one.milestone.promise, reading.lang),
        kind=reading.word(EVENTS[kind]),
        found=tuple(_event(event, reading) for event in one.events),
        none="" if one.events else reading.word(NO_EVENTS[kind]),
        due=_due(one.expected, reading) if one.expected else "",
        next=_next(one.expected, reading) if one.expected else "",
    )


def _event(event: Event, reading: Reading) -> Link:
    href = reading.address.page("events/", event.id)
    return Link(text=told(event.title, reading.lang), href=href, note=reading.day(event.date))


def _due(expected: Expected, reading: Reading) -> str:
    message = reading.word(
        "By the promise, {n} fell due while it lasted: every {months} months, the first by {first}, the last by {last}."
    )
    if not expected.due:
        return ""
    return message.format(
        n=format_number(len(expected.due), reading.lang),
        months=expected.months,
        first=format_date(expected.due[0], reading.lang),
        last=format_date(expected.due[-1], reading.lang),
    )


def _next(expected: Expected, reading: Reading) -> str:
    day = format_date(expected.next, reading.lang)
    if expected.after_end:
        message = reading.word("Next date by the same rhythm: {day}. The plan has ended, so nobody has promised it any more.")
    else:
        message = reading.word("Next date expected, by the promise: {day}.")
    return message.format(day=day)
