"""Other people's catalogues in the words of their standards, read backwards into one value. Pure.

READERS_OF_JSON tells by its shape what a JSON is; `read_graph` takes RDF.
"""

from celosia.vocabularies.harvest.ckan import names, packages, read_ckan
from celosia.vocabularies.harvest.harvested import Harvest, HarvestedDataset, HarvestedField, HarvestedFile
from celosia.vocabularies.harvest.package import read_package
from celosia.vocabularies.harvest.perfil import read_perfil

__all__ = [
    "RDF_FORMATS",
    "Harvest",
    "HarvestedDataset",
    "HarvestedField",
    "HarvestedFile",
    "NamesOnly",
    "read_json",
    "read_rdf",
]

RDF_FORMATS = {"ttl": "turtle", "jsonld": "json-ld", "rdf": "xml", "xml": "xml", "nt": "nt"}


class NamesOnly(ValueError):  # noqa: N818 - what is there, not a fault
    """A `package_list` of CKAN: names, and no package."""


def read_json(value: object) -> Harvest | None:
    """What a JSON says, by its shape; none where it is of no standard that is read. `NamesOnly` for a bare list of names."""
    if isinstance(value, dict) and isinstance(value.get("resources"), list) and "result" not in value and "notes" not in value:
        return read_package(value)
    if isinstance(value, dict) and isinstance(value.get("dataset"), list):
        return read_perfil(value)
    found = packages(value)
    if found is not None:
        return read_ckan(found)
    if names(value):
        raise NamesOnly
    return None


def read_rdf(text: str, kind: str) -> Harvest | None:
    """What a graph says (`kind`: ttl, jsonld, rdf, xml, nt); none where it cannot be read. It asks nothing of any address."""
    from celosia.vocabularies.harvest.graph import parsed  # noqa: PLC0415 - brings rdflib, which JSON need not load

    return parsed(text, RDF_FORMATS[kind])
