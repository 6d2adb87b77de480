"""The text of a request for information: ready to copy, for one thing that is missing or overdue.

It is in Spanish whatever the language of the page, since it is filed with a public body of Argentina or Peru. Pure.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from celosia.derive.commitment import CommitmentPublication, Gap, MilestoneTold
from celosia.locales import format_date, gettext
from celosia.render.views.reading import Reading
from celosia.render.words import N_

_ES = "es"
_SUBJECTS: Mapping[str, str] = {
    "never": N_("Breakdown not found in any year: {what}"),
    "overdue": N_("Overdue update: {what}"),
    "old": N_("Data from after the date promised: {what}"),
    "unchecked": N_("Date of the last check of each resource"),
    "meetings": N_("Dates and minutes"),
    "nothing": N_("Documents or data that show what was done"),
}
_ASKS: Mapping[str, str] = {
    "never": N_(
        "the data broken down by “{what}”, year by year, from {since} until today, or a written "
        "note that they are not recorded."
    ),
    "overdue": N_("the data on “{what}” from after {since}, and the date of the next update."),
    "old": N_("the data on “{what}” from after {since}, or a written note that there are none."),
    "unchecked": N_(
        "the date on which the contact data of each assistance resource were last checked, and the corrected data."
    ),
    "meetings": N_(
        "the dates, the institutions and organisations that took part, and the minutes or "
        "materials of each event since {since}."
    ),
    "nothing": N_("the documents, data or reports that show what was done to fulfil this milestone since {since}."),
}
_LINES = (
    N_("To: {authority}"),
    N_("Subject: request for public information ({code}, milestone {milestone})"),
    "",
    N_("Under {law}, I request {ask}"),
    "",
    N_("Commitment {code} (“{title}”), milestone {milestone}, says: “{promise}”"),
    N_("On {today}, the page {url} gives account of what is published."),
    "",
    N_(
        "I ask for the information in an open and reusable format (for instance CSV), with its period, its unit and its source."
    ),
    N_(
        "If a figure must be protected so that nobody can recognise a person, I ask to be told "
        "which and why, and to be given the rest."
    ),
    N_(
        "If the body does not have this information, I ask it to say so in writing or to pass the "
        "request to the body that has it."
    ),
    "",
    N_("[Name and surname, document and contact address of whoever asks]"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A request: what it is about, in the language of the page, and its text in Spanish."""

    id: str
    subject: str
    text: str


def letter(told: CommitmentPublication, milestone: MilestoneTold, gap: tuple[int, Gap], url: str, reading: Reading) -> Letter:
    """The request for one gap; `gap` comes with its number on the page, `url` is the page's Spanish address."""
    number, one = gap
    subject = reading.word(_SUBJECTS[one.kind]).format(what=one.what.text(reading.lang))
    return Letter(
        id=f"request-{number}",
        subject=f"{one.milestone} · {subject}",
        text=_text(told, milestone, one, url),
    )


def _text(told: CommitmentPublication, milestone: MilestoneTold, gap: Gap, url: str) -> str:
    _, commitment = gettext(_ES), told.commitment
    request = commitment.request
    if request is None:
        return ""
    authority = milestone.milestone.authority or request.authority
    values = {
        "authority": authority.es,
        "law": request.law.es,
        "code": commitment.code,
        "title": commitment.title.es,
        "milestone": gap.milestone,
        "promise": milestone.milestone.promise.es,
        "today": format_date(told.today, _ES),
        "url": url,
        "ask": _(_ASKS[gap.kind]).format(what=gap.what.es, since=format_date(gap.since, _ES)),
    }
    return "\n".join(_(line).format(**values) if line else "" for line in _LINES)
