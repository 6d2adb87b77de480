"""RDF that others wrote, parsed without asking anything of any address: no context and no entity from elsewhere. Pure."""

import json
from xml.sax import SAXException

from rdflib import Graph
from rdflib.exceptions import ParserError

from celosia.vocabularies.harvest.dcat import read_dcat
from celosia.vocabularies.harvest.harvested import Harvest

_DEEPEST = 100


def parsed(text: str, kind: str) -> Harvest | None:
    """The harvest of a graph; none where it is no such text, or where it would have us read something else."""
    if kind == "json-ld" and not _stands_alone(text):
        return None
    if kind == "xml" and ("<!DOCTYPE" in text or "<!ENTITY" in text):
        return None
    try:
        return read_dcat(Graph().parse(data=text, format=kind))
    except (
        ParserError,
        SAXException,
        SyntaxError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
    ):
        return None  # rdflib's parsers have no error of their own for all that a text can be


def _stands_alone(text: str) -> bool:
    """Whether no `@context` of a JSON-LD is an address: rdflib would fetch it."""
    try:
        return _local(json.loads(text), 0)
    except (ValueError, RecursionError):
        return False


def _local(value: object, depth: int) -> bool:
    if depth > _DEEPEST:
        return False
    if isinstance(value, list):
        return all(_local(part, depth + 1) for part in value)
    if isinstance(value, dict):
        return not _fetched(value.get("@context")) and all(_local(part, depth + 1) for part in value.values())
    return True


def _fetched(context: object) -> bool:
    parts = context if isinstance(context, list) else [context]
    return any(isinstance(part, str) or (isinstance(part, dict) and "@import" in part) for part in parts)
