"""The search index: which words lead to what, how well, and how it is written. Every entry is invented."""

import json
import re
from collections.abc import Mapping

import pytest

from celosia.locales.stems import stems
from celosia.model import Synonym
from celosia.render.search import shards
from celosia.render.search.entry import LONGEST, Entry, entry
from celosia.render.search.index import build
from celosia.render.search.shards import scripts
from celosia.render.views.text import Text

SPANISH = stems("es")


def _entry(title: str, text: str = "", section: str = "datasets", **more: object) -> Entry:
    return Entry(title=title, url="x/index.html", section=section, text=text, **more)  # type: ignore[arg-type]


def _found(word: str, *entries: Entry, synonyms: tuple[Synonym, ...] = ()) -> dict[str, int]:
    """The titles that a word leads to, with their points."""
    index = build(entries, synonyms, SPANISH)
    (stem,) = SPANISH.of([word])
    return {index.entries[place].title: points for place, points in index.stems.get(stem, {}).items()}


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("victimas", "Víctima"),
        ("Ñandúes", "ñandu"),
        ("explotacion", "explotaciones"),
        ("rescatada", "Rescatados"),
        ("jueces", "juez"),
        ("país", "países"),
        ("26364", "26.364"),
        ("37254", "37\u202f254"),
    ],
)
def test_accents_plurals_and_thousands_are_one(typed: str, written: str) -> None:
    assert _found(typed, _entry(f"Algo de {written} más"))


@pytest.mark.parametrize(("one", "other"), [("trata", "tratado"), ("caso", "cas1"), ("Lima", "limón")])
def test_other_words_are_not_the_same(one: str, other: str) -> None:
    assert not _found(one, _entry(other))


@pytest.mark.parametrize(("one", "other"), [("agencies", "agency"), ("trafficked", "trafficking"), ("Victims", "victim")])
def test_english_has_rules_of_its_own(one: str, other: str) -> None:
    assert list(stems("en").of([one])) == list(stems("en").of([other]))


def test_a_title_counts_more_than_a_name_and_a_name_more_than_a_mention() -> None:
    found = _found("salta", _entry("Salta"), _entry("Casos", names=("Salta",)), _entry("Otros", mentions=("Salta",)))
    assert found["Salta"] > found["Casos"] > found["Otros"] > 0


def test_a_title_that_is_nothing_else_comes_before_a_longer_one() -> None:
    found = _found("salta", _entry("Salta"), _entry("Convenio marco de la provincia de Salta con otra"))
    assert found["Salta"] > found["Convenio marco de la provincia de Salta con otra"]


def test_what_is_worth_less_has_fewer_points_but_is_found() -> None:
    found = _found("salta", _entry("Salta uno"), _entry("Salta dos", worth=0.5))
    assert found["Salta uno"] > found["Salta dos"] > 0


def test_a_synonym_leads_to_what_it_means_for_fewer_points() -> None:
    menores = (Synonym(lang="es", words=("menores",), mean=("niñas", "adolescentes")),)
    found = _found("menor", _entry("Niñas y niños"), _entry("Menores"), _entry("Nada"), synonyms=menores)
    assert set(found) == {"Niñas y niños", "Menores"}
    assert found["Menores"] > found["Niñas y niños"]


def test_a_synonym_of_several_words_means_all_of_them() -> None:
    city = (Synonym(lang="es", words=("CABA", "Capital Federal"), mean=("Ciudad Autónoma de Buenos Aires",)),)
    places = (_entry("Ciudad Autónoma de Buenos Aires"), _entry("Buenos Aires"), _entry("Ciudad perdida"))
    for word in ("caba", "capital", "federal"):
        assert set(_found(word, *places, synonyms=city)) == {"Ciudad Autónoma de Buenos Aires"}


def test_synonyms_are_not_followed_twice() -> None:
    chain = (Synonym(lang="es", words=("uno2",), mean=("dos2",)), Synonym(lang="es", words=("dos2",), mean=("tres2",)))
    assert set(_found("uno2", _entry("dos2"), _entry("tres2"), synonyms=chain)) == {"dos2"}


def test_the_figures_of_a_sentence_are_not_search_words() -> None:
    assert not _found("713", _entry("Casos", "Hubo 713 en la provincia inventada."))
    assert _found("provincia", _entry("Casos", "Hubo 713 en la provincia inventada."))


def test_words_that_say_nothing_are_not_in_the_index() -> None:
    index = build((_entry("De la provincia en que se cuenta"),), (), SPANISH)
    assert set(index.stems) == {"provinci", "cuent"}


def test_a_sentence_is_short_and_a_name_stands_once() -> None:
    made = entry("pages", Text(text="T"), "x", "palabra " * 90, ("a", "", "a"), ())
    assert len(made.text) <= LONGEST
    assert made.names == ("a",)


def _told(files: Mapping[str, bytes]) -> dict[str, dict[str, object]]:
    return {name: json.loads(body.decode().partition("=")[2].rstrip(";\n")) for name, body in files.items()}


def test_the_parts_say_what_the_index_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """Written in many small parts and read again as a browser does, nothing is lost and nothing is in the wrong part."""
    monkeypatch.setattr(shards, "LARGEST", 120)
    sections = ("datasets", "agreements", "pages")
    entries = [_entry(f"Cosa {n} de {n % 7}", f"texto {n}", sections[n % 3], mentions=("común",)) for n in range(60)]
    index = build(entries, (), SPANISH)
    files = _told(scripts(index, SPANISH))
    manifest = files["index.js"]
    assert manifest["size"] == 60
    read: dict[str, dict[int, int]] = {}
    for number, first in enumerate(manifest["words"]):
        part = files[f"w{number}.js"]
        words = part["k"].split()
        assert words[0] == first
        assert words == sorted(words)
        for word, found in zip(words, part["p"].split(), strict=True):
            place, read[word] = -1, {}
            for step, letter in re.findall(r"(\d+)([A-Z])", found):
                place += int(step)
                read[word][place] = manifest["points"].index(letter) + 1
    assert read == dict(index.stems)
    assert len(manifest["words"]) > 3
    told = []
    for number, first in enumerate(manifest["entries"]):
        assert len(told) == first
        told += files[f"e{number}.js"]["entries"]
    assert [one["t"] for one in told] == [one.title for one in index.entries]
    for name, start, end in manifest["sections"]:
        assert {one.section for one in index.entries[start:end]} == {name}


def test_another_index_has_another_version() -> None:
    written = [scripts(build((_entry(title),), (), SPANISH), SPANISH) for title in ("a1", "b1", "a1")]
    versions = [_told(files)["index.js"]["version"] for files in written]
    assert versions[0] == versions[2] != versions[1]
