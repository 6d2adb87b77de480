"""How to cite what the catalogue holds: one sentence that still finds the same thing in ten years. Pure.

The texts are here (APA, ISO 690), the files for reference managers in `bibliography.py`.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from celosia.locales import format_date, gettext
from celosia.model import Agreement, Dataset, Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """What a citation says of a work, in one language: whose it is, its title, its version and day, its publisher, its address.

    `version` and `day` are none where the work has none (the record of an agreement); `publisher` is empty where the author
    publishes.
    """

    id: str
    kind: Literal["dataset", "agreement"]
    author: str
    title: str
    publisher: str
    url: str
    lang: str
    version: str | None = None
    day: date | None = None


def cited_dataset(dataset: Dataset, site: Site, lang: str, *, released: bool = False) -> Cited:
    """A dataset as it is cited; `released`: its version stands frozen, so the citation leads to the version itself.

    The address is the same in both languages: a citation outlives the language that it was written in.
    """
    return Cited(
        id=dataset.id,
        kind="dataset",
        author=dataset.creator if dataset.states("creator") else dataset.publisher,
        title=dataset.title.text(lang),
        publisher="" if dataset.publisher == dataset.creator or not dataset.states("creator") else dataset.publisher,
        url=version_page(dataset, site) if released else landing_page(dataset, site),
        lang=lang,
        version=dataset.version,
        day=dataset.modified if dataset.states("modified") else None,
    )


def cited_agreement(agreement: Agreement, site: Site, lang: str) -> Cited:
    """The record of an agreement as it is cited: ours, not the instrument itself, whose text is elsewhere."""
    return Cited(
        id=agreement.id,
        kind="agreement",
        author=site.publisher.name,
        title=agreement.title.text(lang),
        publisher="",
        url=f"{site.url}agreements/{agreement.id}/",
        lang=lang,
    )


def cite(dataset: Dataset, site: Site, lang: str, *, released: bool = False) -> str:
    """The citation of a dataset in the style of APA."""
    return apa(cited_dataset(dataset, site, lang, released=released))


def apa(cited: Cited) -> str:
    """After APA 7 §10.9 (data sets): who, when, what, which version, where."""
    _ = gettext(cited.lang)
    template = {
        "dataset": _("{title} (version {version}) [data set]"),
        "agreement": _("{title} [record of an agreement]"),
    }[cited.kind]
    year = cited.day.year if cited.day else _("n.d.")
    what = template.format(title=cited.title, version=cited.version)
    publisher = f"{_stopped(cited.publisher)} " if cited.publisher else ""
    return f"{_stopped(cited.author)} ({year}). {what}. {publisher}{cited.url}"


def iso690(cited: Cited) -> str:
    """After ISO 690:2021 §7 (electronic resources): the author in capitals, the medium, the version, the day, the address."""
    _ = gettext(cited.lang)
    medium = {"dataset": _("online data set"), "agreement": _("online record of an agreement")}[cited.kind]
    version = _("Version {version}.").format(version=cited.version) if cited.version else ""
    published = ", ".join(part for part in (cited.publisher, format_date(cited.day, cited.lang) if cited.day else "") if part)
    where = _("Available at: {url}").format(url=cited.url)
    said = (_stopped(cited.author.upper()), f"{cited.title} [{medium}].", version, published and _stopped(published), where)
    return " ".join(part for part in said if part)


def landing_page(dataset: Dataset, site: Site) -> str:
    """The permanent address of a dataset (`dcat:landingPage`)."""
    return f"{site.url}datasets/{dataset.id}/"


def version_page(dataset: Dataset, site: Site) -> str:
    """The permanent address of the version that a dataset is at: what stands there never changes."""
    return f"{landing_page(dataset, site)}v/{dataset.version}/"


def _stopped(name: str) -> str:
    return name if name.endswith(".") else f"{name}."
