"""What harvesters read: `catalog.ttl`, `.jsonld` and `.rdf` (one graph, DCAT-AP), and `data.json` (Perfil Nacional). Pure.

Each dataset, each release and the agreements are written by themselves, as parts; the files of the whole catalogue are the
parts one after the other. So a new figure makes one part anew, whatever the number of datasets.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from celosia.derive import Publication
from celosia.model import Agreement, Made, Site, Unit
from celosia.model.unit import PARTS
from celosia.render.address import ROOT, folder
from celosia.render.collection import collection, with_collection_files
from celosia.render.dates import newest
from celosia.render.records import frozen_records, latest_record, with_files
from celosia.vocabularies.dcat import Holdings, agreement_nodes, catalog_nodes, dataset_iri, dataset_nodes, shared_nodes
from celosia.vocabularies.perfil_ar import dataset, document, header
from celosia.vocabularies.rdf import Node, json_ld, json_ld_document, rdf_xml, rdf_xml_document, turtle, turtle_document
from celosia.vocabularies.record import Record

DESCRIPTION = "dcat.ttl"
"""The description of one dataset, beside its page."""


def metadata_units(publication: Publication) -> Iterable[Unit]:
    """A unit for each dataset and release, one for the agreements, one that joins them."""
    units = (*_dataset_units(publication), *_agreement_units(publication))
    yield from units
    head = _holdings(publication)
    yield Unit(
        name="metadata", function=catalogue_metadata, arguments=(head,), needs=tuple(unit.name for unit in units), joins=True
    )


def dataset_metadata(record: Record, made: Mapping[str, Made]) -> Mapping[str, bytes]:
    """The part of a dataset, and its own description to be served; of a frozen release the part only."""
    whole = with_files(record, made)
    nodes = dataset_nodes(whole)
    name = f"{record.dataset.id}/{record.dataset.version}" if record.frozen else record.dataset.id
    part = _part(f"datasets/{name}", nodes, None if record.frozen else whole)
    if record.frozen:
        return part
    own = turtle_document(turtle(nodes) + turtle(shared_nodes(record.site)))
    return {**part, f"{folder(ROOT)}datasets/{record.dataset.id}/{DESCRIPTION}": own}


def agreements_metadata(record: Record, agreements: tuple[Agreement, ...], made: Mapping[str, Made]) -> Mapping[str, bytes]:
    """The part of the agreements: their collection as a dataset, and each as a legal resource."""
    whole = with_collection_files(record, agreements, made)
    legal = (node for agreement in agreements for node in agreement_nodes(agreement, record.site))
    return _part("agreements", (*dataset_nodes(whole), *legal), whole)


def catalogue_metadata(head: "Head", parts: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The four files: the catalogue's own nodes, then every part in the order of the catalogue."""
    told = [json.loads(parts[path]) for path in head.parts]
    own = (*catalog_nodes(head.holdings), *shared_nodes(head.holdings.site))
    base = folder(ROOT)
    return {
        f"{base}catalog.ttl": turtle_document(turtle(own) + "".join(part["ttl"] for part in told)),
        f"{base}catalog.jsonld": json_ld_document((json_ld(own), *(part["jsonld"] for part in told))),
        f"{base}catalog.rdf": rdf_xml_document(rdf_xml(own) + "".join(part["rdf"] for part in told)),
        f"{base}data.json": document(header(head.holdings), (part["perfil"] for part in told if part["perfil"])),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The catalogue itself, and its parts in their order."""

    holdings: Holdings
    parts: tuple[str, ...]


def _dataset_units(publication: Publication) -> Iterator[Unit]:
    for told in publication.datasets:
        name = told.dataset.id
        for record in frozen_records(told, publication):
            number = record.dataset.version
            needs = (f"frozen:{name}:{number}",)
            yield Unit(name=f"metadata:{name}:{number}", function=dataset_metadata, arguments=(record,), needs=needs)
        latest = latest_record(told, publication)
        yield Unit(name=f"metadata:{name}", function=dataset_metadata, arguments=(latest,), needs=(f"export:{name}",))


def _agreement_units(publication: Publication) -> Iterator[Unit]:
    agreements = tuple(told.agreement for told in publication.agreements)
    if agreements:
        needs = ("export:agreements", *(f"api:agreements/{agreement.id}" for agreement in agreements))
        arguments = (collection(publication), agreements)
        yield Unit(name="metadata:agreements", function=agreements_metadata, arguments=arguments, needs=needs)


def _part(name: str, nodes: Sequence[Node], record: Record | None) -> Mapping[str, bytes]:
    """The nodes in every syntax; `record` is what `data.json` is told, which has no releases."""
    told = {
        "ttl": turtle(nodes),
        "jsonld": json_ld(nodes),
        "rdf": rdf_xml(nodes),
        "perfil": json.dumps(dataset(record), ensure_ascii=False) if record else "",
    }
    return {_path(name): json.dumps(told, ensure_ascii=False).encode()}


def _path(name: str) -> str:
    return f"{PARTS}metadata/{name}.json"


def _holdings(publication: Publication) -> Head:
    """What the catalogue says of itself, with the address of each of its parts."""
    site = publication.site
    datasets = [told.dataset for told in publication.datasets]
    names: list[tuple[str, str]] = []
    for told in publication.datasets:
        page = f"{site.url}datasets/{told.dataset.id}/"
        names.append((f"datasets/{told.dataset.id}", page))
        names += [(f"datasets/{told.dataset.id}/{card.number}", f"{page}v/{card.number}/") for card in told.history]
    if publication.agreements:
        names.append(("agreements", f"{site.url}agreements/"))
    holdings = Holdings(
        site=_shown(site),
        issued=min((dataset.issued for dataset in datasets if dataset.states("issued")), default=publication.modified),
        modified=newest(publication),
        datasets=tuple(dataset_iri(page) for _, page in names),
        spatial=tuple(dict.fromkeys(code.partition("-")[0] for dataset in datasets for code in dataset.spatial)),
        territories=tuple(one for one in publication.territories if one.parent is None),
    )
    return Head(holdings=holdings, parts=tuple(_path(name) for name, _ in names))


def _shown(site: Site) -> Site:
    """The site without what no harvester is told."""
    return replace(site, help_lines=())
