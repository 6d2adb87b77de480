"""HTML that is shown to be copied is read as the page that it will be: its sizes count nobody, its words may tell. Invented."""

import json
from html import escape

from unit.exporters.catalogs import column, dataset, table

from celosia.model import LangString, Role
from celosia.seal.leaks import scan_page
from celosia.seal.told import Around, told

PEOPLE = dataset(
    table(
        (
            column("sexo", "string", role=Role.DIMENSION),
            column("personas", "integer", role=Role.MEASURE, unit="persons"),
        ),
        (("mujer", 120), ("varón", 80)),
    ),
    title=LangString(es="Personas inventadas"),
)
SAID = told((PEOPLE,), Around())
FRAME = '<iframe src="https://x.example/embed/x/y/1.0.0/" title="{title}" width="640" height="437"></iframe>'


def _codes(path: str, body: str) -> set[str]:
    return {finding.code for finding in scan_page(SAID, path, body.encode(), frozenset())}


def _page(snippet: str) -> str:
    return f"<html><body><pre><code>{escape(snippet)}</code></pre></body></html>"


def test_the_size_of_a_frame_counts_nobody() -> None:
    snippet = FRAME.format(title="Mujeres y varones: 200 personas")
    assert not _codes("x/index.html", _page(snippet))
    assert not _codes("x/oembed.json", json.dumps({"html": snippet, "width": 640, "height": 437}))


def test_the_words_of_a_frame_may_tell_no_more_than_the_tables() -> None:
    snippet = FRAME.format(title="Hubo 37 mujeres")
    assert _codes("x/index.html", _page(snippet)) == {"leak-figure"}
    assert _codes("x/oembed.json", json.dumps({"html": snippet})) == {"leak-figure"}


def test_the_version_in_an_address_is_no_figure() -> None:
    address = "https://x.example/datasets/mujeres/v/7.0.1/#dataset"
    page = f'<script type="application/ld+json">{json.dumps({"@id": address})}</script>'
    assert not _codes("x/index.html", page)
