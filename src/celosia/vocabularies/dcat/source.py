"""Where a dataset comes from: its main sources, and files with a row a person that are described and never copied. Pure."""

from collections.abc import Iterator

from celosia.model import LangString, RecordLevel
from celosia.vocabularies.dcat.value import agent_node, document, statement_node
from celosia.vocabularies.rdf import Node, Statement, iri, texts
from celosia.vocabularies.record import Record


def source_statements(record: Record) -> Iterator[Statement]:
    """The addresses of the sources: `prov:wasDerivedFrom`, since `dct:source` would make each one a dataset of ours."""
    addresses = (*(source.url for source in record.dataset.sources), *(file.url for file in record.dataset.record_level))
    yield from (("prov:wasDerivedFrom", iri(url)) for url in dict.fromkeys(addresses))
    yield from (("dct:relation", _address(file, record)) for file in record.dataset.record_level)


def source_nodes(record: Record) -> Iterator[Node]:
    """What is known of each source."""
    for source in record.dataset.sources:
        said = texts("rdfs:label", LangString(es=source.title))
        yield Node(iri=iri(source.url), types=("prov:Entity",), statements=said)
    for file in record.dataset.record_level:
        yield from _record_level(file, record)


def _record_level(file: RecordLevel, record: Record) -> Iterator[Node]:
    """A resource (DCAT 3 §6.4) and no dataset: it has a page and a warning, and no distribution, since we serve none."""
    address = _address(file, record)
    said: tuple[Statement, ...] = (
        *texts("dct:title", file.title),
        *texts("dct:description", file.warning),
        ("dct:publisher", f"{address}-publisher"),
        ("dct:accessRights", f"{address}-rights"),
        ("dcat:landingPage", iri(file.url)),
    )
    yield Node(iri=address, types=("dcat:Resource",), statements=said)
    yield agent_node(f"{address}-publisher", file.publisher)
    yield statement_node(f"{address}-rights", "dct:RightsStatement", file.warning)
    yield document(iri(file.url))


def _address(file: RecordLevel, record: Record) -> str:
    return f"{record.page}#record-level-{file.name}"
