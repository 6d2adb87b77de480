"""Nothing foreign in a fragment is a template, and nothing ends the block that it is included in."""

import json
import re

import pytest
from jinja2 import DictLoader, Environment
from unit.exporters.catalogs import dataset, table
from unit.render.publications import a_publication, page

from celosia.model import LangString

HOSTILE = ["{% endraw %}{{ 7 * 7 }}", "{{ 7 * 7 }}", "{# x #}", "<b>x</b>", '" onclick="x', "</script><script>x</script>"]
_DATA = re.compile(r'<script type="application/ld\+json">([^<]*)</script>')


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_it_is(text: str) -> None:
    said = LangString(es=text, en=text)
    rows = [(text, "2019", "01", 1, 1.0, None, True, "inv-1", text)] * 3
    publication = a_publication(dataset(table(rows=rows, title=said), title=said, summary=said, withheld=said))
    for lang in ("es", "en"):
        made = page(publication, f"{lang}:datasets/casos-inventados/").partition("{% raw %}")[2]
        shown = Environment(loader=DictLoader({"x": "{% raw %}" + made})).get_template("x").render()
        described = [json.loads(document) for document in _DATA.findall(shown)]
        assert described[0]["name"] == text
        shown = _DATA.sub("", shown)
        assert "49" not in shown.replace("0" * 64, "")
        assert "<b>x" not in shown
        assert ' onclick="x' not in shown
        assert "<script" not in shown
        assert "{" not in shown


def test_nothing_in_a_page_needs_a_looser_policy() -> None:
    made = page(a_publication(), "es:datasets/casos-inventados/")
    assert " style=" not in made
    assert "<style" not in made
    assert "javascript:" not in made
