"""What the lists open with: a sentence that is counted from what they list, and that changes with it.

The files of the reference catalogue are read beside it without any of our code.
"""

from dataclasses import replace

import pytest
import yaml
from unit.committed import ROOT
from unit.exporters.catalogs import dataset, table
from unit.render.publications import a_publication, opening

from celosia.derive import derive


@pytest.fixture(scope="module")
def reference(catalog):
    """What the reference catalogue tells."""
    return derive(catalog)


def read(kind: str) -> list[dict]:
    return [yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted((ROOT / kind).glob("*.yaml"))]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("es", "En {m} de las {n} comparaciones, ninguna fuente dice por qué difieren las cifras."),
        ("en", "In {m} of the {n} comparisons, no source says why the figures differ."),
    ],
)
def test_the_comparisons_open_with_how_many_nobody_explains(reference, lang, words) -> None:
    kinds = [one["kind"] for one in read("comparisons")]
    assert words.format(m=kinds.count("unexplained"), n=len(kinds)) in opening(reference, lang, "comparisons/")
    explained = tuple(one for one in reference.comparisons if one.comparison.kind != "unexplained")
    assert words.format(m=0, n=len(explained)) in opening(replace(reference, comparisons=explained), lang, "comparisons/")


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("es", "Las fuentes dan por vigentes a {m} de los {n} acuerdos, y por terminados a {k}."),
        ("en", "The sources give {m} of the {n} agreements as in force, and {k} as ended."),
    ],
)
def test_the_agreements_open_with_how_many_are_in_force(reference, lang, words) -> None:
    codes = [one["status"]["code"] for one in read("agreements")]
    expected = words.format(m=codes.count("in-force"), n=len(codes), k=codes.count("ended"))
    assert expected in opening(reference, lang, "agreements/")
    others = tuple(told for told in reference.agreements if told.agreement.status.code != "in-force")
    fewer = words.format(m=0, n=len(others), k=codes.count("ended"))
    assert fewer in opening(replace(reference, agreements=others), lang, "agreements/")


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("es", "El catálogo tiene {n} conjuntos de datos, con {m} tablas."),
        ("en", "The catalogue has {n} datasets, with {m} tables."),
    ],
)
def test_the_datasets_open_with_how_many_they_are(reference, lang, words) -> None:
    packages = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in (ROOT / "datasets").glob("*/datapackage.yaml")]
    tables = sum(len(package["resources"]) for package in packages)
    assert words.format(n=len(packages), m=tables) in opening(reference, lang, "datasets/")
    invented = a_publication(dataset(table(), table(name="otra")))
    assert words.format(n=len(invented.cards), m=len(invented.cards) + 1) in opening(invented, lang, "datasets/")


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("es", "De las {n} normas de la página, las que aprueban un acuerdo del sitio son {m}."),
        ("en", "Of the {n} norms on the page, those that approve an agreement of the site number {m}."),
    ],
)
def test_the_norms_open_with_how_many_approve_an_agreement(reference, lang, words) -> None:
    approving = {law["norm"] for one in read("agreements") for law in one["approvals"] if "norm" in law}
    number = len(reference.norms.rows)
    assert words.format(n=number, m=len(approving)) in opening(reference, lang, "norms/")
    assert words.format(n=number, m=0) in opening(replace(reference, agreements_by_norm=()), lang, "norms/")
