"""What pages say to machines: one document each, and the links that their kind must have."""

import json
import re

from unit.exporters.catalogs import dataset, table
from unit.render.publications import a_publication, page

from celosia.render.fragment import unwrapped

_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>')


def told(name):
    found = _DATA.findall(unwrapped(page(a_publication(), name)))
    assert len(found) == 1
    return json.loads(found[0])


def relations(name):
    return re.findall(r'<link rel="([a-z-]+)"', page(a_publication(), name))


def test_the_home_page_is_the_catalogue():
    assert (told("es:")["@type"], told("es:")["@id"]) == ("DataCatalog", "https://catalogo.example/#catalog")


def test_a_list_names_what_it_holds():
    listed = told("en:datasets/")
    assert listed["@type"] == "CollectionPage"
    assert listed["mainEntity"]["itemListElement"][0]["item"].endswith("/en/datasets/casos-inventados/")


def test_a_dataset_is_described_in_the_language_of_its_page_under_one_identifier():
    spanish, english = told("es:datasets/casos-inventados/"), told("en:datasets/casos-inventados/")
    assert (spanish["name"], english["name"]) == ("Casos inventados", "Invented cases")
    assert spanish["@id"] == english["@id"] == "https://catalogo.example/datasets/casos-inventados/#dataset"


def test_a_dataset_says_what_one_observation_is_and_each_measure_once():
    kinds = [one["@type"] for one in told("es:datasets/casos-inventados/")["variableMeasured"]]
    assert kinds == ["StatisticalVariable", "PropertyValue", "PropertyValue"]


def test_a_measure_of_many_tables_is_told_once():
    tables = (table(name=f"t{number}") for number in range(9))
    publication = a_publication(dataset(*tables))
    found = json.loads(_DATA.findall(unwrapped(page(publication, "es:datasets/casos-inventados/")))[0])
    assert len(found["variableMeasured"]) == 3


def test_signposting_has_what_its_profile_demands():
    found = relations("es:datasets/casos-inventados/")
    assert {"cite-as", "type", "describedby", "item", "license", "author", "linkset", "collection", "alternate"} <= set(found)
    assert (found.count("cite-as"), found.count("type"), found.count("linkset")) == (1, 2, 1)
