"""The three syntaxes, read back by rdflib: they are one graph, whatever the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph

from celosia.model import LangString
from celosia.vocabularies.rdf import (
    Literal,
    Node,
    iri,
    json_ld,
    json_ld_document,
    rdf_xml,
    rdf_xml_document,
    texts,
    turtle,
    turtle_document,
)

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own reader of JSON-LD

XML_TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff") | st.sampled_from("\n\t\\\"'<&")
)


def graphs(*nodes):
    yield set(Graph().parse(data=turtle_document(turtle(nodes)), format="turtle"))
    yield set(Graph().parse(data=json_ld_document([json_ld(nodes)]), format="json-ld"))
    yield set(Graph().parse(data=rdf_xml_document(rdf_xml(nodes)), format="xml"))


@settings(max_examples=60, deadline=None)
@given(text=XML_TEXT)
def test_any_text_is_the_same_in_every_syntax(text):
    said = (
        ("dct:title", Literal(text=text, lang="es")),
        ("dct:identifier", Literal(text=text)),
        ("dct:publisher", "https://x.example/#p"),
    )
    first, second, third = graphs(Node(iri="https://x.example/#d", types=("dcat:Dataset",), statements=said))
    assert first == second == third
    assert len(first) == 4


def test_a_typed_value_is_the_same_in_every_syntax():
    said = (("dcat:byteSize", Literal(text="232", type="xsd:nonNegativeInteger")),)
    first, second, third = graphs(Node(iri="https://x.example/#d", types=(), statements=said))
    assert first == second == third
    assert str(next(iter(first))[2].datatype).endswith("#nonNegativeInteger")


@pytest.mark.parametrize(
    "odd", ["https://x.example/a b", "https://x.example/<x>", 'https://x.example/"', "https://x.example/ñ|{}^`\\"]
)
def test_an_odd_address_can_be_written(odd):
    said = (("dcat:landingPage", iri(odd)),)
    first, second, third = graphs(Node(iri="https://x.example/#d", types=(), statements=said))
    assert first == second == third


def test_a_text_without_translation_is_told_in_one_language():
    assert texts("dct:title", LangString(es="Algo")) == (("dct:title", Literal(text="Algo", lang="es")),)
    assert texts("dct:title", LangString(es="")) == texts("dct:title", None) == ()
