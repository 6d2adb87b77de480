"""A dataset as a Data Package 2 descriptor."""

import hashlib
from dataclasses import replace
from datetime import datetime

from unit.exporters.catalogs import COUNTS, SITE, column, dataset, table

from celosia.model import LangString
from celosia.vocabularies import data_package, table_schema


def _package(described=None, folder=""):
    described = described or dataset()
    return data_package(described, SITE, {f"{folder}{one.name}.csv": one.body for one in described.tables})


def _without_english(value):
    return LangString(es=value.es)


def test_the_descriptor_has_all_that_the_profile_asks_for():
    package = _package()
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert package["id"] == package["homepage"] == "https://catalogo.example/datasets/casos-inventados/"
    assert datetime.fromisoformat(package["created"]).tzinfo is not None
    assert package["licenses"] == [
        {
            "name": "CC-BY-4.0",
            "title": "Creative Commons Atribución 4.0 Internacional",
            "path": "https://creativecommons.org/licenses/by/4.0/",
        }
    ]
    assert [contributor["roles"] for contributor in package["contributors"]] == [["publisher"], ["creator"]]


def test_a_resource_states_the_size_and_the_hash_of_its_file():
    (resource,) = _package()["resources"]
    body = table().body
    assert (resource["bytes"], resource["hash"]) == (len(body), f"sha256:{hashlib.sha256(body).hexdigest()}")
    assert (resource["path"], resource["type"], resource["encoding"]) == ("total.csv", "table", "utf-8")


def test_a_path_is_where_the_file_is():
    assert _package(folder="data/")["resources"][0]["path"] == "data/total.csv"


def test_codes_are_also_an_enum_because_readers_ignore_categories():
    field = table_schema(table())["fields"][2]
    assert field["categories"] == [{"value": "01", "label": "Norte"}, {"value": "02", "label": "Sur"}]
    assert field["constraints"] == {"enum": ["01", "02"]}


def test_constraints_of_zero_are_kept():
    assert table_schema(table())["fields"][3]["constraints"] == {"minimum": 0}


def test_a_pattern_is_published_only_where_no_cell_may_be_empty():
    pattern = ("pattern", "[0-9]{4}")
    columns = (column("a", "string", constraints=(pattern,)), column("b", "string", constraints=(("required", True), pattern)))
    described = replace(dataset(), tables=(replace(table(), columns=columns),))
    fields = _package(described)["resources"][0]["schema"]["fields"]
    assert [field.get("constraints") for field in fields] == [None, {"required": True, "pattern": "[0-9]{4}"}]
    assert table_schema(described.tables[0])["fields"][0]["constraints"] == {"pattern": "[0-9]{4}"}


def test_a_schema_speaks_the_language_that_is_asked_for():
    assert table_schema(table(), "en")["fields"][0]["title"] == "Title of id"


def test_missing_values_are_always_stated():
    schema = table_schema(table(missing_values=()))
    assert schema["missingValues"] == []
    assert schema["primaryKey"] == ["id"]


def test_what_is_not_known_is_left_out():
    described = dataset(table((column("a", "string"),), (("x",),)), withheld=None, related=(), keywords=())
    package = _package(described)
    assert "keywords" not in package
    assert {"withheld", "related"}.isdisjoint(package["celosia"])
    assert set(package["resources"][0]["schema"]["fields"][0]) == {"name", "type", "title", "role"}


def test_the_english_texts_have_the_form_of_the_overlay():
    english = _package()["i18n"]["en"]
    assert english["title"] == "Invented cases"
    assert english["celosia"]["counts"]["breaks"] == [{"at": "2020", "label": "Another method"}]
    assert "definition" not in english["celosia"]["counts"]
    assert english["resources"][0]["fields"][2]["categories"][1] == {"value": "02", "label": "South"}


def test_a_dataset_without_translation_has_no_english():
    plain = table((replace(column("a", "string"), title=LangString(es="A")),), (("x",),), title=LangString(es="T"))
    texts = ("what", "event", "recorder", "definition", "includes", "excludes", "period_rule")
    counts = replace(COUNTS, breaks=(), **{name: _without_english(getattr(COUNTS, name)) for name in texts})
    one = dataset(plain, counts=counts, withheld=None, keywords=(LangString(es="k"),))
    names = ("title", "description", "summary")
    one = replace(one, **{name: _without_english(getattr(one, name)) for name in names})
    assert "i18n" not in _package(one)
