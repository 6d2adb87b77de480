"""What a feed tells: one entry for each change of a dataset, each recall, each agreement as it is known. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from celosia.locales import N_, format_period, gettext
from celosia.model import Agreement, Change, LangString, Site, Withdrawal
from celosia.model.permanence import notice_of
from celosia.render.address import Address
from celosia.render.dates import as_known
from celosia.render.views.tombstone import REASONS
from celosia.render.words import CHANGES, STATUSES, word
from celosia.vocabularies.atom import Entry

CORRECTING = frozenset({"correction", "revision", "method-change", "withdrawal"})
"""The types of change after which a figure that somebody has quoted may no longer stand."""

_WITHDRAWN = N_("Something was withdrawn. The page of the changes says what, and why.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A dataset as feeds tell of it: its changes, and the versions that have a page of their own."""

    id: str
    title: LangString
    changes: tuple[Change, ...]
    frozen: tuple[str, ...] = ()


def change_entries(changed: Changed, site: Site, lang: str) -> Iterator[Entry]:
    """The changes of a dataset, in the order of its changelog: newest first."""
    return (_change(changed, change, site, lang) for change in changed.changes)


def recall_entries(withdrawals: Iterable[Withdrawal], site: Site, lang: str) -> Iterator[Entry]:
    """What was withdrawn from its address: that it was, when, the class of the reason, and where the notice stands."""
    return (_recall(withdrawal, site, lang) for withdrawal in withdrawals)


def correcting(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Those that may make a quoted figure obsolete."""
    return (entry for entry in entries if entry.category[0] in CORRECTING)


def agreement_entries(agreements: Iterable[Agreement], site: Site, lang: str) -> Iterator[Entry]:
    """Each agreement whose status has a date: a new status is a new entry. Of one without a date nothing is dated."""
    return (_agreement(agreement, day, site, lang) for agreement in agreements if (day := as_known(agreement)) is not None)


def newest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """In the order of the days; those of one day as they were given."""
    return tuple(sorted(entries, key=lambda entry: entry.day, reverse=True))


def _change(changed: Changed, change: Change, site: Site, lang: str) -> Entry:
    _ = gettext(lang)
    kind = word(CHANGES, change.type, lang)
    title = _("{title}: {kind}, version {version}").format(
        title=changed.title.text(lang), kind=kind.lower(), version=change.version
    )
    page = f"datasets/{changed.id}/"
    version = f"{page}v/{change.version}/"
    return Entry(
        id=f"{_public(site, version, lang)}#change",
        title=title,
        url=_public(site, version if change.version in changed.frozen else page, lang),
        day=change.date,
        category=(change.type, kind),
        summary=_summary(change, lang),
        related=_public(site, f"{page}changes/", lang) if changed.frozen else "",
    )


def _summary(change: Change, lang: str) -> str:
    """The note with the periods whose figures changed. A withdrawal's is not told: it could hint at what was withdrawn."""
    _ = gettext(lang)
    if change.type == "withdrawal":
        return _(_WITHDRAWN)
    note = change.note.text(lang)
    if not change.periods:
        return note
    periods = ", ".join(format_period(period, lang) for period in change.periods)
    return f"{note} {_('Periods: {periods}.').format(periods=periods)}"


def _recall(withdrawal: Withdrawal, site: Site, lang: str) -> Entry:
    _ = gettext(lang)
    home = f"datasets/{withdrawal.dataset}/"
    notices = sorted(notice_of(one.path).removeprefix("en/") for one in withdrawal.removed)
    return Entry(
        id=f"{_public(site, home, lang)}#withdrawal-{withdrawal.id}",
        title=_("Withdrawn: {title}").format(title=withdrawal.title.text(lang)),
        url=_public(site, notices[0] if notices else home, lang),
        day=withdrawal.since,
        category=("withdrawal", word(CHANGES, "withdrawal", lang)),
        summary=f"{_(REASONS[withdrawal.reason])}.",
    )


def _agreement(agreement: Agreement, day: date, site: Site, lang: str) -> Entry:
    _ = gettext(lang)
    status, page = agreement.status, _public(site, f"agreements/{agreement.id}/", lang)
    known = format_period(status.as_at.text, lang) if status.as_at else ""
    summary = (
        _("Status as at {day}: {status}.").format(day=known, status=status.text.text(lang)) if known else status.text.text(lang)
    )
    return Entry(
        id=f"{page}#{status.code}-{day.isoformat()}",
        title=agreement.title.text(lang),
        url=page,
        day=day,
        category=(status.code, word(STATUSES, status.code, lang)),
        summary=summary,
    )


def _public(site: Site, path: str, lang: str) -> str:
    return site.url + Address(lang=lang, path=path).public
