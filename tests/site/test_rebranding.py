"""Another institution's catalogue, on another subject, is the same site under its name: examples/water, built whole.

Every figure of it is invented. What is looked for is what only the reference catalogue may say.
"""

import re
import shutil
import unicodedata
from html.parser import HTMLParser
from pathlib import Path

import pytest
from building import CONFIGS, REPOSITORY, build

from celosia.locales import gettext

EXAMPLE = REPOSITORY / "examples/water"
FOREIGN = re.compile(
    r"trata de personas|traffick|victim|hotline|linea 145|tel:|protex|\breta\b|sistra|\bpnr\b|sennaf|argentin|\bperu\b|bolivia"
    r"|\bsalta\b|madre de dios|sexual|27\.?275|27\.?806|proyecto celosia|celosia\.example|celosia project|smn\.gob|senamhi"
)
"""Words of the reference catalogue, without accents, in small letters."""
WRITTEN = ("*.html", "*.csv", "*.json", "*.jsonld", "*.xml", "*.svg", "*.ics", "*.vcf", "*.ttl", "*.txt", "*.cff", "sitio.js")
KINDS = (
    "index.html", "about/index.html", "agreements/cuenca-compartida/index.html", "commitments/agua1/index.html",
    "comparisons/index.html", "comparisons/muestras-2024/index.html", "datasets/agua-muestras/index.html", "events/index.html",
    "norms/index.html", "search/index.html", "sources/index.html", "systems/observatorio/index.html",
    "territories/aq-nor/index.html", "404.html",
)  # fmt: skip


class _Looked(HTMLParser):
    """What a page loads, and the text of it that people read."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.classes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.classes |= set((told.get("class") or "").split())
        if tag in ("link", "script", "img") and (told.get("href") or told.get("src")):
            self.loads.append(str(told.get("href") or told.get("src")))


@pytest.fixture(scope="module")
def water(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("water") / "catalogue"
    shutil.copytree(EXAMPLE, root, ignore=shutil.ignore_patterns("site", "build", ".celosia"))
    build(root)
    return root / "site"


def _looked(path: Path) -> _Looked:
    parser = _Looked()
    parser.feed(path.read_text(encoding="utf-8"))
    return parser


def _plain(text: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(one))


def test_the_settings_of_the_site_generator_are_copied_and_not_changed() -> None:
    for name in CONFIGS:
        assert (EXAMPLE / name).read_bytes() == (REPOSITORY / name).read_bytes()


def test_nothing_of_the_reference_catalogue_is_left(water: Path) -> None:
    files = sorted({path for pattern in WRITTEN for path in water.rglob(pattern)})
    assert len(files) > 150
    told = ((path.relative_to(water).as_posix(), _plain(path.read_text(encoding="utf-8"))) for path in files)
    assert [(path, found.group()) for path, text in told if (found := FOREIGN.search(text))] == []


def test_the_words_that_are_looked_for_would_be_found() -> None:
    """They are those of the reference catalogue: each of its own texts has some."""
    for name in ("catalog.yaml", "catalog.en.yaml", "docs/es/index.md", "docs/en/index.md"):
        assert FOREIGN.search(_plain((REPOSITORY / name).read_text(encoding="utf-8"))), name


@pytest.mark.parametrize("tree", ["", "en/"])
def test_each_kind_of_page_is_there_under_its_own_name(water: Path, tree: str) -> None:
    title = "Agua inventada" if not tree else "Invented water"
    for path in KINDS:
        html = (water / tree / path).read_text(encoding="utf-8")
        assert f"<span>{title}</span></a>" in html, path
        assert "Observatorio Inventado del Agua</a>" in html, path


def test_its_one_stylesheet_comes_last_and_has_its_colours(water: Path) -> None:
    styles = [link for link in _looked(water / "index.html").loads if link.endswith(".css")]
    assert [link.rpartition("/")[2] for link in styles[-2:]] == ["brand.css", "nojs.css"]
    assert "--deep: #1c5c3a" in (water / "assets/brand/brand.css").read_text()
    assert (water / "assets/brand/logo.svg").read_bytes() == (EXAMPLE / "brand/logo.svg").read_bytes()


def test_without_help_lines_and_exit_there_is_no_band_for_them(water: Path) -> None:
    limits = gettext("es")("The quick exit opens another site; it does not clear the browsing history.")
    for path in water.rglob("*.html"):
        looked = _looked(path)
        assert not looked.classes & {"bar", "exit", "help", "lines"}, path
        assert not [link for link in looked.loads if link.endswith("salida.js")], path
        assert limits not in path.read_text(encoding="utf-8"), path
