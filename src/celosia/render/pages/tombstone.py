"""The notices at the addresses of what was withdrawn, in the site's own pages. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from celosia.derive import Publication
from celosia.locales import gettext
from celosia.model import LangString, Unit, Withdrawal
from celosia.model.permanence import notice_of
from celosia.render.pages.document import document_files, titled
from celosia.render.views.tombstone import Tombstone, tombstone_view
from celosia.render.words import N_

_TITLE = N_("Withdrawn: {title}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices:
    """All notices of one withdrawal in one language, by their paths."""

    withdrawal: Withdrawal
    paths: tuple[str, ...]
    lang: str
    publisher: str
    url: str


def tombstone_units(publication: Publication) -> Iterable[Unit]:
    """A unit for each withdrawal and language. Both languages have every notice, so that the switch between them works."""
    site, taken = publication.site, set[str]()
    for withdrawal in publication.permanence.withdrawals:
        paths = tuple(sorted({notice_of(one.path).removeprefix("en/") for one in withdrawal.removed} - taken))
        taken |= set(paths)
        for lang in site.languages if paths else ():
            notices = Notices(withdrawal=withdrawal, paths=paths, lang=lang, publisher=site.publisher.name, url=site.url)
            yield Unit(name=f"withdrawn:{lang}:{withdrawal.id}", function=tombstones, arguments=(notices,))


def tombstones(notices: Notices) -> Mapping[str, bytes]:
    """The two files of each notice."""
    return {path: body for notice in _each(notices) for path, body in _files(notice).items()}


def _each(notices: Notices) -> Iterable[Tombstone]:
    return (
        Tombstone(withdrawal=notices.withdrawal, path=path, lang=notices.lang, publisher=notices.publisher, url=notices.url)
        for path in notices.paths
    )


def _files(notice: Tombstone) -> Mapping[str, bytes]:
    title = notice.withdrawal.title
    heading = LangString(
        es=gettext("es")(_TITLE).format(title=title.es), en=_TITLE.format(title=title.en) if title.en else None
    )
    return document_files(titled(heading, LangString(es=""), notice.address), "tombstone", tombstone_view(notice))
