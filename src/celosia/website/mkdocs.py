"""Pages through MkDocs, a few at a time. The only module that knows MkDocs (decision 0001)."""

import logging
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import distribution, version
from pathlib import Path

from celosia.website.stylesheet import slim

CONFIGS = {"es": "mkdocs.yml", "en": "mkdocs.en.yml"}
ERROR_PAGE = "404.html"
_STYLESHEETS = "assets/stylesheets"
TOOLS = tuple(f"{tool} {version(tool)}" for tool in ("mkdocs", "mkdocs-material", "markdown", "jinja2", "tinycss2"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Pages of one language to render: Markdown files below `docs`, by paths that end in `.md`."""

    root: Path
    lang: str
    docs: Path
    pages: tuple[str, ...]


@cache
def stylesheet() -> str:
    """Where Material's stylesheet stands in the site; its name holds a hash of its content."""
    return f"{_STYLESHEETS}/{next((_material() / _STYLESHEETS).glob('main.*.min.css')).name}"


def stylesheet_body(root: Path) -> bytes:
    """Of Material's stylesheet what the pages of the folder can need."""
    from mkdocs.config import load_config  # noqa: PLC0415 - slow to import, and often not needed

    extensions = load_config(str(root / CONFIGS["es"])).markdown_extensions
    return slim((_material() / stylesheet()).read_text(encoding="utf-8"), extensions).encode()


def render_pages(batch: Batch) -> Mapping[str, bytes]:
    """The HTML of each page of the batch, and of the page for errors; by path in the site."""
    with tempfile.TemporaryDirectory(dir=_near(batch.root)) as folder:
        docs, site = Path(folder, "docs"), Path(folder, "site")
        for page in batch.pages:
            target = docs / page
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes((batch.docs / page).read_bytes())
        docs.mkdir(exist_ok=True)
        _build(batch.root / CONFIGS[batch.lang], docs, site)
        wanted = (*(html_path(page) for page in batch.pages), ERROR_PAGE)
        return {path: (site / path).read_bytes() for path in wanted}


def html_path(page: str) -> str:
    """The path of the HTML that a Markdown file becomes."""
    return page.removesuffix(".md") + ".html"


def _near(root: Path) -> Path:
    """A folder on the same disk as the site."""
    place = root / ".celosia"
    place.mkdir(exist_ok=True)
    return place


def _material() -> Path:
    return Path(str(distribution("mkdocs-material").locate_file("material/templates")))


def _build(config_file: Path, docs: Path, site: Path) -> None:
    """What MkDocs would warn of, or stop at, the seal finds and tells with its fix.

    Our templates alone are the theme here: no page uses Material's own, and listing its 14,000 icons costs as much as
    rendering 100 pages. A test compares with a plain `mkdocs build`.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.build import build  # noqa: PLC0415 - slow to import, and often not needed
    from mkdocs.config import load_config  # noqa: PLC0415

    from celosia.website.theme import FragmentTheme  # noqa: PLC0415

    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    config = load_config(str(config_file), docs_dir=str(docs), site_dir=str(site), nav=None, strict=False)
    ours, lang = config.theme.custom_dir, config.theme["language"]
    config.theme = FragmentTheme(name=None, custom_dir=ours, static_templates=(ERROR_PAGE,), language=lang)
    build(config)
