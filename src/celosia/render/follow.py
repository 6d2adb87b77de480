"""The feeds that a page offers in its head. Pure."""

from collections.abc import Mapping

from celosia.locales import gettext
from celosia.render.address import Address
from celosia.render.head import HeadLink
from celosia.render.words import N_
from celosia.vocabularies.atom import MEDIA_TYPE

EVERYTHING, CORRECTIONS, AGREEMENTS = "feed.xml", "corrections.xml", "agreements/feed.xml"
COMMITMENTS = "commitments/feed.xml"

FEEDS: Mapping[str, str] = {
    EVERYTHING: N_("All changes"),
    CORRECTIONS: N_("Corrections and withdrawals"),
    AGREEMENTS: N_("Changes of the agreements"),
    COMMITMENTS: N_("What can be verified of the commitments"),
}
"""The title of each feed of the site by its path, as a message."""

_OF_DATASET = N_("Changes of this dataset")


def feed_links(address: Address) -> tuple[HeadLink, ...]:
    """The feeds that a page offers in its head (`rel="alternate"`): its own first, then those of the whole site.

    >>> [link.href for link in feed_links(Address(lang="en", path="datasets/x/"))]
    ['../../datasets/x/feed.xml', '../../feed.xml', '../../corrections.xml']
    """
    _ = gettext(address.lang)
    own = _own(address.path)
    paths = (*((own,) if own else ()), EVERYTHING, CORRECTIONS)
    return tuple(
        HeadLink(rel="alternate", href=address.own(path), type=MEDIA_TYPE, title=_(FEEDS.get(path, _OF_DATASET)))
        for path in paths
    )


def _own(path: str) -> str:
    """The feed of the dataset, the agreements or the commitments, that a page belongs to; none for the site's pages."""
    section, _, rest = path.partition("/")
    if section == "datasets" and rest:
        return f"datasets/{rest.partition('/')[0]}/feed.xml"
    return {"agreements": AGREEMENTS, "commitments": COMMITMENTS}.get(section, "")
