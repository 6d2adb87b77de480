"""CKAN's own parser of DCAT reads a catalogue, as a harvester would, without a CKAN. JSON in, JSON out."""

import json
import sys
from urllib.request import urlopen

from ckan.common import config

config.update({"ckan.site_url": "http://127.0.0.1", "ckan.locale_default": "es", "ckan.plugins": "dcat"})
config["ckanext.dcat.rdf.profiles"] = "euro_dcat_ap_3"
from ckanext.dcat.processors import RDFParser  # noqa: E402 - after the configuration that it reads

_FORMATS = {"ttl": "turtle", "jsonld": "json-ld", "rdf": "xml"}


def packages(url):
    parser = RDFParser(profiles=["euro_dcat_ap_3"])
    parser.parse(urlopen(url).read().decode(), _format=_FORMATS[url.rsplit(".", 1)[-1]])
    return list(parser.datasets())


print(json.dumps(packages(json.load(sys.stdin)), ensure_ascii=False, default=str))
