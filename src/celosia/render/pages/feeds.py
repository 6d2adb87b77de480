"""The feeds of the site (Atom 1.0), the links by which pages offer them, and the page that explains them. Pure."""

from celosia.locales import gettext
from celosia.render.address import Address
from celosia.render.head import HeadLink
from celosia.render.words import N_

ATOM = "application/atom+xml"
EVERYTHING, CORRECTIONS, AGREEMENTS = "feed.xml", "corrections.xml", "agreements/feed.xml"

_TITLES = {
    EVERYTHING: N_("All changes"),
    CORRECTIONS: N_("Corrections and withdrawals"),
    AGREEMENTS: N_("Changes of the agreements"),
}
_OF_DATASET = N_("Changes of this dataset")


def feed_links(address: Address) -> tuple[HeadLink, ...]:
    """The feeds that a page offers in its head (`rel="alternate"`, RFC 4287): its own first, then those of the whole site.

    >>> [link.href for link in feed_links(Address(lang="en", path="datasets/x/"))]
    ['feed.xml', '../../feed.xml', '../../corrections.xml']
    """
    _ = gettext(address.lang)
    own = _own(address.path)
    paths = (*((own,) if own else ()), EVERYTHING, CORRECTIONS)
    return tuple(
        HeadLink(rel="alternate", href=address.own(path), type=ATOM, title=_(_TITLES.get(path, _OF_DATASET))) for path in paths
    )


def _own(path: str) -> str:
    """The feed of the dataset, or of the agreements, that a page belongs to; none where it belongs to the site."""
    section, _, rest = path.partition("/")
    if section == "datasets" and rest:
        return f"datasets/{rest.partition('/')[0]}/feed.xml"
    return AGREEMENTS if section == "agreements" else ""
