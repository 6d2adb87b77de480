"""How a dataset is cited."""

from unit.exporters.catalogs import SITE, dataset

from celosia.vocabularies import cite


def test_a_citation_says_who_when_what_which_version_and_where():
    assert cite(dataset(), SITE, "en") == (
        "Oficina Inventada. (2026). Invented cases (version 1.0.0) [data set]. Proyecto Inventado. "
        "https://catalogo.example/datasets/casos-inventados/"
    )


def test_the_address_is_the_same_in_both_languages():
    spanish, english = (cite(dataset(), SITE, lang).split()[-1] for lang in ("es", "en"))
    assert spanish == english


def test_a_body_that_publishes_itself_is_named_once():
    assert cite(dataset(creator="Oficina S.A.", publisher="Oficina S.A."), SITE, "en").count("Oficina") == 1
    assert cite(dataset(creator="Oficina S.A.", publisher="Oficina S.A."), SITE, "en").startswith("Oficina S.A. (2026)")


def test_braces_in_a_title_are_only_braces():
    title = dataset().title.__class__(es="{version} {0}", en="{version} {0}")
    assert "{version} {0} (version 1.0.0)" in cite(dataset(title=title), SITE, "en")
