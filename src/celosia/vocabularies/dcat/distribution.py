"""A file that can be downloaded as a `dcat:Distribution`, with its checksum. Pure."""

from collections.abc import Iterator

from celosia.vocabularies.dcat.authority import FILE_TYPES, LANGUAGES, authority, media_type
from celosia.vocabularies.dcat.value import day, license_iri, link
from celosia.vocabularies.rdf import Literal, Node, Statement, iri, texts
from celosia.vocabularies.record import Distribution, Record


def distribution_iri(distribution: Distribution, record: Record) -> str:
    """The address of a distribution: its name, below the page of its dataset."""
    return f"{record.page}#{distribution.name}"


def distribution_nodes(record: Record) -> Iterator[Node]:
    """Each file of a dataset, and the checksum of each that has one."""
    for distribution in record.distributions:
        address = distribution_iri(distribution, record)
        yield Node(iri=address, types=("dcat:Distribution",), statements=tuple(_said(address, distribution, record)))
        if distribution.sha256:
            yield _checksum(address, distribution)


def _said(address: str, distribution: Distribution, record: Record) -> Iterator[Statement]:
    dataset = record.dataset
    yield from texts("dct:title", distribution.title)
    yield from texts("dct:description", distribution.description)
    yield "dcat:accessURL", iri(distribution.page)
    yield "dcat:downloadURL", iri(distribution.url)
    yield from _form(distribution)
    yield from day("dct:issued", distribution.issued or (dataset.issued if dataset.states("issued") else None))
    yield from day("dct:modified", distribution.modified or (dataset.modified if dataset.states("modified") else None))
    if dataset.states("license"):
        yield from link("dct:license", license_iri(dataset.license))
        yield "dct:rights", f"{record.page}#rights"
    yield from link("dct:subject", distribution.about)
    if dataset.origin is None:
        yield from (("dct:language", LANGUAGES[lang]) for lang in record.site.languages)
        yield "dcatap:availability", authority("planned-availability", "STABLE")
        yield "adms:status", authority("distribution-status", "COMPLETED")
    if distribution.sha256:
        yield "spdx:checksum", f"{address}-checksum"


def _form(distribution: Distribution) -> Iterator[Statement]:
    """In which form the file is, and how large."""
    type_ = FILE_TYPES.get(distribution.format.lower())
    if type_:
        yield "dct:format", authority("file-type", type_)
    if distribution.media_type:
        yield "dcat:mediaType", media_type(distribution.media_type)
    if distribution.size is not None:
        yield "dcat:byteSize", Literal(text=str(distribution.size), type="xsd:nonNegativeInteger")


def _checksum(address: str, distribution: Distribution) -> Node:
    said: tuple[Statement, ...] = (
        ("spdx:algorithm", "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
        ("spdx:checksumValue", Literal(text=distribution.sha256, type="xsd:hexBinary")),
    )
    return Node(iri=f"{address}-checksum", types=("spdx:Checksum",), statements=said)
