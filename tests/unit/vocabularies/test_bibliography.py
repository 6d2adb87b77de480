"""Citations as files: each reader gets the same work."""

import json

import yaml
from unit.exporters.catalogs import SITE, dataset

from celosia.vocabularies.bibliography import bibtex, citation_cff, csl_json, ris
from celosia.vocabularies.citation import Cited, apa, cited_dataset, iso690

RELEASED = cited_dataset(dataset(), SITE, "es", released=True)
RECORD = Cited(id="x", kind="agreement", author="Proyecto", title="Acuerdo", publisher="", url="https://x.example/", lang="es")


def test_a_released_dataset_is_cited_by_its_version():
    address = "https://catalogo.example/datasets/casos-inventados/v/1.0.0/"
    assert all(
        address in text for text in (apa(RELEASED), iso690(RELEASED), *(f(RELEASED).decode() for f in (bibtex, ris, csl_json)))
    )


def test_a_work_without_a_date_says_so():
    assert "(s. f.)" in apa(RECORD)
    assert "issued" not in json.loads(csl_json(RECORD))[0]
    assert b"year" not in bibtex(RECORD)
    assert b"PY  -" not in ris(RECORD)


def test_iso_690_names_the_medium_the_version_and_the_day():
    assert iso690(RELEASED).startswith("OFICINA INVENTADA. Casos inventados [conjunto de datos en línea]. Versión 1.0.0. ")


def test_what_tex_would_read_as_its_own_is_escaped():
    assert rb"100\% \& \{x\}" in bibtex(Cited(**{**_fields(RECORD), "title": "100% & {x}"}))


def test_a_body_with_a_comma_is_one_author_in_ris():
    assert "AU  - A (B – C)\n" in ris(Cited(**{**_fields(RECORD), "author": "A (B, C)"})).decode()


def test_the_catalogue_has_a_citation_file():
    read = yaml.safe_load(citation_cff(SITE))
    assert (read["cff-version"], read["authors"][0]["name"], read["url"]) == ("1.2.0", "Proyecto Inventado", SITE.url)


def _fields(cited):
    return {name: getattr(cited, name) for name in cited.__slots__}
