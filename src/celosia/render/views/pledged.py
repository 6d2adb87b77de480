"""What the feed of the commitments tells: the state of each milestone, and each status that a source dates. Pure."""

from collections.abc import Iterable, Iterator
from datetime import date

from celosia.derive.commitment import CommitmentPublication, MilestoneTold
from celosia.locales import gettext
from celosia.model import Site
from celosia.render.address import Address
from celosia.render.promised import ASSERTERS, CLAIMS, VERDICTS
from celosia.render.views.verified import anchor
from celosia.render.words import word
from celosia.vocabularies.atom import Entry


def commitment_entries(publications: Iterable[CommitmentPublication], site: Site, lang: str) -> Iterator[Entry]:
    """One entry for each state of a milestone (a new state is a new entry), and for each status with a date."""
    for publication in publications:
        page = site.url + Address(lang=lang, path=f"commitments/{publication.commitment.id}/").public
        for one in publication.milestones:
            yield _milestone(publication, one, page, lang)
        yield from _claims(publication, page, lang)


def _milestone(publication: CommitmentPublication, one: MilestoneTold, page: str, lang: str) -> Entry:
    _ = gettext(lang)
    number, state = one.milestone.number, _(VERDICTS[one.verdict])
    return Entry(
        id=f"{page}#{anchor(number)}-{one.verdict}",
        title=_("{code}, milestone {number}: {state}").format(
            code=publication.commitment.code, number=number, state=state.lower()
        ),
        url=f"{page}#{anchor(number)}",
        day=_day(publication, one),
        category=(one.verdict, state),
        summary=one.milestone.promise.text(lang),
    )


def _day(publication: CommitmentPublication, one: MilestoneTold) -> date:
    """The newest day on which something was shown for it; where nothing was, the day when it fell due."""
    shown = [piece.evidence.date for piece in one.evidence]
    return max(shown) if shown else min(one.due or publication.today, publication.today)


def _claims(publication: CommitmentPublication, page: str, lang: str) -> Iterator[Entry]:
    _ = gettext(lang)
    for claim in publication.commitment.claims:
        if claim.as_at:
            title = _("{code}, {who}: {what}").format(
                code=publication.commitment.code, who=_(ASSERTERS[claim.asserter]), what=word(CLAIMS, claim.code, lang).lower()
            )
            yield Entry(
                id=f"{page}#{claim.asserter}-{claim.code}-{claim.as_at.start.isoformat()}",
                title=title,
                url=page,
                day=claim.as_at.start,
                category=(claim.code, word(CLAIMS, claim.code, lang)),
                summary=claim.text.text(lang),
            )
