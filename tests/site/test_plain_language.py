"""The built site speaks plainly: each word of the glossary leads there once, where it first stands in the prose of a page."""

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
NEUTRAL = ("info", "privacy")
NOT_LINKED = (*NEUTRAL, "glossary", "search", "embed", "explore")
LANGS = {"es": "", "en": "en/"}
_TERM = re.compile(r'href="([^"#]*glossary/index\.html)#([\w-]+)"')
_TERMS = [term for group in yaml.safe_load((ROOT / "glossary.yaml").read_text(encoding="utf-8")) for term in group["terms"]]


def _pages(lang: str) -> Iterator[tuple[str, str]]:
    """Each page of a language below its root, and its main part; the pages that charts are put on others with have none."""
    root = SITE / LANGS[lang]
    for path in sorted(root.rglob("index.html")):
        name = path.relative_to(root).as_posix()
        if lang == "en" or not name.startswith("en/"):
            page = path.read_text(encoding="utf-8")
            if "<main" in page:
                yield name, page[page.index("<main") : page.index("</main>")]


def _lead(main: str) -> str:
    """The first paragraph below the title."""
    found = re.match(r"\s*<p(?: [^>]*)?>(.*?)</p>", main.partition("</h1>")[2], re.DOTALL)
    return found[1] if found else ""


def _text(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", markup)).split())


@pytest.mark.parametrize("lang", LANGS)
def test_no_page_leads_to_a_term_twice(lang: str) -> None:
    twice = {
        name: [term for term, times in Counter(term for _, term in _TERM.findall(main)).items() if times > 1]
        for name, main in _pages(lang)
    }
    assert {name: terms for name, terms in twice.items() if terms} == {}


@pytest.mark.parametrize("lang", LANGS)
def test_every_link_to_a_term_arrives(lang: str) -> None:
    glossary = (SITE / LANGS[lang] / "glossary/index.html").read_text(encoding="utf-8")
    anchors = set(re.findall(r'class="terms__one" id="([\w-]+)"', glossary))
    assert anchors == {term["id"] for term in _TERMS}
    linked = {term for _, main in _pages(lang) for _, term in _TERM.findall(main)}
    assert linked <= anchors
    assert {"victima", "victima-rescatada", "denuncia", "caso", "reta", "sistra", "protex", "pnr"} <= linked


@pytest.mark.parametrize("lang", LANGS)
def test_a_word_in_the_first_sentence_of_a_page_leads_to_what_it_means(lang: str) -> None:
    names = {form: term["id"] for term in _TERMS for form in term["forms"][lang]}
    known = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?![\w-])")
    tried = 0
    for name, main in _pages(lang):
        lead = _lead(main)
        if name.partition("/")[0] not in NOT_LINKED and "/v/" not in name and "<span lang" not in lead:
            words = {names[found] for found in known.findall(_text(lead))}
            assert words <= {term for _, term in _TERM.findall(lead)}, name
            tried += len(words)
    assert tried > 50


def test_who_looks_for_help_is_not_led_away() -> None:
    assert not [
        name for name in NEUTRAL for lang in LANGS.values() if _TERM.search((SITE / lang / name / "index.html").read_text())
    ]


_VERBS = {
    "es": re.compile(
        r"\b(?:es|son|fue|fueron|está|están|hay|hubo|había|tiene|tienen|dice|dicen|dio|da|dan|cuenta|cuentan|contó|contaron|"
        r"registra|registran|registró|dijo|tratan?|era|eran|asiste|elija|publica|publican|publicó|publicaron|reúne|reúnen|muestra|avisan|pueden?|pudo|firmó|lleva|"
        r"llevan|atiende|suma|sumó|recibió|llegó|dictó|capacitó|intervino|coordinan?|aprueban|cuentan|constan?|mencionan|"
        r"sale|deja|guarda|hizo|revisaron|produce|atribuyen|difieren|baja|cubren?|coinciden?|gestiona|financi\w+|investiga|"
        r"\w+(?:ó|aron|ieron|aba|aban))\b"
    ),
    "en": re.compile(
        r"\b(?:is|are|was|were|has|have|had|can|cannot|could|may|does|do|did|says?|said|shows?|counts?|counted|keeps?|runs?|"
        r"reached|gives?|gave|publishes|published|lists?|brings?|tell|approve|state|leave|works?|differ|come|comes|belongs?|"
        r"answers?|dealt|assists?|found|call|choose|\w{3,}ed)\b"
    ),
}
"""What makes words a sentence: one of these stands in the first of every page. Ours to widen where a new one is used."""


@pytest.mark.parametrize("lang", LANGS)
def test_every_page_opens_with_a_sentence(lang: str) -> None:
    openings = {name: _text(_lead(main)) for name, main in _pages(lang) if not name.startswith("embed/")}
    kinds = {name.partition("/")[0] for name in openings}
    assert {
        "datasets",
        "agreements",
        "comparisons",
        "commitments",
        "systems",
        "territories",
        "events",
        "info",
        "norms",
    } <= kinds
    assert {name: text for name, text in openings.items() if not _is_sentence(text, lang)} == {}


def _is_sentence(text: str, lang: str) -> bool:
    first = re.split(r"(?<=[.!?])\s", text)[0]
    return (
        len(first.split()) > 4
        and (first[0].isupper() or "." in first.split()[0])
        and first[-1] in ".:"
        and bool(_VERBS[lang].search(first.lower()))
    )
