"""From what is told to the pieces of the site: pages, drawings, downloads, assets, templates. Pure.

The only stage that knows what the site looks like. Each piece is a `Unit` whose arguments are all that it shows, so that
a piece is made again only when something that it shows has changed.
"""

from collections.abc import Callable, Iterable

from celosia.derive import Publication
from celosia.model import Unit
from celosia.render.fragment import unwrapped
from celosia.render.pages.agreement import agreement_units
from celosia.render.pages.agreements import agreements_units
from celosia.render.pages.api import api_units
from celosia.render.pages.changes import changes_units
from celosia.render.pages.commitment import commitment_units
from celosia.render.pages.commitments import commitments_units
from celosia.render.pages.comparison import comparison_units
from celosia.render.pages.crosswalk import crosswalk_units
from celosia.render.pages.dataset import dataset_units
from celosia.render.pages.embed import embed_units
from celosia.render.pages.events import calendar_units
from celosia.render.pages.explore import explore_units
from celosia.render.pages.feeds import feed_units
from celosia.render.pages.listing import listing_units
from celosia.render.pages.metadata import metadata_units
from celosia.render.pages.search import index_units
from celosia.render.pages.system import system_units
from celosia.render.pages.territory import territory_units
from celosia.render.pages.tombstone import tombstone_units
from celosia.render.pages.version import version_units
from celosia.render.promise import promise_units
from celosia.render.redirect import redirect_units
from celosia.render.shell import shell_units
from celosia.render.sitemap import page_of, sitemap_units

__all__ = ["PARTS", "render", "unwrapped"]

PARTS: tuple[Callable[[Publication], Iterable[Unit]], ...] = (
    dataset_units,
    explore_units,
    version_units,
    changes_units,
    embed_units,
    agreement_units,
    agreements_units,
    commitment_units,
    commitments_units,
    calendar_units,
    comparison_units,
    crosswalk_units,
    listing_units,
    system_units,
    territory_units,
    index_units,
    tombstone_units,
    redirect_units,
    promise_units,
    feed_units,
    api_units,
    metadata_units,
)


def render(publication: Publication, *, material_css: str) -> tuple[Unit, ...]:
    """Every unit of the site. `material_css`: where Material's stylesheet stands in it (its name holds a hash)."""
    parts = tuple(unit for part in PARTS for unit in part(publication))
    pages = tuple(page for unit in parts if (page := page_of(unit)))
    return (*parts, *sitemap_units(publication, pages), *shell_units(publication, material_css))
