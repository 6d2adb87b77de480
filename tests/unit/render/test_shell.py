"""The templates that all pages share, read as the site generator reads them: without escaping of its own."""

import re
from dataclasses import replace
from types import SimpleNamespace

from jinja2 import DictLoader, Environment
from unit.exporters.catalogs import SITE
from unit.render.publications import LINE, a_publication, units

from celosia.derive import Publication
from celosia.model import LangString


def shown(publication: Publication, url: str | None, lang: str = "es", **meta: str) -> str:
    """`main.html` over a page of this address; the page for errors where there is none."""
    files: dict[str, bytes] = {}
    for name in ("theme", f"words:{lang}"):
        unit = units(publication)[name]
        files |= unit.function(*unit.arguments)
    templates = {path.removeprefix("theme/"): body.decode() for path, body in files.items()}
    config = SimpleNamespace(theme=SimpleNamespace(language=lang))
    page = SimpleNamespace(url=url, content="<h1>x</h1>", meta=SimpleNamespace(**_meta(meta))) if url else None
    base = "/".join([".."] * url.count("/")) or "." if url else "/"
    made: Environment = Environment(loader=DictLoader(templates))
    return made.get_template("main.html" if url else "404.html").render(config=config, page=page, base_url=base)


def _meta(given: dict[str, str]) -> dict[str, str]:
    return dict.fromkeys(("title", "description", "neutral_title", "section", "fragment", "updated"), "") | given


def test_every_page_has_the_help_lines_and_two_ways_out() -> None:
    for url in ("index.html", "datasets/x/index.html", None):
        made = shown(a_publication(), url)
        assert 'href="tel:000"' in made
        assert made.count(f'href="{SITE.exit_url}" rel="nofollow noreferrer noopener"') == 2


def test_nothing_runs_inline() -> None:
    made = shown(a_publication(), "index.html")
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", made)
    assert "default-src 'none'; script-src 'self'; style-src 'self'" in made


def test_a_neutral_title_does_not_name_the_site() -> None:
    title = re.search(r"<title>(.*)</title>", shown(a_publication(), "info/index.html", neutral_title="Información"))
    assert title
    assert title[1] == "Información"


def test_a_page_leads_to_itself_in_the_other_language() -> None:
    spanish = shown(a_publication(), "datasets/x/index.html", section="datasets")
    assert 'href="../../en/datasets/x/index.html" hreflang="en"' in spanish
    assert 'rel="alternate" hreflang="en" href="https://catalogo.example/en/datasets/x/"' in spanish
    english = shown(a_publication(), "datasets/x/index.html", lang="en")
    assert 'href="../../../datasets/x/index.html" hreflang="es"' in english
    assert 'href="../../../assets/celosia.css"' in english
    assert '<link rel="canonical" href="https://catalogo.example/en/datasets/x/">' in english


def test_the_page_for_errors_works_at_any_depth() -> None:
    made = shown(a_publication(site=replace(SITE, url="https://x.example/sub/", help_lines=(LINE,))), None)
    assert 'href="/sub/assets/celosia.css"' in made
    assert not re.search(r'(href|src)="(?!/sub/|https://|tel:|#)', made)


def test_foreign_words_in_the_shell_are_only_words() -> None:
    title = LangString(es='{{ 7 * 7 }}{% endset %}"<b>', en="x")
    made = shown(a_publication(site=replace(SITE, title=title)), "index.html")
    assert "49" not in made
    assert "<b>" not in made
    assert "{{ 7 * 7 }}{% endset %}&#34;&lt;b&gt;" in made
