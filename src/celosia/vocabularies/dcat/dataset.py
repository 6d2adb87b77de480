"""A dataset, or a frozen release of it, as a `dcat:Dataset` with all that it refers to. Pure."""

from collections.abc import Iterator

from celosia.locales import N_, gettext
from celosia.model import LangString
from celosia.vocabularies.dcat.authority import LANGUAGES, authority
from celosia.vocabularies.dcat.distribution import distribution_iri, distribution_nodes
from celosia.vocabularies.dcat.source import source_nodes, source_statements
from celosia.vocabularies.dcat.value import (
    agent_node,
    agent_type_nodes,
    day,
    document,
    license_nodes,
    period_node,
    place_iri,
    place_nodes,
    publisher_iri,
    statement_node,
)
from celosia.vocabularies.rdf import Literal, Node, Statement, texts
from celosia.vocabularies.record import Record

_RIGHTS = N_("Free use, saying the source and the licence: {license}.")


def dataset_iri(page: str) -> str:
    """The address of the dataset that a page is about."""
    return f"{page}#dataset"


def dataset_nodes(record: Record) -> tuple[Node, ...]:
    """The dataset, its distributions, and what they refer to that nobody else describes."""
    dataset = record.dataset
    main = Node(iri=dataset_iri(record.page), types=("dcat:Dataset",), statements=tuple(_said(record)))
    return (main, *_around(record), *source_nodes(record), *distribution_nodes(record), *license_nodes(dataset.license))


def _said(record: Record) -> Iterator[Statement]:
    dataset = record.dataset
    yield "dct:identifier", Literal(text=_identifier(record))
    yield from texts("dct:title", dataset.title)
    yield from texts("dct:description", dataset.description)
    yield from (one for keyword in dataset.keywords for one in texts("dcat:keyword", keyword))
    yield from (("dcat:theme", authority("data-theme", theme)) for theme in dataset.themes)
    if dataset.kind == "statistics":
        yield "dct:type", authority("dataset-type", "STATISTICAL")
    yield from _responsible(record)
    yield from _when(record)
    yield from (("dct:spatial", place_iri(code, record.site)) for code in dataset.spatial)
    yield "dct:accessRights", authority("access-right", "PUBLIC")
    yield from (("dct:language", LANGUAGES[lang]) for lang in _languages(record))
    yield "dcat:landingPage", record.page
    yield from (("foaf:page", one.url) for one in record.distributions if one.type == "documentation")
    if _is_told(record):
        yield "dct:provenance", f"{record.page}#provenance"
    yield from source_statements(record)
    yield from _history(record)
    yield from (("dcat:inSeries", f"{record.site.url}#series-{name}") for name in dataset.series)
    yield from (("dct:relation", dataset_iri(f"{record.site.url}datasets/{name}/")) for name in dataset.related)
    yield from (("dcat:distribution", distribution_iri(one, record)) for one in record.distributions)


def _responsible(record: Record) -> Iterator[Statement]:
    """Who publishes, who counted, and whom to ask. A linked dataset says what its own publisher said."""
    dataset, site = record.dataset, record.site
    if dataset.states("publisher"):
        ours = dataset.publisher == site.publisher.name
        yield "dct:publisher", publisher_iri(site) if ours else f"{record.page}#publisher"
    if dataset.states("creator"):
        ours = dataset.creator == site.publisher.name
        yield "dct:creator", publisher_iri(site) if ours else f"{record.page}#creator"
    yield "dcat:contactPoint", f"{site.url}#contact"


def _when(record: Record) -> Iterator[Statement]:
    dataset = record.dataset
    if dataset.states("issued"):
        yield from day("dct:issued", dataset.issued)
    if dataset.states("modified"):
        yield from day("dct:modified", dataset.modified)
    if record.temporal:
        yield "dct:temporal", f"{record.page}#temporal"
    if dataset.states("frequency"):
        yield "dct:accrualPeriodicity", authority("frequency", "NEVER" if record.frozen else dataset.frequency)


def _history(record: Record) -> Iterator[Statement]:
    """Its version and its relation to the frozen ones (DCAT 3 §11)."""
    dataset, change = record.dataset, record.change
    if dataset.version:
        yield "dcat:version", Literal(text=dataset.version)
    if change:
        yield from texts("adms:versionNotes", change.note)
    before = _before(record)
    if before:
        yield "dcat:previousVersion", _version(record, before)
    if record.frozen:
        yield "dcat:isVersionOf", dataset_iri(record.latest)
        return
    yield from (("dcat:hasVersion", _version(record, number)) for number in record.versions)
    if dataset.version in record.versions:
        yield "dcat:hasCurrentVersion", _version(record, dataset.version)


def _before(record: Record) -> str:
    """The frozen release before the record's own version; none before the first."""
    numbers, own = record.versions, record.dataset.version
    older = numbers[: numbers.index(own)] if own in numbers else numbers
    return older[-1] if older else ""


def _version(record: Record, number: str) -> str:
    return dataset_iri(f"{record.latest}v/{number}/")


def _around(record: Record) -> Iterator[Node]:
    dataset, page = record.dataset, record.page
    yield document(page)
    yield from (document(one.url) for one in record.distributions if one.type == "documentation")
    if record.temporal:
        yield period_node(f"{page}#temporal", record.temporal)
    if _is_told(record):
        yield statement_node(f"{page}#provenance", "dct:ProvenanceStatement", dataset.counts.recorder)
    if dataset.states("license"):
        yield statement_node(f"{page}#rights", "dct:RightsStatement", _rights(dataset.license.title))
    yield from _agents(record)
    yield from agent_type_nodes(type_ for _, type_ in record.dataset.agent_types)
    yield from place_nodes(dataset.spatial, record.site, record.territories)


def _agents(record: Record) -> Iterator[Node]:
    named = (("publisher", record.dataset.publisher), ("creator", record.dataset.creator))
    types = dict(record.dataset.agent_types)
    for role, name in named:
        if record.dataset.states(role) and name != record.site.publisher.name:
            yield agent_node(f"{record.page}#{role}", name, types.get(role))


def _identifier(record: Record) -> str:
    dataset = record.dataset
    if dataset.origin and dataset.origin.identifier:
        return dataset.origin.identifier
    return f"{dataset.id}/v/{dataset.version}" if record.frozen else dataset.id


def _languages(record: Record) -> tuple[str, ...]:
    """Ours are told in every language of the site; a linked one in its publisher's."""
    return record.site.languages if record.dataset.origin is None else ("es",)


def _is_told(record: Record) -> bool:
    """Whether it is known who records the figures."""
    return record.dataset.states("counts") and bool(record.dataset.counts.recorder.es)


def _rights(license_: str) -> LangString:
    return LangString(es=gettext("es")(_RIGHTS).format(license=license_), en=gettext("en")(_RIGHTS).format(license=license_))
