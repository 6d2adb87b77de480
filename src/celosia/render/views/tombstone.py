"""What is told of something that was withdrawn: why, since when, what replaces it, how to cite it. Never what it said. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from celosia.locales import format_date, gettext
from celosia.model import Removed, Withdrawal
from celosia.model.permanence import file_of
from celosia.render.address import Address
from celosia.render.views.text import Fact, Link, Text, outward, stated, told
from celosia.render.words import N_

REASONS: Mapping[str, str] = {
    "privacy": N_("To protect people"),
    "legal": N_("By a legal obligation"),
    "error": N_("It had errors that could not be corrected"),
    "superseded": N_("Another publication replaces it"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """A notice: its place, what was withdrawn, and who publishes. `path` is below the site's address, in the root tree."""

    withdrawal: Withdrawal
    path: str
    lang: str
    publisher: str
    url: str

    @property
    def address(self) -> Address:
        """Where the notice stands."""
        return Address(lang=self.lang, path=self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class TombstoneView:
    """What the notice shows."""

    facts: tuple[Fact, ...]
    note: Text
    replacement: Link | None
    parent: Link | None
    citation: str
    sums: tuple[tuple[str, str], ...]


def tombstone_view(notice: Tombstone) -> TombstoneView:
    """The view of a notice."""
    withdrawal, _ = notice.withdrawal, gettext(notice.lang)
    parent = None if withdrawal.whole else told(withdrawal.title, notice.lang)
    return TombstoneView(
        facts=(
            Fact(label=_("Reason"), text=stated(_(REASONS[withdrawal.reason]))),
            Fact(label=_("Withdrawn on"), text=stated(format_date(withdrawal.since, notice.lang))),
        ),
        note=told(withdrawal.note, notice.lang),
        replacement=_replacement(notice),
        parent=Link(text=parent, href=notice.address.page(f"datasets/{withdrawal.dataset}/")) if parent else None,
        citation=_citation(notice),
        sums=tuple((one.path, one.sha256) for one in withdrawal.removed if one.sha256 and _is_told(one, notice.path)),
    )


def _is_told(removed: Removed, path: str) -> bool:
    """Whether a notice gives the hash of a file: its own, or those of the files that stood in its folder."""
    own = removed.path.removeprefix("en/")
    return f"{own}/" == path or own.rpartition("/")[0] == path.rstrip("/")


def _replacement(notice: Tombstone) -> Link | None:
    by = notice.withdrawal.replaced_by
    if not by:
        return None
    href = outward(by) if by.startswith("http") else notice.address.own(file_of(by))
    return Link(text=Text(text=by if by.startswith("http") else f"{notice.url}{by}"), href=href)


def _citation(notice: Tombstone) -> str:
    """As the dataset is cited, with «withdrawn» and the day where the year stood."""
    withdrawal, _ = notice.withdrawal, gettext(notice.lang)
    what = _("{title} (version {version}) [data set, withdrawn on {date}]").format(
        title=withdrawal.title.text(notice.lang),
        version=withdrawal.version,
        date=format_date(withdrawal.since, notice.lang),
    )
    publisher = "" if notice.publisher == withdrawal.creator else f"{notice.publisher.rstrip('.')}. "
    return f"{withdrawal.creator.rstrip('.')}. {what}. {publisher}{notice.url}{notice.address.public}"
