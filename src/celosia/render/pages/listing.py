"""The pages that a person wrote or that list things: which function makes which. Pure."""

from collections.abc import Callable, Iterable, Mapping

from celosia.derive import Publication
from celosia.derive.glossary import GLOSSARY
from celosia.model import Page, Unit
from celosia.render.menu import paths, written
from celosia.render.pages.api import api_unit
from celosia.render.pages.catalogue import catalogue_unit
from celosia.render.pages.comparisons import comparisons_unit
from celosia.render.pages.conformance import conformance_unit
from celosia.render.pages.directory import directory_unit
from celosia.render.pages.events import events_unit
from celosia.render.pages.feeds import feeds_unit
from celosia.render.pages.glossary import glossary_unit
from celosia.render.pages.home import home_unit
from celosia.render.pages.norms import norms_unit
from celosia.render.pages.prose import prose_unit
from celosia.render.pages.search import search_unit
from celosia.render.pages.sources import sources_unit
from celosia.render.pages.system import systems_unit
from celosia.render.pages.territories import territories_unit

LISTINGS: Mapping[str, Callable[[Publication, Page], Unit]] = {
    "": home_unit,
    "datasets/": catalogue_unit,
    "comparisons/": comparisons_unit,
    "norms/": norms_unit,
    "info/": directory_unit,
    "sources/": sources_unit,
    "events/": events_unit,
    "systems/": systems_unit,
    "territories/": territories_unit,
    "feeds/": feeds_unit,
    "api/": api_unit,
    "search/": search_unit,
    "conformance/": conformance_unit,
    GLOSSARY: glossary_unit,
}


def listing_units(publication: Publication) -> Iterable[Unit]:
    """A unit for each of these pages, in each language."""
    for lang in publication.site.languages:
        for path in paths(publication, lang):
            if path not in _made_elsewhere(publication):
                yield LISTINGS.get(path, prose_unit)(publication, written(publication, path, lang))


def _made_elsewhere(publication: Publication) -> frozenset[str]:
    """The lists that are made with their files: where there is nothing to list, a page that somebody wrote is only prose."""
    filled = {"agreements/": publication.agreements, "commitments/": publication.commitments}
    return frozenset(path for path, there in filled.items() if there)
