"""Foreign text in Markdown reads exactly as it is, and does nothing."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from celosia.render.markdown import front_matter, page_links, plain

HOSTILE = [
    "<script>alert(1)</script>",
    "[texto](javascript:alert(1))",
    "![x](https://otro.example/x.png)",
    "**negrita** _cursiva_ `código` ~~~",
    "1. no es una lista",
    "- tampoco",
    "# ni un título {#id .clase}",
    "{{ config.site_url }} {% raw %}{% endraw %} {# nota #}",
    "a | b",
    "!!! nota",
    "[TOC]",
    "*[HTML]: abreviatura",
    "\x02klzzwxh:0000\x03",
    "&lt;b&gt; &amp; ©",
    "    código",
    ": definición",
]


def shown(text: str) -> str:
    """The paragraph that MkDocs makes of a text."""
    extensions = ["attr_list", "def_list", "md_in_html", "tables", "toc", "fenced_code"]
    return Markdown(extensions=extensions).convert(f"# {plain(text)}\n\n{plain(text)}\n")


@pytest.mark.parametrize("text", HOSTILE)
def test_foreign_text_is_only_text(text: str) -> None:
    made = shown(text)
    assert set(re.findall(r"</?(\w+)", made)) <= {"h1", "p"}
    assert "{" not in made


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=60))
def test_text_survives_markdown(text: str) -> None:
    paragraphs = re.findall(r"<p>(.*?)</p>", shown(text), re.DOTALL)
    assert [html.unescape(one) for one in paragraphs] == ([re.sub(" +", " ", text).strip()] if text.strip() else [])


def test_thin_spaces_stay() -> None:
    assert plain("1\u202f372 víctimas") == "1\u202f372 víctimas"


def test_front_matter_quotes_every_value() -> None:
    made = front_matter({"title": 'x: "y"\n---', "description": ""})
    assert made == '---\ntitle: "x: \\"y\\"\\n---"\n---\n'


def test_only_links_between_pages_change() -> None:
    body = "[a](../x/index.md) [b](https://x.example/readme.md) `c.md`"
    assert page_links(body) == "[a](../x/index.html) [b](https://x.example/readme.md) `c.md`"
