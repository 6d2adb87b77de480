"""The feeds of the site (Atom 1.0), and the page that explains them. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from celosia.derive import CommitmentPublication, DatasetPublication, Publication, difference
from celosia.locales import gettext
from celosia.model import Agreement, LangString, Page, Site, Unit, Withdrawal
from celosia.render.address import Address, folder
from celosia.render.dates import last_known, newest
from celosia.render.follow import AGREEMENTS, COMMITMENTS, CORRECTIONS, EVERYTHING, FEEDS
from celosia.render.heads import Place, page_head
from celosia.render.pages.dataset import own_site
from celosia.render.pages.document import authored, document_files
from celosia.render.territory import named_territories
from celosia.render.views.changes import Step
from celosia.render.views.feed import (
    Changed,
    agreement_entries,
    change_entries,
    correcting,
    newest_first,
    recall_entries,
    revised_words,
)
from celosia.render.views.feeds import Offered, feeds_view
from celosia.render.views.pledged import commitment_entries
from celosia.render.views.reading import Reading
from celosia.vocabularies.atom import Entry, Feed, atom

_MOST = 500
"""The newest entries that the feeds of the whole site keep; each dataset's own has all of its."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesFeed:
    """What the feeds of some datasets tell, in one language. The only figures in it are of frozen versions, which stay."""

    site: Site
    changed: tuple[Changed, ...]
    withdrawals: tuple[Withdrawal, ...]
    day: date
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementsFeed:
    """What the feed of the agreements tells, in one language."""

    site: Site
    agreements: tuple[Agreement, ...]
    day: date
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentsFeed:
    """What the feed of the commitments tells, in one language."""

    site: Site
    commitments: tuple[CommitmentPublication, ...]
    day: date
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedsPage:
    """All that the page of feeds shows, in one language: the feeds of the whole site, and the datasets that have one."""

    page: Page
    site: Site
    whole: tuple[str, ...]
    datasets: tuple[tuple[str, LangString], ...]


def feed_units(publication: Publication) -> Iterable[Unit]:
    """Each dataset's feed, those of the whole site, and the agreements', in each language."""
    site = own_site(publication.site)
    agreements = tuple(told.agreement for told in publication.agreements)
    for lang in publication.site.languages:
        every = tuple(_changed(told, publication, lang) for told in publication.datasets)
        withdrawn = publication.permanence.withdrawals
        whole = ChangesFeed(site=site, changed=every, withdrawals=withdrawn, day=newest(publication), lang=lang)
        yield Unit(name=f"feed:{lang}", function=site_feeds, arguments=(whole,))
        for told, changed in zip(publication.datasets, every, strict=True):
            own = tuple(one for one in withdrawn if one.dataset == changed.id)
            one = ChangesFeed(site=site, changed=(changed,), withdrawals=own, day=told.dataset.modified, lang=lang)
            yield Unit(name=f"feed:{lang}:datasets/{changed.id}/", function=dataset_feed, arguments=(one,))
        if agreements:
            known = AgreementsFeed(site=site, agreements=agreements, day=last_known(publication), lang=lang)
            yield Unit(name=f"feed:{lang}:agreements/", function=agreements_feed, arguments=(known,))
        if publication.commitments:
            pledged = CommitmentsFeed(site=site, commitments=publication.commitments, day=newest(publication), lang=lang)
            yield Unit(name=f"feed:{lang}:commitments/", function=commitments_feed, arguments=(pledged,))


def feeds_unit(publication: Publication, page: Page) -> Unit:
    """The unit of the page of feeds."""
    whole = (
        EVERYTHING,
        CORRECTIONS,
        *((AGREEMENTS,) if publication.agreements else ()),
        *((COMMITMENTS,) if publication.commitments else ()),
    )
    argument = FeedsPage(
        page=page,
        site=own_site(publication.site),
        whole=whole,
        datasets=tuple((card.id, card.title) for card in publication.cards),
    )
    return Unit(name=f"page:{page.lang}:feeds/", function=feeds_page, arguments=(argument,))


def site_feeds(told: ChangesFeed) -> Mapping[str, bytes]:
    """`feed.xml` with the changes of all datasets, and `corrections.xml` with those that correct."""
    entries = newest_first(_entries(told))
    return _file(told, EVERYTHING, entries) | _file(told, CORRECTIONS, tuple(correcting(entries)))


def dataset_feed(told: ChangesFeed) -> Mapping[str, bytes]:
    """`datasets/<id>/feed.xml`."""
    return _file(told, f"datasets/{told.changed[0].id}/feed.xml", newest_first(_entries(told)))


def agreements_feed(told: AgreementsFeed) -> Mapping[str, bytes]:
    """`agreements/feed.xml`."""
    return _file(told, AGREEMENTS, newest_first(agreement_entries(told.agreements, told.site, told.lang)))


def commitments_feed(told: CommitmentsFeed) -> Mapping[str, bytes]:
    """`commitments/feed.xml`."""
    return _file(told, COMMITMENTS, newest_first(commitment_entries(told.commitments, told.site, told.lang)))


def feeds_page(feeds: FeedsPage) -> Mapping[str, bytes]:
    """The files of the page of feeds."""
    address = Address(lang=feeds.page.lang, path="feeds/")
    whole = tuple(Offered(path=path, title=FEEDS[path]) for path in feeds.whole)
    view = feeds_view(whole, feeds.datasets, Reading.of(address))
    return document_files(
        authored(feeds.page, address), "feeds", view, page_head(feeds.page, Place(site=feeds.site, address=address))
    )


def _changed(told: DatasetPublication, publication: Publication, lang: str) -> Changed:
    dataset = told.dataset
    frozen = tuple(card.number for card in told.history)
    revised = tuple(_revised(told, publication, lang))
    return Changed(id=dataset.id, title=dataset.title, changes=dataset.changes, frozen=frozen, revised=revised)


def _revised(told: DatasetPublication, publication: Publication, lang: str) -> Iterator[tuple[str, str]]:
    """Each version that revised figures of the one before, and which."""
    states = [version.version.dataset for version in told.versions]
    if len(states) > 1:
        reading = Reading.of(Address(lang=lang, path="feeds/"), named_territories(told, publication.territories))
        for older, newer in pairwise(states):
            words = revised_words(Step(difference=difference(older, newer), older=older, newer=newer), reading)
            if words:
                yield newer.version, words


def _entries(told: ChangesFeed) -> Iterator[Entry]:
    yield from recall_entries(told.withdrawals, told.site, told.lang)
    for changed in told.changed:
        yield from change_entries(changed, told.site, told.lang)


def _file(told: ChangesFeed | AgreementsFeed | CommitmentsFeed, path: str, entries: tuple[Entry, ...]) -> dict[str, bytes]:
    site, url = told.site, told.site.url
    own = Address(lang=told.lang, path=path).public
    feed = Feed(
        url=f"{url}{own}",
        page=url + own.rpartition("/")[0] + ("/" if "/" in own else ""),
        title=f"{_titled(told, path)} · {site.title.text(told.lang)}",
        lang=told.lang,
        author=(site.publisher.name, site.publisher.url),
        rights=site.license.title,
        day=told.day,
        entries=entries[:_MOST],
    )
    return {f"{folder(told.lang)}{path}": atom(feed)}


def _titled(told: ChangesFeed | AgreementsFeed | CommitmentsFeed, path: str) -> str:
    """The title of a feed: what it tells, or the title of its dataset."""
    if path in FEEDS or not isinstance(told, ChangesFeed):
        return gettext(told.lang)(FEEDS[path])
    return told.changed[0].title.text(told.lang)
