"""How to cite a dataset: one sentence that still finds the same version in ten years. Pure."""

from celosia.locales import gettext
from celosia.model import Dataset, Site


def cite(dataset: Dataset, site: Site, lang: str) -> str:
    """The citation in plain text, after APA 7 §10.9 (data sets): who, when, what, which version, where.

    The address is the same in both languages: a citation outlives the language that it was written in.
    """
    _ = gettext(lang)
    year = dataset.modified.year
    what = _("{title} (version {version}) [data set]").format(title=dataset.title.text(lang), version=dataset.version)
    publisher = "" if dataset.publisher == dataset.creator else f"{_stopped(dataset.publisher)} "
    return f"{_stopped(dataset.creator)} ({year}). {what}. {publisher}{landing_page(dataset, site)}"


def landing_page(dataset: Dataset, site: Site) -> str:
    """The permanent address of a dataset (`dcat:landingPage`)."""
    return f"{site.url}datasets/{dataset.id}/"


def _stopped(name: str) -> str:
    return name if name.endswith(".") else f"{name}."
