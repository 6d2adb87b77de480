"""What a screen reader is given of a dataset's page in Spanish: Chromium's own accessibility tree, read from top to bottom.

The transcript is kept in tests/cases/transcript.txt, without the sizes of files; `CELOSIA_GOLDEN=1` writes it anew.
"""

import os
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from visiting import ROOT, Visitor

Visit = Callable[..., Visitor]
PAGE = "datasets/ar-victimas-seguridad/index.html"
GOLDEN = ROOT / "tests/cases/transcript.txt"
SPOKEN = ("paragraph", "caption", "term", "definition")
TOLD = ("banner", "complementary", "navigation", "main", "contentinfo", "region", "heading", "image", "table", "list", "link",
        "button", "DisclosureTriangle", "columnheader", *SPOKEN, "RootWebArea")  # fmt: skip
UNNAMED = ("banner", "main", "contentinfo", "navigation", "complementary")
WORDS = {"RootWebArea": "página", "banner": "encabezado del sitio", "complementary": "complemento", "navigation": "navegación",
         "main": "contenido principal", "contentinfo": "pie del sitio", "region": "región", "heading": "título",
         "image": "imagen", "table": "tabla", "list": "lista", "link": "enlace", "button": "botón", "caption": "leyenda",
         "DisclosureTriangle": "desplegable", "paragraph": "párrafo", "columnheader": "columna", "term": "dato",
         "definition": "valor"}  # fmt: skip


@pytest.fixture
def told(visit: Visit) -> list[tuple[str, str]]:
    """Role and name of each thing that is read, in the order of reading."""
    page = visit(PAGE).page
    assert page.locator("html").get_attribute("lang") == "es"
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    return list(_read(nodes[0], {node["nodeId"]: node for node in nodes}))


def _read(node: dict[str, Any], nodes: dict[str, dict[str, Any]]) -> Iterator[tuple[str, str]]:
    role = node.get("role", {}).get("value", "")
    name = " ".join(str(node.get("name", {}).get("value") or _text(node, nodes, role)).split())
    if not node.get("ignored") and role in TOLD and (name or role in UNNAMED):
        yield role, name
    for child in node.get("childIds", ()):
        if child in nodes:
            yield from _read(nodes[child], nodes)


def _text(node: dict[str, Any], nodes: dict[str, dict[str, Any]], role: str) -> str:
    """The words below a paragraph, a term …, which have no name of their own."""
    if role not in SPOKEN:
        return ""
    below = (nodes[child] for child in node.get("childIds", ()) if child in nodes)
    return "".join(_words(one, nodes) for one in below)


def _words(node: dict[str, Any], nodes: dict[str, dict[str, Any]]) -> str:
    if node.get("role", {}).get("value") == "StaticText":
        return str(node["name"]["value"])
    return "".join(_words(nodes[child], nodes) for child in node.get("childIds", ()) if child in nodes)


def test_the_transcript_is_the_one_that_was_listened_to(told: list[tuple[str, str]]) -> None:
    text = "".join(f"{WORDS[role]}: {name}\n" if name else f"{WORDS[role]}\n" for role, name in told)
    text = re.sub(r"[\d,]+ (k?B)\b", r"… \1", text)
    if os.environ.get("CELOSIA_GOLDEN"):
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_help_and_the_way_out_are_read_first(told: list[tuple[str, str]]) -> None:
    links = [name for role, name in told if role == "link"]
    assert links[:2] == ["Saltar al contenido", "Salir rápido de este sitio"]
    assert [name for name in links[2:4] if "145" in name or "1818" in name] == links[2:4]


def test_the_page_is_read_in_the_right_order(told: list[tuple[str, str]]) -> None:
    """Its name, the answer, drawings each with its table, what is counted, downloads, tables, how to cite, what changed."""
    body = told[told.index(("main", "")) :]
    assert [(role, bool(name)) for role, name in body[1:3]] == [("heading", True), ("paragraph", True)]
    headings = [name for role, name in body if role == "heading"]
    wanted = [
        "Gráficos",
        "¿Qué cuenta?",
        "Descargas",
        "Tablas",
        "Columnas",
        "Citar, enlazar y reutilizar",
        "Historial de versiones",
    ]
    assert [name for name in headings if name in wanted] == wanted
    drawings = [place for place, (role, _) in enumerate(body) if role == "image"]
    assert drawings
    for place in drawings:
        after = [role for role, _ in body[place + 1 :]]
        assert "DisclosureTriangle" in after[: after.index("heading")]


def test_everything_that_is_read_has_a_name_in_spanish(told: list[tuple[str, str]]) -> None:
    english = {"Download", "Downloads", "Source", "Table", "Tables", "Figures", "Period", "Charts", "Search", "Help", "Menu"}
    assert [name for _, name in told if name in english] == []
    assert [role for role, name in told if role in ("link", "button", "image", "table", "region") and not name] == []
