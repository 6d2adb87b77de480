"""A dataset in the words of schema.org, as search engines for data read it. Pure.

Recommended properties after Google's guide for datasets and ESIP's Science-on-Schema.org 1.2.3. Codes are not repeated here:
the Data Package has them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from celosia.locales import gettext
from celosia.model import Column, Dataset, PeriodOfTime, Role, Site, Territory
from celosia.vocabularies.citation import apa, cited_dataset, landing_page, version_page
from celosia.vocabularies.schema_org import (
    Node,
    Spot,
    catalog_link,
    interval,
    known,
    organization,
    places,
    publisher,
    web_page,
    works,
)
from celosia.vocabularies.unit import UNITS

_LONGEST = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class Distribution:
    """A file of a dataset: its name in the dataset's folder, its title, its media type, its size and its SHA-256."""

    name: str
    title: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A dataset as a page shows it: its coverage, its files, and which of its versions are frozen (oldest first).

    `frozen`: the page is that of a version, not of the latest state.
    """

    dataset: Dataset
    coverage: PeriodOfTime | None
    files: tuple[Distribution, ...]
    versions: tuple[str, ...] = ()
    frozen: bool = False

    @property
    def released(self) -> bool:
        """Whether its version stands frozen, and may be cited by its own address."""
        return self.frozen or self.dataset.version in self.versions

    def page(self, site: Site) -> str:
        """The address of what is shown."""
        return version_page(self.dataset, site) if self.frozen else landing_page(self.dataset, site)


def dataset_node(shown: Shown, site: Site, spot: Spot, territories: Mapping[str, Territory]) -> Node:
    """The dataset, or one version of it, in the language of the page."""
    dataset, lang = shown.dataset, spot.lang
    node: Node = {
        "@type": "Dataset",
        "@id": f"{shown.page(site)}#dataset",
        "name": dataset.title.text(lang),
        "description": description(dataset, lang),
        "url": shown.page(site),
        "identifier": dataset.id,
        "version": dataset.version,
        "inLanguage": list(site.languages),
        "keywords": [keyword.text(lang) for keyword in dataset.keywords],
        "isAccessibleForFree": True,
        "creativeWorkStatus": status(shown),
        **_answered(dataset, site),
        "temporalCoverage": interval(shown.coverage),
        "spatialCoverage": places(dataset.spatial, territories, lang),
        "measurementTechnique": dataset.counts.recorder.text(lang) if dataset.states("counts") else None,
        "variableMeasured": variables(dataset, lang),
        "isBasedOn": works(dataset.sources),
        "includedInDataCatalog": catalog_link(site, lang),
        "distribution": [_download(file, shown, site) for file in shown.files],
        "citation": apa(cited_dataset(dataset, site, lang, released=shown.released)),
        **_family(shown, site),
        "mainEntityOfPage": web_page(spot, "WebPage"),
    }
    return known(node)


def description(dataset: Dataset, lang: str) -> str:
    """The summary, then the description: from 50 to 5,000 characters, which is what Google takes."""
    return f"{dataset.summary.text(lang)} {dataset.description.text(lang)}".strip()[:_LONGEST]


def status(shown: Shown) -> str:
    """Published, or Archived where a newer version has taken its place (schema.org `creativeWorkStatus`)."""
    newest = shown.versions[-1] if shown.versions else shown.dataset.version
    return "Archived" if shown.frozen and shown.dataset.version != newest else "Published"


def variables(dataset: Dataset, lang: str) -> list[Node]:
    """What one observation is, then each measure once, however many tables have it."""
    columns = {(column.name, column.unit): column for table in dataset.tables for column in table.with_role(Role.MEASURE)}
    if not columns:
        return []
    return [*_observation(dataset, lang), *(_variable(column, lang) for column in columns.values())]


def _observation(dataset: Dataset, lang: str) -> Iterable[Node]:
    """The unit that is counted, how it comes to be counted, and by what it is broken down."""
    counts = dataset.counts
    by = {column.name: column.title.text(lang) for table in dataset.tables for column in table.with_role(Role.DIMENSION)}
    yield known(
        {
            "@type": "StatisticalVariable",
            "name": counts.what.text(lang),
            "description": counts.definition.text(lang),
            "statType": "count",
            "measurementMethod": counts.event.text(lang),
            "populationType": {"@type": "Class", "name": _unit(counts.unit, lang)},
            "constraintProperty": [{"@type": "Property", "name": title} for title in by.values()],
        }
    )


def _variable(column: Column, lang: str) -> Node:
    bounds = dict(column.constraints)
    return known(
        {
            "@type": "PropertyValue",
            "name": column.title.text(lang),
            "alternateName": column.name,
            "description": column.description.text(lang) if column.description else None,
            "unitText": _unit(column.unit, lang) if column.unit else None,
            "minValue": bounds.get("minimum"),
            "maxValue": bounds.get("maximum"),
        }
    )


def _unit(code: str, lang: str) -> str:
    return gettext(lang)(UNITS.get(code, code))


def _answered(dataset: Dataset, site: Site) -> Node:
    """Who made it and publishes it, when, under what licence: what a linked dataset's publisher does not say is left out."""
    said: dict[str, tuple[str, object]] = {
        "license": ("license", dataset.license.url),
        "datePublished": ("issued", dataset.issued.isoformat()),
        "dateModified": ("modified", dataset.modified.isoformat()),
        "creator": ("creator", organization(dataset.creator, site)),
        "publisher": ("publisher", organization(dataset.publisher, site)),
    }
    answered: Node = {name: value for name, (property_, value) in said.items() if dataset.states(property_)}
    return {**answered, "sdPublisher": publisher(site)}


def _download(file: Distribution, shown: Shown, site: Site) -> Node:
    return {
        "@type": "DataDownload",
        "@id": f"{shown.page(site)}#{file.name.replace('.', '-')}",
        "name": file.title,
        "contentUrl": f"{shown.page(site)}{file.name}",
        "encodingFormat": file.media_type,
        "contentSize": f"{file.size} B",
        "sha256": file.sha256,
    }


def _family(shown: Shown, site: Site) -> Node:
    """From a version to the dataset and back: by name only, so that nobody takes the link for a whole description."""
    home = landing_page(shown.dataset, site)
    if shown.frozen:
        return {
            "exampleOfWork": {"@type": "CreativeWork", "@id": f"{home}#dataset", "name": shown.dataset.title.es, "url": home}
        }
    return {"workExample": [_version(shown.dataset, home, number) for number in shown.versions]}


def _version(dataset: Dataset, home: str, number: str) -> Node:
    page = f"{home}v/{number}/"
    return {"@type": "CreativeWork", "@id": f"{page}#dataset", "name": f"{dataset.title.es} ({number})", "url": page}
