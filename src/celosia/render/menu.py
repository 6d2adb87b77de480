"""Which pages the site has besides the datasets' and the agreements', and which of them its menus show. Pure."""

from collections.abc import Mapping

from celosia.derive import Publication
from celosia.locales import gettext
from celosia.model import Page
from celosia.render.markdown import plain
from celosia.render.words import N_

PROTECTION = "protection/"
"""The written page that says how people are protected, to which the legend of a table leads."""

MENU: Mapping[str, str] = {
    "datasets/": N_("Data"),
    "comparisons/": N_("Compare"),
    "commitments/": N_("Commitments"),
    "agreements/": N_("Agreements"),
    "territories/": N_("Territories"),
    "info/": N_("Help"),
    "methods/": N_("Methods"),
    "search/": N_("Search"),
}

FOOTER: Mapping[str, str] = {
    "about/": N_("About this site"),
    "methods/": N_("Methods"),
    PROTECTION: N_("How people are protected"),
    "sources/": N_("Sources"),
    "systems/": N_("Who counts"),
    "norms/": N_("Laws and norms"),
    "glossary/": N_("Glossary"),
    "conformance/": N_("What was checked"),
    "events/": N_("Meetings and trainings"),
    "feeds/": N_("Follow the changes"),
    "api/": N_("For programs"),
    "privacy/": N_("Browsing with care"),
    "permanence/": N_("Addresses that last"),
}

_LISTS: Mapping[str, tuple[str, str]] = {
    "datasets/": (N_("Data"), N_("Each dataset has its charts, its tables and its downloads on one page.")),
    "agreements/": (N_("Agreements"), N_("Each agreement has a page with its parties, dates, status and sources.")),
    "commitments/": (
        N_("Commitments"),
        N_("This page says what was promised, what each side says of it, and what this catalogue can verify."),
    ),
    "commitments/all/": (
        N_("All commitments"),
        N_("This page lists the commitments of both countries in the plans of the Open Government Partnership."),
    ),
    "events/": (
        N_("Meetings and trainings"),
        N_("This page lists the meetings and trainings that a source states, and those that are expected."),
    ),
    "comparisons/": (
        N_("Compare"),
        N_(
            "When two sources give different figures for the same thing, this site shows who says what and why, if it is known."
        ),
    ),
    "norms/": (
        N_("Laws and norms"),
        N_("These laws, decrees and resolutions are cited on this site, with the agreements that they approve."),
    ),
    "territories/": (
        N_("Territories"),
        N_("Each province and each department has a page that says what is published of it, and by which source."),
    ),
    "systems/": (
        N_("Who counts"),
        N_("Each system has a page that says who runs it, what it registers, by what rule and what was not found published."),
    ),
    "info/": (N_("Help"), N_("Where to ask for help or to report.")),
    "sources/": (N_("Sources"), N_("Every figure has its source, which is listed here with its date and link.")),
    "feeds/": (N_("Follow the changes"), N_("Feeds tell you of new figures, corrections and withdrawals.")),
    "glossary/": (N_("Glossary"), N_("This page says what the words of this site mean and how they differ.")),
    "conformance/": (
        N_("What was checked"),
        N_("This page says what other people’s validators and programs found in this site."),
    ),
    "api/": (N_("For programs"), N_("Programs can read the whole catalogue as JSON.")),
    "search/": (N_("Search"), N_("Here you can search the datasets, the agreements and the pages of this site.")),
}

NEUTRAL = N_("Information")


def paths(publication: Publication, lang: str) -> tuple[str, ...]:
    """The pages of a language by their path: the home page, the lists that the catalogue can fill, what people wrote."""
    filled = {
        "datasets/": True,
        "comparisons/": bool(publication.comparisons),
        "agreements/": bool(publication.agreements),
        "commitments/": bool(publication.commitments),
        "events/": bool(publication.events or publication.commitments),
        "norms/": publication.norms is not None,
        "info/": publication.directory is not None,
        "sources/": bool(publication.sources),
        "territories/": bool(publication.places),
        "systems/": bool(publication.systems),
        "feeds/": True,
        "api/": True,
        "search/": True,
        "conformance/": publication.conformance is not None,
        "glossary/": publication.glossary is not None,
    }
    lists = (path for path, there in filled.items() if there)
    authored = (page.path for page in publication.pages if page.lang == lang)
    return tuple(sorted({"", *lists, *authored}))


def written(publication: Publication, path: str, lang: str) -> Page:
    """What a person wrote for a page, or a heading and a sentence where nobody did."""
    for page in publication.pages:
        if page.path == path and page.lang == lang:
            return page
    title, description = _heading(publication, path, lang)
    neutral = gettext(lang)(NEUTRAL) if path == "info/" else None
    body = f"# {plain(title)}\n\n{plain(description)}\n"
    return Page(path=path, lang=lang, title=title, description=description, body=body, neutral_title=neutral)


def _heading(publication: Publication, path: str, lang: str) -> tuple[str, str]:
    if not path:
        return publication.site.title.text(lang), publication.site.description.text(lang)
    title, description = _LISTS[path]
    return gettext(lang)(title), gettext(lang)(description)
