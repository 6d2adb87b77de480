"""Pages, lists for programs and texts: what they may say besides the tables, planted and found. Every figure is invented."""

import pytest
from leaking import BASE, Built, Plant, swap

from celosia.seal.names import spoken
from celosia.seal.prose import unexplained

PAGE, ENGLISH, HOME = f"{BASE}index.html", f"en/{BASE}index.html", "index.html"
ENTRIES, INDEX, MAP, FEED = "assets/search/es/e0.js", "assets/search/es/w0.js", "sitemap.xml", "feed.xml"
SECRET = "7 personas del Norte"
_CELL = '<td class="absent">'
_ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Novedades</title><entry><title>Versión 1.1.0</title>'
    "<content type='html'>{}</content></entry></feed>"
)


def _into_main(html: str) -> Plant:
    return swap("</main>", f"{html}</main>")


def _primary(body: bytes) -> bytes:
    """The first hidden cell of a table gets a class of its own."""
    row = body.index(b'id="por-region-r-2"')
    return body[:row] + body[row:].replace(b'class="absent"', b'class="absent primary"', 1)


LEAKS = {
    "sentence": (PAGE, _into_main("<p>En 2020 hubo 7 personas asistidas en el Norte.</p>"), "leak-figure"),
    "sentence in English": (ENGLISH, _into_main("<p>In 2020 there were 7 victims in the north.</p>"), "leak-figure"),
    "sentence cut by a link": (PAGE, _into_main('<p>Hubo <b>7</b> <a href="x.html">personas</a>.</p>'), "leak-figure"),
    "in letters": (PAGE, _into_main("<p>Hubo siete personas.</p>"), "leak-figure"),
    "nobody named but a hidden region": (PAGE, _into_main("<p>Norte: 7; Sur: 11.</p>"), "leak-figure"),
    "a figure of others": (PAGE, _into_main("<p>En el Norte hubo 80 personas.</p>"), "leak-figure"),
    "percentage": (PAGE, _into_main("<p>El 3 % de las personas estaba en el Norte.</p>"), "leak-figure"),
    "percentage with a decimal": (PAGE, _into_main("<p>En el Norte estuvo el 1,4 % de las personas.</p>"), "leak-figure"),
    "rate": (PAGE, _into_main("<p>En el Norte, 1,7 personas cada 100.000.</p>"), "leak-figure"),
    "small difference": (
        PAGE,
        _into_main("<p>De las 150 personas del Oeste en 2020, 143 ya estaban y 7 llegaron.</p>"),
        "leak-figure",
    ),
    "release note": (PAGE, _into_main("<li>1.0.1: se corrigió el Norte, que tenía 7 personas.</li>"), "leak-figure"),
    "alternative text": (PAGE, swap('alt="Gráfico de barras:', 'alt="Gráfico de barras. Norte: 7 personas.'), "leak-figure"),
    "title": (PAGE, _into_main('<abbr title="7 personas">[c]</abbr>'), "leak-figure"),
    "label for screen readers": (PAGE, _into_main(f'<span aria-label="{SECRET}">[c]</span>'), "leak-figure"),
    "data attribute": (PAGE, _into_main(f'<div data-note="{SECRET}"></div>'), "leak-figure"),
    "anchor": (PAGE, _into_main('<p id="norte-7-personas">x</p>'), "leak-figure"),
    "hidden element": (PAGE, _into_main(f"<p hidden>{SECRET}</p>"), "leak-figure"),
    "description of the page": (
        PAGE,
        swap('<meta name="description" content="', f'<meta name="description" content="{SECRET}. '),
        "leak-figure",
    ),
    "alternative text that names nobody": (PAGE, swap("Última: 190 (2023).", "Última: 190 (2023). Antes: 7."), "leak-figure"),
    "ratio": (PAGE, _into_main("<p>En el Norte estuvo 1 de cada 70 personas asistidas.</p>"), "leak-figure"),
    "class": (PAGE, _into_main('<p class="norte-7-personas">x</p>'), "leak-figure"),
    "query of an address": (PAGE, _into_main('<a href="index.html?norte=7 personas">x</a>'), "leak-figure"),
    "picture in an address": (PAGE, _into_main('<img alt="" src="data:image/png;base64,Nw==">'), "leak-part"),
    "style": ("assets/celosia.css", lambda body: body + b'p::after{content:"7 personas"}', "leak-figure"),
    "comment": (PAGE, _into_main("<!-- norte 7 -->"), "leak-part"),
    "json-ld text": (
        PAGE,
        _into_main(f'<script type="application/ld+json">{{"description": "{SECRET}"}}</script>'),
        "leak-figure",
    ),
    "json-ld number": (PAGE, _into_main('<script type="application/ld+json">{"personas": 7}</script>'), "leak-figure"),
    "sort key of a hidden cell": (PAGE, swap(_CELL, '<td class="absent" data-v="7">'), "leak-cell"),
    "text of a hidden cell": (PAGE, swap(_CELL, f"{_CELL}7 "), "leak-cell"),
    "words behind a hidden cell": (PAGE, swap(_CELL, f'{_CELL}<span title="7"></span>'), "leak-cell"),
    "row that tells": (PAGE, swap('<tr id="por-region-r-2">', '<tr id="por-region-r-2" data-n="7">'), "leak-cell"),
    "class of a hidden cell": (PAGE, _primary, "leak-difference"),
    "checksum": (PAGE, _into_main(f"<code>{'a1' * 32}</code>"), "leak-hash"),
    "short checksum": (PAGE, _into_main(f"<code>{'0c' * 16}</code>"), "leak-hash"),
    "another page": (HOME, _into_main("<p>En 2020 hubo 7 personas asistidas en el Norte.</p>"), "leak-figure"),
    "search text": (ENTRIES, swap('"x":"', f'"x":"{SECRET}. '), "leak-figure"),
    "search words": (INDEX, swap('"k":"', '"k":"norte 7 '), "leak-figure"),
    "feed": (FEED, lambda _: _ATOM.format(f"&lt;p&gt;{SECRET}&lt;/p&gt;").encode(), "leak-figure"),
    "site map": (MAP, swap("<urlset", "<!-- norte 7 --><urlset"), "leak-part"),
    "list of a register": ("agreements/agreements.csv", swap("\n", f'\n"{SECRET}"\n'), "leak-figure"),
    "robots": ("robots.txt", lambda body: body + f"# {SECRET}\n".encode(), "leak-figure"),
    "script of the theme": ("assets/sitio.js", lambda body: body + f"// {SECRET}\n".encode(), "leak-figure"),
}


def test_a_sound_page_is_silent(built: Built) -> None:
    for path in (HOME, ENTRIES, INDEX, MAP, "agreements/agreements.json", "sources/index.html"):
        assert built.found(path, lambda body: body + b" ") == ()


def test_a_sound_feed_is_silent(built: Built) -> None:
    assert built.found(FEED, lambda _: _ATOM.format("&lt;p&gt;130 personas en 2021&lt;/p&gt;").encode()) == ()


@pytest.mark.parametrize("name", LEAKS)
def test_a_leak_in_a_text_is_found_where_it_is(name: str, built: Built) -> None:
    path, plant, code = LEAKS[name]
    found = built.found(path, plant)
    assert {finding.code for finding in found} == {code}
    assert {finding.where.path for finding in found} == {path}


@pytest.mark.parametrize(
    "text",
    [
        "En 2020 hubo 500 personas asistidas, 150 de ellas en el Oeste.",
        "In 2020, 500 people were assisted; 150 of them in the west.",
        "Asistidas en el Oeste: 3 de cada 10 personas.",
        "El 30 % de las 500 personas estaba en el Oeste.",
        "Oeste: 160 personas; Centro: 110.",
        "Fueron 20 personas más que en 2020: de 500 a 520.",
        "La Ley 26.364 protege a las personas; el artículo 145 bis castiga la trata.",
        "Llame al 145 si conoce a víctimas de trata, o al 0800-555-5065.",
        "Desde el 21 de noviembre de 2026 se cuentan personas de 18 a 25 años.",
        "Víctimas menores de 18 años, en 24 provincias y 3 regiones.",
        "Las tablas con personas tienen 14 filas; el archivo pesa 26 kB.",
        "Celdas con 1 a 4 personas no se publican; tampoco las menores que 10.",
        "No se publica para proteger a las personas.",
        "El informe 307 y el Decreto 111/2015 hablan de las víctimas.",
        "Dos sistemas cuentan víctimas; tres cuentas no coinciden.",
        "Víctimas por año, 2015–2022 (versión 1.2.0, ODS 16.2.2).",
        "Una persona que un sistema registró.",
        "Código E50001 de la región Norte, fila r-12.",
    ],
)
def test_a_safe_sentence_is_silent(text: str, built: Built) -> None:
    assert unexplained(text, built.published.said) == 0


@pytest.mark.parametrize(
    "text",
    [
        "Hubo 7 víctimas.",
        "Hubo 1 mujer entre ellas.",
        "Norte 7.",
        "3 de nacionalidad extranjera, en el Sur",
        "Two women were found.",
        "7 of the victims",
        "1.234 personas",
        "1 234 personas",
        "Víctimas en 2020: 501.",
        "El 77 % de las víctimas son mujeres.",
        "Cada 100.000 personas hubo 1,3.",
    ],
)
def test_a_telling_sentence_is_told(text: str, built: Built) -> None:
    assert unexplained(text, built.published.said) > 0


def test_names_are_read_as_words() -> None:
    assert spoken("chart-7-mujeres-2018").split() == ["chart", "7", "mujeres"]
    assert spoken("por-region-r-0012").split() == ["por", "region"]
