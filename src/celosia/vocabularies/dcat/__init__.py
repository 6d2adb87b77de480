"""The catalogue in DCAT-AP 3.0.1 (SEMIC), with the classes that its shapes ask for. Pure.

Each function gives nodes (`vocabularies.rdf`): of a dataset, of an agreement, of the catalogue itself. They share addresses
and nothing else, so that each can be written apart and all joined into one graph.
"""

from celosia.vocabularies.dcat.agreement import agreement_iri, agreement_nodes
from celosia.vocabularies.dcat.catalog import Holdings, catalog_nodes, shared_nodes
from celosia.vocabularies.dcat.dataset import dataset_iri, dataset_nodes

__all__ = [
    "Holdings",
    "agreement_iri",
    "agreement_nodes",
    "catalog_nodes",
    "dataset_iri",
    "dataset_nodes",
    "shared_nodes",
]
