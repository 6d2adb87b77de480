"""Reading ease: syllables as people count them, the formulas as their papers print them, and the bar for our own texts."""

from pathlib import Path

import pytest

from celosia.derive.reading import by_kind, reads
from celosia.load import load
from celosia.locales.ease import Ease, ease, syllables

ROOT = Path(__file__).parents[3]
SPANISH = {"trata": 2, "víctima": 3, "denuncias": 3, "país": 2, "caos": 2, "guerra": 2, "quien": 1, "vergüenza": 3}
SPANISH |= {"rey": 1, "ciudad": 2, "explotación": 4, "oír": 2, "reúne": 3, "limpiáis": 2, "día": 2, "1.372": 1}
ENGLISH = {"report": 2, "trafficking": 3, "rescued": 2, "case": 1, "cases": 2, "people": 2, "named": 1, "wanted": 2}
ENGLISH |= {"judge": 1, "victims": 2, "table": 2, "145": 1}
BARS = {
    ("docs", "es"): 55, ("docs", "en"): 60,
    ("comparisons", "es"): 55, ("comparisons", "en"): 45,
    ("systems", "es"): 55, ("systems", "en"): 45,
    ("glossary", "es"): 55, ("glossary", "en"): 55,
    ("datasets", "es"): 50, ("datasets", "en"): 45,
    ("commitments", "es"): 50, ("commitments", "en"): 40,
}  # fmt: skip
"""For the hardest page of each kind. 55 is where INFLESZ calls Spanish normal, 60 where Flesch calls English standard: the
pages that people wrote keep to it. Where names of laws and bodies fill the sentences, what they cost is allowed for.
"""


@pytest.mark.parametrize(("lang", "word", "count"), [
    *(("es", *one) for one in SPANISH.items()), *(("en", *one) for one in ENGLISH.items()),
])  # fmt: skip
def test_syllables_are_counted_as_they_are_spoken(lang, word, count):
    assert syllables(word, lang) == count


def test_the_formulas_are_those_of_the_papers():
    assert Ease(lang="es", syllables=200, words=100, sentences=10).score == pytest.approx(206.835 - 62.3 * 2 - 10)
    assert Ease(lang="en", syllables=150, words=100, sentences=10).score == pytest.approx(206.835 - 84.6 * 1.5 - 1.015 * 10)


def test_what_is_counted_in_a_text():
    assert ease(["En 2017 hubo 1.307 víctimas. Hay otra cifra", "Sí"], "es") == Ease(
        lang="es", syllables=14, words=9, sentences=3
    )
    assert ease(["", "…"], "es") is None


def test_a_longer_sentence_with_longer_words_is_harder():
    plain = ease(["Se contó a las víctimas. Nadie sabe por qué."], "es")
    hard = ease(["Desconociéndose las circunstancias determinantes, contabilizáronse."], "es")
    assert plain.score > 80
    assert hard.score < 30


def test_our_own_texts_are_easy_enough():
    pages = reads(load(ROOT, {}).catalog)
    bars = {(page.kind, page.lang, page.path): BARS[page.kind, page.lang] for page in pages if page.ease}
    hard = {
        (page.kind, page.lang, page.path): round(page.ease.score, 1)
        for page in pages
        if page.ease and page.ease.score < BARS[page.kind, page.lang]
    }
    assert len(bars) > 150
    assert hard == {}
    middles = {(found.kind, found.lang): found.middle for found in by_kind(pages)}
    assert all(middle >= 55 for (_, lang), middle in middles.items() if lang == "es"), middles
