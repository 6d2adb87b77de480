"""The feeds of the site (Atom 1.0), and the page that explains them. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
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
class Outlet:
    """Who tells something, when and in which language: what the feeds of the site have in common.

    `firsts` are the addresses that moved, with the first that each had: names in feeds are made of those (RFC 4287 §4.2.6).
    """

    site: Site
    day: date
    lang: str
    firsts: tuple[tuple[str, str], ...] = ()

    def name(self, address: str) -> str:
        """A name made of an address, as it was first given."""
        below = address.removeprefix(self.site.url)
        now, first = next(((now, first) for now, first in self.firsts if below.startswith(now)), ("", ""))
        return self.site.url + first + below.removeprefix(now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What the feeds of some datasets tell. The only figures in it are of frozen versions, which stay."""

    changed: tuple[Changed, ...]
    withdrawals: tuple[Withdrawal, ...]


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
        now = Outlet(site=site, day=newest(publication), lang=lang, firsts=publication.permanence.firsts())
        whole = Changes(changed=every, withdrawals=withdrawn)
        yield Unit(name=f"feed:{lang}", function=site_feeds, arguments=(now, whole))
        for told, changed in zip(publication.datasets, every, strict=True):
            own = Changes(changed=(changed,), withdrawals=tuple(one for one in withdrawn if one.dataset == changed.id))
            then = replace(now, day=told.dataset.modified)
            yield Unit(name=f"feed:{lang}:datasets/{changed.id}/", function=dataset_feed, arguments=(then, own))
        if agreements:
            known = replace(now, day=last_known(publication))
            yield Unit(name=f"feed:{lang}:agreements/", function=agreements_feed, arguments=(known, agreements))
        if publication.commitments:
            pledged = publication.commitments
            yield Unit(name=f"feed:{lang}:commitments/", function=commitments_feed, arguments=(now, pledged))


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


def site_feeds(outlet: Outlet, told: Changes) -> Mapping[str, bytes]:
    """`feed.xml` with the changes of all datasets, and `corrections.xml` with those that correct."""
    entries = _entries(told, outlet)
    return _feed(outlet, EVERYTHING, entries) | _feed(outlet, CORRECTIONS, tuple(correcting(entries)))


def dataset_feed(outlet: Outlet, told: Changes) -> Mapping[str, bytes]:
    """`datasets/<id>/feed.xml`."""
    (dataset,) = told.changed
    title = dataset.title.text(outlet.lang)
    return _file(outlet, f"datasets/{dataset.id}/feed.xml", title, _entries(told, outlet))


def agreements_feed(outlet: Outlet, agreements: tuple[Agreement, ...]) -> Mapping[str, bytes]:
    """`agreements/feed.xml`."""
    return _feed(outlet, AGREEMENTS, newest_first(agreement_entries(agreements, outlet.site, outlet.lang)))


def commitments_feed(outlet: Outlet, commitments: tuple[CommitmentPublication, ...]) -> Mapping[str, bytes]:
    """`commitments/feed.xml`."""
    return _feed(outlet, COMMITMENTS, newest_first(commitment_entries(commitments, outlet.site, outlet.lang)))


def feeds_page(feeds: FeedsPage) -> Mapping[str, bytes]:
    """The files of the page of feeds."""
    address = Address(lang=feeds.page.lang, path="feeds/")
    whole = tuple(Offered(path=path, title=FEEDS[path]) for path in feeds.whole)
    view = feeds_view(whole, feeds.datasets, Reading.of(address))
    return document_files(
        authored(feeds.page, address),
        "feeds",
        view,
        page_head(feeds.page, Place(site=feeds.site, address=address)),
        terms=feeds.site.terms,
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


def _entries(told: Changes, outlet: Outlet) -> tuple[Entry, ...]:
    """What was withdrawn and what changed, newest first."""
    recalls = recall_entries(told.withdrawals, outlet.site, outlet.lang)
    changes = (entry for changed in told.changed for entry in change_entries(changed, outlet.site, outlet.lang))
    return newest_first((*recalls, *changes))


def _feed(outlet: Outlet, path: str, entries: tuple[Entry, ...]) -> dict[str, bytes]:
    """A feed of the whole site, by the title that it has there."""
    return _file(outlet, path, gettext(outlet.lang)(FEEDS[path]), entries)


def _file(outlet: Outlet, path: str, title: str, entries: tuple[Entry, ...]) -> dict[str, bytes]:
    site, url, lang = outlet.site, outlet.site.url, outlet.lang
    own = Address(lang=lang, path=path).public
    feed = Feed(
        id=outlet.name(f"{url}{own}"),
        url=f"{url}{own}",
        page=url + own.rpartition("/")[0] + ("/" if "/" in own else ""),
        title=f"{title} · {site.title.text(lang)}",
        lang=lang,
        author=(site.publisher.name, site.publisher.url),
        rights=site.license.title,
        day=outlet.day,
        entries=tuple(replace(entry, id=outlet.name(entry.id)) for entry in entries[:_MOST]),
    )
    return {f"{folder(lang)}{path}": atom(feed)}
