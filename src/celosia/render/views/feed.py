"""What a feed tells: one entry for each change of a dataset, each recall, each agreement as it is known. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from celosia.locales import N_, format_period, gettext
from celosia.model import Agreement, Change, LangString, Site, Withdrawal
from celosia.model.permanence import notice_of
from celosia.render.address import Address
from celosia.render.dates import as_known
from celosia.render.views.changes import Step, revisions
from celosia.render.views.reading import Reading
from celosia.render.views.tombstone import REASONS
from celosia.render.words import CHANGES, STATUSES, word
from celosia.vocabularies.atom import Entry

CORRECTING = frozenset({"correction", "revision", "method-change", "withdrawal"})
"""The types of change after which a figure that somebody has quoted may no longer stand."""

_SHOWN = 10
"""How many revised figures an entry tells; the page of the changes and its files have all of them."""
_WITHDRAWN = N_("Something was withdrawn. The page of the changes says what, and why.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A dataset as feeds tell of it: its changes, and the versions that have a page of their own.

    `revised`: for a version, its figures that were revised, in words. They are those of frozen versions, which stay.
    """

    id: str
    title: LangString
    changes: tuple[Change, ...]
    frozen: tuple[str, ...] = ()
    revised: tuple[tuple[str, str], ...] = ()


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
        summary=_summary(change, dict(changed.revised).get(change.version, ""), lang),
        related=_public(site, f"{page}changes/", lang) if changed.frozen else "",
    )


def revised_words(step: Step, reading: Reading) -> str:
    """The figures that were revised in a step, and what they said; the first of them where there are many."""
    lines = revisions(step, reading)
    told = [f"{line.table.text}, {line.name.text}: {line.old} → {line.new}." for line in lines[:_SHOWN]]
    more = [reading.word(N_("And {n} more, in the files.")).format(n=len(lines) - _SHOWN)] if len(lines) > _SHOWN else []
    return " ".join((*told, *more))


def _summary(change: Change, revised: str, lang: str) -> str:
    """The note, the periods whose figures changed, the revised ones.

    A withdrawal's is not told: it could hint at what was withdrawn.
    """
    _ = gettext(lang)
    if change.type == "withdrawal":
        return _(_WITHDRAWN)
    note = change.note.text(lang)
    periods = ", ".join(format_period(period, lang) for period in change.periods)
    touched = _("Periods: {periods}.").format(periods=periods) if periods else ""
    return " ".join(part for part in (note, touched, revised) if part)


def _recall(withdrawal: Withdrawal, site: Site, lang: str) -> Entry:
    _ = gettext(lang)
    home = f"datasets/{withdrawal.dataset}/"
    notices = {notice_of(one.path).removeprefix("en/") for one in withdrawal.removed}
    first = min(notices, key=lambda path: (not path.startswith(home), path.count("/"), path.rstrip("/")), default=home)
    return Entry(
        id=f"{_public(site, home, lang)}#withdrawal-{withdrawal.id}",
        title=_("Withdrawn: {title}").format(title=withdrawal.title.text(lang)),
        url=_public(site, first, lang),
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
