"""A chart in somebody else's page: frozen, whole by itself, and honest about newer versions."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from html import unescape

from unit.render.publications import a_publication, page, units
from unit.render.released import CHART, a_dataset, a_version, released

from celosia.derive import Publication
from celosia.model import LangString

PLACE = "embed/casos-inventados/casos-por-periodo/"


def _files(publication: Publication, lang: str, version: str) -> Mapping[str, bytes]:
    unit = units(publication)[f"embed:{lang}:casos-inventados:{version}"]
    return unit.function(*unit.arguments)


def _html(lang: str, version: str) -> str:
    return _files(released(), lang, version)[f"docs/{lang}/{PLACE}{version}/index.html"].decode()


def test_every_release_and_language_has_its_embed() -> None:
    names = [name for name in units(released()) if name.startswith("embed:")]
    assert names == [f"embed:{lang}:casos-inventados:{number}" for number in ("1.0.0", "2.0.0") for lang in ("es", "en")]


def test_it_shows_the_frozen_drawings_of_its_version() -> None:
    made = _html("en", "1.0.0")
    frozen = "../../../../../datasets/casos-inventados/v/1.0.0/charts/casos-por-periodo.en"
    assert f'src="{frozen}.svg" width="640" height="300" alt="Un dibujo &lt;inventado&gt;"' in made
    assert f'srcset="{frozen}.narrow.svg" width="300"' in made


def test_it_says_its_source_its_version_its_day_and_its_licence() -> None:
    made = _html("es", "2.0.0")
    assert "Fuente: <span>Nadie</span>." in made
    assert "Versión 2.0.0, 2 de noviembre de 2026." in made
    assert "CC-BY-4.0" in made
    assert 'href="../../../../datasets/casos-inventados/v/2.0.0/index.html"' in made


def test_an_old_version_says_that_there_is_a_newer_one() -> None:
    assert "Este gráfico es de la versión 1.0.0. Hay una más nueva: 2.0.0." in _html("es", "1.0.0")
    assert "Hay una más nueva" not in _html("es", "2.0.0")


def test_it_runs_nothing_and_asks_nobody() -> None:
    made = _html("es", "1.0.0")
    assert "<script" not in made
    assert "style=" not in made
    assert not re.findall(r'(?:src|srcset)="(?:https?:)?//', made)
    assert "default-src 'none'" in made
    assert "frame-ancestors" not in made


def test_it_has_neither_help_lines_nor_the_quick_exit() -> None:
    made = _html("es", "1.0.0")
    assert "tel:" not in made
    assert "salida.example" not in made


def test_its_oembed_document_frames_it() -> None:
    files = _files(released(), "es", "1.0.0")
    told = json.loads(files[f"docs/es/{PLACE}1.0.0/oembed.json"])
    assert (told["version"], told["type"], told["provider_name"]) == ("1.0", "rich", "Catálogo inventado")
    assert f'src="https://catalogo.example/{PLACE}1.0.0/"' in told["html"]
    assert (f'width="{told["width"]}"' in told["html"], f'height="{told["height"]}"' in told["html"]) == (True, True)
    discovery = f'<link rel="alternate" type="application/json+oembed" href="https://catalogo.example/{PLACE}1.0.0/oembed.json"'
    assert discovery in _html("es", "1.0.0")


def test_what_is_copied_is_html_with_its_texts_escaped() -> None:
    made = page(released(), "en:datasets/casos-inventados/")
    frame = unescape(re.findall(r'<code id="embed-casos-por-periodo-frame">(.*?)</code>', made, re.DOTALL)[0])
    assert frame.startswith(f'<iframe src="https://catalogo.example/en/{PLACE}2.0.0/" title="“Cases” &amp; more"')
    picture = unescape(re.findall(r'<code id="embed-casos-por-periodo-picture">(.*?)</code>', made, re.DOTALL)[0])
    image = "https://catalogo.example/datasets/casos-inventados/v/2.0.0/charts/casos-por-periodo.en.svg"
    assert f'<img src="{image}" alt="Un dibujo &lt;inventado&gt;"' in picture
    assert "Nadie; Proyecto Inventado: Invented cases. Version 2.0.0, November 2, 2026. CC-BY-4.0." in picture


def test_a_chart_that_was_not_frozen_has_no_embed() -> None:
    frozen = a_dataset("1.0.0", charts=(CHART, replace(CHART, name="otro", title=LangString(es="Otro"))))
    publication = a_publication(frozen, versions=(a_version(frozen, "charts/otro.en.narrow.svg"),))
    assert {path.split("/")[4] for path in _files(publication, "es", "1.0.0")} == {"casos-por-periodo"}


def test_a_later_state_of_the_data_does_not_touch_an_embed() -> None:
    frozen = a_version(a_dataset("1.0.0"))
    before = a_publication(a_dataset("1.0.0"), versions=(frozen,))
    after = a_publication(a_dataset("1.0.0", tables=(), charts=()), versions=(frozen,))
    assert _files(before, "es", "1.0.0") == _files(after, "es", "1.0.0")
