"""What may not be said of people, and by which guide: each entry catches its words; the project's own texts have none."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from celosia.check.wording import catalog_wording, dataset_wording, guides, misworded, rules
from celosia.load import load

ROOT = Path(__file__).parents[3]
CAUGHT = {
    "es": {
        "prostituta": "Una prostituta declaró.",
        "prostitucion": "Desbarataron una red de prostitución.",
        "prostitucion-infantil": "Causas por prostitución infantil.",
        "pornografia-infantil": "Hallaron pornografía infantil.",
        "trata-de-blancas": "Un caso de trata de\nblancas.",
        "trafico-de-personas": "Lucha contra el tráfico de personas.",
        "menor": "Entre las víctimas había un menor.",
        "esclava-sexual": "Era una esclava sexual.",
        "ilegales": "Trabajadores clandestinos en el taller.",
        "sensacionalismo": "El flagelo no cesa.",
        "sube-la-trata": "En 2022 creció la trata.",
    },
    "en": {
        "prostitute": "A child prostitute was found.",
        "child-pornography": "They held child pornography.",
        "white-slavery": "A white slave trade.",
        "sex-slave": "She was a sex slave.",
        "illegal-migrant": "Illegal immigrants were found.",
        "sensationalism": "The scourge goes on.",
        "rise-in-trafficking": "There was a rise in human trafficking.",
    },
}
FAIR = {
    "es": (
        "Un tramo menor que un año es un año parcial y no se compara con un año entero.",
        "Solo las menores de edad; menores de 18 años.",
        "Se registraron más víctimas que en 2021, según el Programa.",
        "Que una cifra suba o baje no dice por sí sola que haya más o menos trata.",
        "Aumentaron las víctimas registradas.",
        "La Ley 26.842 nombra la pornografía infantil.",
        "El título del diario fue «Cayó una red de prostitución».",
        "El Protocolo contra el tráfico ilícito de migrantes.",
        "La categoría se llama [menor](../menor/un-menor.md).",
    ),
    "en": (
        "More victims were recorded than in 2021, according to the Programme.",
        "The law names child pornography.",
        "The press wrote “sex slaves”.",
        "The cell is hidden, so its share falls.",
    ),
}


@pytest.mark.parametrize(
    ("lang", "rule", "text"), [(lang, name, text) for lang in CAUGHT for name, text in CAUGHT[lang].items()]
)
def test_each_entry_of_the_list_catches_its_words(lang, rule, text):
    assert [found.rule.id for found in misworded(text, lang)] == [rule]


def test_every_entry_is_tried_above():
    assert {rule.id for rule in rules()} == {name for caught in CAUGHT.values() for name in caught}


@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang, texts in FAIR.items() for text in texts])
def test_what_is_fair_to_say_is_left_alone(lang, text):
    assert misworded(text, lang) == ()


def test_every_entry_says_why_what_instead_and_who_says_so():
    for rule in rules():
        assert rule.guides, rule.id
        assert set(rule.guides) <= set(guides()), rule.id
        assert all(rule.why[lang] and rule.instead[lang] for lang in ("es", "en")), rule.id
    assert all(guide["title"] and guide["publisher"] and guide["url"].startswith("http") for guide in guides().values())
    assert {name for rule in rules() for name in rule.guides} == set(guides())


def test_the_reference_catalogue_has_no_such_words():
    catalog = load(ROOT, {}).catalog
    found = [*catalog_wording(catalog), *(one for dataset in catalog.datasets for one in dataset_wording(dataset))]
    assert [(one.where.path, dict(one.details)["words"]) for one in found] == []


def test_the_sentences_of_the_templates_have_none_either():
    with (ROOT / "src/celosia/locales/es.po").open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    said = [(text, "en") for message in messages for text in _forms(message.id)]
    said += [(text, "es") for message in messages for text in _forms(message.string)]
    assert len(said) > 1000
    assert [(text, found.words) for text, lang in said for found in misworded(text, lang)] == []


def test_nothing_else_that_the_package_says_has_them():
    for path in sorted((ROOT / "src/celosia/render").glob("t*/**/*.html")):
        words = re.sub(r"\{[%{#].*?[%}#]\}|<[^>]*>", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert misworded(words, "en") == misworded(words, "es") == (), path.name


def _forms(text):
    return text if isinstance(text, tuple | list) else (text,)
