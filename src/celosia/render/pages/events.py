"""The page of meetings and trainings, and its calendar. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from celosia.derive import CommitmentPublication, EventPublication, MilestoneTold, Publication
from celosia.locales import gettext
from celosia.model import Page, Site, Territory, Unit
from celosia.render.address import Address, folder
from celosia.render.heads import Place, page_head
from celosia.render.menu import written
from celosia.render.pages.dataset import own_site
from celosia.render.pages.document import authored, document_files, opened
from celosia.render.promised import EVENTS
from celosia.render.views.events import answer, events_view
from celosia.render.views.reading import Reading
from celosia.render.views.verified import anchor
from celosia.vocabularies.icalendar import Day, icalendar

CALENDAR = "events.ics"
_PRODUCT = "-//Celosía//Celosía//ES"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventsPage:
    """All that the page shows, in one language: the events, and the commitments that promise some."""

    page: Page
    site: Site
    events: tuple[EventPublication, ...]
    commitments: tuple[CommitmentPublication, ...]
    territories: tuple[Territory, ...]
    today: date


def calendar_units(publication: Publication) -> Iterable[Unit]:
    """The calendar of each language, where the site has the page."""
    if publication.events or publication.commitments:
        for lang in publication.site.languages:
            page = _argument(publication, written(publication, "events/", lang))
            yield Unit(name=f"calendar:{lang}", function=calendar, arguments=(page,))


def events_unit(publication: Publication, page: Page) -> Unit:
    """The unit of the page."""
    argument = _argument(publication, page)
    return Unit(name=f"page:{page.lang}:events/", function=events_page, arguments=(argument,))


def events_page(page: EventsPage) -> Mapping[str, bytes]:
    """The files of the page."""
    address = Address(lang=page.page.lang, path="events/")
    reading = Reading.of(address, page.territories)
    view = events_view(page.events, page.commitments, reading)
    document = opened(authored(page.page, address), answer(view, reading))
    return document_files(
        document, "events", view, page_head(page.page, Place(site=page.site, address=address)), page.site.terms
    )


def calendar(page: EventsPage) -> Mapping[str, bytes]:
    """`events.ics`: the events whose source gives a day or a month, and the next date that each promise expects."""
    lang = page.page.lang
    name = f"{page.page.title} · {page.site.title.text(lang)}"
    days = sorted((*_dated(page, lang), *_expected(page, lang)), key=lambda day: (day.first, day.uid))
    return {f"{folder(lang)}{CALENDAR}": icalendar(name, days, page.today, _PRODUCT)}


def _argument(publication: Publication, page: Page) -> EventsPage:
    countries = {told.commitment.country for told in publication.commitments} | {
        one.event.country for one in publication.events
    }
    return EventsPage(
        page=page,
        site=own_site(publication.site),
        events=publication.events,
        commitments=tuple(told for told in publication.commitments if any(one.milestone.meets for one in told.milestones)),
        territories=tuple(one for one in publication.territories if one.code in countries),
        today=publication.modified,
    )


def _dated(page: EventsPage, lang: str) -> Iterator[Day]:
    """An event of a whole year would fill every day of it: only what is dated to the month or the day."""
    for one in page.events:
        event = one.event
        if (event.date.end - event.date.start).days < 31:  # noqa: PLR2004 - a month
            yield Day(
                uid=f"{event.id}@{page.site.host}",
                first=event.date.start,
                last=event.date.end,
                summary=event.title.text(lang),
                description=gettext(lang)(EVENTS[event.kind]),
                url=f"{_url(page, 'events/', lang)}#{event.id}",
            )


def _expected(page: EventsPage, lang: str) -> Iterator[Day]:
    for told in page.commitments:
        for one in told.milestones:
            if one.expected:
                yield _next(page, told, one, lang)


def _next(page: EventsPage, told: CommitmentPublication, one: MilestoneTold, lang: str) -> Day:
    _, commitment = gettext(lang), told.commitment
    assert one.expected is not None  # noqa: S101 - its caller looked
    number, day = one.milestone.number, one.expected.next
    kind = _(EVENTS[one.milestone.meets or "other"])
    text = _("Date expected by the rhythm of the promise. Nobody has announced it.")
    return Day(
        uid=f"{commitment.id}-{anchor(number)}-{day.isoformat()}@{page.site.host}",
        first=day,
        last=day,
        summary=_("{kind} expected ({code}, milestone {number})").format(kind=kind, code=commitment.code, number=number),
        description=text,
        url=f"{_url(page, f'commitments/{commitment.id}/', lang)}#{anchor(number)}",
        tentative=True,
    )


def _url(page: EventsPage, path: str, lang: str) -> str:
    return page.site.url + Address(lang=lang, path=path).public
