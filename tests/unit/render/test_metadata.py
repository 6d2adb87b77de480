"""The files that harvesters read: one graph in three syntaxes, joined of parts, and data.json."""

import hashlib
import json
from dataclasses import replace
from datetime import date

import pytest
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.namespace import DCTERMS
from unit.exporters.catalogs import SITE, dataset, table
from unit.render.publications import AGREEMENT, a_publication, units
from unit.render.released import released

from celosia.model import Agent, LangString, PeriodOfTime, RecordLevel
from celosia.model.catalog import Series
from celosia.publish.store import describe

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own reader of JSON-LD

DCAT = Namespace("http://www.w3.org/ns/dcat#")
SPDX = Namespace("http://spdx.org/rdf/terms#")
PROV = Namespace("http://www.w3.org/ns/prov#")
BASE = SITE.url
PAGE = f"{BASE}datasets/casos-inventados/"


def files(publication):
    """All files of the metadata of a publication, each unit made after those that it needs."""
    all_units, made = units(publication), {}

    def make(name):
        if name not in made:
            unit = all_units[name]
            needed = {path: body for need in unit.needs for path, body in make(need).items()}
            parts = {path: body for path, body in needed.items() if path.startswith("parts/")}
            given = parts if unit.joins else {path: describe(path, body) for path, body in needed.items()}
            made[name] = unit.function(*unit.arguments, given) if unit.needs else unit.function(*unit.arguments)
        return made[name]

    make("metadata")
    return {path.removeprefix("docs/es/"): body for of in made.values() for path, body in of.items()}


@pytest.fixture(scope="module")
def publication():
    series = (Series(id="serie", title=LangString(es="Serie", en="Series"), description=LangString(es="Una serie.")),)
    site = replace(
        SITE,
        publisher=Agent(name="Proyecto Inventado", url=BASE, email="datos@catalogo.example"),
        norms="normas",
        directory="contactos",
        series=series,
    )
    file = RecordLevel(
        name="filas",
        title=LangString(es="Filas de personas"),
        publisher="Oficina Inventada",
        url="https://filas.example/víctimas.csv",
        warning=LangString(es="Cuidado.", en="Beware."),
    )
    return replace(released(series=("serie",), record_level=(file,)), site=site)


@pytest.fixture(scope="module")
def made(publication):
    return files(publication)


@pytest.fixture(scope="module")
def graph(made):
    return Graph().parse(data=made["catalog.ttl"], format="turtle")


def test_the_three_syntaxes_are_one_graph(made, graph):
    assert set(graph) == set(Graph().parse(data=made["catalog.jsonld"], format="json-ld"))
    assert set(graph) == set(Graph().parse(data=made["catalog.rdf"], format="xml"))
    assert not any("BNode" in type(term).__name__ for triple in graph for term in triple)


def test_the_catalogue_lists_datasets_releases_and_agreements(graph):
    listed = {str(one).removeprefix(BASE) for one in graph.objects(URIRef(f"{BASE}#catalog"), DCAT.dataset)}
    assert listed == {
        "datasets/casos-inventados/#dataset",
        "datasets/casos-inventados/v/1.0.0/#dataset",
        "datasets/casos-inventados/v/2.0.0/#dataset",
        "datasets/normas/#dataset",
        "datasets/contactos/#dataset",
        "agreements/#dataset",
    }
    assert listed == {str(one).removeprefix(BASE) for one in graph.subjects(RDF.type, DCAT.Dataset)}


def test_the_description_of_a_dataset_is_a_part_of_the_catalogue(made, graph):
    own = Graph().parse(data=made["datasets/casos-inventados/dcat.ttl"], format="turtle")
    assert len(own) > 100
    assert set(own) <= set(graph)
    assert "datasets/casos-inventados/v/1.0.0/dcat.ttl" not in made


def test_each_file_is_told_with_its_size_and_checksum(made, graph):
    body = made["datasets/casos-inventados/total.csv"]
    one = URIRef(f"{PAGE}#total-csv")
    assert str(graph.value(one, DCAT.byteSize)) == str(len(body))
    assert str(graph.value(one, DCAT.byteSize).datatype).endswith("nonNegativeInteger")
    assert str(graph.value(graph.value(one, SPDX.checksum), SPDX.checksumValue)) == hashlib.sha256(body).hexdigest()
    frozen = URIRef(f"{PAGE}v/1.0.0/#total-csv")
    assert str(graph.value(frozen, DCAT.downloadURL)) == f"{PAGE}v/1.0.0/total.csv"


def test_releases_know_each_other(graph):
    latest, first, second = (URIRef(f"{PAGE}{path}#dataset") for path in ("", "v/1.0.0/", "v/2.0.0/"))
    assert set(graph.objects(latest, DCAT.hasVersion)) == {first, second}
    assert graph.value(latest, DCAT.hasCurrentVersion) == second
    assert graph.value(second, DCAT.previousVersion) == graph.value(latest, DCAT.previousVersion) == first
    assert graph.value(first, DCAT.previousVersion) is None
    assert set(graph.subjects(DCAT.isVersionOf, latest)) == {first, second}
    assert str(graph.value(first, DCAT.version)) == "1.0.0"


def test_a_dataset_is_in_its_series(graph):
    series = URIRef(f"{BASE}#series-serie")
    assert (series, RDF.type, DCAT.DatasetSeries) in graph
    assert (URIRef(f"{PAGE}#dataset"), DCAT.inSeries, series) in graph


def test_files_with_a_row_a_person_are_described_and_not_distributed(made, graph):
    one = URIRef(f"{PAGE}#record-level-filas")
    assert (one, RDF.type, DCAT.Resource) in graph
    assert not list(graph.objects(one, DCAT.distribution))
    assert (URIRef(f"{PAGE}#dataset"), PROV.wasDerivedFrom, URIRef("https://filas.example/v%C3%ADctimas.csv")) in graph
    assert b"filas.example" not in made["data.json"]


def test_every_text_says_its_language(graph):
    told = [term for _, name, term in graph if name in (DCTERMS.title, DCTERMS.description, DCAT.keyword)]
    assert {term.language for term in told} == {"es", "en"}


def test_an_agreement_is_a_legal_resource_and_a_distribution(graph):
    eli = Namespace("http://data.europa.eu/eli/ontology#")
    agreement = URIRef(f"{BASE}agreements/acuerdo-fechado/#agreement")
    assert (agreement, RDF.type, eli.LegalResource) in graph
    assert str(graph.value(agreement, eli.date_document)) == "2015-07-15"
    (one,) = graph.subjects(DCTERMS.subject, agreement)
    assert str(graph.value(one, DCAT.downloadURL)) == f"{BASE}api/v1/agreements/acuerdo-fechado.json"
    assert graph.value(one, DCAT.byteSize) is not None
    assert graph.value(URIRef(f"{BASE}agreements/{AGREEMENT.id}/#agreement"), eli.date_document) is None


def test_data_json_has_what_the_profile_wants(made):
    told = json.loads(made["data.json"])
    assert (told["version"], told["publisher"]["mbox"]) == ("1.1", "datos@catalogo.example")
    ids = [one["identifier"] for one in told["dataset"]]
    assert ids == ["casos-inventados", "normas", "contactos", "agreements"]
    one = told["dataset"][0]
    assert (one["accrualPeriodicity"], one["spatial"], one["temporal"]) == ("eventual", "ARG", "2019-01-01/2021-12-31")
    csv = next(file for file in one["distribution"] if file["fileName"] == "total.csv")
    assert csv["hash"] == hashlib.sha512(made["datasets/casos-inventados/total.csv"]).hexdigest()
    assert {"title": "casos", "type": "integer", "description": "Título de casos", "units": "cases"} in csv["field"]
    assert {file["type"] for file in one["distribution"]} == {"file", "documentation"}


def test_identifiers_are_unique(made):
    told = json.loads(made["data.json"])["dataset"]
    ids = [file["identifier"] for one in told for file in one["distribution"]]
    assert len(ids) == len(set(ids))


def test_a_new_figure_makes_one_part_anew():
    other = dataset(id="otro")
    rows = (("x-9", "2020", "01", 7, 0.5, None, True, "inv-1", None),)
    changed = replace(other, tables=(table(rows=(*other.tables[0].rows, *rows)),))
    before, after = units(a_publication(dataset(), other)), units(a_publication(dataset(), changed))
    told = [name for name in before if name.startswith("metadata") and before[name] != after[name]]
    assert told == []  # the export is another, and what needs it is made anew by that
    assert before["metadata:otro"].needs == ("export:otro",)


def test_a_list_without_periods_is_as_it_was_when_it_last_changed(graph):
    period = graph.value(URIRef(f"{BASE}datasets/contactos/#dataset"), DCTERMS.temporal)
    days = PeriodOfTime.parse(date(2026, 11, 20).isoformat())
    assert str(graph.value(period, DCAT.startDate)) == days.start.isoformat()
    assert str(graph.value(period, DCAT.endDate)) == days.end.isoformat()
